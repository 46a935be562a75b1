package org.latchkey.testkit.yealink;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.RoundLog;
import org.latchkey.testkit.phone.SimulatedPhone;

/**
 * A Yealink phone as a provisioning server sees it: it asks for its files over real sockets,
 * answers challenges, keeps what it was told through power cuts, and asks a person when it is
 * refused.
 *
 * <p>Behaviour follows the Yealink SIP-T2x/T4x/T5x administrator guides (auto provisioning) for
 * firmware V70 and later. A configuration is applied when its round ends, so a round goes on to its
 * end with the credential it began with. The phone never sleeps: waiting times go to its {@link
 * org.latchkey.testkit.phone.Waiter}.
 *
 * <p>One phone is used by one thread; many phones may run side by side. No parameter or result is
 * {@code null}. Reports and {@link #toString()} hold no password; {@link #config(String)} does.
 *
 * @since 1.0
 */
public final class YealinkPhone implements SimulatedPhone {
  private final YealinkSetup setup;
  private final Memory memory;
  private final Operations operations;

  YealinkPhone(YealinkSetup setup, Memory memory) {
    this.setup = setup;
    this.memory = memory;
    this.operations = new Operations(setup, memory);
  }

  /**
   * Starts to describe a phone.
   *
   * @param mac 12 hex digits in any letter case, with or without {@code :} or {@code -}
   * @return a builder for a T46S with firmware 66.86.0.15
   * @throws IllegalArgumentException if it is no such address
   */
  public static YealinkPhoneBuilder builder(String mac) {
    return new YealinkPhoneBuilder(mac);
  }

  /**
   * Switches the phone off and on, and lets it make one provisioning round. An open prompt is gone.
   *
   * @param faults what goes wrong on the way
   * @return the report; {@link Outcome#NOT_DUE} without any request if no address is known or
   *     provisioning at power-on is switched off
   */
  @Override
  public Round boot(Fault... faults) {
    operations.powerOff();
    if (!provisionsAtPowerOn()) {
      return new RoundLog(setup.waiter()).finish(Outcome.NOT_DUE, nextWakeUp());
    }
    return operations.round(faults);
  }

  /**
   * Makes one provisioning round as by timer, key or SIP NOTIFY.
   *
   * @param faults what goes wrong on the way
   * @return the report; {@link Outcome#PROMPT} without any request while a prompt is open
   */
  @Override
  public Round resync(Fault... faults) {
    return operations.round(faults);
  }

  /**
   * A person types a credential into the open prompt. It is stored, and what was interrupted goes
   * on with the file that was refused.
   *
   * @param user user name as typed
   * @param password password as typed
   * @param faults what goes wrong on the way, requests counted from 1 again
   * @return the report of the rest
   * @throws IllegalStateException if no prompt is open
   */
  public Round answerPrompt(String user, String password, Fault... faults) {
    return operations.resume(user, password, faults);
  }

  /**
   * Uploads the user's own changes as {@code <mac>-local.cfg}.
   *
   * @param content the file
   * @param faults what goes wrong on the way
   * @return the report, {@link Outcome#UPLOADED} if the server took it
   */
  public Round putLocalConfig(String content, Fault... faults) {
    return operations.upload(Locations::localConfig, "text/plain", content, faults);
  }

  /**
   * Uploads the contacts as {@code <mac>-contact.xml}.
   *
   * @param content the file
   * @param faults what goes wrong on the way
   * @return the report, {@link Outcome#UPLOADED} if the server took it
   */
  public Round putContacts(String content, Fault... faults) {
    return operations.upload(Locations::contacts, "text/xml", content, faults);
  }

  /**
   * A person types only the provisioning address; a stored credential is cleared.
   *
   * @param url the address, may hold a credential before the host
   * @throws IllegalArgumentException if the phone cannot use it
   */
  public void enterManually(String url) {
    new Locations(setup, url);
    operations.closePrompt();
    memory.server(url);
    memory.forgetCredential();
  }

  /**
   * A person types address, user name and password in the menu or on the phone's web page.
   *
   * @param url the address
   * @param user the user name
   * @param password the password
   * @throws IllegalArgumentException if the phone cannot use the address
   */
  @Override
  public void enterManually(String url, String user, String password) {
    enterManually(url);
    memory.credential(user, password);
  }

  /**
   * The vendor's redirect server hands over an address only. The phone asks it only if it has no
   * address yet.
   *
   * @param url the address
   * @return whether the phone took it
   * @throws IllegalArgumentException if the phone cannot use it
   */
  public boolean redirect(String url) {
    if (storedUrl().isPresent()) {
      return false;
    }
    enterManually(url);
    return true;
  }

  /**
   * The vendor's redirect server hands over address and credential. The phone asks it only if it
   * has no address yet.
   *
   * @param url the address
   * @param user the user name
   * @param password the password
   * @return whether the phone took them
   * @throws IllegalArgumentException if the phone cannot use the address
   */
  @Override
  public boolean redirect(String url, String user, String password) {
    boolean taken = redirect(url);
    if (taken) {
      memory.credential(user, password);
    }
    return taken;
  }

  /** Clears everything but the firmware. */
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
    return memory.firmware().version();
  }

  /**
   * What the phone calls itself in requests.
   *
   * @return the {@code User-Agent} value
   */
  public String userAgent() {
    return setup.userAgent(memory.firmware(), memory.settings());
  }

  /**
   * What the display asks for.
   *
   * @return {@link Prompt#NONE} if nothing
   */
  public Prompt prompt() {
    return operations.prompt();
  }

  /**
   * Stored provisioning address.
   *
   * @return the address, or empty if the phone has none
   */
  public Optional<String> storedUrl() {
    return memory.settings().text(Settings.URL);
  }

  /**
   * Stored provisioning user name.
   *
   * @return the name, or empty if the phone has none
   */
  @Override
  public Optional<String> storedUser() {
    return memory.settings().text(Settings.USER);
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
    return memory.credential().map(c -> c.is(user, password)).orElse(false);
  }

  /**
   * One setting of the merged configuration.
   *
   * @param key the setting's full name
   * @return the value, possibly a secret; empty if it has its default
   */
  public Optional<String> config(String key) {
    return Optional.ofNullable(memory.config().get(key));
  }

  /**
   * The merged configuration.
   *
   * @return a copy that cannot be changed, in the order the settings came, secrets included
   */
  public Map<String, String> configuration() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(memory.config()));
  }

  /**
   * SIP accounts of which any setting is known.
   *
   * @return accounts by number, also those switched off
   */
  public List<Account> accounts() {
    return new Accounts(memory.config()).all();
  }

  @Override
  public Set<String> sipUsers() {
    return accounts().stream()
        .filter(Account::enabled)
        .map(Account::user)
        .collect(Collectors.toSet());
  }

  /**
   * Contacts as last loaded from the server.
   *
   * @return the XML text, or the empty string
   */
  public String contacts() {
    return memory.contacts();
  }

  /**
   * Tells whether a login at the phone's own web page works.
   *
   * @param user name of the login, such as {@code admin}
   * @param password its password
   * @return whether the phone lets it in
   */
  public boolean webLogin(String user, String password) {
    return password.equals(memory.logins().get(user));
  }

  /**
   * Tells whether the phone looks for a server by PnP multicast.
   *
   * @return whether it is on, as from the factory
   */
  public boolean asksPnp() {
    return memory.settings().on("auto_provision.pnp_enable", true);
  }

  /**
   * Tells whether the phone takes an address from DHCP options.
   *
   * @return whether it is on, as from the factory
   */
  public boolean asksDhcp() {
    return memory.settings().on("auto_provision.dhcp_option.enable", true);
  }

  /**
   * Tells whether the start screen offers the provisioning form.
   *
   * @return whether it is on; it is off from the factory
   */
  public boolean offersZeroTouch() {
    return memory.settings().on("zero_touch.enable", false);
  }

  /**
   * Tells whether the phone provisions itself at power-on.
   *
   * @return whether it is on, as from the factory
   */
  public boolean provisionsAtPowerOn() {
    return memory.settings().on("auto_provision.power_on", true);
  }

  /**
   * After what time the phone asks again by itself, counted from the end of a round.
   *
   * @return the period, or empty if it is switched off or a prompt is open
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
