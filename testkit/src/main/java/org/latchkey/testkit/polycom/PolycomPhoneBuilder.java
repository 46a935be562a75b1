package org.latchkey.testkit.polycom;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.latchkey.testkit.phone.AuthAbilities;
import org.latchkey.testkit.phone.AuthScheme;
import org.latchkey.testkit.phone.HttpSettings;
import org.latchkey.testkit.phone.Waiter;

/**
 * Describes a {@link PolycomPhone} before it exists. Each call checks its value at once.
 *
 * <p>For one thread. No parameter is ever {@code null}.
 *
 * @since 1.0
 */
public final class PolycomPhoneBuilder {
  private final String mac;
  private Generation generation = Generation.VVX;
  private String model = Generation.VVX.model();
  private String version = Generation.VVX.version();
  private String part = Generation.VVX.part();
  private Optional<SSLContext> tls = Optional.empty();
  private Optional<InetAddress> localAddress = Optional.empty();
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration readTimeout = Duration.ofSeconds(20);
  private boolean checkHostName;
  private List<AuthScheme> schemes = List.of(AuthScheme.DIGEST, AuthScheme.BASIC);
  private boolean sha256;
  private boolean honoursStale = true;
  private boolean keepAlive;
  private boolean upperCaseMac;
  private boolean twoSweeps;
  private boolean masterTwice;
  private boolean unnamedFirmware;
  private boolean uploadsLogs = true;
  private Duration flashTime = Duration.ofMinutes(4);
  private Waiter waiter = Waiter.none();
  private RandomGenerator random;

  PolycomPhoneBuilder(String mac) {
    String digits = mac.replaceAll("[:-]", "").toLowerCase(Locale.ROOT);
    if (!digits.matches("[0-9a-f]{12}")) {
      throw new IllegalArgumentException("mac: expected 12 hex digits, got " + mac);
    }
    this.mac = digits;
    this.random = new Random(Long.parseLong(digits, 16));
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
   * Sets trust, and a certificate of its own if the phone has one, for {@code https}. Default: such
   * addresses fail.
   *
   * @param context the context, may be shared by many phones
   * @return this builder
   */
  public PolycomPhoneBuilder tls(SSLContext context) {
    tls = Optional.of(context);
    return this;
  }

  /**
   * Sets whether the server's certificate must name the host. Default: no.
   *
   * @param check true to compare
   * @return this builder
   */
  public PolycomPhoneBuilder checkHostName(boolean check) {
    checkHostName = check;
    return this;
  }

  /**
   * Sets the local address to connect from. Default: the system's choice.
   *
   * @param address an address of this machine, such as 127.0.0.7
   * @return this builder
   */
  public PolycomPhoneBuilder localAddress(InetAddress address) {
    localAddress = Optional.of(address);
    return this;
  }

  /**
   * Sets the time limits of the network.
   *
   * @param connect limit for a TCP connection, at least 1 ms; default 10 s
   * @param read limit for each read, at least 1 ms; default 20 s
   * @return this builder
   * @throws IllegalArgumentException if one is shorter than 1 ms
   */
  public PolycomPhoneBuilder timeouts(Duration connect, Duration read) {
    if (connect.toMillis() < 1 || read.toMillis() < 1) {
      throw new IllegalArgumentException("timeouts: expected at least 1 ms");
    }
    connectTimeout = connect;
    readTimeout = read;
    return this;
  }

  /**
   * Sets the schemes the phone can do. Default: Digest, then Basic.
   *
   * @param preference the schemes, best first
   * @return this builder
   */
  public PolycomPhoneBuilder schemes(AuthScheme... preference) {
    schemes = List.of(preference);
    return this;
  }

  /**
   * Sets whether Digest works with SHA-256 too. Default: MD5 only.
   *
   * @param supported true if the firmware supports it
   * @return this builder
   */
  public PolycomPhoneBuilder sha256(boolean supported) {
    sha256 = supported;
    return this;
  }

  /**
   * Sets whether {@code stale=true} makes the phone repeat once more. Default: yes.
   *
   * @param honours false for a phone that takes it for a refusal
   * @return this builder
   */
  public PolycomPhoneBuilder honoursStale(boolean honours) {
    honoursStale = honours;
    return this;
  }

  /**
   * Sets whether one connection serves several files. Each is asked for without credential first
   * all the same. Default: no.
   *
   * @param keep true for one connection
   * @return this builder
   */
  public PolycomPhoneBuilder keepAlive(boolean keep) {
    keepAlive = keep;
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
   * Sets what is told about idle times. Default: they are only reported.
   *
   * @param newWaiter called by the phone's thread
   * @return this builder
   */
  public PolycomPhoneBuilder waiter(Waiter newWaiter) {
    waiter = newWaiter;
    return this;
  }

  /**
   * Sets the source of client nonces. Default: one seeded with the MAC, so that runs repeat.
   *
   * @param source used by the phone's thread only
   * @return this builder
   */
  public PolycomPhoneBuilder random(RandomGenerator source) {
    random = source;
    return this;
  }

  /**
   * Makes the phone, fresh from its box.
   *
   * @return a phone without address and with the factory's credential
   */
  public PolycomPhone build() {
    HttpSettings http =
        new HttpSettings(tls, localAddress, connectTimeout, readTimeout, checkHostName);
    PolycomSetup setup =
        new PolycomSetup(
            mac,
            generation,
            model,
            part,
            http,
            new AuthAbilities(schemes, sha256),
            honoursStale,
            keepAlive,
            upperCaseMac,
            twoSweeps,
            masterTwice,
            unnamedFirmware,
            uploadsLogs,
            flashTime,
            waiter,
            random);
    return new PolycomPhone(setup, new Memory(version));
  }
}
