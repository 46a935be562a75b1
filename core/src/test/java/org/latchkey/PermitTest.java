package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.latchkey.device.Owner;
import org.latchkey.event.EventType;

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
}
