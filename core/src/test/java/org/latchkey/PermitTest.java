package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.device.Owner;
import org.latchkey.event.EventType;
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

  @ParameterizedTest
  @ValueSource(strings = {"quick M%s 1.0", "quick M 1%s"})
  void header_longerThanAnyPhones_isNoReasonToFail(String header) {
    Credential own = gate.provisioned(Gate.MAC);
    String agent = header.formatted("0".repeat(100));
    assertThat(gate.get(FILE).agent(agent).digest(own).status()).isEqualTo(200);
    assertThat(logs.from(Level.SEVERE)).isEmpty();
  }
}
