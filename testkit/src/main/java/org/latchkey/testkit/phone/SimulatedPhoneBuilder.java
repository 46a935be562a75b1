package org.latchkey.testkit.phone;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;

/**
 * What is said of simulated phones of every brand before they exist: network, authentication, time.
 * Each call checks its value at once.
 *
 * <p>For one thread. No parameter is ever {@code null}.
 *
 * @param <B> the brand's own builder
 * @since 1.0
 */
public abstract class SimulatedPhoneBuilder<B extends SimulatedPhoneBuilder<B>> {
  private final String mac;
  private Optional<SSLContext> tls = Optional.empty();
  private Optional<InetAddress> localAddress = Optional.empty();
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration readTimeout = Duration.ofSeconds(20);
  private boolean checkHostName;
  private List<AuthScheme> schemes = List.of(AuthScheme.DIGEST, AuthScheme.BASIC);
  private boolean sha256;
  private boolean honoursStale = true;
  private boolean keepAlive;
  private Waiter waiter = Waiter.none();
  private RandomGenerator random;

  /**
   * A phone with a MAC.
   *
   * @param mac 12 hexadecimal digits in either case, plain or with {@code :} or {@code -}
   * @throws IllegalArgumentException if it has another form
   */
  protected SimulatedPhoneBuilder(String mac) {
    String digits = mac.replaceAll("[:-]", "").toLowerCase(Locale.ROOT);
    if (!digits.matches("[0-9a-f]{12}")) {
      throw new IllegalArgumentException("mac: expected 12 hex digits, got " + mac);
    }
    this.mac = digits;
    this.random = new Random(Long.parseLong(digits, 16));
  }

  /**
   * This builder as what it is.
   *
   * @return this builder
   */
  protected abstract B self();

  /**
   * The phone's address.
   *
   * @return 12 lower-case hexadecimal digits
   */
  protected final String mac() {
    return mac;
  }

  /**
   * Sets trust, and a certificate of its own if the phone has one, for {@code https}. Default: such
   * addresses fail.
   *
   * @param context the context, may be shared by many phones
   * @return this builder
   */
  public B tls(SSLContext context) {
    tls = Optional.of(context);
    return self();
  }

  /**
   * Sets whether the server's certificate must name the host. Default: no.
   *
   * @param check true to compare
   * @return this builder
   */
  public B checkHostName(boolean check) {
    checkHostName = check;
    return self();
  }

  /**
   * Sets the local address to connect from. Default: the system's choice.
   *
   * @param address an address of this machine, such as 127.0.0.7
   * @return this builder
   */
  public B localAddress(InetAddress address) {
    localAddress = Optional.of(address);
    return self();
  }

  /**
   * Sets the time limits of the network.
   *
   * @param connect limit for a TCP connection, at least 1 ms; default 10 s
   * @param read limit for each read, at least 1 ms; default 20 s
   * @return this builder
   * @throws IllegalArgumentException if one is shorter than 1 ms
   */
  public B timeouts(Duration connect, Duration read) {
    if (connect.toMillis() < 1 || read.toMillis() < 1) {
      throw new IllegalArgumentException("timeouts: expected at least 1 ms");
    }
    connectTimeout = connect;
    readTimeout = read;
    return self();
  }

  /**
   * Sets the schemes the phone can do. Default: Digest, then Basic.
   *
   * @param preference the schemes, best first
   * @return this builder
   */
  public B schemes(AuthScheme... preference) {
    schemes = List.of(preference);
    return self();
  }

  /**
   * Sets whether Digest works with SHA-256 too. Default: MD5 only.
   *
   * @param supported true if the firmware supports it
   * @return this builder
   */
  public B sha256(boolean supported) {
    sha256 = supported;
    return self();
  }

  /**
   * Sets whether {@code stale=true} makes the phone repeat once more. Default: yes.
   *
   * @param honours false for a phone that takes it for a refusal
   * @return this builder
   */
  public B honoursStale(boolean honours) {
    honoursStale = honours;
    return self();
  }

  /**
   * Sets whether one connection serves several files, where the configuration does not say
   * otherwise. Each is asked for without a credential first all the same. Default: no.
   *
   * @param keep true for one connection
   * @return this builder
   */
  public B keepAlive(boolean keep) {
    keepAlive = keep;
    return self();
  }

  /**
   * Sets what is told about idle times. Default: they are only reported.
   *
   * @param newWaiter called by the phone's thread
   * @return this builder
   */
  public B waiter(Waiter newWaiter) {
    waiter = newWaiter;
    return self();
  }

  /**
   * Sets the source of client nonces. Default: one seeded with the MAC, so that runs repeat.
   *
   * @param source used by the phone's thread only
   * @return this builder
   */
  public B random(RandomGenerator source) {
    random = source;
    return self();
  }

  /**
   * What was said of the network.
   *
   * @return the settings
   */
  protected final HttpSettings http() {
    return new HttpSettings(tls, localAddress, connectTimeout, readTimeout, checkHostName);
  }

  /**
   * What was said of authentication.
   *
   * @return what the phone can do
   */
  protected final AuthAbilities abilities() {
    return new AuthAbilities(schemes, sha256);
  }

  /**
   * Whether {@code stale=true} makes the phone repeat.
   *
   * @return false if it takes it for a refusal
   */
  protected final boolean isHonouringStale() {
    return honoursStale;
  }

  /**
   * Whether one connection serves several files.
   *
   * @return true for one connection
   */
  protected final boolean isKeepingAlive() {
    return keepAlive;
  }

  /**
   * What is told about idle times.
   *
   * @return the waiter
   */
  protected final Waiter waiter() {
    return waiter;
  }

  /**
   * The source of client nonces.
   *
   * @return the source
   */
  protected final RandomGenerator random() {
    return random;
  }
}
