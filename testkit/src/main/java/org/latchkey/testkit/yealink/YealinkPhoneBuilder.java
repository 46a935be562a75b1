package org.latchkey.testkit.yealink;

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
 * Describes a {@link YealinkPhone} before it exists. Each call checks its value at once.
 *
 * <p>For one thread. No parameter is ever {@code null}.
 *
 * @since 1.0
 */
public final class YealinkPhoneBuilder {
  private final String mac;
  private String model = "SIP-T46S";
  private Firmware firmware = Firmware.parse("66.86.0.15");
  private int modelCode = 66;
  private Optional<SSLContext> tls = Optional.empty();
  private Optional<InetAddress> localAddress = Optional.empty();
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration readTimeout = Duration.ofSeconds(20);
  private boolean checkHostName;
  private List<AuthScheme> schemes = List.of(AuthScheme.DIGEST, AuthScheme.BASIC);
  private boolean sha256;
  private boolean honoursStale = true;
  private boolean keepAlive;
  private boolean userAgentMac = true;
  private boolean joinsWithoutSlash;
  private boolean lean;
  private int rangeBytes = 1 << 16;
  private Duration flashTime = Duration.ofSeconds(210);
  private Waiter waiter = Waiter.none();
  private RandomGenerator random;

  YealinkPhoneBuilder(String mac) {
    String digits = mac.replaceAll("[:-]", "").toLowerCase(Locale.ROOT);
    if (!digits.matches("[0-9a-f]{12}")) {
      throw new IllegalArgumentException("mac: expected 12 hex digits, got " + mac);
    }
    this.mac = digits;
    this.random = new Random(Long.parseLong(digits, 16));
  }

  /**
   * Sets model and firmware.
   *
   * @param token model as in the {@code User-Agent}, such as {@code SIP-T46S} or {@code W60B}
   * @param version four decimal numbers with dots, such as {@code 66.86.0.15}
   * @param code number of the common file, 0 to 999: 66 for {@code y000000000066.cfg}
   * @return this builder
   * @throws IllegalArgumentException if one of them has another form
   */
  public YealinkPhoneBuilder model(String token, String version, int code) {
    if (!token.matches("[A-Za-z0-9_ -]{2,30}")) {
      throw new IllegalArgumentException("model: expected a token like SIP-T46S, got " + token);
    }
    if (code < 0 || code > 999) {
      throw new IllegalArgumentException("code: expected 0 to 999, got " + code);
    }
    firmware = Firmware.parse(version);
    model = token;
    modelCode = code;
    return this;
  }

  /**
   * Sets trust, and a certificate of its own if the phone has one, for {@code https}. Default: such
   * addresses fail.
   *
   * @param context the context, may be shared by many phones
   * @return this builder
   */
  public YealinkPhoneBuilder tls(SSLContext context) {
    tls = Optional.of(context);
    return this;
  }

  /**
   * Sets whether the server's certificate must name the host. Default: no.
   *
   * @param check true to compare
   * @return this builder
   */
  public YealinkPhoneBuilder checkHostName(boolean check) {
    checkHostName = check;
    return this;
  }

  /**
   * Sets the local address to connect from. Default: the system's choice.
   *
   * @param address an address of this machine, such as 127.0.0.7
   * @return this builder
   */
  public YealinkPhoneBuilder localAddress(InetAddress address) {
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
  public YealinkPhoneBuilder timeouts(Duration connect, Duration read) {
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
   * @param preference the schemes, best first; which one real phones prefer is not documented
   * @return this builder
   */
  public YealinkPhoneBuilder schemes(AuthScheme... preference) {
    schemes = List.of(preference);
    return this;
  }

  /**
   * Sets whether Digest works with SHA-256 too. Default: MD5 only.
   *
   * @param supported true if the firmware supports it
   * @return this builder
   */
  public YealinkPhoneBuilder sha256(boolean supported) {
    sha256 = supported;
    return this;
  }

  /**
   * Sets whether {@code stale=true} makes the phone repeat instead of asking. Default: yes.
   *
   * @param honours false for a phone that takes it for a refusal
   * @return this builder
   */
  public YealinkPhoneBuilder honoursStale(boolean honours) {
    honoursStale = honours;
    return this;
  }

  /**
   * Sets whether one connection serves several files as long as the configuration does not say so.
   * Default: no.
   *
   * @param keep true for one connection
   * @return this builder
   */
  public YealinkPhoneBuilder keepAlive(boolean keep) {
    keepAlive = keep;
    return this;
  }

  /**
   * Sets whether the {@code User-Agent} ends with the MAC. Default: yes.
   *
   * @param shown false to leave it out
   * @return this builder
   */
  public YealinkPhoneBuilder macInUserAgent(boolean shown) {
    userAgentMac = shown;
    return this;
  }

  /**
   * Sets whether the phone appends file names to an address that does not end with a slash without
   * adding one. Default: no.
   *
   * @param joins true for {@code /cfg001565aabbcc.cfg}
   * @return this builder
   */
  public YealinkPhoneBuilder joinsWithoutSlash(boolean joins) {
    joinsWithoutSlash = joins;
    return this;
  }

  /**
   * Sets whether the phone forgets settings that do not steer provisioning, so that 100,000 of them
   * fit into memory. Default: no.
   *
   * @param forgets true to keep only address, credential, schedule and the like
   * @return this builder
   */
  public YealinkPhoneBuilder lean(boolean forgets) {
    lean = forgets;
    return this;
  }

  /**
   * Sets how a firmware update goes.
   *
   * @param piece size of one range request in bytes, from 1; default 65536
   * @param flash time the phone is away, never negative; default 210 s
   * @return this builder
   * @throws IllegalArgumentException if a value is too small
   */
  public YealinkPhoneBuilder firmwareUpdate(int piece, Duration flash) {
    if (piece < 1 || flash.isNegative()) {
      throw new IllegalArgumentException("firmwareUpdate: piece from 1, flash from 0");
    }
    rangeBytes = piece;
    flashTime = flash;
    return this;
  }

  /**
   * Sets what is told about idle times. Default: they are only reported.
   *
   * @param newWaiter called by the phone's thread
   * @return this builder
   */
  public YealinkPhoneBuilder waiter(Waiter newWaiter) {
    waiter = newWaiter;
    return this;
  }

  /**
   * Sets the source of client nonces. Default: one seeded with the MAC, so that runs repeat.
   *
   * @param source used by the phone's thread only
   * @return this builder
   */
  public YealinkPhoneBuilder random(RandomGenerator source) {
    random = source;
    return this;
  }

  /**
   * Makes the phone, fresh from its box.
   *
   * @return a phone without address and credential
   */
  public YealinkPhone build() {
    HttpSettings http =
        new HttpSettings(tls, localAddress, connectTimeout, readTimeout, checkHostName);
    YealinkSetup setup =
        new YealinkSetup(
            mac,
            model,
            modelCode,
            http,
            new AuthAbilities(schemes, sha256),
            honoursStale,
            keepAlive,
            userAgentMac,
            joinsWithoutSlash,
            rangeBytes,
            flashTime,
            waiter,
            random);
    return new YealinkPhone(setup, new Memory(firmware, lean));
  }
}
