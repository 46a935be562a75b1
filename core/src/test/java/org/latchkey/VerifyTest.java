package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.auth.DigestAlgorithm;
import org.latchkey.pass.GlobalPass;
import org.latchkey.pass.GlobalPass.Scope;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;

/** Step 4. */
class VerifyTest {
  private static final String FILE = "/" + Gate.MAC + ".cfg";

  private final Gate gate = new Gate();

  private static boolean isStale(ProvisioningResponse response) {
    return response.status() == 401
        && response.headers().stream().anyMatch(h -> h.value().endsWith(", stale=true"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/image.rom", "/nobodys.txt", "/bootstrap.cfg"})
  void ownCredential_whereThePathNamesNobody_isFoundByItsUserName(String file) {
    Credential own = gate.provisioned(Gate.MAC);
    gate.provisioned(Gate.OTHER);
    assertThat(gate.get(file).digest(own).status()).isNotEqualTo(401);
    assertThat(gate.get(file).basic(own).status()).isNotEqualTo(401);
  }

  @Test
  void credentialOfAnotherName_isFoundByPathOrHeader() {
    gate.provisioned(Gate.MAC);
    Credential chosen = Credential.of("alice", "ChosenByHand1234");
    gate.latchkey.administration().setCredential(Gate.ADMIN, Gate.MAC, chosen, true);
    assertThat(gate.get(FILE).digest(chosen).status()).isEqualTo(200);
    Request byHeader = gate.get("/image.rom").agent("quick M1 1.0 " + Gate.MAC);
    assertThat(byHeader.digest(chosen).status()).isEqualTo(404);
    Request byNothing = gate.get("/image.rom");
    assertThat(byNothing.digest(chosen).status()).isEqualTo(401);
  }

  @Test
  void ownCredential_ofAnotherDeviceThanThePaths_isWrong() {
    Credential own = gate.provisioned(Gate.MAC);
    gate.provisioned(Gate.OTHER);
    assertThat(gate.get("/" + Gate.OTHER + ".cfg").digest(own).status()).isEqualTo(401);
    Request both = gate.get("/" + Gate.OTHER + ".cfg").agent("quick M1 1.0 " + Gate.MAC);
    assertThat(both.digest(own).status()).isEqualTo(401);
  }

  @Test
  void pass_whileItIsRotated_currentAndPreviousOpen() {
    Credential fresh = Credential.of("firstboot", "RotatedPassword1");
    gate.passes.add(new GlobalPass("second", Scope.INSTALLATION, fresh, false));
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(200);
    assertThat(gate.get("/" + Gate.OTHER + ".cfg").digest(fresh).status()).isEqualTo(200);
    gate.passes.remove("first");
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(401);
    assertThat(gate.get(FILE).digest(fresh).status()).isEqualTo(200);
  }

  @Test
  void pass_ofAStoreThatIgnoresCase_mustStillBeSpelledRight() {
    gate.armed(Gate.MAC);
    gate.stores.instead("named", () -> gate.passes.named("firstboot"));
    Credential shouted = Credential.of("FIRSTBOOT", "GlobalPassword42");
    assertThat(gate.get(FILE).basic(shouted).status()).isEqualTo(401);
    assertThat(gate.get(FILE).digest(shouted).status()).isEqualTo(401);
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(200);
  }

  @Test
  void narrowestPass_ofDomainThenResellerThenInstallation_alone() {
    Scope domain = new Scope(Optional.of("west"), Optional.of("acme.example"));
    Scope reseller = new Scope(Optional.of("west"), Optional.empty());
    Credential west = Credential.of("westpass", "ResellersPass123");
    Credential acme = Credential.of("acmepass", "DomainsPassword1");
    gate.armed(Gate.MAC);
    gate.passes.add(new GlobalPass("west", reseller, west, false));
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(401);
    assertThat(gate.get(FILE).digest(west).status()).isEqualTo(200);
    gate.passes.add(new GlobalPass("acme", domain, acme, false));
    assertThat(gate.get(FILE).digest(west).status()).isEqualTo(401);
    assertThat(gate.get(FILE).digest(acme).status()).isEqualTo(200);
  }

  @Test
  void nonceCount_usedTwice_staleWhereAnybodyCanListenOnly() {
    Credential own = gate.provisioned(Gate.MAC);
    String upload = "/" + Gate.MAC + "-sys.log";
    Request first = gate.ask("PUT", upload).insecure();
    String nonce = first.nonce();
    assertThat(first.digest(own, nonce, "00000001", "/cfg" + upload).status()).isEqualTo(200);
    Request replayed = gate.ask("PUT", upload).insecure();
    replayed.digest(own, nonce, "00000001", "/cfg" + upload);
    assertThat(isStale(replayed.send())).isTrue();
    Request next = gate.ask("PUT", upload).insecure();
    assertThat(next.digest(own, nonce, "00000002", "/cfg" + upload).status()).isEqualTo(200);
    for (int i = 0; i < 2; i++) {
      Request overTls = gate.ask("PUT", upload);
      assertThat(overTls.digest(own, nonce, "00000002", "/cfg" + upload).status()).isEqualTo(200);
    }
  }

  @Test
  void nonce_isGoodForAnHourOnEveryNode() {
    Credential own = gate.provisioned(Gate.MAC);
    String nonce = new Gate().get(FILE).nonce();
    gate.clock.advance(Duration.ofHours(1));
    Request intime = gate.get(FILE);
    assertThat(intime.digest(own, nonce, "00000001", "/cfg" + FILE).status()).isEqualTo(200);
    gate.clock.advance(Duration.ofMillis(1));
    Request late = gate.get(FILE);
    assertThat(isStale(late.digest(own, nonce, "00000001", "/cfg" + FILE).send())).isTrue();
  }

  @Test
  void response_madeForAnotherRealmOrMethod_isNotServed() {
    Credential own = gate.provisioned(Gate.MAC);
    Request elsewhere = gate.get(FILE);
    String nonce = elsewhere.nonce();
    elsewhere.header("Authorization", digest(own, "elsewhere", "MD5", nonce, "GET", "/cfg" + FILE));
    assertThat(isStale(elsewhere.send())).isTrue();
    Request put = gate.get(FILE);
    put.header("Authorization", digest(own, "provisioning", "MD5", nonce, "PUT", "/cfg" + FILE));
    assertThat(put.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "/cfg/001565aabbcc.cfg, 200",
    "https://prov.example/cfg/001565aabbcc.cfg, 200",
    "http://10.0.0.1:8080/cfg/001565aabbcc.cfg, 200",
    "/cfg/001565AABBCC.cfg, 400",
    "/001565aabbcc.cfg, 400",
    "/cfg/001565aabbdd.cfg, 400",
    "ftp://prov.example/cfg/001565aabbcc.cfg, 400",
    "*, 400"
  })
  void digestUri_mustBeTheTargetAsThePhoneKnowsIt(String uri, int status) {
    Credential own = gate.provisioned(Gate.MAC);
    Request request = gate.get(FILE);
    assertThat(request.digest(own, request.nonce(), "00000001", uri).status()).isEqualTo(status);
  }

  @Test
  void digestUri_behindAProxyThatRewritesPaths_isThePublicOne() {
    Gate rewritten = new Gate(builder -> builder.paths("/internal"));
    Credential own = rewritten.armed(Gate.MAC).firstBoot(Gate.MAC);
    assertThat(rewritten.latchkey.fileOf("/internal" + FILE)).contains(FILE);
    assertThat(rewritten.get(FILE).digest(own).status()).isEqualTo(200);
  }

  @Test
  void sha256_whereItIsSwitchedOn_isTaken() {
    Gate both = new Gate(builder -> builder.digestAlgorithms(EnumSet.of(DigestAlgorithm.SHA_256)));
    for (Gate some : List.of(both, gate)) {
      Credential own = some.provisioned(Gate.MAC);
      Request request = some.get(FILE);
      request.header(
          "Authorization",
          digest(own, "provisioning", "SHA-256", request.nonce(), "GET", "/cfg" + FILE));
      assertThat(request.status()).isEqualTo(some == both ? 200 : 400);
    }
  }

  @Test
  void basic_onSecureRequests_isTakenThoughNotOffered() {
    Credential own = gate.provisioned(Gate.MAC);
    assertThat(gate.get(FILE).agent("quick M1 1.0").basic(own).status()).isEqualTo(200);
  }

  @Test
  void emptyCredential_neverMatches() {
    gate.entered(Gate.MAC, "quick", false);
    for (String pair : List.of("Og==", "MDAxNTY1YWFiYmNjOg==", "Zmlyc3Rib290Og==")) {
      assertThat(gate.get(FILE).header("Authorization", "Basic " + pair).status()).isEqualTo(401);
    }
  }

  private static String digest(
      Credential own, String realm, String algorithm, String nonce, String method, String uri) {

    String ha1 = hex(algorithm, own.username() + ":" + realm + ":" + clear(own));
    String ha2 = hex(algorithm, method + ":" + uri);
    String response = hex(algorithm, ha1 + ":" + nonce + ":00000001:c:auth:" + ha2);
    return String.format(
        "Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", qop=auth, algorithm=%s,"
            + " nc=00000001, cnonce=\"c\", response=\"%s\"",
        own.username(), realm, nonce, uri, algorithm, response);
  }

  private static String hex(String hash, String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(hash).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String clear(Credential credential) {
    return credential.password().reveal(SecretAccess.granted());
  }
}
