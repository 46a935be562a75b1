package org.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.device.Entry;
import org.latchkey.device.MacAddress;

class ResyncWindowTest {
  private static final MacAddress MAC = MacAddress.of("001565aabbcc");

  @ParameterizedTest
  @CsvSource({
    "02:00, 05:00, 120, 180, 05:00",
    "22:00, 02:00, 1320, 240, 02:00",
    "02:00, '', 120, 60, 03:00",
    "23:30, '', 1410, 60, 00:30",
    "00:00, 00:00, 0, 1440, 00:00",
    "00:00, 23:59, 0, 1439, 23:59",
  })
  void of_startAndEnd_isTheTimeBetween(
      String start, String end, int from, int minutes, String until) {
    ResyncWindow window = window(start, end);
    assertThat(window).isEqualTo(new ResyncWindow(from, minutes));
    assertThat(window.startTime()).isEqualTo(start);
    assertThat(window.endTime()).isEqualTo(until);
  }

  @Test
  void of_noStart_isNone() {
    assertThat(ResyncWindow.of(settings("", "05:00"))).isEmpty();
  }

  @Test
  void partOf_samePhone_isAlwaysTheSame() {
    ResyncWindow night = window("22:00", "02:00");
    assertThat(night.partOf(MAC, 15)).isEqualTo(new ResyncWindow(66, 15));
    assertThat(night.partOf(MAC, 15))
        .isEqualTo(night.partOf(MacAddress.of("00-15-65-AA-BB-CC"), 15));
  }

  @Test
  void partOf_shortWindow_isTheWholeOfIt() {
    assertThat(window("02:00", "02:10").partOf(MAC, 15)).isEqualTo(new ResyncWindow(120, 10));
    assertThat(window("02:00", "02:15").partOf(MAC, 15)).isEqualTo(new ResyncWindow(120, 15));
  }

  @Test
  void partOf_thousandNeighbours_isSpreadEvenly() {
    ResyncWindow night = window("22:00", "02:00");
    int[] phonesPerQuarter = new int[16];
    for (int i = 0; i < 1_600; i++) {
      ResyncWindow part = night.partOf(neighbour(i), 1);
      int shift = Math.floorMod(part.start() - night.start(), 24 * 60);
      assertThat(shift).isBetween(0, night.minutes() - part.minutes());
      phonesPerQuarter[shift / 15]++;
    }
    for (int phones : phonesPerQuarter) {
      assertThat(phones).isBetween(80, 120);
    }
  }

  private static MacAddress neighbour(int i) {
    return MacAddress.of(String.format(Locale.ROOT, "001565%06x", 0xaa0000 + i));
  }

  private static ResyncWindow window(String start, String end) {
    return ResyncWindow.of(settings(start, end)).orElseThrow();
  }

  private static Settings settings(String start, String end) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("resync.window.start", start, ""));
    entries.add(new Entry("resync.window.end", end, ""));
    return Settings.resolve(Vocabulary.standard(), List.of(new Layered(Layer.DOMAIN, entries)));
  }
}
