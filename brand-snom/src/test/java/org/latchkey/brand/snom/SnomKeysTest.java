package org.latchkey.brand.snom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.brand.snom.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.device.LineKey;
import org.latchkey.error.RenderException;

/** Function keys. */
class SnomKeysTest {
  @ParameterizedTest
  @CsvSource({
    "NONE, '', none",
    "LINE, '', line",
    "SPEED_DIAL, 100, speed 100",
    "BLF, 100, blf 100",
    "TRANSFER, 100, transfer 100",
    "PARK_RETRIEVE, 100, speed 100",
    "PICKUP, *8100, speed *8100",
    "GROUP_PICKUP, *8, speed *8",
    "INTERCOM, *80100, speed *80100",
    "VOICEMAIL, *98, speed *98",
    "PAGING, 224.0.0.9:5000, multicast 224.0.0.9:5000",
    "FORWARD, 100, redirect 100",
    "DTMF, 12, dtmf 12",
    "URL, https://a.example/, url https://a.example/",
    "XML_BROWSER, https://a.example/, url https://a.example/",
    "DND, '', keyevent F_DND",
    "HOLD, '', keyevent F_HOLD",
    "CONFERENCE, '', conference",
    "RECORD, '', record",
    "DIRECTORY, '', keyevent F_ADR_BOOK",
    "LDAP, '', keyevent F_DIRECTORY_SEARCH"
  })
  void key_ofEachType_isSaidInThePhonesWords(LineKey.Type type, String value, String content) {
    SnomFile file = phone().with(key(2, type, value, "Label")).file();
    assertThat(file.get("fkey.1")).isEqualTo(content);
    assertThat(file.attribute("fkey.1", "label")).isEqualTo("Label");
    assertThat(file.attribute("fkey.1", "context")).isEqualTo("active");
    assertThat(file.attribute("fkey.1", "perm")).isEqualTo("RW");
  }

  @ParameterizedTest
  @EnumSource(LineKey.Type.class)
  void key_ofAnyType_isWrittenOrRefusedWithItsField(LineKey.Type type) {
    try {
      assertThat(phone().with(key(1, type, "1", "")).file().get("fkey.0")).isNotEmpty();
    } catch (RenderException refused) {
      assertThat(refused.parameter()).isEqualTo("keys[0].type");
    }
  }

  @Test
  void position_countsSlotsFromOne_andAllAreNamed() {
    SnomFile file = phone("D785", "").with(key(78, LineKey.Type.BLF, "1", "")).file();
    assertThat(file.get("fkey.0")).isEqualTo("line");
    assertThat(file.get("fkey.23")).isEqualTo("line");
    assertThat(file.get("fkey.24")).isEqualTo("none");
    assertThat(file.get("fkey.77")).isEqualTo("blf 1");
    assertThat(file.has("fkey.78")).isFalse();
  }

  @Test
  void slots_areNeverMoreThanMayBeWritten() {
    SnomFile file = phone("D865", "").file();
    assertThat(file.has("fkey.219")).isTrue();
    assertThat(file.has("fkey.220")).isFalse();
  }

  @Test
  void unmentionedKey_losesTheLabelThatItHad() {
    assertThat(new String(phone().bytes(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("<fkey idx=\"0\" context=\"active\" label=\"\" perm=\"RW\">line</fkey>");
  }

  @Test
  void line_ofAKey_isItsContext() {
    LineKey key = new LineKey(1, LineKey.Type.BLF, "101", "", Optional.of(2));
    assertThat(phone().with(key).file().attribute("fkey.0", "context")).isEqualTo("2");
  }

  @Test
  void blf_withAPickupCode_hasItBehindABar() {
    Samples phone = phone().with(key(1, LineKey.Type.BLF, "101", "")).set("dial.pickup-code", "*8");
    assertThat(phone.file().get("fkey.0")).isEqualTo("blf 101|*8");
    assertThat(phone.remarked()).isEmpty();
    assertThat(phone().set("dial.pickup-code", "*8").remarked()).contains("dial.pickup-code");
  }

  @Test
  void voicemail_withoutANumber_isThatOfItsLine() {
    Samples phone = phone().with(line(1)).with(key(2, LineKey.Type.VOICEMAIL, "", ""));
    assertThat(phone.file().get("fkey.1")).isEqualTo("speed *97");
    assertThatThrownBy(() -> phone().with(key(2, LineKey.Type.VOICEMAIL, "", "")).bytes())
        .hasMessageContaining("keys[0].value");
  }

  @ParameterizedTest
  @CsvSource({
    "D785, 79, BLF, 1, position",
    "M900, 1, BLF, 1, position",
    "C620, 1, BLF, 1, position",
    "PA1, 1, LINE, '', position",
    "D785, 1, BLF, 1|*9, value",
    "D785, 1, SPEED_DIAL, '', value",
    "D785, 1, SPEED_DIAL, $(mac), value",
    "D785, 1, URL, https://a.example/{mac}, value",
    "D785, 1, BLF_LIST, list, type"
  })
  void key_thatCannotBe_isRefused(
      String model, int position, LineKey.Type type, String value, String field) {
    assertThatThrownBy(() -> phone(model, "").with(key(position, type, value, "")).bytes())
        .isInstanceOfSatisfying(
            RenderException.class, e -> assertThat(e.parameter()).isEqualTo("keys[0]." + field));
  }

  @Test
  void lineOfAKey_thatThePhoneHasNot_isRefused() {
    LineKey key = new LineKey(1, LineKey.Type.LINE, "", "", Optional.of(13));
    assertThatThrownBy(() -> phone().with(key).bytes()).hasMessageContaining("keys[0].line");
  }

  @Test
  void attribute_withoutAKey_isRefused() {
    assertThatThrownBy(() -> phone("PA1", "").set("snom:fkey.3@label", "x").bytes())
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("fkey.3");
    assertThat(phone().set("snom:fkey.3@label", "x").file().attribute("fkey.3", "label"))
        .isEqualTo("x");
  }
}
