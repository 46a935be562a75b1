package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.error.NotFoundException;
import org.latchkey.event.EventType;
import org.latchkey.secret.Credential;
import org.latchkey.spi.AccessRecord;

/** Step 7. */
class SettleTest {
  private static final String FILE = "/" + Gate.MAC + ".cfg";

  @RegisterExtension final Logs logs = new Logs();
  private final Gate gate = new Gate();

  private Credential rotating() {
    Credential own = gate.provisioned(Gate.MAC);
    gate.latchkey.administration().rotate(Gate.ADMIN, Gate.MAC);
    return Gate.carried(gate.get(FILE).digest(own).send());
  }

  @Test
  void proof_whoseWriteFails_isAnsweredAndTheNextRequestProves() {
    Credential next = gate.armed(Gate.MAC).firstBoot(Gate.MAC);
    gate.stores.down("replace");
    ProvisioningResponse response = gate.get(FILE).digest(next).send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(Gate.carried(response)).isEqualTo(next);
    assertThat(gate.state(Gate.MAC)).isEqualTo("issued");
    assertThat(gate.told()).contains(EventType.STORE_FAILED).doesNotContain(EventType.PROVED);
    gate.stores.up();
    assertThat(gate.get(FILE).digest(next).status()).isEqualTo(200);
    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
    assertThat(gate.told()).containsOnlyOnce(EventType.PROVED);
  }

  @Test
  void proofOfARotation_whoseWriteFails_isAnsweredAndTheNextRequestProves() {
    Credential next = rotating();
    gate.stores.instead("replace", () -> null);
    assertThat(gate.get(FILE).digest(next).status()).isEqualTo(200);
    gate.stores.up();
    assertThat(gate.state(Gate.MAC)).isEqualTo("rotating");
    assertThat(gate.get(FILE).digest(next).status()).isEqualTo(200);
    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
  }

  @Test
  void proofByUpload_whoseWriteFails_isTaken() {
    Credential next = gate.armed(Gate.MAC).firstBoot(Gate.MAC);
    gate.stores.down("replace");
    Request upload = gate.ask("PUT", "/" + Gate.MAC + "-sys.log").digest(next);
    assertThat(upload.status()).isEqualTo(200);
    assertThat(gate.state(Gate.MAC)).isEqualTo("issued");
  }

  @Test
  void delivery_whoseWriteFails_doesNotGoOut() {
    gate.armed(Gate.MAC);
    Collection<AccessRecord> before = gate.credentials.dump();
    gate.stores.down("replace");
    ProvisioningResponse response = gate.get(FILE).digest(Gate.PASS).send();
    assertThat(response.status()).isEqualTo(503);
    assertThat(new String(response.body(), StandardCharsets.UTF_8))
        .doesNotContain(Gate.SIP_PASSWORD);
    assertThat(gate.credentials.dump()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void lostRace_isDecidedAnewOnWhatIsStoredNow(int losses) {
    gate.armed(Gate.MAC);
    int[] left = {losses};
    gate.stores.instead(
        "replace",
        () -> {
          if (left[0]-- == losses) {
            // somebody else is faster: another request of the same phone
            gate.stores.up();
            gate.firstBoot(Gate.MAC);
          }
          return false;
        });
    ProvisioningResponse response = gate.get(FILE).digest(Gate.PASS).send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(gate.told()).containsOnlyOnce(EventType.ISSUED).contains(EventType.REPEATED);
    assertThat(Gate.carried(response)).isEqualTo(gate.firstBoot(Gate.MAC));
  }

  @Test
  void lostRaceAgainstLock_isRefused() {
    gate.armed(Gate.MAC);
    gate.stores.instead(
        "replace",
        () -> {
          gate.stores.up();
          gate.latchkey.administration().lock(Gate.ADMIN, Gate.MAC);
          return false;
        });
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(401);
    assertThat(gate.told()).doesNotContain(EventType.ISSUED);
  }

  @Test
  void ownCredential_asksThreeStatementsAndWritesNothing() {
    Credential own = gate.provisioned(Gate.MAC);
    ProvisioningRequest request = gate.get(FILE).digest(own).build();
    gate.stores.calls();
    gate.latchkey.handle(request);
    assertThat(gate.stores.calls()).containsOnlyKeys("find", "identify", "load");
  }

  /** A host's own kind of failure, and answers that no host may give. */
  @ParameterizedTest
  @CsvSource({
    "identify, null",
    "identify, other",
    "identify, latchkey",
    "identify, throws",
    "load,     null",
    "load,     other",
    "load,     latchkey",
    "load,     throws",
    "find,     null",
    "find,     other",
    "find,     latchkey",
    "find,     throws",
    "named,    null",
    "named,    latchkey",
    "named, throws",
    "of,       null",
    "of,       latchkey",
    "of,    throws",
    "replace,  null",
    "replace,  latchkey",
    "replace, throws"
  })
  void store_thatMisbehaves_503AndNothingConsumed(String method, String how) {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    Collection<AccessRecord> before = gate.credentials.dump();
    gate.stores.instead(method, () -> misbehave(method, how));
    for (String verb : List.of("GET", "HEAD")) {
      if (verb.equals("GET") || !method.equals("replace")) {
        ProvisioningResponse response = gate.ask(verb, FILE).digest(Gate.PASS).send();
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isPresent();
      }
    }
    assertThat(logs.from(Level.SEVERE)).as("an outage is no error of ours").isEmpty();
    assertThat(gate.credentials.dump()).isEqualTo(before);
    gate.stores.up();
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(200);
  }

  private Object misbehave(String method, String how) {
    return switch (how) {
      case "null" -> null;
      case "throws" -> throw new UnsupportedOperationException("host");
      case "latchkey" -> throw new NotFoundException("host");
      default ->
          switch (method) {
            case "identify" -> gate.directory.identify(Gate.OTHER);
            case "load" -> gate.directory.load(Gate.OTHER);
            default -> gate.credentials.find(Gate.OTHER);
          };
    };
  }

  @Test
  void record_sealedWithAnotherKey_503AndToldAsSuch() {
    Credential own = gate.provisioned(Gate.MAC);
    AccessRecord record = gate.credentials.find(Gate.MAC).orElseThrow();
    AccessRecord foreign =
        new AccessRecord(
            record.mac(),
            record.version(),
            record.state(),
            record.openUntil(),
            "lk1.00000000.AAAA");
    gate.stores.instead("find", () -> Optional.of(foreign));
    assertThat(gate.get(FILE).digest(own).status()).isEqualTo(503);
    assertThat(gate.told()).contains(EventType.SEAL_FAILED);
  }

  @Test
  void inventory_thatChangesBetweenIdentifyAndLoad_isAskedAgain() {
    gate.armed(Gate.MAC);
    int[] loads = {0};
    gate.stores.instead(
        "load", () -> loads[0]++ == 0 ? Optional.empty() : gate.directory.load(Gate.MAC));
    gate.stores.calls();
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(200);
    assertThat(gate.stores.calls()).containsEntry("load", 2).containsEntry("identify", 2);
  }

  @Test
  void device_thatIsDeletedBetweenIdentifyAndLoad_isRefused() {
    Credential own = gate.provisioned(Gate.MAC);
    gate.stores.instead(
        "load",
        () -> {
          gate.stores.up();
          gate.directory.delete(Gate.MAC);
          return Optional.empty();
        });
    assertThat(gate.get(FILE).digest(own).status()).isEqualTo(401);
  }

  @Test
  void commonFile_needsNoStore() {
    Credential own = gate.provisioned(Gate.MAC);
    for (String method : List.of("identify", "find", "named")) {
      gate.stores.up();
      gate.stores.down(method);
      assertThat(gate.get("/common.cfg").digest(own).status()).as(method).isEqualTo(404);
      assertThat(gate.get("/common.cfg").digest(Gate.PASS).status()).isEqualTo(404);
    }
    assertThat(gate.told()).contains(EventType.STORE_FAILED);
  }
}
