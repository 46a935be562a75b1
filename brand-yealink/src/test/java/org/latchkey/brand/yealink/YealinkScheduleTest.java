package org.latchkey.brand.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.yealink.Samples.phone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameter;

class YealinkScheduleTest {
  private static final String AUTO = "static.auto_provision.";

  @Test
  void window_onSomeDays_isWeeklyAndNothingElse() {
    ConfigText text = night(phone()).set("resync.window.days", "sunday,friday,monday").text();
    assertThat(text.get(AUTO + "weekly.enable")).isEqualTo("1");
    assertThat(text.get(AUTO + "weekly.dayofweek")).isEqualTo("015");
    assertThat(text.get(AUTO + "repeat.enable")).isEqualTo("0");
    assertThat(text.get(AUTO + "flexible.enable")).isEqualTo("0");
    assertThat(text.has(AUTO + "repeat.minutes")).isFalse();
    assertThat(text.get(AUTO + "inactivity_time_expire")).isEqualTo("0");
  }

  @Test
  void window_ofManyPhones_isAPartForEach() {
    ConfigText text = night(phone()).text();
    assertThat(text.get(AUTO + "weekly.begin_time")).isEqualTo("01:06");
    assertThat(text.get(AUTO + "weekly.end_time")).isEqualTo("01:21");
    assertThat(text.get(AUTO + "weekly.dayofweek")).isEqualTo("0123456");
  }

  @Test
  void window_everySomeDays_isFlexible() {
    ConfigText text =
        night(phone()).set("resync.window.every", "14").set("resync.window.idle", "30").text();
    assertThat(text.get(AUTO + "flexible.enable")).isEqualTo("1");
    assertThat(text.get(AUTO + "flexible.interval")).isEqualTo("14");
    assertThat(text.get(AUTO + "flexible.begin_time")).isEqualTo("01:06");
    assertThat(text.get(AUTO + "flexible.end_time")).isEqualTo("01:21");
    assertThat(text.get(AUTO + "weekly.enable")).isEqualTo("0");
    assertThat(text.get(AUTO + "repeat.enable")).isEqualTo("0");
    assertThat(text.get(AUTO + "inactivity_time_expire")).isEqualTo("30");
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 2", "12, 12"})
  void window_ofOneWeekInSoMany_isAnIntervalOfTheWeeklyOne(String weeks, String written) {
    ConfigText text =
        night(phone())
            .set("resync.window.days", "monday")
            .set(Layer.DEVICE, "resync.window.weeks", weeks)
            .text();
    assertThat(text.get(AUTO + "weekly.enable")).isEqualTo("1");
    assertThat(text.get(AUTO + "weekly.dayofweek")).isEqualTo("1");
    assertThat(text.get(AUTO + "weekly_upgrade_interval")).isEqualTo(written);
    ConfigText old = night(phone("T46G", "28.80.0.130")).set("resync.window.weeks", weeks).text();
    assertThat(old.get("auto_provision.weekly_upgrade_interval")).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"7, 10080", "1000, 43200"})
  void window_everySomeDaysOnOldFirmware_isAnIntervalToo(String days, String minutes) {
    ConfigText text = night(phone("T46G", "28.80.0.130")).set("resync.window.every", days).text();
    assertThat(text.get("auto_provision.repeat.enable")).isEqualTo("1");
    assertThat(text.get("auto_provision.repeat.minutes")).isEqualTo(minutes);
  }

  @Test
  void window_ofV7x_isAModeAndASchedule() {
    ConfigText text = night(phone("T28P", "2.70.0.140")).text();
    assertThat(text.get("auto_provision.mode")).isEqualTo("7");
    assertThat(text.get("auto_provision.schedule.dayofweek")).isEqualTo("0123456");
    assertThat(text.get("auto_provision.schedule.time_from")).isEqualTo("01:06");
    assertThat(text.get("auto_provision.schedule.time_to")).isEqualTo("01:21");
    assertThat(text.get("auto_provision.weekly.mask")).isEqualTo("0123456");
    ConfigText quiet = night(phone("T28P", "2.70.0.140")).set("resync.at-power-on", "no").text();
    assertThat(quiet.get("auto_provision.mode")).isEqualTo("5");
  }

  @Test
  void window_beforeTheProof_waits() {
    ConfigText text = night(phone().proven(false)).set("resync.window.every", "14").text();
    assertThat(text.get(AUTO + "repeat.enable")).isEqualTo("1");
    assertThat(text.get(AUTO + "repeat.minutes")).isEqualTo("1");
    assertThat(text.get(AUTO + "weekly.enable")).isEqualTo("0");
    assertThat(text.get(AUTO + "flexible.enable")).isEqualTo("0");
  }

  @Test
  void parameters_ofTheWindow_tellWhoSetIt() {
    assertThat(night(phone()).parameters().list())
        .contains(new Parameter(AUTO + "weekly.begin_time", "01:06", Layer.RESELLER, false));
  }

  private static Samples night(Samples phone) {
    return phone
        .set(Layer.RESELLER, "resync.window.start", "22:00")
        .set(Layer.RESELLER, "resync.window.end", "02:00");
  }
}
