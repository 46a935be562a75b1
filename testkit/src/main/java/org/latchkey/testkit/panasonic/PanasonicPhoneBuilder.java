package org.latchkey.testkit.panasonic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.latchkey.testkit.phone.AuthScheme;
import org.latchkey.testkit.phone.SimulatedPhoneBuilder;

/**
 * Describes a {@link PanasonicPhone} before it exists. Each call checks its value at once.
 *
 * <p>Other than with other brands, Basic is the only scheme unless {@link #schemes} says otherwise,
 * and a stale nonce is never renewed. What {@link #tls} trusts counts only once {@code
 * HTTP_SSL_VERIFY} has another value than 0; until then the phone takes any certificate.
 *
 * <p>For one thread. No parameter is ever {@code null}.
 *
 * @since 1.0
 */
public final class PanasonicPhoneBuilder extends SimulatedPhoneBuilder<PanasonicPhoneBuilder> {
  /**
   * For {@link #userAgent}: what a widespread provisioner writes by mistake, so that phones which
   * it configured send a stray <code>{/</code> before the version.
   */
  public static final String STRAY_USER_AGENT = "Panasonic_{MODEL}/{/{fwver} ({mac})";

  private Kind kind = Kind.HDV230;
  private String model = Kind.HDV230.model();
  private String version = Kind.HDV230.version();
  private Optional<String> userAgent = Optional.empty();
  private boolean preemptive;
  private boolean fieldsFirst;
  private boolean newPathWaits;
  private boolean bootstrapReturns;
  private ConfigUrl typedInto = ConfigUrl.MASTER;
  private Duration flashTime = Duration.ofMinutes(3);
  private Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  PanasonicPhoneBuilder(String mac) {
    super(mac);
    schemes(AuthScheme.BASIC);
  }

  @Override
  protected PanasonicPhoneBuilder self() {
    return this;
  }

  /**
   * Sets the kind of phone with its habits, its example model and firmware.
   *
   * @param newKind the kind
   * @return this builder
   */
  public PanasonicPhoneBuilder kind(Kind newKind) {
    kind = newKind;
    return model(newKind.model(), newKind.version());
  }

  /**
   * Sets model and firmware; call it after {@link #kind}.
   *
   * @param token model with its sales suffix, such as {@code KX-TGP500B09}
   * @param firmware version as in the {@code User-Agent}, such as {@code 22.90}
   * @return this builder
   * @throws IllegalArgumentException if one of them has another form
   */
  public PanasonicPhoneBuilder model(String token, String firmware) {
    if (!token.matches("KX-[A-Za-z0-9]{2,20}")) {
      throw new IllegalArgumentException("model: expected a token like KX-HDV230, got " + token);
    }
    if (!firmware.matches("\\d{1,3}\\.\\d{1,4}")) {
      throw new IllegalArgumentException(
          "firmware: expected two decimal numbers with a dot, got " + firmware);
    }
    model = token;
    version = firmware;
    return this;
  }

  /**
   * Sets the {@code HTTP_USER_AGENT} that an earlier configuration left behind. A factory reset
   * forgets it, and every file that names another one beats it. Default: that of the factory.
   *
   * @param template the text, macros not filled in, such as {@link #STRAY_USER_AGENT}
   * @return this builder
   * @throws IllegalArgumentException if it holds a control character
   */
  public PanasonicPhoneBuilder userAgent(String template) {
    if (template.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("userAgent: control character");
    }
    userAgent = Optional.of(template);
    return this;
  }

  /**
   * Sets whether the credential of an address goes out with the first request. Which of the two
   * phones do is not documented. Default: only after a 401.
   *
   * @param sends true for a phone that does not wait for the challenge
   * @return this builder
   */
  public PanasonicPhoneBuilder preemptive(boolean sends) {
    preemptive = sends;
    return this;
  }

  /**
   * Sets whether on a KX-UTG the parameters for user and password beat what stands in an address.
   * Not documented. Default: no.
   *
   * @param beat true to look at the parameters first
   * @return this builder
   */
  public PanasonicPhoneBuilder fieldsFirst(boolean beat) {
    fieldsFirst = beat;
    return this;
  }

  /**
   * Sets whether an address that a file brings is used only in the next round. Not documented; the
   * files that a KX-UTG's initial file names are asked for at once in any case. Default: at once.
   *
   * @param waits true to wait for the next round
   * @return this builder
   */
  public PanasonicPhoneBuilder newPathWaits(boolean waits) {
    newPathWaits = waits;
    return this;
  }

  /**
   * Sets whether the bootstrap address, with the credential in it, is asked at every start for
   * ever, whatever the configuration switches off. Default: until it is switched off, or as long as
   * {@link PanasonicPhone#redirect} says.
   *
   * @param returns true for a phone that never stops
   * @return this builder
   */
  public PanasonicPhoneBuilder bootstrapReturns(boolean returns) {
    bootstrapReturns = returns;
    return this;
  }

  /**
   * Sets into which field of a flat phone people type. On those where typed values outrank files,
   * what is typed into the standard field is never replaced. Default: {@link ConfigUrl#MASTER}.
   *
   * @param field the field
   * @return this builder
   */
  public PanasonicPhoneBuilder typedInto(ConfigUrl field) {
    typedInto = field;
    return this;
  }

  /**
   * Sets how long a firmware update takes.
   *
   * @param time time the phone is away, never negative; default 3 min
   * @return this builder
   * @throws IllegalArgumentException if it is negative
   */
  public PanasonicPhoneBuilder flashTime(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("flashTime: expected 0 or more");
    }
    flashTime = time;
    return this;
  }

  /**
   * Sets the clock that {@code CFG_RESYNC_TIME} is read by. Default: one that stands at midnight
   * UTC.
   *
   * @param newClock the clock, read by the phone's thread
   * @return this builder
   */
  public PanasonicPhoneBuilder clock(Clock newClock) {
    clock = newClock;
    return this;
  }

  /**
   * Makes the phone, fresh from its box.
   *
   * @return a phone without address and credential
   */
  public PanasonicPhone build() {
    PanasonicSetup setup =
        new PanasonicSetup(
            mac(),
            kind.family(),
            model,
            http(),
            abilities(),
            isKeepingAlive(),
            preemptive,
            fieldsFirst,
            newPathWaits,
            bootstrapReturns,
            typedInto,
            flashTime,
            clock,
            waiter(),
            random());
    Memory memory = new Memory(kind.family(), version);
    userAgent.ifPresent(
        text ->
            memory.write(
                Layer.BOOTSTRAP, Map.of(Settings.USER_AGENT, new ConfigFile.Value(text, false))));
    return new PanasonicPhone(setup, memory);
  }
}
