package org.latchkey.brand.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.yealink.Samples.phone;
import static org.latchkey.brand.yealink.YealinkRendererTest.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.config.Layer;

class YealinkDiallingTest {
  private static final String PLAN = "[2-9]11|0T|[2-9]xxxxxx|x.T|*xx";

  @Test
  void plan_currentFirmware_isADigitMap() {
    ConfigText text = phone().set("dial.plan", PLAN).text();
    assertThat(text.get("dialplan.digitmap.enable")).isEqualTo("1");
    assertThat(text.get("dialplan.digitmap.string")).isEqualTo(PLAN);
    assertThat(text.get("dialplan.dialnow.rule.1")).isEqualTo("%NULL%");
  }

  @ParameterizedTest
  @CsvSource({"28.82.0.20", "2.70.0.140", "''"})
  void plan_oldOrUnknownFirmware_isRulesToo(String firmware) {
    ConfigText text = phone("T46G", firmware).set("dial.plan", PLAN).text();
    assertThat(text.get("dialplan.dialnow.rule.1")).isEqualTo("[2-9]11");
    assertThat(text.get("dialplan.dialnow.rule.2")).isEqualTo("[2-9]xxxxxx");
    assertThat(text.get("dialplan.dialnow.rule.3")).isEqualTo("*xx");
    assertThat(text.get("dialplan.dialnow.line_id.3")).isEqualTo("0");
    assertThat(text.get("dialplan.dialnow.rule.4")).isEqualTo("%NULL%");
    assertThat(text.get("dialplan.digitmap.string")).isEqualTo(PLAN);
  }

  @ParameterizedTest
  @CsvSource({"dial.block, 0900x.", "dial.replace, 9:", "dial.area-code, 0711"})
  void plan_besideOtherRules_isNoDigitMapWhichWouldSilenceThem(String setting, String value) {
    ConfigText text = phone().set("dial.plan", PLAN).set(setting, value).text();
    assertThat(text.get("dialplan.digitmap.enable")).isEqualTo("0");
    assertThat(text.has("dialplan.digitmap.string")).isFalse();
    assertThat(text.get("dialplan.dialnow.rule.1")).isEqualTo("[2-9]11");
  }

  @Test
  void rules_none_areClearedSoThatNoneStays() {
    ConfigText text = phone().text();
    for (int i = 1; i <= 10; i++) {
      assertThat(text.get("dialplan.dialnow.rule." + i)).isEqualTo("%NULL%");
      assertThat(text.get("dialplan.replace.prefix." + i)).isEqualTo("%NULL%");
      assertThat(text.get("dialplan.block_out.number." + i)).isEqualTo("%NULL%");
    }
    assertThat(text.get("dialplan.area_code.code")).isEqualTo("%NULL%");
    assertThat(text.get("dialplan.digitmap.enable")).isEqualTo("0");
  }

  @Test
  void replace_beginnings_keepTheRestOfTheNumber() {
    ConfigText text = phone().set("dial.replace", "9:,00:+,*1:*21").text();
    assertThat(text.get("dialplan.replace.prefix.1")).isEqualTo("9(.)");
    assertThat(text.get("dialplan.replace.replace.1")).isEqualTo("$1");
    assertThat(text.get("dialplan.replace.prefix.2")).isEqualTo("00(.)");
    assertThat(text.get("dialplan.replace.replace.2")).isEqualTo("+$1");
    assertThat(text.get("dialplan.replace.replace.3")).isEqualTo("*21$1");
    assertThat(text.get("dialplan.replace.line_id.3")).isEqualTo("0");
    assertThat(text.get("dialplan.replace.prefix.4")).isEqualTo("%NULL%");
  }

  @ParameterizedTest
  @CsvSource({"0900x., 0900.", "0900x.T, 0900.", "x., .", "[2-4]xx, [2-4]xx", "118xxT, 118xx"})
  void block_pattern_isSaidInThePhonesOwnForm(String pattern, String rule) {
    ConfigText text = phone().set("dial.block", "110|" + pattern).text();
    assertThat(text.get("dialplan.block_out.number.1")).isEqualTo("110");
    assertThat(text.get("dialplan.block_out.number.2")).isEqualTo(rule);
    assertThat(text.get("dialplan.block_out.line_id.2")).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({"0.1", "[2-9].", "1.x."})
  void block_patternThatThePhoneHasNot_isRefused(String pattern) {
    refused(() -> phone().set("dial.block", pattern).bytes(), "domain", "dial.block")
        .hasMessageContaining(pattern);
  }

  @Test
  void rules_moreThanThereIsRoomFor_areRefused() {
    refused(
            () -> phone().set(Layer.DEVICE, "dial.block", "1" + "|1".repeat(10)).bytes(),
            "device",
            "dial.block")
        .hasMessageContaining("at most 10, has 11");
    refused(
        () -> phone().set("dial.replace", "1:" + ",1:".repeat(10)).bytes(),
        "domain",
        "dial.replace");
    refused(
        () -> phone("T28P", "2.70.0.140").set("dial.plan", "1" + "|1".repeat(100)).bytes(),
        "domain",
        "dial.plan");
  }
}
