package org.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.error.InvalidValueException;

class FailureLimitsTest {
  @Test
  void defaults_areThoseOfTheDesign() {
    assertThat(FailureLimits.DEFAULTS)
        .isEqualTo(new FailureLimits(120, 10_000, Duration.ofMinutes(10)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10, PT10M, perDevice",
    "-1, 10, PT10M, perDevice",
    "11, 10, PT10M, perSource",
    "1, 1000, PT0.999S, period",
    "1, 10, P1DT1S, period",
    "1, 10, PT-1S, period"
  })
  void failureLimits_outOfRange_namesTheField(
      int perDevice, int perSource, Duration period, String field) {
    assertThatThrownBy(() -> new FailureLimits(perDevice, perSource, period))
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, PT0.001S", "10, 10, P1D", "1000, 1000, PT1S"})
  void failureLimits_edges_areTaken(int perDevice, int perSource, Duration period) {
    assertThat(new FailureLimits(perDevice, perSource, period).period()).isEqualTo(period);
  }
}
