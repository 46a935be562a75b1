package org.latchkey.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.latchkey.error.InvalidValueException;

class PassPolicyTest {
  @Test
  void completedBy_whatIsSaid_goesBeforeTheBrand() {
    PassPolicy policy = PassPolicy.DEFAULTS.completedBy(40, Duration.ofSeconds(45));
    assertThat(policy.budget()).contains(40);
    assertThat(policy.completedBy(20, Duration.ZERO)).isEqualTo(policy);
    assertThat(policy.withSettleTime(Duration.ofSeconds(2)).settleTime())
        .contains(Duration.ofSeconds(2));
  }

  @Test
  void new_negativeNumbers_refused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PassPolicy.DEFAULTS.withSettleTime(Duration.ofSeconds(-1)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PassPolicy.DEFAULTS.completedBy(0, Duration.ZERO));
  }
}
