package org.latchkey.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.latchkey.error.InvalidValueException;
import org.latchkey.event.EventType;

class RetentionTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void defaults_unlessSaid_areThoseOfTheDocumentation() {
    assertThat(Retention.DEFAULTS.of(EventType.Kind.CONTACT)).isEqualTo(Duration.ofDays(90));
    assertThat(Retention.DEFAULTS.of(EventType.Kind.REFUSAL)).isEqualTo(Duration.ofDays(30));
    assertThat(Retention.DEFAULTS.of(EventType.Kind.AUDIT)).isEqualTo(Duration.ofDays(730));
  }

  @Test
  void new_lessThanAnHour_refused() {
    assertThatThrownBy(() -> new Retention(HOUR, HOUR, HOUR.minusSeconds(1)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("audit");
  }
}
