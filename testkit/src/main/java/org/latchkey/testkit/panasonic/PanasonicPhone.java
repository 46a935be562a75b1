package org.latchkey.testkit.panasonic;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.PhoneCredential;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.SimulatedPhone;

/**
 * A Panasonic desk phone or DECT base as a provisioning server sees it: it looks for a bootstrap
 * address, asks for its files over real sockets, answers a Basic challenge with the credential of
 * the address at hand, and takes over each file as soon as it was read.
 *
 * <p>Behaviour follows the administrator guides of 2010 to 2017 and what other provisioners do for
 * these phones. Where both are silent the choice is said at the member, and where it matters it is
 * an option of the builder. It never sleeps: waiting times go to its {@link
 * org.latchkey.testkit.phone.Waiter}.
 *
 * <p>One phone is used by one thread; many phones may run side by side. No parameter or result is
 * {@code null}. Reports and {@link #toString()} hold no password; {@link #config(String)} does.
 *
 * @since 1.0
 */
public final class PanasonicPhone implements SimulatedPhone {
  private final PanasonicSetup setup;
  private final Memory memory;
  private final Network network = new Network();
  private final Bootstrap bootstrap;
  private final Credentials credentials;
  private final Operations operations;

  PanasonicPhone(PanasonicSetup setup, Memory memory) {
    this.setup = setup;
    this.memory = memory;
    this.bootstrap = new Bootstrap(setup, memory, network);
    this.credentials = new Credentials(setup, memory, bootstrap);
    this.operations = new Operations(setup, memory, bootstrap, credentials);
  }

  /**
   * Starts to describe a phone.
   *
   * @param mac 12 hex digits in any letter case, with or without {@code :} or {@code -}
   * @return a builder for a KX-HDV230
   * @throws IllegalArgumentException if it is no such address
   */
  public static PanasonicPhoneBuilder builder(String mac) {
    return new PanasonicPhoneBuilder(mac);
  }

  /**
   * Switches the phone off and on: it asks for the bootstrap file if a source answers that is not
   * switched off, then for the files it has addresses of, then for firmware.
   *
   * @param faults what goes wrong on the way
   * @return the report; {@link Outcome#APPLIED} if a file said anything new, else {@link
   *     Outcome#UNCHANGED} if any file with a parameter could be had, {@link Outcome#FAILED} or
   *     {@link Outcome#NOTHING_FOUND} if none could, {@link Outcome#NOT_DUE} without any request if
   *     the phone knows no address or provisioning is off
   */
  @Override
  public Round boot(Fault... faults) {
    operations.forget();
    return operations.round(true, faults);
  }

  /**
   * Asks for the files again, as at its interval or after a failure. The bootstrap file comes first
   * only while no file has an address, which the guides do not tell.
   *
   * @param faults what goes wrong on the way
   * @return the report, as of {@link #boot}
   */
  @Override
  public Round resync(Fault... faults) {
    return operations.round(false, faults);
  }

  /**
   * A SIP NOTIFY arrives.
   *
   * @param event its {@code Event} line: with the value of {@code CFG_RESYNC_FROM_SIP}, from the
   *     factory {@code check-sync}, the phone asks for its files; with {@code ;reboot=true} behind
   *     it, a KX-TGP500 restarts
   * @param faults what goes wrong on the way
   * @return the report, {@link Outcome#NOT_DUE} if the phone ignores the event
   */
  public Round checkSync(String event, Fault... faults) {
    String wanted = config("CFG_RESYNC_FROM_SIP").orElse("check-sync");
    if (event.equals(wanted)) {
      return resync(faults);
    }
    boolean restart = setup.family() == Family.TGP500 && event.equals(wanted + ";reboot=true");
    return restart ? boot(faults) : operations.notDue();
  }

  /**
   * The network or the vendor's redirect service has an address for the phone from now on.
   *
   * @param source who offers it
   * @param url the address, may hold a credential and macros. From DHCP and PnP it is the folder of
   *     {@code {MODEL}.cfg} unless it names a {@code .cfg} or {@code .xml} file
   */
  public void offer(Source source, String url) {
    network.offer(source, url);
  }

  /**
   * The network's DHCP server names a file in option 67 instead of {@code {MODEL}.cfg}.
   *
   * @param name the file's name, macros allowed
   */
  public void offerBootFile(String name) {
    network.bootFile(name);
  }

  /** Nobody offers an address any more. */
  public void offerNothing() {
    network.silence();
  }

  /**
   * The vendor's redirect service has an address with a credential in it from now on. A flat phone
   * asks it while no file has an address, a KX-UTG at every start.
   *
   * @param url the address; one that ends with a slash is completed with {@code {MODEL}.cfg}
   * @param user the user name
   * @param password the password
   * @return whether the phone will ask there at its next start
   */
  @Override
  public boolean redirect(String url, String user, String password) {
    network.offer(Source.REDIRECT, Addresses.withCredential(url, user, password));
    return bootstrapSource().filter(Source.REDIRECT::equals).isPresent();
  }

  /**
   * A person types an address with a credential in it into the field that was chosen with {@link
   * PanasonicPhoneBuilder#typedInto}; on a KX-UTG into the fields made for it, which silences all
   * other sources.
   *
   * @param url the address; one that ends with a slash is completed with {@code Config{MAC}.cfg},
   *     on a KX-UTG with {@code {MODEL}.cfg}, as the phone insists on a file
   * @param user the user name
   * @param password the password
   */
  @Override
  public void enterManually(String url, String user, String password) {
    if (setup.family().xml()) {
      memory.type(Settings.TYPED_URL, Addresses.withFile(url, Addresses.MODEL_FILE));
      memory.type(Settings.TYPED_USER, user);
      memory.type(Settings.TYPED_PASSWORD, password);
    } else {
      String file = Addresses.withFile(url, Addresses.DEVICE_FILE);
      setInWeb(setup.typedInto().parameter(), Addresses.withCredential(file, user, password));
    }
  }

  /**
   * A person sets one parameter on the phone's web page. It counts at once. On KX-UT, KX-TGP500,
   * KX-UDS and KX-UTG it outranks every file, unless a KX-UTG is told {@code perm="!"}; on others
   * it lasts until a file names it.
   *
   * @param name the parameter
   * @param value its value
   */
  public void setInWeb(String name, String value) {
    memory.type(name, value);
  }

  /** Clears everything but the firmware. What the network and the redirect service say stays. */
  @Override
  public void factoryReset() {
    operations.forget();
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
   * @return the version as the phone tells it
   */
  public String firmware() {
    return memory.firmware();
  }

  /**
   * What the phone calls itself in requests.
   *
   * @return the {@code User-Agent} value, or empty if the configuration cleared it
   */
  public Optional<String> userAgent() {
    return config(Settings.USER_AGENT).map(text -> setup.expand(text, firmware()));
  }

  /**
   * Where the next start would take the bootstrap address from.
   *
   * @return the source, or empty if the phone asks none or none answers
   */
  public Optional<Source> bootstrapSource() {
    return bootstrap.source();
  }

  /**
   * Address of a file as the phone keeps it.
   *
   * @param url which
   * @return the address, macros not filled in and perhaps with a credential; empty if there is none
   */
  public Optional<String> storedUrl(ConfigUrl url) {
    return config(url.parameter());
  }

  /**
   * The user name for the strongest file that has an address, or if none has for what is asked
   * first. Others may be shown to other addresses.
   *
   * @return the name, or empty if there is none
   */
  @Override
  public Optional<String> storedUser() {
    return credentials.own().map(PhoneCredential::user);
  }

  /**
   * Tells whether this is the credential of {@link #storedUser()}.
   *
   * @param user the user name
   * @param password the password
   * @return whether both are the same
   */
  @Override
  public boolean holds(String user, String password) {
    return credentials.own().map(c -> c.is(user, password)).orElse(false);
  }

  /**
   * One parameter.
   *
   * @param name its name, on KX-UTG with {@code _n} behind those of line n
   * @return the value that counts, possibly a secret; empty if it has its default or was cleared
   */
  public Optional<String> config(String name) {
    return memory.settings().text(name);
  }

  /**
   * All parameters as they count.
   *
   * @return a copy that cannot be changed, secrets included; cleared ones are there and empty
   */
  public Map<String, String> configuration() {
    return Collections.unmodifiableMap(memory.values());
  }

  @Override
  public Set<String> sipUsers() {
    return new Lines(memory.values()).users();
  }

  /**
   * Tells whether a login at the phone's own web page works.
   *
   * @param user name of the login
   * @param password its password
   * @return whether the phone lets it in
   */
  public boolean webLogin(String user, String password) {
    boolean admin =
        user.equals(config("ADMIN_ID").orElse("admin"))
            && password.equals(config("ADMIN_PASS").orElse("adminpass"));
    String ownPassword = config("USER_PASS").orElse(setup.family().userPassword());
    return admin || (user.equals(config("USER_ID").orElse("user")) && password.equals(ownPassword));
  }

  /**
   * After what time the phone asks again by itself: at {@code CFG_RESYNC_TIME} by the builder's
   * clock, else {@code CFG_RTRY_INTVL} after a failure, else by {@code CFG_CYCLIC}.
   *
   * @return the time, or empty if it will not
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
