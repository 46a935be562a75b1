package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Traits.Scheme;
import org.latchkey.device.Owner;
import org.latchkey.event.EventType;
import org.latchkey.pass.Network;
import org.latchkey.secret.Credential;

/** Step 5. */
class PermitTest {
  private static final String FILE = "/" + Gate.MAC + ".cfg";

  @RegisterExtension final Logs logs = new Logs();
  private final Gate gate = new Gate();

  @Test
  void globalPass_deviceOfAnotherOwner_toldAsSuchUntilArmed() {
    gate.armed(Gate.MAC);
    gate.directory.replace(
        gate.directory.load(Gate.MAC).orElseThrow(),
        Gate.device(Gate.MAC, "quick", "new", new Owner("other.example", "west")));
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(401);
    assertThat(gate.told()).contains(EventType.OWNER_CHANGED).doesNotContain(EventType.ISSUED);
    gate.arm(Gate.MAC);
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(200);
  }

  @Test
  void ownCredential_afterAMoveToAnotherReseller_isTheFormerOwners() {
    Credential own = gate.provisioned(Gate.MAC);
    Owner east = new Owner("east.example", "east");
    gate.latchkey
        .administration()
        .replace(Gate.ADMIN, Gate.MAC, before -> Gate.device(Gate.MAC, "quick", "new", east));
    assertThat(gate.state(Gate.MAC)).isEqualTo("locked");
    assertThat(gate.get(FILE).digest(own).status()).isEqualTo(401);
    assertThat(gate.told())
        .contains(EventType.OWNER_CHANGED)
        .doesNotContain(EventType.WRONG_CREDENTIAL);
    gate.arm(Gate.MAC);
    assertThat(gate.get(FILE).digest(own).status()).isEqualTo(401);
    assertThat(gate.firstBoot(Gate.MAC)).isNotEqualTo(own);
  }

  private EventType toldLater() {
    gate.events.clear();
    gate.clock.advance(Duration.ofMinutes(10));
    List<EventType> told = gate.told().stream().filter(type -> type != EventType.SERVED).toList();
    assertThat(told).hasSize(1);
    return told.get(0);
  }

  @Test
  void closedPass_ofAPhoneThatUsedItsOwnWithinEightDays_stalePass() {
    gate.provisioned(Gate.MAC);
    gate.clock.advance(Duration.ofDays(8));
    gate.told();
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(401);
    assertThat(toldLater()).isEqualTo(EventType.STALE_PASS);
    gate.clock.advance(Duration.ofMinutes(1));
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(401);
    assertThat(toldLater()).as("eight days and more").isEqualTo(EventType.NEEDS_ARMING);
  }

  /** The address has changed, and the phone shows the pass before its own credential. */
  @Test
  void closedPass_whereTheOwnCredentialFollows_stalePass() {
    Credential own = gate.provisioned(Gate.MAC);
    gate.clock.advance(Duration.ofDays(2));
    gate.told();
    assertThat(gate.get(FILE).from("203.0.113.9").digest(Gate.PASS).status()).isEqualTo(401);
    gate.clock.advance(Duration.ofMinutes(9));
    assertThat(gate.told()).doesNotContain(EventType.NEEDS_ARMING, EventType.STALE_PASS);
    assertThat(gate.get(FILE).from("203.0.113.9").digest(own).status()).isEqualTo(200);
    assertThat(toldLater()).isEqualTo(EventType.STALE_PASS);
  }

  @Test
  void closedPass_fromElsewhereWithinADayOfTheProof_contested() {
    gate.provisioned(Gate.MAC);
    gate.clock.advance(Duration.ofHours(23));
    gate.told();
    gate.get(FILE).from("203.0.113.9").digest(Gate.PASS).send();
    assertThat(toldLater()).isEqualTo(EventType.CONTESTED);
    gate.clock.advance(Duration.ofHours(1));
    gate.get(FILE).from("203.0.113.9").digest(Gate.PASS).send();
    assertThat(toldLater()).as("after a day").isEqualTo(EventType.NEEDS_ARMING);
  }

  @Test
  void role_isPickedByTheInventoryWhereNoHeaderDoes() {
    TestBrand master =
        new TestBrand("master", Duration.ZERO, Scheme.BASIC).claiming(".cfg", FileRole.PERSONAL);
    Gate both =
        new Gate(
            builder ->
                builder.brands(new TestBrand("quick", Duration.ZERO, Scheme.DIGEST), master));
    both.entered(Gate.MAC, "quick", true).entered(Gate.OTHER, "master", true);
    assertThat(both.get(FILE).digest(Gate.PASS).status()).isEqualTo(200);
    assertThat(both.state(Gate.MAC)).isEqualTo("issued");
    assertThat(both.get("/" + Gate.OTHER + ".cfg").digest(Gate.PASS).status()).isEqualTo(404);
    assertThat(both.state(Gate.OTHER)).as("a personal file costs nothing").isEqualTo("armed");
  }

  @ParameterizedTest
  @CsvSource({
    "/bootstrap.cfg,                   quick M1 1.0 001565aabbcc",
    "/bootstrap.cfg?mac=001565aabbcc,  quick M1 1.0",
    "/001565aabbcc/bootstrap.cfg,      unknown"
  })
  void bootstrap_ofAKnownMac_isTheDeviceFile(String file, String header) {
    gate.armed(Gate.MAC);
    assertThat(gate.get(file).agent(header).insecure().digest(Gate.PASS).status()).isEqualTo(403);
    ProvisioningResponse response = gate.get(file).agent(header).digest(Gate.PASS).send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(gate.state(Gate.MAC)).isEqualTo("issued");
    Credential own = Gate.carried(response);
    assertThat(gate.get("/bootstrap.cfg").digest(own).status()).as("by user name").isEqualTo(200);
    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
  }

  @ParameterizedTest
  @CsvSource({
    "quick, GET, -personal.xml, true",
    "quick, GET, /common.cfg,   true",
    "quick, PUT, -sys.log,      true",
    "quick, GET, /image.rom,    false",
    "quick, GET, -nobodys.txt,  false",
    "slow,  GET, .cfg,          true",
    "slow,  PUT, -sys.log,      true",
    "slow,  PUT, -personal.xml, true",
    "slow,  GET, -personal.xml, false",
    "slow,  GET, /common.cfg,   false",
    "slow,  GET, /image.rom,    false"
  })
  void ownCredential_provesByWhatOnlyAPhoneThatStoredItAsks(
      String brand, String method, String file, boolean proves) {
    Credential next = gate.entered(Gate.MAC, brand, true).firstBoot(Gate.MAC);
    gate.clock.advance(Duration.ofMinutes(1));
    Request request = gate.ask(method, file.startsWith("/") ? file : "/" + Gate.MAC + file);
    assertThat(request.digest(next).status()).isNotEqualTo(401);
    assertThat(gate.state(Gate.MAC)).isEqualTo(proves ? "provisioned" : "issued");
    assertThat(gate.get(FILE).digest(next).status()).isEqualTo(200);
    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
  }

  /** 404, since nothing is generated yet: what opens is not 401. */
  @Test
  void personalUnderGlobalPass_asTheDeviceFileWhoeverTheHolderIs() {
    String personal = "/" + Gate.MAC + "-personal.xml";
    gate.entered(Gate.MAC, "quick", false);
    assertThat(gate.get(personal).digest(Gate.PASS).status()).as("not armed").isEqualTo(401);
    gate.armFrom(Gate.MAC, Network.of("192.0.2.0/24"));
    assertThat(gate.get(personal).digest(Gate.PASS).status()).isEqualTo(404);
    assertThat(gate.state(Gate.MAC)).as("costs nothing").isEqualTo("armed");
    gate.firstBoot(Gate.MAC);
    for (int i = 0; i < 30; i++) {
      assertThat(gate.get(personal).digest(Gate.PASS).status()).isEqualTo(404);
    }
    assertThat(gate.get(personal).from("192.0.2.77").digest(Gate.PASS).status())
        .as("from another address than the holder's")
        .isEqualTo(404);
    assertThat(gate.get(personal).from("198.51.100.1").digest(Gate.PASS).status())
        .as("from outside the networks")
        .isEqualTo(401);
    Credential next = gate.firstBoot(Gate.MAC);
    gate.get(FILE).digest(next).send();
    assertThat(gate.get(personal).digest(Gate.PASS).status()).as("closed").isEqualTo(401);
    assertThat(gate.get(personal).digest(next).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quick M%s 1.0", "quick M 1%s"})
  void header_longerThanAnyPhones_isNoReasonToFail(String header) {
    Credential own = gate.provisioned(Gate.MAC);
    String agent = header.formatted("0".repeat(100));
    assertThat(gate.get(FILE).agent(agent).digest(own).status()).isEqualTo(200);
    assertThat(logs.from(Level.SEVERE)).isEmpty();
  }
}
