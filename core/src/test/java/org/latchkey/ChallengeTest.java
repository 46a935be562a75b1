package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.ProvisioningResponse.Header;
import org.latchkey.auth.DigestAlgorithm;
import org.latchkey.brand.Brand;
import org.latchkey.brand.Traits.Scheme;
import org.latchkey.secret.Credential;

/** Step 3. */
class ChallengeTest {
  private static final String MD5 =
      "Digest realm=\"provisioning\", qop=\"auth\", algorithm=MD5, nonce=\"N\"";
  private static final String SHA =
      "Digest realm=\"provisioning\", qop=\"auth\", algorithm=SHA-256, nonce=\"N\"";
  private static final String BASIC = "Basic realm=\"provisioning\"";

  private static final Brand QUICK = new TestBrand("quick", Duration.ZERO, Scheme.DIGEST);
  private static final Brand SLOW = new TestBrand("slow", Duration.ofSeconds(45), Scheme.BASIC);
  private static final Brand BOTH =
      new TestBrand("both", Duration.ZERO, Scheme.DIGEST, Scheme.BASIC);

  private static Gate gate(Brand... brands) {
    return new Gate(builder -> builder.brands(brands));
  }

  private static Gate withSha(Brand... brands) {
    return new Gate(
        builder -> builder.brands(brands).digestAlgorithms(EnumSet.of(DigestAlgorithm.SHA_256)));
  }

  /** The challenge's lines, nonce aside. */
  private static List<String> lines(Request request) {
    ProvisioningResponse response = request.send();
    assertThat(response.status()).isEqualTo(401);
    return response.headers().stream()
        .filter(header -> header.name().equals("WWW-Authenticate"))
        .map(Header::value)
        .map(value -> value.replaceAll("nonce=\"[A-Za-z0-9_-]{40}\"", "nonce=\"N\""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "/001565aabbcc.cfg,           quick, D",
    "/001565aabbcc.cfg,           slow,  B",
    "/001565aabbcc.cfg,           both,  D B",
    "/001565aabbcc.cfg,           other, D B",
    "/001565aabbcc-personal.xml,  slow,  B",
    "/001565aabbcc-sys.log,       quick, D",
    "/image.rom,                  slow,  B",
    "/bootstrap.cfg,              quick, D",
    "/whatever.txt,               slow,  B",
    "/whatever.txt,               other, D B",
    "/,                           other, D B",
    "/001565aabbcc.htm,           other, D B",
  })
  void challenge_onSecureRequest_isThatOfTheHeadersBrand(String file, String brand, String offer) {
    Gate gate = gate(QUICK, SLOW, BOTH);
    List<String> wanted =
        offer
            .lines()
            .flatMap(l -> List.of(l.split(" ")).stream())
            .map(ChallengeTest::line)
            .toList();
    assertThat(lines(gate.get(file).agent(brand + " M1 1.0"))).isEqualTo(wanted);
    List<String> insecure = lines(gate.get(file).agent(brand + " M1 1.0").insecure());
    assertThat(insecure).as("anybody could read Basic").containsExactly(MD5);
  }

  private static String line(String letter) {
    return letter.equals("D") ? MD5 : BASIC;
  }

  @Test
  void challenge_nameThatSeveralBrandsAskFor_isTheirUnionInTheirOrder() {
    String file = "/" + Gate.MAC + ".cfg";
    assertThat(lines(gate(QUICK).get(file))).containsExactly(MD5);
    assertThat(lines(gate(SLOW).get(file))).containsExactly(BASIC);
    assertThat(lines(gate(QUICK, SLOW).get(file))).containsExactly(MD5, BASIC);
    assertThat(lines(gate(SLOW, QUICK, BOTH).get(file))).containsExactly(BASIC, MD5);
    assertThat(lines(gate(SLOW).get("/nobodys.txt"))).containsExactly(MD5, BASIC);
  }

  @Test
  void challenge_sha256SwitchedOn_behindMd5() {
    String file = "/" + Gate.MAC + ".cfg";
    assertThat(lines(withSha(QUICK).get(file))).containsExactly(MD5, SHA);
    assertThat(lines(withSha(BOTH).get(file))).containsExactly(MD5, SHA, BASIC);
    assertThat(lines(withSha(SLOW).get(file))).containsExactly(BASIC);
    assertThat(lines(withSha(SLOW).get(file).insecure())).containsExactly(MD5, SHA);
  }

  @Test
  void challenge_stale_offersDigestEvenWhereTheBrandIsOfferedBasicOnly() {
    Gate gate = gate(QUICK, SLOW).entered(Gate.MAC, "slow", true);
    String nonce = gate.get("/" + Gate.MAC + ".cfg").nonce();
    gate.clock.advance(Duration.ofHours(2));
    Request request = gate.get("/" + Gate.MAC + ".cfg").agent("slow M1 1.0");
    assertThat(lines(request.digest(Gate.PASS, nonce, "00000001", request.target())))
        .containsExactly(BASIC, MD5 + ", stale=true");
  }

  /** What a stranger is asked for must not depend on what is in the inventory. */
  @ParameterizedTest
  @EnumSource
  void challenge_withoutProof_sameForEveryDevice(Refusal situation) {
    Gate gate = new Gate();
    situation.prepare(gate);
    gate.stores.calls();
    for (String header : List.of("", "quick M1 1.0", "slow M1 1.0")) {
      Request known = situation.ask(gate, "GET");
      Request unknown = gate.get("/0015650000ff.cfg");
      if (!header.isEmpty()) {
        known.agent(header);
        unknown.agent(header);
      }
      assertThat(lines(known)).isEqualTo(lines(unknown));
    }
    assertThat(gate.stores.calls()).as("no store is asked before a proof").isEmpty();
  }

  @Test
  void challenge_everyLineOfDigest_namesAlgorithmAndFreshNonce() {
    Gate gate = withSha(QUICK, SLOW);
    List<String> offers =
        gate.get("/" + Gate.MAC + ".cfg").send().headers().stream()
            .map(Header::value)
            .filter(value -> value.startsWith("Digest "))
            .toList();
    assertThat(offers).hasSize(2).allMatch(offer -> offer.contains(", algorithm="));
    assertThat(offers).doesNotHaveDuplicates();
    Credential own = gate.provisioned(Gate.MAC);
    assertThat(gate.get("/" + Gate.MAC + ".cfg").digest(own).status()).isEqualTo(200);
  }
}
