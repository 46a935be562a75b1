package org.latchkey.testkit.grandstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
  @ParameterizedTest
  @CsvSource({
    "PHONE, P194, 0, ''",
    "PHONE, P194, 1, PT2H",
    "PHONE, P194, 2, P1D",
    "PHONE, P194, 3, P7D",
    "ADAPTER, P194, 0, ''",
    "ADAPTER, P194, 1, P1D",
    "ADAPTER, P194, 2, P7D",
    "ADAPTER, P194, 3, PT2H",
    "ADAPTER_V2, P22296, 0, ''",
    "ADAPTER_V2, P22296, 1, PT2H",
    "ADAPTER_V2, P22296, 2, P1D",
    "ADAPTER_V2, P22296, 3, P7D",
    "ADAPTER_V2, P194, 1, ''",
    "PHONE, P22296, 1, ''"
  })
  void next_mode_meansAnotherThingOnEachLine(
      Schedule schedule, String name, String mode, String expected) {
    Memory memory = new Memory("1.0.0.1");
    memory.values().put(name, mode);
    memory.values().put("P193", "120");

    assertThat(schedule.next(memory))
        .isEqualTo(expected.isEmpty() ? Optional.empty() : Optional.of(Duration.parse(expected)));
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE, 1, 59, 10080",
    "PHONE, 1, 60, 60",
    "PHONE, 1, 5256000, 5256000",
    "PHONE, 1, 5256001, 10080",
    "PHONE, 1, x, 10080",
    "ADAPTER, 3, 29, 10080",
    "ADAPTER, 3, 30, 30"
  })
  void next_minutesOutOfRange_aWeek(Schedule schedule, String mode, String minutes, long expected) {
    Memory memory = new Memory("1.0.0.1");
    memory.values().put("P194", mode);
    memory.values().put("P193", minutes);

    assertThat(schedule.next(memory)).hasValue(Duration.ofMinutes(expected));
  }

  @ParameterizedTest
  @CsvSource({"PHONE", "ADAPTER", "ADAPTER_V2"})
  void next_fromTheFactory_never(Schedule schedule) {
    assertThat(schedule.next(new Memory("1.0.0.1"))).isEmpty();
  }
}
