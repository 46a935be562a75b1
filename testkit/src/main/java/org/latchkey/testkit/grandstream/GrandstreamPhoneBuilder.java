package org.latchkey.testkit.grandstream;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.latchkey.testkit.phone.SimulatedPhoneBuilder;

/**
 * Describes a {@link GrandstreamPhone} before it exists. Each call checks its value at once.
 *
 * <p>{@link #tls} counts while the phone checks its server (P8463); from the factory it takes any
 * certificate. {@link #keepAlive} keeps one connection for all files; without it each file has a
 * connection of its own, on which a challenge is answered.
 *
 * <p>For one thread. No parameter is ever {@code null}.
 *
 * @since 1.0
 */
public final class GrandstreamPhoneBuilder extends SimulatedPhoneBuilder<GrandstreamPhoneBuilder> {
  private GrandstreamKind kind = GrandstreamKind.GXP21XX;
  private String model = kind.model();
  private String version = kind.version();
  private boolean prompts = kind.has(Habit.PROMPTS);
  private boolean reruns;
  private Optional<String> header = Optional.empty();
  private Optional<SSLContext> anyCertificate = Optional.empty();
  private boolean lateCredential;
  private boolean writesFlashAtEnd;
  private boolean refusesPlain;
  private boolean appendsFolder;
  private Duration flashTime = Duration.ofMinutes(5);

  GrandstreamPhoneBuilder(String mac) {
    super(mac);
  }

  @Override
  protected GrandstreamPhoneBuilder self() {
    return this;
  }

  /**
   * Sets the line of devices with its habits and its example model.
   *
   * @param line the line
   * @return this builder
   */
  public GrandstreamPhoneBuilder kind(GrandstreamKind line) {
    kind = line;
    prompts = line.has(Habit.PROMPTS);
    reruns = line.has(Habit.RERUN_ON_NEW_PATH);
    return model(line.model(), line.version());
  }

  /**
   * Sets model and firmware; call it after {@link #kind}.
   *
   * @param token model as in the {@code User-Agent}, such as {@code GRP2614}
   * @param firmware four decimal numbers with dots, such as {@code 1.0.5.48}
   * @return this builder
   * @throws IllegalArgumentException if one of them has another form
   */
  public GrandstreamPhoneBuilder model(String token, String firmware) {
    if (!token.matches("[A-Za-z0-9-]{2,30}")) {
      throw new IllegalArgumentException("model: expected a token like GRP2614, got " + token);
    }
    if (!firmware.matches("\\d{1,5}(\\.\\d{1,5}){3}")) {
      throw new IllegalArgumentException(
          "firmware: expected four decimal numbers with dots, got " + firmware);
    }
    model = token;
    version = firmware;
    return this;
  }

  /**
   * Replaces the whole {@code User-Agent}, as the settings of some models can, or for the forms of
   * older ones. Default: as the kind says.
   *
   * @param text the value, printable ASCII
   * @return this builder
   * @throws IllegalArgumentException if it has other characters
   */
  public GrandstreamPhoneBuilder userAgent(String text) {
    if (!text.matches("[ -~]*")) {
      throw new IllegalArgumentException("userAgent: expected printable ASCII");
    }
    header = Optional.of(text);
    return this;
  }

  /**
   * Sets what is used for {@code https} while the phone does not check its server, for a phone that
   * shows a certificate of its own. Default: a context that takes any certificate and shows none.
   *
   * @param context the context, may be shared by many phones
   * @return this builder
   */
  public GrandstreamPhoneBuilder uncheckedTls(SSLContext context) {
    anyCertificate = Optional.of(context);
    return this;
  }

  /**
   * Sets whether the phone asks a person for user name and password when it is refused. Default: as
   * the kind does, which is known of GXP21xx only; call it after {@link #kind}.
   *
   * @param asks true for a phone with that box
   * @return this builder
   */
  public GrandstreamPhoneBuilder prompts(boolean asks) {
    prompts = asks;
    return this;
  }

  /**
   * Sets whether a new server path makes the phone ask there at once. Default: as the kind does,
   * which is known of HT802 only; call it after {@link #kind}.
   *
   * @param asks false for a phone that waits for its next boot
   * @return this builder
   */
  public GrandstreamPhoneBuilder asksNewPathAtOnce(boolean asks) {
    reruns = asks;
    return this;
  }

  /**
   * Sets whether all files of a pass are asked for with the credential of its beginning, whatever a
   * file says. Default: no. Of phones other than HT802 it is not known.
   *
   * @param late true for a new credential that counts from the next pass on
   * @return this builder
   */
  public GrandstreamPhoneBuilder lateCredential(boolean late) {
    lateCredential = late;
    return this;
  }

  /**
   * Sets whether what the phone was told is written to flash only when the pass ends. It is used at
   * once all the same, so that a power cut within the pass takes away a credential that the phone
   * has shown already. Default: no. It is not known of real phones.
   *
   * @param late true to write late
   * @return this builder
   */
  public GrandstreamPhoneBuilder writesFlashAtEnd(boolean late) {
    writesFlashAtEnd = late;
    return this;
  }

  /**
   * Sets whether a phone with a file password refuses files that are not encrypted. Default: no. It
   * is not known of real phones.
   *
   * @param refuses true to refuse
   * @return this builder
   */
  public GrandstreamPhoneBuilder refusesPlain(boolean refuses) {
    refusesPlain = refuses;
    return this;
  }

  /**
   * Sets whether the phone appends {@code /Grandstream} to an address from DHCP. Default: no.
   *
   * @param appends true to append
   * @return this builder
   */
  public GrandstreamPhoneBuilder appendsFolderToDhcp(boolean appends) {
    appendsFolder = appends;
    return this;
  }

  /**
   * Sets how long a firmware update takes.
   *
   * @param time time the phone is away, never negative; default 5 min
   * @return this builder
   * @throws IllegalArgumentException if it is negative
   */
  public GrandstreamPhoneBuilder flashTime(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("flashTime: expected 0 or more");
    }
    flashTime = time;
    return this;
  }

  /**
   * Makes the phone, fresh from its box.
   *
   * @return a phone that would ask the vendor's redirect service
   */
  public GrandstreamPhone build() {
    return build(new Memory(version));
  }

  /** Makes a phone that has been told something already. */
  GrandstreamPhone build(Memory memory) {
    GrandstreamSetup setup =
        new GrandstreamSetup(
            mac(),
            kind,
            model,
            header,
            http(),
            anyCertificate,
            abilities(),
            isHonouringStale(),
            isKeepingAlive(),
            prompts,
            reruns,
            lateCredential,
            writesFlashAtEnd,
            refusesPlain,
            appendsFolder,
            flashTime,
            waiter(),
            random());
    return new GrandstreamPhone(setup, memory);
  }
}
