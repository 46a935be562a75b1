package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.latchkey.event.EventType;
import org.latchkey.secret.Credential;

class FirstBootTest {
  private final Gate gate = new Gate();

  @Test
  void armedPhone_globalPass_carriesOwnCredentialUntilItsProof() {
    gate.armed(Gate.MAC);

    Credential first = gate.firstBoot(Gate.MAC);
    Credential again = gate.firstBoot(Gate.MAC);
    assertThat(again).isEqualTo(first);
    assertThat(gate.state(Gate.MAC)).isEqualTo("issued");

    assertThat(gate.get("/" + Gate.MAC + ".cfg").digest(first).status()).isEqualTo(200);
    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
    assertThat(gate.get("/" + Gate.MAC + ".cfg").digest(Gate.PASS).status()).isEqualTo(401);
    assertThat(gate.told()).contains(EventType.ISSUED, EventType.REPEATED, EventType.PROVED);
  }
}
