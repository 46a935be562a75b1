package org.latchkey.testkit.polycom;

import java.time.Duration;
import org.latchkey.testkit.phone.SimulatedPhoneBuilder;

/**
 * Describes a {@link PolycomPhone} before it exists. Each call checks its value at once.
 *
 * <p>For one thread. No parameter is ever {@code null}.
 *
 * @since 1.0
 */
public final class PolycomPhoneBuilder extends SimulatedPhoneBuilder<PolycomPhoneBuilder> {
  private Generation generation = Generation.VVX;
  private String model = Generation.VVX.model();
  private String version = Generation.VVX.version();
  private String part = Generation.VVX.part();
  private boolean upperCaseMac;
  private boolean twoSweeps;
  private boolean masterTwice;
  private boolean unnamedFirmware;
  private boolean uploadsLogs = true;
  private Duration flashTime = Duration.ofMinutes(4);

  PolycomPhoneBuilder(String mac) {
    super(mac);
  }

  @Override
  protected PolycomPhoneBuilder self() {
    return this;
  }

  /**
   * Sets the line of phones with its habits, its example model, and whether it sweeps twice.
   *
   * @param line the line
   * @return this builder
   */
  public PolycomPhoneBuilder generation(Generation line) {
    generation = line;
    twoSweeps = line.soundPoint();
    return model(line.model(), line.version(), line.part());
  }

  /**
   * Sets model and firmware; call it after {@link #generation}.
   *
   * @param token model as in the {@code User-Agent}, such as {@code VVX_450}
   * @param application version of the application, four decimal numbers with dots
   * @param partNumber what image names begin with, such as {@code 3111-44500-001}
   * @return this builder
   * @throws IllegalArgumentException if one of them has another form
   */
  public PolycomPhoneBuilder model(String token, String application, String partNumber) {
    if (!token.matches("[A-Za-z0-9_]{2,30}")) {
      throw new IllegalArgumentException("model: expected a token like VVX_450, got " + token);
    }
    if (!application.matches("\\d{1,5}(\\.\\d{1,5}){3}")) {
      throw new IllegalArgumentException(
          "application: expected four decimal numbers with dots, got " + application);
    }
    if (!partNumber.matches("\\d{4}-\\d{5}-\\d{3}")) {
      throw new IllegalArgumentException(
          "partNumber: expected digits like 3111-44500-001, got " + partNumber);
    }
    model = token;
    version = application;
    part = partNumber;
    return this;
  }

  /**
   * Sets whether the phone's own file names have the MAC in upper case. {@code [PHONE_MAC_ADDRESS]}
   * is in lower case all the same. Default: no.
   *
   * @param upper true for upper case
   * @return this builder
   */
  public PolycomPhoneBuilder upperCaseMac(boolean upper) {
    upperCaseMac = upper;
    return this;
  }

  /**
   * Sets whether a change of the flash comes only after a second sweep with the old credential.
   * Default: as the generation does; call it after {@link #generation}.
   *
   * @param two true for two sweeps
   * @return this builder
   */
  public PolycomPhoneBuilder twoSweeps(boolean two) {
    twoSweeps = two;
    return this;
  }

  /**
   * Sets whether Updater and application each ask for the master file at a boot. Default: no.
   *
   * @param twice true for both
   * @return this builder
   */
  public PolycomPhoneBuilder asksMasterTwice(boolean twice) {
    masterTwice = twice;
    return this;
  }

  /**
   * Sets whether the phone asks for {@code sip.ld} although the master file names no image.
   * Default: no.
   *
   * @param asks true to ask
   * @return this builder
   */
  public PolycomPhoneBuilder asksUnnamedFirmware(boolean asks) {
    unnamedFirmware = asks;
    return this;
  }

  /**
   * Sets whether the phone uploads its logs. Default: yes. A server that refuses them needs no
   * setting here, phones go on.
   *
   * @param uploads false for a phone that never does
   * @return this builder
   */
  public PolycomPhoneBuilder uploadsLogs(boolean uploads) {
    uploadsLogs = uploads;
    return this;
  }

  /**
   * Sets how long a firmware update takes.
   *
   * @param time time the phone is away, never negative; default 4 min
   * @return this builder
   * @throws IllegalArgumentException if it is negative
   */
  public PolycomPhoneBuilder flashTime(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("flashTime: expected 0 or more");
    }
    flashTime = time;
    return this;
  }

  /**
   * Makes the phone, fresh from its box.
   *
   * @return a phone without address and with the factory's credential
   */
  public PolycomPhone build() {
    PolycomSetup setup =
        new PolycomSetup(
            mac(),
            generation,
            model,
            part,
            http(),
            abilities(),
            isHonouringStale(),
            isKeepingAlive(),
            upperCaseMac,
            twoSweeps,
            masterTwice,
            unnamedFirmware,
            uploadsLogs,
            flashTime,
            waiter(),
            random());
    return new PolycomPhone(setup, new Memory(version));
  }
}
