package org.latchkey.brand.polycom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.polycom.Samples.phone;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolycomDiallingTest {
  @ParameterizedTest
  @CsvSource({
    "[2-9]11, [2-9]11",
    "211|211xxxx, 211T|211xxxx",
    "211xxxx|211, 211xxxx|211T",
    "[2-9]11|[0-1]xxxxxx, [2-9]11|[0-1]xxxxxx",
    "[2-46]11|6x.T, [2-46]11T|6x.T",
    "[2-46]11|5x.T, [2-46]11|5x.T",
    "*9x|*97x, *9xT|*97x",
    "x., x.T",
    "0T|0x.T, 0T|0x.T",
    "0x.T|00, 0x.T|00T",
    "911|9.T, 911T|9.T",
    "+1x|+12, +1x|+12",
    "#1|#1, #1|#1",
  })
  void plan_ofAmbiguousPatterns_waitsBehindThem(String plan, String written) {
    assertThat(phone().set("dial.plan", plan).text().get("dialplan.digitmap")).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"'', 5, 5", "x.T, 5, 5", "11|22|33, 3, 3|3|3"})
  void timeout_isToldForEachPattern(String plan, String seconds, String written) {
    Samples phone = phone().set("dial.timeout", seconds);
    if (!plan.isEmpty()) {
      phone.set("dial.plan", plan);
    }
    assertThat(phone.text().get("dialplan.digitmap.timeOut")).isEqualTo(written);
  }
}
