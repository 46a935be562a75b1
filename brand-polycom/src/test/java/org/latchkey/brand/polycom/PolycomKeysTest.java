package org.latchkey.brand.polycom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.polycom.PolycomRendererTest.refused;
import static org.latchkey.brand.polycom.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.device.LineKey;

class PolycomKeysTest {
  @Test
  void keys_ofADevice_areAllNamedSinceOneIs() {
    ConfigXml xml =
        phone()
            .with(line(1), line(2))
            .with(key(5, LineKey.Type.BLF, "105", "Eve"), key(3, LineKey.Type.BLF, "103", "Bob"))
            .text();
    assertThat(xml.get("lineKey.reassignment.enabled")).isEqualTo("1");
    assertKey(xml, 1, "Line", 1);
    assertKey(xml, 2, "Line", 2);
    assertKey(xml, 3, "BLF", 1);
    assertKey(xml, 4, "Unassigned", 0);
    assertKey(xml, 5, "BLF", 2);
    assertKey(xml, 12, "Unassigned", 0);
    assertThat(xml.has("lineKey.13.category")).isFalse();
    assertThat(xml.get("attendant.resourceList.1.address")).isEqualTo("103");
    assertThat(xml.get("attendant.resourceList.1.label")).isEqualTo("Bob");
    assertThat(xml.get("attendant.resourceList.1.type")).isEqualTo("normal");
    assertThat(xml.get("attendant.resourceList.2.address")).isEqualTo("105");
    assertThat(xml.get("attendant.reg")).isEqualTo("1");
  }

  @Test
  void keys_ofNoDevice_areThePhonesOwn() {
    assertThat(phone().with(line(1)).text().names()).noneMatch(name -> name.contains("lineKey"));
    assertThat(phone().with(line(1)).directory()).isEmpty();
  }

  @Test
  void speedDials_areContactsAndEachNumberIsOne() {
    Samples phone =
        phone()
            .with(line(1))
            .with(
                key(4, LineKey.Type.SPEED_DIAL, "200", "Door <1>"),
                key(3, LineKey.Type.INTERCOM, "*80100", "Eve"),
                key(5, LineKey.Type.SPEED_DIAL, "200", "Again"),
                key(6, LineKey.Type.VOICEMAIL, "", "Mail"));
    ConfigXml xml = phone.text();
    assertKey(xml, 3, "SpeedDial", 1);
    assertKey(xml, 4, "SpeedDial", 2);
    assertKey(xml, 5, "SpeedDial", 2);
    assertKey(xml, 6, "SpeedDial", 3);
    assertThat(phone.directory().orElseThrow().replaceAll("\\s+", ""))
        .contains("<fn>Eve</fn><ct>*80100</ct><sd>1</sd>")
        .contains("<fn>Door&lt;1&gt;</fn><ct>200</ct><sd>2</sd>")
        .contains("<fn>Mail</fn><ct>*97</ct><sd>3</sd>")
        .doesNotContain("Again");
  }

  @Test
  void list_ofTheServer_isWatchedByItsAddress() {
    ConfigXml xml =
        phone()
            .with(line(1), line(2))
            .with(new LineKey(3, LineKey.Type.BLF_LIST, "list@acme", "", Optional.of(2)))
            .text();
    assertThat(xml.get("attendant.uri")).isEqualTo("list@acme");
    assertThat(xml.get("attendant.reg")).isEqualTo("2");
    assertKey(xml, 3, "BLF", 0);
  }

  @Test
  void line_onAnotherPlace_isTheOneThatItNames() {
    ConfigXml xml =
        phone()
            .with(line(1), line(2))
            .with(
                new LineKey(1, LineKey.Type.LINE, "", "", Optional.of(2)),
                key(2, LineKey.Type.NONE, "", ""),
                key(3, LineKey.Type.LINE, "", ""))
            .text();
    assertKey(xml, 1, "Line", 2);
    assertKey(xml, 2, "Unassigned", 0);
    assertKey(xml, 3, "Line", 1);
  }

  @ParameterizedTest
  @CsvSource({"SPIP335, 3", "VVX450, 133", "SPIP650, 49", "VVX250, 5"})
  void key_beyondTheLastOne_isRefused(String model, int position) {
    LineKey last = key(position - 1, LineKey.Type.BLF, "1", "");
    assertKey(phone(model, "").with(line(1)).with(last).text(), position - 1, "BLF", 1);
    LineKey key = key(position, LineKey.Type.BLF, "1", "");
    refused(() -> phone(model, "").with(key).bytes(), "device", "keys[0].position")
        .hasMessageContaining("1 to " + (position - 1));
  }

  @Test
  void key_onAPhoneWithout_isRefused() {
    LineKey key = key(1, LineKey.Type.BLF, "1", "");
    refused(() -> phone("Trio8800", "").with(key).bytes(), "device", "keys[0].position")
        .hasMessageContaining("a Trio8800 has no line keys");
  }

  @ParameterizedTest
  @EnumSource(LineKey.Type.class)
  void key_ofEachType_isSaidOrRefused(LineKey.Type type) {
    Samples phone = phone().with(line(1)).with(key(2, type, "12", "x"));
    switch (type) {
      case NONE -> assertKey(phone.text(), 2, "Unassigned", 0);
      case LINE -> assertKey(phone.text(), 2, "Line", 1);
      case BLF -> assertKey(phone.text(), 2, "BLF", 1);
      case BLF_LIST -> assertKey(phone.text(), 2, "BLF", 0);
      case SPEED_DIAL,
          VOICEMAIL,
          INTERCOM,
          CALL_PARK,
          PARK_RETRIEVE,
          PICKUP,
          GROUP_PICKUP,
          PAGING ->
          assertKey(phone.text(), 2, "SpeedDial", 1);
      default -> refused(phone::bytes, "device", "keys[0].type");
    }
  }

  @Test
  void watchingThroughTwoLines_isRefused() {
    refused(
        () ->
            phone()
                .with(line(1), line(2))
                .with(
                    key(3, LineKey.Type.BLF, "1", ""),
                    new LineKey(4, LineKey.Type.BLF, "2", "", Optional.of(2)))
                .bytes(),
        "device",
        "keys[1].line");
    refused(
        () ->
            phone()
                .with(
                    key(3, LineKey.Type.BLF_LIST, "a", ""), key(4, LineKey.Type.BLF_LIST, "b", ""))
                .bytes(),
        "device",
        "keys[1].value");
  }

  @Test
  void key_withoutWhatItNeeds_isRefused() {
    for (LineKey.Type type : new LineKey.Type[] {LineKey.Type.BLF, LineKey.Type.SPEED_DIAL}) {
      refused(() -> phone().with(key(3, type, "", "x")).bytes(), "device", "keys[0].value");
    }
    refused(
        () -> phone().with(new LineKey(3, LineKey.Type.BLF, "1", "", Optional.of(35))).bytes(),
        "device",
        "keys[0].line");
  }

  private static void assertKey(ConfigXml xml, int position, String category, int index) {
    assertThat(xml.get("lineKey." + position + ".category")).isEqualTo(category);
    assertThat(xml.get("lineKey." + position + ".index")).isEqualTo(Integer.toString(index));
  }
}
