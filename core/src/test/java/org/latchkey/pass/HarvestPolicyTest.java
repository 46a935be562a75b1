package org.latchkey.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.error.InvalidValueException;

class HarvestPolicyTest {
  @Test
  void defaults_areThoseOfTheDesign() {
    assertThat(HarvestPolicy.DEFAULTS)
        .isEqualTo(
            new HarvestPolicy(10, Duration.ofHours(1), Duration.ofDays(1), Duration.ofSeconds(10)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT1H, P1D, PT10S, strangers",
    "101, PT1H, P1D, PT10S, strangers",
    "10, PT0S, P1D, PT10S, within",
    "10, PT1H, PT-1S, PT10S, suspicion",
    "10, PT1H, P1D, PT-1S, pace",
    "10, PT1H, P1D, PT1H1S, pace"
  })
  void harvestPolicy_outOfRange_namesTheField(
      int strangers, Duration within, Duration suspicion, Duration pace, String field) {
    assertThatThrownBy(() -> new HarvestPolicy(strangers, within, suspicion, pace))
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.field()).isEqualTo(field));
  }
}
