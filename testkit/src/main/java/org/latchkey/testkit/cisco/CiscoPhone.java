package org.latchkey.testkit.cisco;

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
import org.latchkey.testkit.phone.PhoneCredential;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.SimulatedPhone;

/**
 * A Cisco phone or adapter as a provisioning server sees it: it evaluates its profile rules over
 * real sockets, answers challenges with what the rule itself says, stores each profile as soon as
 * it is read, and restarts if anything changed.
 *
 * <p>Behaviour follows Cisco's guides for multiplatform phones, SPA and ATA devices and templates
 * from the field. Where they leave a choice, the builder has it. The phone never sleeps: waiting
 * times go to its {@link org.latchkey.testkit.phone.Waiter}.
 *
 * <p>One phone is used by one thread; many phones may run side by side. No parameter or result is
 * {@code null}. Reports and {@link #toString()} hold no password; {@link #config(String)} does.
 *
 * @since 1.0
 */
public final class CiscoPhone implements SimulatedPhone {
  private final CiscoSetup setup;
  private final Memory memory;
  private final Dhcp dhcp;
  private final Operations operations;

  CiscoPhone(CiscoSetup setup, Memory memory, Dhcp dhcp) {
    this.setup = setup;
    this.memory = memory;
    this.dhcp = dhcp;
    this.operations = new Operations(setup, memory, dhcp);
  }

  /**
   * Starts to describe a phone.
   *
   * @param mac 12 hex digits in any letter case, with or without {@code :} or {@code -}
   * @return a builder for a multiplatform 8851
   * @throws IllegalArgumentException if it is no such address
   */
  public static CiscoPhoneBuilder builder(String mac) {
    return new CiscoPhoneBuilder(mac);
  }

  /**
   * Switches the phone off and on. It waits at random, evaluates its rules, and starts again if
   * anything changed: a phone that gets a new credential shows it in the same report.
   *
   * @param faults what goes wrong on the way
   * @return the report; {@link Outcome#APPLIED} if anything changed, even if a later rule failed;
   *     {@link Outcome#PROMPT} if the screen for the account opened; {@link Outcome#NOTHING_FOUND}
   *     if the server has no such file; {@link Outcome#NOT_DUE} without any request if no rule
   *     leads to a server
   */
  @Override
  public Round boot(Fault... faults) {
    return operations.boot(faults);
  }

  /**
   * Evaluates the rules as by timer, as a repetition after a failure, or by NOTIFY.
   *
   * @param faults what goes wrong on the way
   * @return the report, as of {@link #boot}
   */
  @Override
  public Round resync(Fault... faults) {
    return operations.resync(faults);
  }

  /**
   * Goes once to another rule, as after {@code NOTIFY} with {@code resync;profile=} or by the
   * phone's web page. The rule is not stored.
   *
   * @param rule a rule
   * @param faults what goes wrong on the way
   * @return the report, as of {@link #boot}
   */
  public Round resyncTo(String rule, Fault... faults) {
    return operations.resyncTo(rule, faults);
  }

  /**
   * A person types the account on the open screen, and the phone tries again.
   *
   * @param user user name as typed
   * @param password password as typed
   * @param faults what goes wrong on the way
   * @return the report, as of {@link #boot}
   * @throws IllegalStateException if the screen is not open
   */
  public Round answerPrompt(String user, String password, Fault... faults) {
    if (!operations.asksForAccount()) {
      throw new IllegalStateException("no screen is open");
    }
    enterAccount(user, password);
    return operations.resync(faults);
  }

  /**
   * Tells whether "Profile account setup" is on the display.
   *
   * @return whether {@link #answerPrompt} is possible
   */
  public boolean asksForAccount() {
    return operations.asksForAccount();
  }

  /**
   * A person types the account in the menu. It counts for rules without a credential.
   *
   * @param user user name as typed
   * @param password password as typed
   * @throws IllegalStateException if the phone has no such menu
   */
  public void enterAccount(String user, String password) {
    if (!memory.family().profileAccount()) {
      throw new IllegalStateException("no menu for an account");
    }
    memory.account(new PhoneCredential(user, password));
    operations.closeScreen();
  }

  /**
   * A person types a profile rule, in the menu or on the phone's web page.
   *
   * @param rule the rule, in full grammar
   */
  public void enterManually(String rule) {
    if (memory.customization() == Memory.Customization.OPEN) {
      memory.customization(Memory.Customization.ABORTED);
    }
    memory.put(Pass.PRIMARY, rule);
  }

  /**
   * A person types a rule with a credential in its bracket. A phone whose rules know no credential
   * gets the address alone.
   *
   * @param url the address
   * @param user the user name
   * @param password the password
   */
  @Override
  public void enterManually(String url, String user, String password) {
    enterManually(rule(url, user, password));
  }

  /**
   * The vendor's redirect service fills the profile rule. It is asked only by a phone that knows
   * it, was not told anything by a person, and got no profile from an address of DHCP.
   *
   * @param url the address
   * @param user the user name, empty for a rule without credential
   * @param password the password
   * @return whether the phone took them
   */
  @Override
  public boolean redirect(String url, String user, String password) {
    if (!asksRedirect()) {
      return false;
    }
    memory.put(Pass.PRIMARY, rule(url, user, password));
    memory.customization(Memory.Customization.ACQUIRED);
    return true;
  }

  private String rule(String url, String user, String password) {
    boolean bracket = memory.family().ruleCredentials() && !user.isEmpty();
    return bracket ? "[--uid " + user + " --pwd " + password + "] " + url : url;
  }

  /**
   * Tells whether the phone would ask the vendor's redirect service.
   *
   * @return whether nobody else told it where to go; with an address of DHCP that is known only
   *     after a boot
   */
  public boolean asksRedirect() {
    return memory.family().asksRedirectService()
        && memory.customization() == Memory.Customization.OPEN
        && operations.networkLeadsNowhere();
  }

  /**
   * The network's DHCP server offers an address from now on.
   *
   * @param option the option's number
   * @param value as of {@link CiscoPhoneBuilder#dhcp}
   */
  public void dhcp(int option, String value) {
    dhcp.offer(option, value);
  }

  /** The network's DHCP server offers no address any more. */
  public void dhcpSilent() {
    dhcp.silent();
  }

  /**
   * Sends the configuration to {@code Report_Rule}, as on request.
   *
   * @param faults what goes wrong on the way
   * @return the report, {@link Outcome#UPLOADED} if every server took it; {@link Outcome#NOT_DUE}
   *     without such a rule
   */
  public Round report(Fault... faults) {
    return operations.report(Duration.ZERO, faults);
  }

  /**
   * A person changes parameters at the phone. They count at once, and are reported if {@code
   * Report_To_Server} says so.
   *
   * @param values values by parameter name
   * @param faults what goes wrong on the way
   * @return the report, as of {@link #report}
   */
  public Round changeAtPhone(Map<String, String> values, Fault... faults) {
    values.forEach(memory::put);
    boolean told = memory.get("Report_To_Server").equals("On Local Change");
    String delay = memory.get("Upload_Delay_On_Local_Change");
    long seconds = delay.matches("\\d{1,6}") ? Long.parseLong(delay) : 0;
    return told ? operations.report(Duration.ofSeconds(seconds), faults) : operations.nothing();
  }

  /**
   * Sends a problem report to {@code PRT_Upload_Rule}.
   *
   * @param user what it says as user name
   * @param archive the packed logs
   * @param faults what goes wrong on the way
   * @return the report, {@link Outcome#UPLOADED} if the server took it; {@link Outcome#NOT_DUE}
   *     without such a rule
   */
  public Round reportProblem(String user, byte[] archive, Fault... faults) {
    return operations.problem(user, archive, faults);
  }

  /** Clears everything but the firmware. The network stays as it is. */
  @Override
  public void factoryReset() {
    operations.powerOn();
    memory.clear(setup.resetKeepsAccount());
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
   * What the phone calls itself in requests.
   *
   * @return the {@code User-Agent} value
   */
  public String userAgent() {
    return setup.userAgent(memory);
  }

  /**
   * Running firmware.
   *
   * @return what {@code $SWVER} stands for
   */
  public String firmware() {
    return memory.firmware().load();
  }

  /**
   * The credential's user name: that of the rule in force, else that of the account.
   *
   * @return the name, empty if neither has one
   */
  @Override
  public Optional<String> storedUser() {
    return credential().map(PhoneCredential::user);
  }

  @Override
  public boolean holds(String user, String password) {
    return credential().map(c -> c.is(user, password)).orElse(false);
  }

  private Optional<PhoneCredential> credential() {
    return new StoredCredential(setup, memory, dhcp).find();
  }

  /**
   * One parameter.
   *
   * @param name its full name, nested ones with slashes
   * @return the value, possibly a secret, that of the factory if no other is stored; empty if it
   *     has none
   */
  public Optional<String> config(String name) {
    return Optional.of(memory.get(name)).filter(v -> !v.isEmpty());
  }

  /**
   * The stored parameters.
   *
   * @return a copy that cannot be changed, in the order they came, secrets included
   */
  public Map<String, String> configuration() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(memory.values()));
  }

  /**
   * What the user may do with a parameter.
   *
   * @param name its full name
   * @return {@code na}, {@code ro} or {@code rw}; empty if no profile said so
   */
  public Optional<String> access(String name) {
    return Optional.ofNullable(memory.access().get(name));
  }

  /**
   * Lines with a SIP user.
   *
   * @return lines by number, also those switched off
   */
  public List<Line> lines() {
    return new Lines(memory, setup.model()).all();
  }

  @Override
  public Set<String> sipUsers() {
    return lines().stream().filter(Line::enabled).map(Line::user).collect(Collectors.toSet());
  }

  /**
   * After what time the phone asks again by itself, counted from the end of the last round.
   *
   * @return the time, zero for a phone that repeats at once; empty if it will not
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
