package org.latchkey.testkit.cisco;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.latchkey.testkit.phone.SettableClock;
import org.latchkey.testkit.phone.SimulatedPhoneBuilder;

/**
 * Describes a {@link CiscoPhone} before it exists. Each call checks its value at once.
 *
 * <p>{@link #honoursStale} has no effect: these phones repeat after any second 401.
 *
 * <p>For one thread. No parameter is ever {@code null}.
 *
 * @since 1.0
 */
public final class CiscoPhoneBuilder extends SimulatedPhoneBuilder<CiscoPhoneBuilder> {
  private final Dhcp dhcp = new Dhcp();
  private CiscoModel model = CiscoModel.CP_8851;
  private Optional<String> serial = Optional.empty();
  private Optional<String> keyDigest = Optional.empty();
  private boolean clientCertificate = true;
  private boolean bootstrapComesBack;
  private boolean laterRulesAtOnce = true;
  private boolean restartsAfterChange = true;
  private boolean walksOnAfterRefusal = true;
  private boolean credentialToOtherHosts = true;
  private boolean resetKeepsAccount;
  private boolean secretMacros = true;
  private EmptyValue emptyValue = EmptyValue.CLEARS;
  private Duration flashTime = Duration.ofMinutes(5);
  private Clock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));

  CiscoPhoneBuilder(String mac) {
    super(mac);
  }

  @Override
  protected CiscoPhoneBuilder self() {
    return this;
  }

  /**
   * Sets the kind of phone, with its firmware and habits. Default: {@link CiscoModel#CP_8851}.
   *
   * @param kind the kind
   * @return this builder
   */
  public CiscoPhoneBuilder model(CiscoModel kind) {
    model = kind;
    return this;
  }

  /**
   * Sets the serial number. Default: one that ends like the MAC.
   *
   * @param number letters and digits
   * @return this builder
   * @throws IllegalArgumentException if it has another form
   */
  public CiscoPhoneBuilder serial(String number) {
    if (!number.matches("[A-Za-z0-9]{1,20}")) {
      throw new IllegalArgumentException("serial: expected letters and digits, got " + number);
    }
    serial = Optional.of(number);
    return this;
  }

  /**
   * Lets the network's DHCP server offer an address.
   *
   * @param option the option's number, such as 66
   * @param value an address, a host, two of them with a semicolon in between, or a rule with a
   *     bracket
   * @return this builder
   */
  public CiscoPhoneBuilder dhcp(int option, String value) {
    dhcp.offer(option, value);
    return this;
  }

  /**
   * Lets the network offer an address in option 66 to which the phone goes first at every boot, for
   * ever, and only then to what its own rule says. It stops when {@code DHCP_Option_To_Use} names
   * the option no more.
   *
   * @param value an address, with {@code [--uid U --pwd P]} before it if the global password comes
   *     along
   * @return this builder
   */
  public CiscoPhoneBuilder bootstrapAtEveryBoot(String value) {
    bootstrapComesBack = true;
    return dhcp(66, value);
  }

  /**
   * Sets whether values that a rule delivers for the rules behind it count in the same pass, which
   * is unconfirmed. Default: yes.
   *
   * @param sameRound false if they count only after the restart
   * @return this builder
   */
  public CiscoPhoneBuilder laterRulesAtOnce(boolean sameRound) {
    laterRulesAtOnce = sameRound;
    return this;
  }

  /**
   * Sets whether the phone restarts when a pass changed anything; which parameters need that is
   * unconfirmed. Default: yes.
   *
   * @param restarts false for a phone that goes on and shows a new credential at its interval
   * @return this builder
   */
  public CiscoPhoneBuilder restartsAfterChange(boolean restarts) {
    restartsAfterChange = restarts;
    return this;
  }

  /**
   * Sets whether the next address that DHCP stands for is tried after a 401, which is unconfirmed.
   * Default: yes.
   *
   * @param walks false to stop there
   * @return this builder
   */
  public CiscoPhoneBuilder walksOnAfterRefusal(boolean walks) {
    walksOnAfterRefusal = walks;
    return this;
  }

  /**
   * Sets whether a redirect to another host may see the credential, which is unconfirmed. Default:
   * yes.
   *
   * @param shown false to show it to the first host only
   * @return this builder
   */
  public CiscoPhoneBuilder credentialToOtherHosts(boolean shown) {
    credentialToOtherHosts = shown;
    return this;
  }

  /**
   * Sets whether the typed account survives a factory reset, which is unconfirmed. Default: no.
   *
   * @param kept true to keep it
   * @return this builder
   */
  public CiscoPhoneBuilder resetKeepsAccount(boolean kept) {
    resetKeepsAccount = kept;
    return this;
  }

  /**
   * Sets whether {@code $SA} to {@code $SD} count in user name and password, of which the guide
   * says two things. In keys they always do. Default: yes.
   *
   * @param expanded false to show them as they are written
   * @return this builder
   */
  public CiscoPhoneBuilder secretMacrosInCredential(boolean expanded) {
    secretMacros = expanded;
    return this;
  }

  /**
   * Sets what an empty element does. Default: {@link EmptyValue#CLEARS}.
   *
   * @param meaning one of the guide's three statements
   * @return this builder
   */
  public CiscoPhoneBuilder emptyValue(EmptyValue meaning) {
    emptyValue = meaning;
    return this;
  }

  /**
   * Sets what keys of encrypted profiles are derived with. Default: SHA-256 for multiplatform
   * phones and PhoneOS, MD5 for all others; for the ATA191 that is a guess.
   *
   * @param digest {@code MD5} or {@code SHA-256}
   * @return this builder
   * @throws IllegalArgumentException if it is neither
   */
  public CiscoPhoneBuilder keyDigest(String digest) {
    if (!digest.equals("MD5") && !digest.equals("SHA-256")) {
      throw new IllegalArgumentException("digest: expected MD5 or SHA-256, got " + digest);
    }
    keyDigest = Optional.of(digest);
    return this;
  }

  /**
   * Sets what {@code $CCERT} says. Default: installed. Whether a certificate is shown is said by
   * {@link #tls}.
   *
   * @param installed false for a unit without its own certificate
   * @return this builder
   */
  public CiscoPhoneBuilder clientCertificate(boolean installed) {
    clientCertificate = installed;
    return this;
  }

  /**
   * Sets how long a firmware update takes.
   *
   * @param time time the phone is away, never negative; default 5 min
   * @return this builder
   * @throws IllegalArgumentException if it is negative
   */
  public CiscoPhoneBuilder flashTime(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("flashTime: expected 0 or more");
    }
    flashTime = time;
    return this;
  }

  /**
   * Sets the phone's clock and time zone, for times of the day. Default: midnight in UTC, for ever.
   *
   * @param time the clock, only read
   * @return this builder
   */
  public CiscoPhoneBuilder clock(Clock time) {
    clock = time;
    return this;
  }

  /**
   * Makes the phone, fresh from its box.
   *
   * @return a phone with the rule of its factory
   */
  public CiscoPhone build() {
    CiscoSetup setup =
        new CiscoSetup(
            mac(),
            model,
            serial.orElseGet(() -> model.serial(mac())),
            http(),
            abilities(),
            isKeepingAlive(),
            clientCertificate,
            bootstrapComesBack,
            laterRulesAtOnce,
            restartsAfterChange,
            walksOnAfterRefusal,
            credentialToOtherHosts,
            resetKeepsAccount,
            secretMacros,
            emptyValue,
            keyDigest.orElseGet(() -> model.family().keyDigest()),
            flashTime,
            clock,
            waiter(),
            random());
    return new CiscoPhone(setup, new Memory(model.family(), model.firmware()), dhcp.copy());
  }
}
