package org.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.config.ZoneRule.Change;
import org.latchkey.config.ZoneRule.Daylight;

class TimeZonesTest {
  private final TimeZones zones = TimeZones.standard();

  @Test
  void file_everyRow_isWellFormed() {
    List<List<String>> rows =
        Table.rows("zones.txt", TimeZones.class.getResourceAsStream("zones.txt"));
    List<String> names = new ArrayList<>();
    for (List<String> row : rows) {
      names.add(row.get(0));
      assertThat(row).hasSize(3);
      assertThat(row.get(1)).as(row.get(0)).matches("-?\\d{1,3}");
      assertThat(Integer.parseInt(row.get(1)) % 15).as(row.get(0)).isZero();
      assertThat(row.get(2))
          .as(row.get(0))
          .matches("|(\\d{1,2}/[1-5]/[1-7]/-?\\d{1,4} ){2}\\d{2,3}");
    }
    assertThat(names).hasSizeGreaterThan(580).doesNotHaveDuplicates().isSorted();
    assertThat(zones.names()).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void daylight_everyChange_isADayOfTheYear() {
    for (String name : zones.names()) {
      for (Daylight daylight : zones.find(name).orElseThrow().daylight().stream().toList()) {
        for (Change change : List.of(daylight.start(), daylight.end())) {
          assertThat(change.month()).as(name).isBetween(1, 12);
          assertThat(change.hour()).as(name).isBetween(0, 23);
          assertThat(Math.abs(change.minute())).as(name).isLessThan(3 * 24 * 60);
        }
        assertThat(daylight.saved()).as(name).isIn(30, 60, 120);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"UTC, 0", "Asia/Kolkata, 330", "America/Phoenix, -420", "Pacific/Kiritimati, 840"})
  void find_zoneWithoutDaylightSaving_isAnOffset(String name, int offset) {
    assertThat(zones.find(name)).contains(new ZoneRule(offset, Optional.empty()));
  }

  @Test
  void find_zoneWithDaylightSaving_hasItsRule() {
    assertThat(zones.find("Europe/Berlin"))
        .contains(
            new ZoneRule(
                60,
                Optional.of(
                    new Daylight(new Change(3, 5, 7, 120), new Change(10, 5, 7, 180), 60))));
    assertThat(zones.find("Australia/Lord_Howe"))
        .contains(
            new ZoneRule(
                630,
                Optional.of(
                    new Daylight(new Change(10, 1, 7, 120), new Change(4, 1, 7, 120), 30))));
  }

  @Test
  void find_otherName_isEmpty() {
    assertThat(zones.find("+01:00")).isEmpty();
    assertThat(zones.find("europe/berlin")).isEmpty();
    assertThat(zones.find("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"120, 2", "150, 2", "-60, 0", "1440, 23", "0, 0"})
  void hour_ofAnyMinute_isOneOfTheDay(int minute, int hour) {
    assertThat(new Change(3, 5, 7, minute).hour()).isEqualTo(hour);
  }
}
