package org.latchkey.brand.grandstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.brand.grandstream.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.device.LineKey;
import org.latchkey.error.RenderException;

class GrandstreamKeysTest {
  private static final LineKey BLF = new LineKey(3, LineKey.Type.BLF, "101", "Bob", Optional.of(2));

  private static ConfigXml text(String model, int position) {
    LineKey key = new LineKey(position, BLF.type(), BLF.value(), BLF.label(), BLF.line());
    return phone(model, "").with(line(1)).with(key).text();
  }

  @ParameterizedTest
  @CsvSource({
    // model, position, mode, account, label, value
    "GXP1630,  1, P323,   P301,   P302,   P303",
    "GXP1630,  7, P329,   P319,   P320,   P321",
    "GXP1630,  8, P353,   P354,   P355,   P356",
    "GXP1780,  2, P1365,  P1366,  P1467,  P1468",
    "GXP1780,  6, P1373,  P1374,  P1475,  P1476",
    "GXP1780,  7, P23800, P23801, P23802, P23803",
    "GXP1780, 24, P23868, P23869, P23870, P23871",
    "GXP2135, 32, P23900, P23901, P23902, P23903",
    "GXP2130,  1, P23000, P23001, P23002, P23003",
    "GXP2130,  8, P23035, P23036, P23037, P23038"
  })
  void key_ofAPhoneWithNumbers_hasTheNumbersOfItsPlace(
      String model, int position, String mode, String account, String label, String value) {
    ConfigXml text = text(model, position);
    assertThat(text.get(mode)).isEqualTo("BLF");
    assertThat(text.get(account)).isEqualTo("1");
    assertThat(text.get(label)).isEqualTo("Bob");
    assertThat(text.get(value)).isEqualTo("101");
  }

  @ParameterizedTest
  @CsvSource({
    "GRP2614,  3, pks.vpk.3.,  keyMode",
    "GRP2614, 17, pks.mpk.1.,  keyMode",
    "GRP2614, 40, pks.mpk.24., keyMode",
    "GRP2615, 40, pks.vpk.40., keyMode",
    "GXP2160,  1, pks.mpk.1.,  keyMode",
    "GXP2170, 12, pks.vpk.12., keyMode",
    "GHP621,   6, pks.mpk.6.,  keymode"
  })
  void key_ofAPhoneWithItems_hasTheNameOfItsPlace(
      String model, int position, String name, String mode) {
    ConfigXml text = text(model, position);
    assertThat(text.get(name + mode)).isEqualTo("BLF");
    assertThat(text.get(name + "account")).isEqualTo("Account2");
    assertThat(text.get(name + "description")).isEqualTo("Bob");
    assertThat(text.get(name + "value")).isEqualTo("101");
  }

  @Test
  void keys_thatTheDeviceHasNot_areLineKeysOrNothing() {
    ConfigXml text = phone("GRP2613", "").with(line(1), line(3)).text();
    assertThat(text.get("pks.vpk.1.keyMode")).isEqualTo("Line");
    assertThat(text.get("pks.vpk.1.account")).isEqualTo("Account1");
    assertThat(text.get("pks.vpk.2.keyMode")).isEqualTo("None");
    assertThat(text.get("pks.vpk.3.keyMode")).isEqualTo("Line");
    assertThat(text.get("pks.vpk.24.keyMode")).isEqualTo("None");
    assertThat(text.has("pks.vpk.25.keyMode")).isFalse();
    // a fixed key is no line key
    assertThat(phone("GXP1630", "").with(line(1)).text().get("P323")).isEqualTo("None");
  }

  @ParameterizedTest
  @CsvSource({
    "GRP2614, 41, BLF,         101, keys[0].position",
    "GRP2614,  1, BLF,         101, keys[0].position",
    "HT802,    1, BLF,         101, keys[0].position",
    "GXV3380,  1, BLF,         101, keys[0].position",
    "GRP2614,  5, XML_BROWSER, 101, keys[0].type",
    "GRP2614,  5, BLF, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, keys[0].value"
  })
  void key_thatThePhoneCannotHave_isRefusedWithItsPath(
      String model, int position, LineKey.Type type, String value, String path) {
    Samples phone = phone(model, "").with(line(1)).with(key(position, type, value, ""));
    assertThatThrownBy(phone::bytes)
        .isInstanceOfSatisfying(
            RenderException.class, e -> assertThat(e.parameter()).isEqualTo(path));
  }

  @Test
  void lineKey_atTheKeyOfItsLine_isTaken() {
    ConfigXml text =
        phone("GRP2614", "").with(line(1)).with(key(1, LineKey.Type.LINE, "", "")).text();
    assertThat(text.get("pks.vpk.1.account")).isEqualTo("Account1");
  }

  @Test
  void label_thatIsTooLong_isCutAndExplained() {
    Samples phone =
        phone("GRP2614", "")
            .with(key(5, LineKey.Type.BLF, "101", "x".repeat(31) + "\ud83d\ude00y"));
    assertThat(phone.text().get("pks.vpk.5.description")).isEqualTo("x".repeat(31));
    assertThat(phone.remarks()).anyMatch(remark -> remark.what().equals("keys[0].label"));
  }

  @ParameterizedTest
  @CsvSource({
    "SPEED_DIAL, SpeedDial",
    "BLF_LIST, EventlistBLF",
    "TRANSFER, Transfer",
    "CALL_PARK, CallPark",
    "INTERCOM, Intercom",
    "PAGING, MulticastPaging",
    "VOICEMAIL, VoiceMail",
    "CONFERENCE, Conference",
    "RECALL, CallReturn",
    "DTMF, DialDTMF",
    "RECORD, Record",
    "LDAP, LDAPSearch"
  })
  void type_ofAKey_hasItsMode(LineKey.Type type, String mode) {
    ConfigXml text = phone("GRP2614", "").with(key(5, type, "1", "")).text();
    assertThat(text.get("pks.vpk.5.keyMode")).isEqualTo(mode);
  }
}
