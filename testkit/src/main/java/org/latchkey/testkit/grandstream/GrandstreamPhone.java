package org.latchkey.testkit.grandstream;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.PhoneCredential;
import org.latchkey.testkit.phone.PhoneUrl;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.SimulatedPhone;

/**
 * A Grandstream phone or adapter as a provisioning server sees it: it asks for one file after the
 * other over real sockets, answers challenges, takes each file over as soon as it was read, and
 * restarts if a value needs that.
 *
 * <p>Behaviour follows the vendor's guides and, as an indication for all lines, a public dump of
 * HT802 firmware 1.0.10.6. The credential is read anew for every file, so the request that follows
 * a configuration may show the new one already. The phone never sleeps: waiting times go to its
 * {@link org.latchkey.testkit.phone.Waiter}.
 *
 * <p>One phone is used by one thread; many phones may run side by side. No parameter or result is
 * {@code null}. Reports and {@link #toString()} hold no password; {@link #config(String)} does.
 *
 * @since 1.0
 */
public final class GrandstreamPhone implements SimulatedPhone {
  private final GrandstreamSetup setup;
  private final Memory memory;
  private final Operations operations;

  GrandstreamPhone(GrandstreamSetup setup, Memory memory) {
    this.setup = setup;
    this.memory = memory;
    this.operations = new Operations(setup, memory);
  }

  /**
   * Starts to describe a phone.
   *
   * @param mac 12 hex digits in any letter case, with or without {@code :} or {@code -}
   * @return a builder for a GXP2170
   * @throws IllegalArgumentException if it is no such address
   */
  public static GrandstreamPhoneBuilder builder(String mac) {
    return new GrandstreamPhoneBuilder(mac);
  }

  /**
   * Switches the phone off and on, and lets it provision itself, with the restarts this brings. An
   * open prompt is gone.
   *
   * @param faults what goes wrong on the way
   * @return the report; {@link Outcome#APPLIED} if any value changed, {@link Outcome#UNCHANGED} if
   *     a file was taken that says nothing new, {@link Outcome#PROMPT} if a person is asked, {@link
   *     Outcome#NOT_DUE} without any request if the phone would ask the vendor's redirect service
   */
  @Override
  public Round boot(Fault... faults) {
    operations.powerOff();
    return operations.round(true, faults);
  }

  /**
   * Asks for all configuration files as by timer or SIP NOTIFY.
   *
   * @param faults what goes wrong on the way
   * @return the report, as of {@link #boot}; {@link Outcome#PROMPT} without any request while a
   *     prompt is open
   */
  @Override
  public Round resync(Fault... faults) {
    return operations.round(false, faults);
  }

  /**
   * A person types a credential into the open prompt. It is stored, and the phone goes on with the
   * file that was refused.
   *
   * @param user user name as typed
   * @param password password as typed
   * @param faults what goes wrong on the way, requests counted from 1 again
   * @return the report of the rest
   * @throws IllegalStateException if no prompt is open
   * @throws IllegalArgumentException if one is longer than 40 characters or has other characters
   *     than ASCII 33 to 126; the prompt stays open
   */
  public Round answerPrompt(String user, String password, Fault... faults) {
    if (!promptOpen()) {
      throw new IllegalStateException("no prompt is open");
    }
    store(user, password);
    return operations.resume(faults);
  }

  /**
   * Downloads the phone book as by its own timer.
   *
   * @param faults what goes wrong on the way
   * @return the report; {@link Outcome#NOT_DUE} without any request if there is none to ask for
   */
  public Round phonebook(Fault... faults) {
    return operations.phonebook(faults);
  }

  /**
   * A person types path, protocol, user name and password in the phone's web page.
   *
   * @param url the address; its scheme becomes P212, the rest without a slash at the end P237
   * @param user the user name
   * @param password the password
   * @throws IllegalArgumentException if the phone cannot use one of them; then nothing is stored
   */
  @Override
  public void enterManually(String url, String user, String password) {
    PhoneUrl parsed = PhoneUrl.parse(url);
    store(user, password);
    String path = url.substring(url.indexOf("://") + 3);
    memory.values().put(P.SERVER, path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    memory.values().put(P.PROTOCOL, parsed.secure() ? "2" : "1");
  }

  private void store(String user, String password) {
    if (!P.withinLimits(user) || !P.withinLimits(password)) {
      throw new IllegalArgumentException(
          "user and password: expected at most 40 characters of ASCII 33 to 126");
    }
    memory.values().put(P.USER, user);
    memory.values().put(P.PASSWORD, password);
  }

  /**
   * The vendor's redirect service hands over address and credential. The phone asks it at every
   * boot until its server path is another one, unless the local network offers an address.
   *
   * @param url the address
   * @param user the user name
   * @param password the password
   * @return whether the phone asked and took them
   * @throws IllegalArgumentException if the phone cannot use one of them
   */
  @Override
  public boolean redirect(String url, String user, String password) {
    boolean asks = asksRedirect();
    if (asks) {
      enterManually(url, user, password);
    }
    return asks;
  }

  /**
   * The network's DHCP server offers an address in option 43 or 66 from now on.
   *
   * @param url the address, may hold a credential before the host
   */
  public void dhcp(String url) {
    operations.network(new Network(Optional.of(url), operations.network().pnp()));
  }

  /**
   * Something in the network answers the phone's multicast from now on.
   *
   * @param url the address; without a slash at its end it is ignored
   */
  public void pnp(String url) {
    operations.network(new Network(operations.network().dhcp(), Optional.of(url)));
  }

  /** The network offers no address any more. */
  public void networkSilent() {
    operations.network(Network.SILENT);
  }

  /** Clears everything but the firmware; the path is that of the vendor again. */
  @Override
  public void factoryReset() {
    operations.powerOff();
    memory.clear();
  }

  /**
   * Gives the phone another local address from now on.
   *
   * @param address the address to bind to
   */
  @Override
  public void moveTo(InetAddress address) {
    operations.moveTo(address);
  }

  /**
   * MAC address.
   *
   * @return 12 lower-case hex digits
   */
  @Override
  public String mac() {
    return setup.mac();
  }

  /**
   * Running firmware.
   *
   * @return four decimal numbers with dots
   */
  public String firmware() {
    return memory.firmware();
  }

  /**
   * What the phone calls itself in requests.
   *
   * @return the {@code User-Agent} value, which may end with a blank
   */
  public String userAgent() {
    return setup.userAgent(memory.firmware());
  }

  /**
   * Tells whether the display asks for user name and password.
   *
   * @return whether {@link #answerPrompt} would work
   */
  public boolean promptOpen() {
    return operations.prompting();
  }

  /**
   * Stored provisioning address, which the network may beat.
   *
   * @return scheme and path, without a slash at the end; that of the vendor from the factory
   */
  public String storedUrl() {
    return Location.config(setup, memory).base();
  }

  /**
   * Provisioning user name that the phone would show.
   *
   * @return the name, or empty if user name or password is empty
   */
  @Override
  public Optional<String> storedUser() {
    return memory.credential().map(PhoneCredential::user);
  }

  /**
   * Tells whether the phone has exactly this provisioning credential.
   *
   * @param user the user name
   * @param password the password
   * @return whether both are stored
   */
  @Override
  public boolean holds(String user, String password) {
    return memory.get(P.USER).equals(user) && memory.get(P.PASSWORD).equals(password);
  }

  /**
   * Tells whether the phone would ask the vendor's redirect service at its next boot.
   *
   * @return whether nothing else tells it where to go
   */
  public boolean asksRedirect() {
    return operations.asksGaps();
  }

  /**
   * Tells whether an address from DHCP beats the stored one.
   *
   * @return whether P145 is on, as from the factory
   */
  public boolean asksDhcp() {
    return !memory.get(P.DHCP).equals("0");
  }

  /**
   * Tells whether the phone looks for a server by multicast.
   *
   * @return whether P1414 is on, as from the factory
   */
  public boolean asksPnp() {
    return memory.on(P.PNP);
  }

  /**
   * Tells whether the phone checks the certificate of its server.
   *
   * @return whether P8463 is on; it is off from the factory
   */
  public boolean checksServer() {
    return memory.on(P.VERIFY);
  }

  /**
   * One setting.
   *
   * @param name P number such as {@code P237}, or a name as this line spells it
   * @return the value, possibly a secret; empty if it was never given
   */
  public Optional<String> config(String name) {
    String stored = setup.kind().names().read(name, "").map(Names.Setting::name).orElse(name);
    return Optional.ofNullable(memory.values().get(stored));
  }

  /**
   * All settings that were ever given.
   *
   * @return a copy that cannot be changed, secrets included; by P number where the phone itself
   *     reacts to the setting, else as they were named
   */
  public Map<String, String> configuration() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(memory.values()));
  }

  /**
   * SIP accounts that have a user.
   *
   * @return accounts by number, also those switched off
   */
  public List<Account> accounts() {
    return new Accounts(setup.kind(), memory).all();
  }

  @Override
  public Set<String> sipUsers() {
    return accounts().stream()
        .filter(Account::enabled)
        .map(Account::user)
        .collect(Collectors.toSet());
  }

  /**
   * Phone book as last downloaded.
   *
   * @return the XML text, or the empty string
   */
  public String contacts() {
    return memory.phonebook();
  }

  /**
   * Tells whether a login at the phone's own web page works.
   *
   * @param user {@code admin} or {@code user}
   * @param password its password
   * @return whether the phone lets it in
   */
  public boolean webLogin(String user, String password) {
    return switch (user.toLowerCase(Locale.ROOT)) {
      case "admin" -> memory.get(P.ADMIN_PASSWORD).equals(password);
      case "user" -> !password.isEmpty() && memory.get(P.USER_PASSWORD).equals(password);
      default -> false;
    };
  }

  /**
   * After what time at the latest the phone asks again by itself.
   *
   * @return the period, or empty if it waits for a restart or a NOTIFY, or a prompt is open
   */
  public Optional<Duration> nextWakeUp() {
    return operations.nextWakeUp();
  }

  /** MAC, model and firmware, no secret. */
  @Override
  public String toString() {
    return setup.mac() + " (" + setup.model() + " " + firmware() + ")";
  }
}
