package org.latchkey.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.latchkey.auth.Authorization;
import org.latchkey.auth.AuthorizationParser;
import org.latchkey.auth.DigestAlgorithm;
import org.latchkey.auth.DigestCheck;
import org.latchkey.auth.Nonces;
import org.latchkey.secret.Credential;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one right {@code Authorization} header costs: to parse it, to check its nonce and to check
 * its response. The floor is three blocks of MD5, which no implementation of Digest can do without.
 *
 * <p>Time and allocated bytes, after {@code mvn -Pfast -DskipTests package}:
 *
 * <pre>{@code
 * java -jar benchmarks/target/benchmarks.jar DigestCheckBenchmark -prof gc
 * }</pre>
 *
 * <p>Read {@code gc.alloc.rate.norm} for the bytes of one check, and times only as ratios to {@code
 * floor} of the same run.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class DigestCheckBenchmark {
  private static final String TARGET = "/cfg/001565aabbcc.cfg";
  private static final String PASSWORD = "NotARealOwnPassword1";

  /** The hash of the header. The floor is the same for both. */
  @Param({"MD5", "SHA_256"})
  public DigestAlgorithm algorithm = DigestAlgorithm.MD5;

  private final AuthorizationParser parser =
      new AuthorizationParser(EnumSet.allOf(DigestAlgorithm.class));
  private final Nonces nonces = new Nonces(new byte[32], new SecureRandom()::nextBytes);
  private final Instant now = Instant.parse("2026-12-01T00:00:00Z");
  private final Credential credential = Credential.of("001565aabbcc", PASSWORD);
  private final byte[] block = new byte[50];
  private List<String> headers = List.of();

  /**
   * Makes a header that is right, by other code than the measured.
   *
   * @throws NoSuchAlgorithmException if the platform lacks the hash
   */
  @Setup
  public void makeHeader() throws NoSuchAlgorithmException {
    String nonce = nonces.issue(now);
    String secret = hash("001565aabbcc:provisioning:" + PASSWORD);
    String request = hash("GET:" + TARGET);
    String response = hash(secret + ":" + nonce + ":00000001:0a4f113b:auth:" + request);
    headers =
        List.of(
            "Digest username=\"001565aabbcc\", realm=\"provisioning\", nonce=\""
                + nonce
                + "\", uri=\""
                + TARGET
                + "\", response=\""
                + response
                + "\", algorithm="
                + algorithm.token()
                + ", cnonce=\"0a4f113b\", qop=auth, nc=00000001");
    if (!check()) {
      throw new IllegalStateException("the header is not taken for right");
    }
  }

  /**
   * One whole check.
   *
   * @return true, since the header is right
   */
  @Benchmark
  public boolean check() {
    return parser.parse(headers) instanceof Authorization.Digest offered
        && nonces.age(offered.nonce(), now) == Nonces.Age.FRESH
        && new DigestCheck(offered, "GET").matches(credential);
  }

  /**
   * Three blocks of MD5.
   *
   * @return the last hash, so that none is optimised away
   * @throws NoSuchAlgorithmException if the platform lacks MD5
   */
  @Benchmark
  public byte[] floor() throws NoSuchAlgorithmException {
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    block[0] = md5.digest(block)[0];
    block[1] = md5.digest(block)[0];
    return md5.digest(block);
  }

  private String hash(String text) throws NoSuchAlgorithmException {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm.token()).digest(bytes));
  }
}
