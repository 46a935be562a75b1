package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.device.Device;
import org.latchkey.device.Line;
import org.latchkey.event.EventType;
import org.latchkey.secret.Credential;
import org.latchkey.spi.AccessRecord;

/** Every row of the table of answers (design, section 3). */
class AnswerTableTest {
  private static final String FILE = "/" + Gate.MAC + ".cfg";
  private static final String FOREIGN_NONCE = "A".repeat(40);

  @RegisterExtension final Logs logs = new Logs();
  private final Gate gate = new Gate();

  private static String body(ProvisioningResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static boolean isStale(ProvisioningResponse response) {
    return response.status() == 401
        && response.headers().stream().anyMatch(h -> h.value().endsWith(", stale=true"));
  }

  /** Whether an answer tells to come again, and when, in seconds. */
  private static Optional<Integer> comeAgain(ProvisioningResponse response) {
    return response.status() == 503
        ? response.header("Retry-After").map(Integer::valueOf)
        : Optional.empty();
  }

  @Test
  void noProof_401() {
    gate.armed(Gate.MAC);
    for (String file : List.of(FILE, "/bootstrap.cfg", "/image.rom", "/nobodys.txt", "/", "")) {
      assertThat(gate.get(file).status()).as(file).isEqualTo(401);
    }
    assertThat(gate.get("/" + Gate.MAC + "-personal.xml").status()).isEqualTo(401);
    assertThat(gate.ask("PUT", "/" + Gate.MAC + "-sys.log").status()).isEqualTo(401);
    assertThat(gate.get(FILE).header("Authorization", "Bearer x").status()).isEqualTo(401);
    assertThat(gate.state(Gate.MAC)).isEqualTo("armed");
  }

  @ParameterizedTest
  @EnumSource
  void refused_401AndOnlyTheEventKnowsWhy(Refusal refusal) {
    Credential shown = refusal.prepare(gate);
    gate.events.clear();
    Collection<AccessRecord> before = gate.credentials.dump();
    ProvisioningResponse response = refusal.ask(gate, "GET").digest(shown).send();
    assertThat(response.status()).isEqualTo(401);
    assertThat(gate.credentials.dump()).as("nothing is stored").isEqualTo(before);
    assertThat(isStale(response)).isFalse();
    assertThat(body(response)).isEqualTo("401 Unauthorized\n");
    gate.clock.advance(Duration.ofMinutes(11));
    assertThat(gate.told()).containsExactly(refusal.reason);
  }

  @Test
  void rightResponseUnderOldOrForeignNonce_401Stale() {
    gate.armed(Gate.MAC);
    String old = gate.get(FILE).nonce();
    gate.clock.advance(Duration.ofMinutes(61));
    for (String nonce : List.of(old, FOREIGN_NONCE, "x", old.substring(1))) {
      Request request = gate.get(FILE);
      request.digest(Gate.PASS, nonce, "00000001", request.target());
      ProvisioningResponse response = request.send();
      assertThat(isStale(response)).as(nonce).isTrue();
      String fresh = Request.offeredNonce(response).orElseThrow();
      assertThat(gate.state(Gate.MAC)).isEqualTo("armed");
      Request again = gate.get(FILE);
      again.digest(Gate.PASS, fresh, "00000001", again.target());
      assertThat(again.header("If-None-Match", "*").status()).isEqualTo(304);
    }
  }

  @Test
  void wrongResponseUnderForeignNonce_401NotStale() {
    gate.armed(Gate.MAC);
    Request request = gate.get(FILE);
    Credential wrong = Credential.of("firstboot", "WrongPassword123");
    request.digest(wrong, FOREIGN_NONCE, "00000001", request.target());
    ProvisioningResponse response = request.send();
    assertThat(response.status()).isEqualTo(401);
    assertThat(isStale(response)).isFalse();
  }

  @Test
  void otherHolder_503UntilTheSilenceIsLongEnough() {
    gate.armed(Gate.MAC).firstBoot(Gate.MAC);
    gate.clock.advance(Duration.ofSeconds(50));
    Request other = gate.get(FILE).from("192.0.2.2").digest(Gate.PASS);
    assertThat(comeAgain(other.send())).contains(70);
    assertThat(gate.told()).contains(EventType.CONTESTED);
    gate.clock.advance(Duration.ofSeconds(70));
    assertThat(gate.get(FILE).from("192.0.2.2").digest(Gate.PASS).status()).isEqualTo(200);
    assertThat(gate.told()).contains(EventType.HOLDER_CHANGED);
  }

  @ParameterizedTest
  @CsvSource({"identify", "find", "named", "of", "load", "replace"})
  void storeDown_503AndNothingConsumed(String method) {
    gate.armed(Gate.MAC);
    gate.stores.down(method);
    assertThat(comeAgain(gate.get(FILE).digest(Gate.PASS).send())).contains(30);
    assertThat(gate.told()).contains(EventType.STORE_FAILED).doesNotContain(EventType.ISSUED);
    gate.stores.up();
    assertThat(gate.state(Gate.MAC)).isEqualTo("armed");
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(200);
  }

  @Test
  void renderFailed_503AndNothingConsumed() {
    gate.armed(Gate.MAC);
    Device good = gate.directory.load(Gate.MAC).orElseThrow();
    Device bad = Gate.unrenderable(good);
    gate.directory.replace(good, bad);
    assertThat(comeAgain(gate.get(FILE).digest(Gate.PASS).send())).contains(300);
    assertThat(gate.events)
        .anyMatch(
            event ->
                event.type() == EventType.RENDER_FAILED
                    && event.detail().startsWith("lines[0].label (set by device): "));
    assertThat(gate.state(Gate.MAC)).isEqualTo("armed");
    gate.directory.replace(bad, good);
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(200);
  }

  @Test
  void threeLostRaces_503AndNothingConsumed() {
    gate.armed(Gate.MAC);
    gate.stores.calls();
    gate.stores.instead("replace", () -> false);
    assertThat(comeAgain(gate.get(FILE).digest(Gate.PASS).send())).contains(2);
    assertThat(gate.stores.calls()).containsEntry("replace", 3).containsEntry("load", 3);
    gate.stores.up();
    assertThat(gate.state(Gate.MAC)).isEqualTo("armed");
    assertThat(gate.told()).doesNotContain(EventType.ISSUED);
  }

  @Test
  void probe_404WithoutChallenge() {
    gate.armed(Gate.MAC);
    gate.stores.calls();
    String probe = "/" + Gate.MAC + ".boot";
    assertThat(gate.get(probe).status()).isEqualTo(404);
    assertThat(gate.get("/0015650000ff.boot").status()).isEqualTo(404);
    assertThat(gate.get(probe).digest(Gate.PASS).status()).isEqualTo(404);
    assertThat(gate.get(probe).header("Authorization", "Digest").status()).isEqualTo(404);
    assertThat(gate.stores.calls()).isEmpty();
  }

  @Test
  void unknownName_404AfterARightProofOnly() {
    gate.armed(Gate.MAC);
    String file = "/" + Gate.MAC + "-nobodys.txt";
    assertThat(gate.get(file).digest(Gate.PASS).status()).isEqualTo(404);
    assertThat(gate.get(file).digest(Credential.of("firstboot", "wrong")).status()).isEqualTo(401);
    Credential own = gate.provisioned(Gate.OTHER);
    assertThat(gate.get("/nobodys.txt").digest(own).status()).isEqualTo(404);
    assertThat(gate.ask("PUT", "/nobodys.txt").digest(own).status()).isEqualTo(404);
    assertThat(gate.state(Gate.MAC)).isEqualTo("armed");
  }

  @Test
  void wrongBrand_404AfterARightProofOnly() {
    gate.armed(Gate.MAC);
    Request request = gate.get(FILE).agent("slow M1 1.0");
    assertThat(request.digest(Gate.PASS).status()).isEqualTo(404);
    assertThat(gate.told()).contains(EventType.WRONG_BRAND);
    assertThat(gate.state(Gate.MAC)).isEqualTo("armed");
    Credential wrong = Credential.of("firstboot", "wrong");
    assertThat(gate.get(FILE).agent("slow M1 1.0").digest(wrong).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "/001565aabbcc.cfg,                   quick M1 1.0 001565aabbdd",
    "/001565aabbcc.cfg?mac=001565aabbdd,  quick M1 1.0",
    "/001565aabbdd/001565aabbcc.cfg,      quick M1 1.0"
  })
  void macConflict_404AfterARightProofOnly(String file, String header) {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    assertThat(gate.get(file).agent(header).digest(Gate.PASS).status()).isEqualTo(404);
    assertThat(gate.told()).contains(EventType.MAC_CONFLICT);
    assertThat(gate.state(Gate.MAC)).isEqualTo("armed");
    assertThat(gate.state(Gate.OTHER)).isEqualTo("armed");
    Credential wrong = Credential.of("firstboot", "wrong");
    assertThat(gate.get(file).agent(header).digest(wrong).status()).isEqualTo(401);
  }

  @Test
  void insecure_403AndTheChallengeThereStillOffersDigest() {
    gate.armed(Gate.MAC);
    ProvisioningResponse challenge = gate.get(FILE).insecure().send();
    assertThat(challenge.header("WWW-Authenticate").orElseThrow()).startsWith("Digest ");
    assertThat(gate.get(FILE).insecure().digest(Gate.PASS).status()).isEqualTo(403);
    assertThat(gate.told()).contains(EventType.INSECURE);
    assertThat(gate.ask("HEAD", FILE).insecure().digest(Gate.PASS).status()).isEqualTo(403);
    assertThat(gate.get(FILE).insecure().basic(Gate.PASS).status()).isEqualTo(403);
    assertThat(gate.state(Gate.MAC)).isEqualTo("armed");
    Credential wrong = Credential.of("firstboot", "wrong");
    assertThat(gate.get(FILE).insecure().digest(wrong).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE,  .cfg,           'GET, HEAD'",
    "PUT,     .cfg,           'GET, HEAD'",
    "OPTIONS, .boot,          'GET, HEAD'",
    "get,     .cfg,           'GET, HEAD'",
    "PATCH,   -sys.log,       'GET, HEAD, PUT, POST'",
    "TRACE,   -personal.xml,  'GET, HEAD, PUT, POST'",
    "DELETE,  -nobodys.txt,   'GET, HEAD, PUT, POST'"
  })
  void method_thatNoPhoneUsesThere_405(String method, String ending, String allowed) {
    ProvisioningResponse response =
        gate.ask(method, "/" + Gate.MAC + ending).basic(Gate.PASS).send();
    assertThat(response.status()).isEqualTo(405);
    assertThat(response.header("Allow")).contains(allowed);
  }

  @Test
  void malformed_400() {
    assertThat(gate.get("/../" + Gate.MAC + ".cfg").status()).isEqualTo(400);
    assertThat(gate.get(FILE).header("Authorization", "Digest").status()).isEqualTo(400);
    assertThat(gate.get(FILE).header("Authorization", "Basic !").status()).isEqualTo(400);
  }

  @Test
  void digestForAnotherTarget_400() {
    gate.armed(Gate.MAC);
    Request request = gate.get(FILE);
    request.digest(Gate.PASS, request.nonce(), "00000001", "/cfg/" + Gate.OTHER + ".cfg");
    assertThat(request.status()).isEqualTo(400);
    assertThat(gate.state(Gate.MAC)).isEqualTo("armed");
  }

  @Test
  void common_neverChallenged() {
    assertThat(gate.get("/common.cfg").status()).isEqualTo(404);
    assertThat(gate.get("/common.cfg").header("Authorization", "Digest").status()).isEqualTo(404);
    assertThat(gate.get("/common.cfg").digest(Gate.PASS).status()).isEqualTo(404);
  }

  @Test
  void upload_ofAPhoneInItsFirstBoot_takenAndDropped() {
    gate.armed(Gate.MAC);
    for (String file : List.of("-sys.log", "-personal.xml")) {
      assertThat(gate.ask("PUT", "/" + Gate.MAC + file).digest(Gate.PASS).status()).isEqualTo(200);
    }
    assertThat(gate.ask("POST", "/" + Gate.UNKNOWN + "-sys.log").digest(Gate.PASS).status())
        .isEqualTo(200);
    assertThat(gate.state(Gate.MAC)).isEqualTo("armed");
  }

  @Test
  void file_200() {
    gate.armed(Gate.MAC);
    ProvisioningResponse response = gate.get(FILE).digest(Gate.PASS).send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(TestBrand.value(response.body(), "line.1.password")).isEqualTo(Gate.SIP_PASSWORD);
    Line line = gate.directory.load(Gate.MAC).orElseThrow().lines().get(0);
    assertThat(body(response)).contains("line.1.user = " + line.user());
  }
}
