package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.device.Device;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.secret.Credential;
import org.latchkey.spi.AccessRecord;

/** Step 6. */
class RenderTest {
  private static final String FILE = "/" + Gate.MAC + ".cfg";

  @RegisterExtension final Logs logs = new Logs();
  private final Gate gate = new Gate();

  @ParameterizedTest
  @ValueSource(strings = {TestBrand.REFUSED, TestBrand.BREAKS, TestBrand.BREAKS_LATE})
  void file_thatCannotBeWritten_consumesNothingAndIsTold(String label) {
    gate.armed(Gate.MAC);
    Device good = gate.directory.load(Gate.MAC).orElseThrow();
    Device bad = Gate.withLabel(good, label);
    gate.directory.replace(good, bad);
    Collection<AccessRecord> before = gate.credentials.dump();
    for (String method : new String[] {"GET", "HEAD"}) {
      ProvisioningResponse response = gate.ask(method, FILE).digest(Gate.PASS).send();
      assertThat(response.status()).isEqualTo(503);
      assertThat(response.header("Retry-After")).isPresent();
    }
    assertThat(gate.credentials.dump()).isEqualTo(before);
    assertThat(gate.events)
        .filteredOn(event -> event.type() == EventType.RENDER_FAILED)
        .hasSize(2)
        .extracting(Event::detail)
        .allMatch(detail -> detail.contains(" (set by ") && !detail.contains(Gate.SIP_PASSWORD));
    assertThat(logs.from(Level.SEVERE)).isEmpty();
    gate.directory.replace(bad, good);
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(200);
  }

  @Test
  void proof_ofAFileThatCannotBeWritten_isNotTaken() {
    Credential next = gate.armed(Gate.MAC).firstBoot(Gate.MAC);
    Device good = gate.directory.load(Gate.MAC).orElseThrow();
    gate.directory.replace(good, Gate.unrenderable(good));
    assertThat(gate.get(FILE).digest(next).status()).isEqualTo(503);
    assertThat(gate.state(Gate.MAC)).isEqualTo("issued");
  }

  @Test
  void sameInputs_sameBytesAndTag() {
    gate.armed(Gate.MAC);
    ProvisioningResponse first = gate.get(FILE).digest(Gate.PASS).send();
    gate.clock.advance(Duration.ofHours(1));
    ProvisioningResponse again = gate.get(FILE).agent("quick M1 9.9.9").digest(Gate.PASS).send();
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
  }

  @Test
  void proof_carriesTheMarkOfAProvenPhone() {
    Credential next = gate.armed(Gate.MAC).firstBoot(Gate.MAC);
    ProvisioningResponse before = gate.get(FILE).digest(Gate.PASS).send();
    assertThat(TestBrand.value(before.body(), "proven")).isEqualTo("no");
    ProvisioningResponse proof = gate.get(FILE).digest(next).send();
    assertThat(TestBrand.value(proof.body(), "proven")).isEqualTo("yes");
    assertThat(gate.get(FILE).digest(next).send().body()).isEqualTo(proof.body());
  }

  @Test
  void file_isThatOfTheInventorysBrandEvenIfNoBrandClaimsTheName() {
    gate.armed(Gate.MAC);
    for (String ending : new String[] {".xml", ".htm"}) {
      Request request = gate.get("/" + Gate.MAC + ending);
      ProvisioningResponse response = request.digest(Gate.PASS).send();
      assertThat(response.status()).as(ending).isEqualTo(200);
      assertThat(new String(response.body(), StandardCharsets.UTF_8)).startsWith("# test");
    }
  }
}
