package org.latchkey.brand.panasonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.panasonic.PanasonicLinesTest.refused;
import static org.latchkey.brand.panasonic.Samples.STANDARD;
import static org.latchkey.brand.panasonic.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.Renderer;
import org.latchkey.config.Layer;

class PanasonicReservedTest {
  private final Renderer renderer = Samples.BRAND.renderer();

  @Test
  void addresses_comeLast() {
    assertThat(phone("KX-UDS124").with(line(1)).file().names())
        .endsWith(
            "CFG_SYSTEM_FILE_PATH", "CFG_MASTER_FILE_PATH", "CFG_PRODUCT_FILE_PATH", STANDARD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CFG_STANDARD_FILE_PATH",
        "cfg_standard_file_path",
        "Cfg_Product_File_Path",
        "CFG_MASTER_FILE_PATH",
        "CFG_SYSTEM_FILE_PATH",
        "CFG_CYCLIC",
        "CFG_CYCLIC_INTVL",
        "CFG_RESYNC_TIME",
        "CFG_RESYNC_FROM_SIP",
        "CFG_RTRY_INTVL",
        "FIRM_FILE_PATH",
        "FIRM_UPGRADE_ENABLE",
        "FIRM_VER_USDECT",
        "PROVISION_ENABLE",
        "OPTION66_ENABLE",
        "OPTION66_REBOOT",
        "OPTION159_PROV_ENABLE",
        "option160_prov_enable",
        "HTTP_USER_AGENT",
        "HTTP_SSL_VERIFY",
        "ACS_URL",
        "ACS_PASS",
        "CON_REQ_PASS",
        "PERIODIC_INFORM_ENABLE",
        "Device/System/Prov/SIPPNP_ENABLE",
        "Device/System/Prov/OPTION160_ENABLE",
        "Device/System/Prov/USR_PROV_SVR_URL",
        "device/system/prov/usr_prov_svr_auth_password",
        "Device/Network/HTTP/HTTP_AUTH_ID",
        "Device/Network/HTTP/HTTP_USER_AGENT",
        "Initial/CfgFiles/CFG_STANDARD_FILE_PATH",
        "Initial/Other/CFG_STANDARD_FILE_PATH",
        "Initial/CfgFiles/CFG_STANDARD_FILE_PATH/Sub",
        "Initial/CfgFiles/CFG_STANDARD_FILE_PATH.1",
        "CFG_STANDARD_FILE_PATH/x"
      })
  void reserves_whatKeepsThePhone_inAnyCaseAndPlace(String name) {
    assertThat(renderer.reserves(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SIP_PASS_1",
        "CFG_ROOT_CERTIFICATE_PATH",
        "Initial/Certs/CFG_ROOT_CERTIFICATE_PATH1",
        "CFG_FILE_KEY2",
        "Device/System/Prov/CFG_FILE_KEY",
        "HTTP_VER",
        "HTTPD_PORTOPEN_AUTO",
        "SIP_USER_AGENT",
        "NTP_ADDR",
        "Device/Network/HTTP/HTTP_PROXY_SVR_ADDR"
      })
  void reserves_otherNames_isFalse(String name) {
    assertThat(renderer.reserves(name)).isFalse();
  }

  static Stream<String> spellings() {
    return Stream.of("KX-HDV230", "KX-TGP600", "KX-UDS124", "KX-UTG200")
        .flatMap(
            model ->
                phone(model).with(line(1)).file().names().stream()
                    .filter(Samples.BRAND.renderer()::reserves)
                    .flatMap(
                        name ->
                            Stream.of(
                                    name,
                                    name.toLowerCase(Locale.ROOT),
                                    name.replace('E', 'e'),
                                    name.replace("FILE", "fILE"))
                                .map(spelling -> model + " " + spelling)));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void override_ofReservedName_hasNoEffect(String both) {
    String model = both.substring(0, both.indexOf(' '));
    String name = both.substring(both.indexOf(' ') + 1);
    Map<String, List<String>> plain = phone(model).with(line(1)).file().values();
    assertThat(
            phone(model)
                .with(line(1))
                .set(Layer.DOMAIN, "panasonic:" + name, "https://evil.example/")
                .set(Layer.DEVICE, "panasonic:" + name, "")
                .file()
                .values())
        .isEqualTo(plain);
  }

  @Test
  void override_ofAnotherName_isWrittenAndOfAnotherBrandOrGrammarIsNot() {
    PhoneFile flat =
        phone("KX-HDV230")
            .set("panasonic:KEY_PAD_TONE", "N")
            .set("panasonic:Device/Network/SSH/SSH_ACCESS_DISABLE", "Y")
            .set("yealink:HOST_NAME", "x")
            .file();
    assertThat(flat.get("KEY_PAD_TONE")).isEqualTo("N");
    assertThat(flat.has("HOST_NAME")).isFalse();
    assertThat(flat.names()).noneMatch(name -> name.contains("SSH"));
    PhoneFile xml =
        phone("KX-UTG200")
            .set("panasonic:KEY_PAD_TONE", "N")
            .set("panasonic:Device/Network/SSH/SSH_ACCESS_DISABLE", "Y")
            .file();
    assertThat(xml.get("Device/Network/SSH/SSH_ACCESS_DISABLE")).isEqualTo("Y");
    assertThat(xml.has("KEY_PAD_TONE")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1440, 1440", "1, 1", "40320, 40320", "43200, 40320"})
  void schedule_afterTheProof_isTheIntervalOrTheLongestOfThePhone(String set, String written) {
    PhoneFile file = phone("KX-UT123").set("resync.interval", set).file();
    assertThat(file.get("CFG_CYCLIC")).isEqualTo("Y");
    assertThat(file.get("CFG_CYCLIC_INTVL")).isEqualTo(written);
    assertThat(file.get("CFG_RESYNC_TIME")).isEmpty();
    assertThat(
            renderer.remarks(phone("KX-UT123").set("resync.interval", set).rendering()).stream()
                .filter(remark -> remark.what().equals("resync.interval")))
        .hasSize(set.equals(written) ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({"02:00, 04:00", "22:00, 05:00", "03:00, ''"})
  void schedule_inAWindow_isAMinuteOfItForEachPhone(String start, String end) {
    Samples phone = phone("KX-HDV230").set("resync.window.start", start);
    if (!end.isEmpty()) {
      phone.set("resync.window.end", end);
    }
    int from = minute(start);
    int length = end.isEmpty() ? 60 : Math.floorMod(minute(end) - from, 1_440);
    int at = Math.floorMod(minute(phone.file().get("CFG_RESYNC_TIME")) - from, 1_440);
    assertThat(at).isBetween(0, length);
  }

  private static int minute(String time) {
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }

  @Test
  void url_withAPathAndAPort_keepsThem() {
    assertThat(phone("KX-UT123").url("https://prov.example:8443/a/b/").file().get(STANDARD))
        .isEqualTo(
            "https://0080f0c8c381:NotARealOwnPassword1@prov.example:8443/a/b/"
                + "Config0080F0C8C381.cfg");
  }

  @Test
  void url_longerThanThePhoneTakesOrWithAUserName_isRefused() {
    String url = "https://prov.example/" + "x".repeat(450) + "/";
    refused(() -> phone("KX-UT123").url(url).bytes(), "reserved", STANDARD)
        .hasMessageContaining("500 characters")
        .hasMessageNotContaining("NotARealOwn");
    refused(() -> phone("KX-UT123").url("https://a:b@prov.example/").bytes(), "reserved", STANDARD);
  }

  @ParameterizedTest
  @CsvSource({
    "a-b, NotReal1",
    "0080f0c8c38101234, NotReal1",
    "own, Not-Real",
    "own, Not@Real",
    "own, Not/Real",
    "own, Not%41Real",
    "own, NotReal12345678901234567890123456",
    "own, NotR\u00e9al",
  })
  void credential_thatAnAddressCannotCarry_isRefusedAndNotTold(String user, String password) {
    for (String model : List.of("KX-UT123", "KX-UTG200")) {
      String parameter = (model.startsWith("KX-UTG") ? "Initial/CfgFiles/" : "") + STANDARD;
      refused(() -> phone(model).credential(user, password).bytes(), "reserved", parameter)
          .hasMessageNotContaining(password);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "KX-UT113, UT11x12x-01.133_HW1.fw, FIRM_VERSION, 01.133",
    "KX-HDV230, HDV230-04.103.fw, FIRM_VERSION, 04.103",
    "KX-TGP500, TGP5xx-USA-22.90_HW1.fw, FIRM_VER_USDECT, 22.90",
    "KX-TGP500, TGP5xx-EU-22.90_HW1.fw, FIRM_VER_EUDECT, 22.90",
    "KX-TGP500, TGP5xx-22.90_HW1.fw, FIRM_VER_EUDECT, 22.90",
    "KX-TGP500, TGP5xx-22.90_HW1.fw, FIRM_VER_USDECT, 22.90",
    "KX-UTG200, UTG-03.210_HW1.fw, Device/System/FwUpdt/FIRM_VERSION, 03.210",
  })
  void image_withAVersionInItsName_isNamedWithIt(
      String model, String image, String name, String version) {
    PhoneFile file = phone(model).set("firmware.url", "https://fw.example/" + image).file();
    assertThat(file.get(name)).isEqualTo(version);
    String prefix = name.substring(0, name.lastIndexOf('/') + 1);
    assertThat(file.get(prefix + "FIRM_UPGRADE_AUTO")).isEqualTo("Y");
    assertThat(file.get(prefix + "FIRM_FILE_PATH")).isEqualTo("https://fw.example/" + image);
    assertThat(image.contains("-USA-") && file.has("FIRM_VER_EUDECT")).isFalse();
    assertThat(image.contains("-EU-") && file.has("FIRM_VER_USDECT")).isFalse();
  }

  @Test
  void image_withoutAVersionInItsName_isNamedWithoutOne() {
    PhoneFile file = phone("KX-UT113").set("firmware.url", "https://fw.example/image.fw").file();
    assertThat(file.get("FIRM_FILE_PATH")).isEqualTo("https://fw.example/image.fw");
    assertThat(file.has("FIRM_VERSION")).isFalse();
    Samples phone = phone("KX-UT113").set("firmware.url", "https://fw.example/image.fw");
    assertThat(renderer.remarks(phone.rendering()))
        .anyMatch(remark -> remark.what().equals("firmware.url"));
  }
}
