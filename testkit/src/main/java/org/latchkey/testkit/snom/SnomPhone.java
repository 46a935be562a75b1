package org.latchkey.testkit.snom;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.PhoneCredential;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.RoundLog;
import org.latchkey.testkit.phone.SimulatedPhone;

/**
 * A Snom phone as a provisioning server sees it: it finds its address, asks for its files over real
 * sockets, answers challenges, and takes over what it reads.
 *
 * <p>Every request goes out without credential first; after a 401 it is sent once more with one,
 * and a second 401 ends the cycle. A desk phone writes each file as soon as it was read, so later
 * requests of the same cycle show the credential of that file; a conference phone writes all of
 * them at the end and restarts. Nothing is ever uploaded. It never sleeps: waiting times go to its
 * {@link org.latchkey.testkit.phone.Waiter}.
 *
 * <p>One phone is used by one thread; many phones may run side by side. No parameter or result is
 * {@code null}. Reports and {@link #toString()} hold no password; {@link #config(String)} does.
 *
 * @since 1.0
 */
public final class SnomPhone implements SimulatedPhone {
  private final SnomSetup setup;
  private final Memory memory;
  private final Operations operations;

  SnomPhone(SnomSetup setup, Memory memory) {
    this.setup = setup;
    this.memory = memory;
    this.operations = new Operations(setup, memory);
  }

  /**
   * Starts to describe a phone.
   *
   * @param mac 12 hex digits in any letter case, with or without {@code :} or {@code -}
   * @return a builder for a D785
   * @throws IllegalArgumentException if it is no such address
   */
  public static SnomPhoneBuilder builder(String mac) {
    return new SnomPhoneBuilder(mac);
  }

  /**
   * Switches the phone off and on: it registers the accounts that it has, finds its address and
   * asks for its configuration, with the restarts that this brings. As long as its settings have no
   * address, the redirection service hands out its own and its credential again.
   *
   * @param faults what goes wrong on the way
   * @return the report; {@link Outcome#NOT_DUE} without any request if there is no address, or if a
   *     conference phone was told not to ask at this moment
   */
  @Override
  public Round boot(Fault... faults) {
    return operations.round(true, faults);
  }

  /**
   * Lets the phone ask again, as at its interval. A conference phone is idle for a minute before.
   *
   * @param faults what goes wrong on the way
   * @return the report
   */
  @Override
  public Round resync(Fault... faults) {
    return operations.round(false, faults);
  }

  /**
   * A SIP NOTIFY {@code check-sync} comes, which a conference phone heeds only if it was told to.
   *
   * @param reboot whether it says {@code reboot=true}; a conference phone does not read that
   * @param faults what goes wrong on the way
   * @return the report
   */
  public Round checkSync(boolean reboot, Fault... faults) {
    if (!setup.generation().conference()) {
      return operations.round(reboot, faults);
    }
    return memory.on("provisioning.remote_check_sync_enable", false)
        ? operations.round(false, faults)
        : new RoundLog(setup.waiter()).finish(Outcome.NOT_DUE, nextPoll());
  }

  /**
   * The vendor's redirection service has an address and a credential for this phone from now on. It
   * keeps them over a factory reset, and they come at each boot at which the phone asks for them.
   *
   * @param url provisioning address
   * @param user user name
   * @param password password
   * @return whether the phone would ask at its next boot
   */
  @Override
  public boolean redirect(String url, String user, String password) {
    operations.sources().redirect(url, user, password);
    return asksRedirect();
  }

  /**
   * The network answers SIP PnP with an address from now on.
   *
   * @param url the address, may hold a credential before the host
   */
  public void pnp(String url) {
    operations.sources().pnp(Optional.of(url));
  }

  /**
   * The network's DHCP server offers an address from now on.
   *
   * @param url the address, may hold a credential before the host
   */
  public void dhcp(String url) {
    operations.sources().dhcp(Optional.of(url));
  }

  /** The network offers no address any more; the redirection service stays as it is. */
  public void networkSilent() {
    operations.sources().pnp(Optional.empty());
    operations.sources().dhcp(Optional.empty());
  }

  /**
   * A person types address, user name and password.
   *
   * @param url provisioning address
   * @param user user name
   * @param password password
   * @throws IllegalStateException if the server has made one of the three settings read-only at the
   *     phone; nothing has changed then
   */
  @Override
  public void enterManually(String url, String user, String password) {
    Keys keys = memory.keys();
    memory.type(Map.of(keys.server(), url, keys.user(), user, keys.password(), password));
  }

  /**
   * A person types only the address; the credential in the settings stays.
   *
   * @param url the address, may hold a credential before the host
   * @throws IllegalStateException if the address is read-only at the phone
   */
  public void enterManually(String url) {
    memory.type(Map.of(memory.keys().server(), url));
  }

  /**
   * A person changes a setting at the phone.
   *
   * @param key name of the setting, as in {@link #config(String)}
   * @param value its new value
   * @throws IllegalStateException if the setting is read-only at the phone
   */
  public void changeAtPhone(String key, String value) {
    memory.type(Map.of(key, value));
  }

  /** Clears everything but the firmware. What the network offers stays. */
  @Override
  public void factoryReset() {
    memory.clear();
    operations.sources().forget();
  }

  @Override
  public void moveTo(InetAddress address) {
    operations.moveTo(address);
  }

  @Override
  public String mac() {
    return setup.mac();
  }

  /**
   * Running firmware.
   *
   * @return decimal numbers with dots
   */
  public String firmware() {
    return memory.firmware().text();
  }

  /**
   * What the phone calls itself in requests.
   *
   * @return the {@code User-Agent} value, or empty if it sends none
   */
  public Optional<String> userAgent() {
    return new Header(setup, memory).value();
  }

  /**
   * The address in the settings. What comes from the network is not written there.
   *
   * @return the address, or empty if there is none
   */
  public Optional<String> storedUrl() {
    return memory.server();
  }

  /**
   * The user name that the phone would show to the server of its address: that of the address or
   * that of the settings, as the phone was built.
   *
   * @return the name, empty if it has none
   */
  @Override
  public Optional<String> storedUser() {
    return operations.sources().pair().map(PhoneCredential::user);
  }

  @Override
  public boolean holds(String user, String password) {
    return operations.sources().pair().filter(p -> p.is(user, password)).isPresent();
  }

  /**
   * Tells whether the phone would ask the vendor's redirection service at its next boot.
   *
   * @return whether its settings have no address and do not leave the service out
   */
  public boolean asksRedirect() {
    return operations.sources().asksRedirection();
  }

  /**
   * One setting.
   *
   * @param key its name, with the index in brackets if it has one, such as {@code user_name[1]}; of
   *     a conference phone the path, such as {@code sip_account.1.user_id}
   * @return the value, possibly a secret; empty if it has its default
   */
  public Optional<String> config(String key) {
    return Optional.ofNullable(memory.values().get(key));
  }

  /**
   * The settings that do not have their default.
   *
   * @return a copy, secrets included
   */
  public Map<String, String> configuration() {
    return new TreeMap<>(memory.values());
  }

  /**
   * What the server said about a person's changes of a setting.
   *
   * @param key name of the setting
   * @return the attribute {@code perm} as sent, or empty if there was none
   */
  public Optional<String> permission(String key) {
    return memory.permission(key);
  }

  @Override
  public Set<String> sipUsers() {
    return new Lines(setup, memory).users();
  }

  /**
   * After what time the phone asks again by itself.
   *
   * @return the time from now, or empty if it will not
   */
  public Optional<Duration> nextPoll() {
    return operations.polling().next();
  }

  /** MAC, model and firmware, no secret. */
  @Override
  public String toString() {
    return setup.mac() + " (" + setup.type() + " " + firmware() + ")";
  }
}
