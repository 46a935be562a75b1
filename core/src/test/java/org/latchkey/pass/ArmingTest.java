package org.latchkey.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.latchkey.pass.PassFixtures.T0;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.latchkey.error.InvalidValueException;

class ArmingTest {
  @Test
  void runs_fromItsStartToBeforeItsEnd() {
    Arming arming = new Arming(T0, T0.plusSeconds(10), List.of(), false);
    assertThat(arming.runs(T0.minusNanos(1))).isFalse();
    assertThat(arming.runs(T0)).isTrue();
    assertThat(arming.runs(T0.plusSeconds(10).minusNanos(1))).isTrue();
    assertThat(arming.runs(T0.plusSeconds(10))).isFalse();
  }

  @Test
  void new_emptyPeriodOrTooManyNetworks_refused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Arming(T0, T0, List.of(), false));
    List<Network> many = Collections.nCopies(33, Network.of("192.0.2.0/24"));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Arming(T0, T0.plusSeconds(1), many, false));
  }
}
