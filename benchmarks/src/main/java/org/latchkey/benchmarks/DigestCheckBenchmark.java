package org.latchkey.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
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
 * What one right Digest costs: parse the header, check the nonce, check the response. Bytes per
 * operation: {@code java -jar benchmarks/target/benchmarks.jar DigestCheck -prof gc}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DigestCheckBenchmark {
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
  private static final Credential CREDENTIAL =
      Credential.of("001565aabbcc", "abcdefghijKLMNOP1234");

  /** The algorithm. */
  @Param({"MD5", "SHA-256"})
  public String algorithm = "MD5";

  private final AuthorizationParser parser =
      new AuthorizationParser(Set.of(DigestAlgorithm.MD5, DigestAlgorithm.SHA_256));
  private final Nonces nonces = new Nonces(new byte[32], bytes -> {});
  private List<String> header = List.of();
  private byte[] block = new byte[64];

  /** Makes a right header, as a phone would. */
  @Setup
  public void prepare() {
    String nonce = nonces.issue(NOW);
    String uri = "/cfg/001565aabbcc.cfg";
    String a1 = hash("001565aabbcc:provisioning:abcdefghijKLMNOP1234");
    String response = hash(a1 + ":" + nonce + ":00000001:0a4f113b:auth:" + hash("GET:" + uri));
    header =
        List.of(
            "Digest username=\"001565aabbcc\", realm=\"provisioning\", nonce=\""
                + nonce
                + "\", uri=\""
                + uri
                + "\", algorithm="
                + algorithm
                + ", response=\""
                + response
                + "\", qop=auth, nc=00000001, cnonce=\"0a4f113b\"");
    if (!check()) {
      throw new IllegalStateException("the header is not right");
    }
  }

  /**
   * The whole check.
   *
   * @return true
   */
  @Benchmark
  public boolean check() {
    Authorization.Digest digest = (Authorization.Digest) parser.parse(header);
    return new DigestCheck(digest, "GET").matches(CREDENTIAL)
        && nonces.age(digest.nonce(), NOW) == Nonces.Age.FRESH;
  }

  /**
   * The floor: three blocks of the hash and nothing else.
   *
   * @return a hash
   * @throws NoSuchAlgorithmException never
   */
  @Benchmark
  public byte[] floor() throws NoSuchAlgorithmException {
    MessageDigest hash = MessageDigest.getInstance(algorithm);
    hash.update(block, 0, 48);
    hash.digest();
    hash.update(block, 0, 48);
    hash.digest();
    hash.update(block, 0, 48);
    return hash.digest();
  }

  private String hash(String text) {
    try {
      MessageDigest hash = MessageDigest.getInstance(algorithm);
      return HexFormat.of().formatHex(hash.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
