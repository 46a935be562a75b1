package org.latchkey.testkit.snom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.latchkey.testkit.phone.AnyCertificate;
import org.latchkey.testkit.phone.AuthScheme;
import org.latchkey.testkit.phone.HttpSettings;
import org.latchkey.testkit.phone.SimulatedPhoneBuilder;

/**
 * Describes a {@link SnomPhone} before it exists. Each call checks its value at once. Snom phones
 * are known to do Basic only, so that is the default; {@link #schemes} adds Digest.
 *
 * <p>For one thread. No parameter is ever {@code null}.
 *
 * @since 1.0
 */
public final class SnomPhoneBuilder extends SimulatedPhoneBuilder<SnomPhoneBuilder> {
  private Generation generation = Generation.D_SERIES;
  private String model = Generation.D_SERIES.model();
  private String version = Generation.D_SERIES.version();
  private Optional<SSLContext> uncheckedTls = Optional.empty();
  private Optional<Boolean> checksServer = Optional.empty();
  private Optional<Boolean> checksName = Optional.empty();
  private PairChoice pairChoice = PairChoice.URL_FIRST;
  private boolean pairInRedirectUrl;
  private Optional<Boolean> appliesAtEnd = Optional.empty();
  private boolean writesFlashAtEnd;
  private boolean prompts;
  private boolean derivesMacFile = true;
  private boolean folderNeedsSlash;
  private boolean upperCaseMac = true;
  private Optional<String> userAgent = Optional.empty();
  private Duration flashTime = Duration.ofMinutes(4);
  private Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  SnomPhoneBuilder(String mac) {
    super(mac);
    schemes(AuthScheme.BASIC);
  }

  @Override
  protected SnomPhoneBuilder self() {
    return this;
  }

  /**
   * Sets the line of phones with its habits and its example model.
   *
   * @param line the line
   * @return this builder
   */
  public SnomPhoneBuilder generation(Generation line) {
    generation = line;
    return model(line.model(), line.version());
  }

  /**
   * Sets model and firmware, of which the header and some defaults depend; call it after {@link
   * #generation}.
   *
   * @param code model as in paths, such as {@code D735}, {@code 710} or {@code C620}
   * @param firmware three or four decimal numbers with dots
   * @return this builder
   * @throws IllegalArgumentException if one of them has another form
   */
  public SnomPhoneBuilder model(String code, String firmware) {
    if (!code.matches("[A-Za-z0-9-]{2,30}")) {
      throw new IllegalArgumentException("code: expected a model like D735, got " + code);
    }
    if (!Version.isVersion(firmware)) {
      throw new IllegalArgumentException(
          "firmware: expected three or four decimal numbers with dots, got " + firmware);
    }
    model = code;
    version = firmware;
    return this;
  }

  /**
   * Sets what is used for {@code https} while the phone looks at no certificate. Default: a context
   * that takes any server and has no certificate of its own, if {@link #tls} was called.
   *
   * @param context the context, may be shared by many phones
   * @return this builder
   */
  public SnomPhoneBuilder uncheckedTls(SSLContext context) {
    uncheckedTls = Optional.of(context);
    return this;
  }

  /**
   * Sets whether the phone checks the server's certificate as long as no setting tells. Default:
   * only the D series with firmware 10.
   *
   * @param checks true to check
   * @return this builder
   */
  public SnomPhoneBuilder checkServer(boolean checks) {
    checksServer = Optional.of(checks);
    return this;
  }

  /**
   * Sets whether a certificate that is checked must name the host as long as no setting tells.
   * Default: only the D series with firmware 10.
   *
   * @param check true to compare
   * @return this builder
   */
  @Override
  public SnomPhoneBuilder checkHostName(boolean check) {
    checksName = Optional.of(check);
    return super.checkHostName(check);
  }

  /**
   * Sets which credential counts if both the address and the settings have one. Default: that of
   * the address.
   *
   * @param choice the choice
   * @return this builder
   */
  public SnomPhoneBuilder pairChoice(PairChoice choice) {
    pairChoice = choice;
    return this;
  }

  /**
   * Sets whether the redirection service writes the credential into the address. Default: no, it
   * sends both settings of it.
   *
   * @param inUrl true for the address
   * @return this builder
   */
  public SnomPhoneBuilder redirectsPairInUrl(boolean inUrl) {
    pairInRedirectUrl = inUrl;
    return this;
  }

  /**
   * Sets whether a phone of the D or M family writes everything at the end of the cycle, so that
   * all of its requests show the old credential. Default: only the M series.
   *
   * @param atEnd false to write each file when it was read
   * @return this builder
   */
  public SnomPhoneBuilder appliesAtEnd(boolean atEnd) {
    appliesAtEnd = Optional.of(atEnd);
    return this;
  }

  /**
   * Sets whether what the phone was told is written to flash only when the cycle ends. It is used
   * at once all the same, so that a power cut within the cycle takes away a credential that the
   * phone has shown already. Default: no. It is not known of real phones.
   *
   * @param late true to write late
   * @return this builder
   */
  public SnomPhoneBuilder writesFlashAtEnd(boolean late) {
    writesFlashAtEnd = late;
    return this;
  }

  /**
   * Sets whether the phone asks a person when it has no credential or a wrong one. Default: no, it
   * gives up until the next cycle.
   *
   * @param asks true to ask
   * @return this builder
   */
  public SnomPhoneBuilder prompts(boolean asks) {
    prompts = asks;
    return this;
  }

  /**
   * Sets whether an address of a file without {@code {mac}} makes the phone ask for a second one
   * with its MAC before the extension. Default: yes.
   *
   * @param derives false for the named file only
   * @return this builder
   */
  public SnomPhoneBuilder derivesMacFile(boolean derives) {
    derivesMacFile = derives;
    return this;
  }

  /**
   * Sets what an address of the D family is that ends in a name without a dot. Default: that of a
   * folder, of which this last part is lost. Which of the two it is is not confirmed.
   *
   * @param needs true for the address of a file, as all that do not end in a slash
   * @return this builder
   */
  public SnomPhoneBuilder folderNeedsSlash(boolean needs) {
    folderNeedsSlash = needs;
    return this;
  }

  /**
   * Sets whether the names of files have the MAC in upper case. {@code {mac}} always is. Default:
   * yes.
   *
   * @param upper false for lower case
   * @return this builder
   */
  public SnomPhoneBuilder upperCaseMac(boolean upper) {
    upperCaseMac = upper;
    return this;
  }

  /**
   * Sets the header {@code User-Agent}, in which {@code $(firmware_version)}, {@code
   * $(uboot_version)} and {@code $(mac)} stand for what they say. Default: as observed, and none
   * for the C series.
   *
   * @param template the value, empty for no header
   * @return this builder
   */
  public SnomPhoneBuilder userAgent(String template) {
    userAgent = Optional.of(template);
    return this;
  }

  /**
   * Sets how long a firmware update takes.
   *
   * @param time time the phone is away, never negative; default 4 min
   * @return this builder
   * @throws IllegalArgumentException if it is negative
   */
  public SnomPhoneBuilder flashTime(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("flashTime: expected 0 or more");
    }
    flashTime = time;
    return this;
  }

  /**
   * Sets the phone's clock, which matters for polls at a time of day. Default: it stands at
   * midnight UTC.
   *
   * @param phoneClock the clock, in the phone's zone
   * @return this builder
   */
  public SnomPhoneBuilder clock(Clock phoneClock) {
    clock = phoneClock;
    return this;
  }

  /**
   * Makes the phone, fresh from its box.
   *
   * @return a phone without address and credential
   */
  public SnomPhone build() {
    SnomSetup setup =
        new SnomSetup(
            mac(),
            generation,
            model,
            network(),
            abilities(),
            isHonouringStale(),
            isKeepingAlive(),
            pairChoice,
            pairInRedirectUrl,
            appliesAtEnd.orElse(generation.dect()),
            writesFlashAtEnd,
            prompts,
            derivesMacFile,
            folderNeedsSlash,
            upperCaseMac,
            userAgent,
            flashTime,
            clock,
            waiter(),
            random());
    return new SnomPhone(setup, new Memory(generation.keys(), version));
  }

  private SnomSetup.Network network() {
    HttpSettings checked = http();
    HttpSettings unchecked =
        new HttpSettings(
            uncheckedTls.or(() -> checked.tls().map(t -> AnyCertificate.CONTEXT)),
            checked.localAddress(),
            checked.connectTimeout(),
            checked.readTimeout(),
            false);
    boolean modern = generation == Generation.D_SERIES && new Version(version).atLeast("10");
    return new SnomSetup.Network(
        checked, unchecked, checksServer.orElse(modern), checksName.orElse(modern));
  }
}
