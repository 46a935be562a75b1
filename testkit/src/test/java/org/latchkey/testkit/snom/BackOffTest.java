package org.latchkey.testkit.snom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackOffTest {
  private static List<Long> seconds(String text) {
    return BackOff.parse(text, new Random(1)).stream().map(Duration::toSeconds).toList();
  }

  @Test
  void parse_number_onePause() {
    assertThat(seconds("120")).containsExactly(120L);
  }

  @Test
  void parse_rangeAndLimit_doublesUpToIt() {
    assertThat(seconds("3,3:300")).containsExactly(3L, 6L, 12L, 24L, 48L, 96L, 192L, 300L);
    assertThat(seconds("3,6:300").get(0)).isBetween(3L, 6L);
    assertThat(seconds("0,0:2")).containsExactly(1L, 2L);
  }

  @Test
  void parse_ranges_oneOfEach() {
    assertThat(seconds("5,5;10,20;40,80")).hasSize(3).first().isEqualTo(5L);
    assertThat(seconds("5,5;10,20").get(1)).isBetween(10L, 20L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "3,6;", "3:6", "-1"})
  void parse_other_none(String text) {
    assertThat(seconds(text)).isEmpty();
  }
}
