package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.latchkey.event.EventType;
import org.latchkey.secret.Credential;

/** A clock that was wrong and is set right: neither phones nor administrators wait for it. */
class ClockBackTest {
  private static final String FILE = "/" + Gate.MAC + ".cfg";
  private static final Duration YEAR = Duration.ofDays(365);

  private final Gate gate = new Gate();

  private void back() {
    gate.clock.advance(YEAR.negated());
  }

  @Test
  void arming_madeBefore_isOpen() {
    gate.armed(Gate.MAC);
    back();
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(200);
  }

  @Test
  void window_openedBefore_staysOpenToAnyHolderAndItsProofCloses() {
    Credential next = gate.armed(Gate.MAC).firstBoot(Gate.MAC);
    back();
    assertThat(gate.get(FILE).from("192.0.2.9").digest(Gate.PASS).status()).isEqualTo(200);
    assertThat(gate.get(FILE).digest(next).status()).isEqualTo(200);
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(401);
  }

  @Test
  void nonce_ofTheFuture_staleAndThenGood() {
    Credential own = gate.provisioned(Gate.MAC);
    String nonce = gate.get(FILE).nonce();
    back();
    Request request = gate.get(FILE);
    ProvisioningResponse stale = request.digest(own, nonce, "00000001", request.target()).send();
    assertThat(stale.status()).isEqualTo(401);
    assertThat(stale.header("WWW-Authenticate").orElseThrow()).endsWith("stale=true");
    assertThat(gate.get(FILE).digest(own).status()).isEqualTo(200);
  }

  @Test
  void refusals_areStillToldWithinAMinute() {
    gate.provisioned(Gate.MAC);
    gate.get(FILE).digest(Gate.PASS).send();
    back();
    gate.events.clear();
    gate.get(FILE).digest(Credential.of("firstboot", "wrong")).send();
    gate.clock.advance(Duration.ofMinutes(1));
    gate.get(FILE).send();
    assertThat(gate.events).anyMatch(event -> event.type() == EventType.WRONG_CREDENTIAL);
  }

  @Test
  void refusalThatWaitsForTheOwnCredential_isStillTold() {
    gate.provisioned(Gate.MAC);
    gate.clock.advance(Duration.ofDays(9));
    gate.get(FILE).digest(Gate.PASS).send();
    assertThat(gate.told()).doesNotContain(EventType.NEEDS_ARMING);
    back();
    assertThat(gate.told()).contains(EventType.NEEDS_ARMING);
  }
}
