package org.latchkey.brand.snom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.brand.snom.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.BootSequence.BootFile;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Model;
import org.latchkey.brand.Traits;
import org.latchkey.config.Layer;
import org.latchkey.device.LineKey;
import org.latchkey.error.RenderException;
import org.latchkey.secret.Credential;

/** What is known of these phones and must hold of every file: a test for each statement. */
class SnomFactsTest {
  private static final String HEADER =
      "Mozilla/4.0 (compatible; snomD785-SIP 10.1.33.33 2010.12-00004-g9ba52f5 000413AABBCC SXM:0"
          + " UXM:0)";

  // two families, two languages

  @Test
  void families_eachHasItsOwnLanguage() {
    assertThat(phone().with(line(1)).file().has("http_client_user")).isTrue();
    SnomFile tree = phone("C520-WiMi", "").with(line(1)).file();
    assertThat(tree.has("provisioning.server_username")).isTrue();
    assertThat(tree.has("http_client_user")).isFalse();
  }

  // the device and not the label on it

  @ParameterizedTest
  @ValueSource(strings = {"715", "D715", "d715"})
  void header_ofADeviceWithAndWithoutTheD_isThatModel(String code) {
    assertThat(
            Samples.BRAND
                .recogniser()
                .product("Mozilla/4.0 (compatible; snom" + code + "-SIP 8.9.3.80)")
                .orElseThrow()
                .model())
        .isEqualTo("715");
  }

  // where the address comes from

  @Test
  void settingServer_inEveryConfiguration_namesOneFileByTheMac() {
    for (Model model : Samples.BRAND.models().all()) {
      if (!SnomModels.isTree(model) && model.noCredential().isEmpty()) {
        for (boolean proven : new boolean[] {false, true}) {
          assertThat(phone(model.name(), "").proven(proven).file().get("setting_server"))
              .isEqualTo("https://prov.example/cfg/snom-{mac}.htm");
        }
      }
    }
  }

  @Test
  void settingServer_neverHasAUserInIt() {
    assertThatThrownBy(() -> phone().url("https://a:b@prov.example/cfg/").bytes())
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("setting_server")
        .hasMessageNotContaining("a:b");
  }

  @Test
  void sources_thatCouldPresentTheGlobalPassword_areOff() {
    SnomFile file = phone("D865", "").file();
    assertThat(file.get("provisioning_order")).isEqualTo("redirection:stop");
    assertThat(file.get("pnp_config")).isEqualTo("off");
    assertThat(file.get("dhcp_options_on_ip_aquire").split(" ")).doesNotContain("43", "66", "67");
    assertThat(file.get("allow_sip_settings")).isEqualTo("off");
    assertThat(file.get("tr369_enable")).isEqualTo("false");
  }

  // what is requested

  @Test
  void boot_ofTheDFamily_isTypeThenTypeAndMacThenTheOwnFile() {
    assertThat(files("D345"))
        .containsExactly(
            new BootFile("snomD345.htm", FileRole.COMMON),
            new BootFile("snomD345-000413AABBCC.htm", FileRole.DEVICE),
            new BootFile("snom-000413AABBCC.htm", FileRole.DEVICE),
            new BootFile("snom-000413AABBCC-firmware.xml", FileRole.PERSONAL));
  }

  @Test
  void boot_ofTheMSeries_isTypeThenTypeAndMac() {
    assertThat(files("M900"))
        .extracting(BootFile::name)
        .containsExactly("snomM900.htm", "snomM900-000413AABBCC.htm");
  }

  @Test
  void boot_ofTheCFamily_isModelThenModelAndMac() {
    assertThat(files("C520-WiMi"))
        .containsExactly(
            new BootFile("C520-WiMi.cfg", FileRole.PROBE),
            new BootFile("C520-WiMi_000413AABBCC.cfg", FileRole.DEVICE));
  }

  private static List<BootFile> files(String model) {
    return Samples.BRAND.bootSequence().files(phone(model, "").device().identity());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "snomD345-000413A11FA7.htm",
        "snomD345-000413a11fa7.cfg",
        "snomD345-000413A11FA7",
        "snomM900-000413A11FA7.htm",
        "snom-000413A11FA7.htm",
        "000413A11FA7.xml",
        "000413A11FA7.htm",
        "settings-000413A11FA7.xml",
        "C520-WiMi_000413A11FA7.cfg",
        "C620_000413a11fa7.cfg"
      })
  void mac_inEitherCaseAndWithoutEnding_isFound(String name) {
    for (String spelled : List.of(name, name.toLowerCase(Locale.ROOT))) {
      FileClaim claim = Samples.BRAND.recogniser().file(spelled).orElseThrow();
      assertThat(claim.role()).isEqualTo(FileRole.DEVICE);
      assertThat(claim.mac()).hasToString("Optional[000413a11fa7]");
    }
  }

  @Test
  void firstRequest_whichNamesNoMac_isAnsweredToEverybodyWithoutSecrets() {
    SnomGate gate = new SnomGate();
    gate.arm();
    var general = gate.ask("GET", "snomD785.htm", HEADER);
    assertThat(general.status()).isEqualTo(200);
    assertThat(new String(general.body(), StandardCharsets.UTF_8)).endsWith("<settings/>\n");
    assertThat(gate.state()).isEqualTo("armed");
  }

  // how long the one-time password lives

  @Test
  void credential_usedInThePassThatDeliveredIt_provesNothingYet() {
    SnomGate gate = new SnomGate();
    gate.arm();
    gate.ask("GET", "snomD785.htm", HEADER);
    Credential own =
        gate.carried(gate.ask("GET", "snomD785-000413AABBCC.htm", SnomGate.PASS, HEADER));
    assertThat(gate.ask("GET", "snom-000413AABBCC-firmware.xml", own, HEADER).status())
        .isEqualTo(404);
    assertThat(gate.ask("GET", SnomGate.FILE, own, HEADER).status()).isEqualTo(200);
    assertThat(gate.state()).isEqualTo("issued");
    // a lost answer: the same pair once more
    assertThat(gate.carried(gate.ask("GET", SnomGate.FILE, SnomGate.PASS, HEADER))).isEqualTo(own);
    gate.settle();
    assertThat(gate.ask("GET", SnomGate.FILE, own, HEADER).status()).isEqualTo(200);
    assertThat(gate.state()).isEqualTo("provisioned");
    assertThat(gate.ask("GET", SnomGate.FILE, SnomGate.PASS, HEADER).status()).isEqualTo(401);
  }

  @Test
  void proof_isMadeByTheDeviceFileAndNoOther() {
    SnomGate gate = new SnomGate();
    gate.arm();
    Credential own = gate.carried(gate.ask("GET", SnomGate.FILE, SnomGate.PASS, HEADER));
    gate.settle();
    for (String other :
        List.of("snomD785.htm", "snom-000413AABBCC-firmware.xml", "gui_lang.xml", "snomD785.bin")) {
      gate.ask("GET", other, own, HEADER);
      assertThat(gate.state()).as(other).isEqualTo("issued");
    }
    gate.ask("GET", SnomGate.FILE, own, HEADER);
    assertThat(gate.state()).isEqualTo("provisioned");
    // what it named at the proof counts, and now it is told an image
    assertThat(gate.ask("GET", "snom-000413AABBCC-firmware.xml", own, HEADER).status())
        .isEqualTo(200);
  }

  @Test
  void firstBoot_pollsEveryMinute_laterAsTheLayersSay() {
    SnomFile first = phone().proven(false).file();
    assertThat(first.get("prov_polling_mode")).isEqualTo("rel");
    assertThat(first.get("prov_polling_period")).isEqualTo("60");
    assertThat(first.get("settings_refresh_timer")).isEqualTo("60");
    assertThat(Samples.BRAND.traits().settleTime()).isLessThan(Duration.ofSeconds(60));
    SnomFile later = phone().set("resync.interval", "30").file();
    assertThat(later.get("prov_polling_period")).isEqualTo("1800");
    assertThat(later.get("settings_refresh_timer")).isEqualTo("0");
  }

  @Test
  void oldFirmware_knowsNoPolling_isGivenTheTimer() {
    SnomFile file = phone("320", "8.4.35").set("resync.interval", "30").file();
    assertThat(file.get("settings_refresh_timer")).isEqualTo("1800");
    assertThat(file.has("prov_polling_enabled")).isFalse();
  }

  // authentication

  @Test
  void challenge_isBasicAlone() {
    Traits traits = Samples.BRAND.traits();
    assertThat(traits.challenge()).containsExactly(Traits.Scheme.BASIC);
    assertThat(traits.settleTime()).isEqualTo(Duration.ofSeconds(45));
    SnomGate gate = new SnomGate();
    assertThat(gate.ask("GET", SnomGate.FILE, HEADER).status()).isEqualTo(401);
  }

  @Test
  void credential_isInHttpClientAndNotInThatOfThePhonesPages() {
    SnomFile file = phone().credential("000413aabbcc", "abcdefghijABCDEFGHIJ").file();
    assertThat(file.get("http_client_user")).isEqualTo("000413aabbcc");
    assertThat(file.get("http_client_pass")).isEqualTo("abcdefghijABCDEFGHIJ");
    assertThat(file.get("http_user")).isEqualTo("admin");
    assertThat(file.get("http_pass")).isEqualTo("not-a-real-admin");
  }

  @Test
  void credential_beyondItsLimits_isRefused() {
    phone().credential("u".repeat(30), "p".repeat(20)).bytes();
    assertThatThrownBy(() -> phone().credential("u".repeat(31), "p").bytes())
        .hasMessageContaining("http_client_user");
    for (String password : List.of("p".repeat(21), "a b", "$(mac)", "{mac}")) {
      assertThatThrownBy(() -> phone().credential("u", password).bytes())
          .isInstanceOf(RenderException.class)
          .hasMessageContaining("http_client_pass")
          .hasMessageNotContaining(password);
    }
  }

  @Test
  void perm_ofAddressAndCredential_letsThemBeTypedAtThePhone() {
    SnomFile file = phone().file();
    for (String name : List.of("setting_server", "http_client_user", "http_client_pass")) {
      assertThat(file.attribute(name, "perm")).as(name).isEqualTo("RW");
    }
    assertThat(file.attribute("admin_mode", "perm")).isEqualTo("RW");
  }

  @Test
  void perm_isNeverBlankOrEmpty() {
    SnomFile file = phone().with(line(1)).set("local-changes", "keep").file();
    for (String name : file.names()) {
      assertThat(file.attribute(name, "perm")).as(name).isIn("RW", "!");
    }
  }

  // TLS

  @Test
  void verification_isOnWhereThePhoneHasAList_elsewhereAsALayerSays() {
    assertThat(phone("D785", "10.1.33.33").file().get("tls_server_authentication")).isEqualTo("on");
    assertThat(phone("720", "8.9.3.80").file().has("tls_server_authentication")).isFalse();
    assertThat(phone("D785", "").proven(false).file().has("tls_server_authentication")).isFalse();
    assertThat(phone("720", "").set("tls.verify", "yes").file().get("tls_server_authentication"))
        .isEqualTo("on");
    assertThat(
            phone("D785", "10.1.33.33")
                .set("tls.verify", "no")
                .file()
                .get("tls_server_authentication"))
        .isEqualTo("off");
  }

  @Test
  void certificate_ofOnesOwn_isInItsGroup() {
    SnomFile file = phone().set("snom:certificate.1", "bm90IHJlYWw=").file();
    assertThat(file.group("certificate")).isEqualTo("certificates");
    assertThat(file.attribute("certificate", "type")).isEqualTo("base64");
  }

  // grammar

  @Test
  void rebootOnChange_isTheFirstSetting() {
    assertThat(phone().with(line(1)).set("snom:dim_timer", "1").file().names())
        .startsWith("auto_reboot_on_setting_change");
  }

  @Test
  void groups_haveSettingsAndKeysWithTheirIndices() {
    SnomFile file = phone().with(line(1)).file();
    assertThat(file.group("user_name.1")).isEqualTo("phone-settings");
    assertThat(file.group("fkey.0")).isEqualTo("functionKeys");
    assertThat(new String(phone().bytes(), StandardCharsets.UTF_8))
        .contains("<phone-settings e=\"2\">", "<functionKeys e=\"2\">");
  }

  @Test
  void accounts_areAllNamed_thoseWithoutALineAreOffAndEmpty() {
    SnomFile file = phone().with(line(2)).file();
    assertThat(file.get("user_active.2")).isEqualTo("on");
    for (int number : new int[] {1, 3, 12}) {
      assertThat(file.get("user_active." + number)).isEqualTo("off");
      assertThat(file.has("user_pass." + number)).isTrue();
      assertThat(file.get("user_pass." + number)).isEmpty();
    }
    assertThat(file.has("user_active.13")).isFalse();
  }

  @Test
  void clock_isAlwaysTold_soThatNobodyIsAsked() {
    SnomFile file = phone().file();
    assertThat(file.get("timezone")).isEqualTo("GBR-0");
    assertThat(file.get("dst")).startsWith("0 ");
    assertThat(file.get("logon_wizard")).isEqualTo("off");
    assertThat(phone().set("time.zone", "America/New_York").file().get("dst"))
        .isEqualTo("3600 03.02.07 02:00:00 11.01.07 02:00:00");
  }

  // the M series

  @Test
  void dectBase_cannotBeGivenACredential_andSaysWhy() {
    for (String model : List.of("M300", "M400", "M700", "M900")) {
      assertThat(Samples.BRAND.models().get(model).noCredential().orElseThrow())
          .contains("DECT base");
      SnomFile file = phone(model, "05.20.0001").with(line(1)).set("dect.pin", "4711").file();
      assertThat(file.has("http_client_pass")).isFalse();
      assertThat(file.get("ac_code")).isEqualTo("4711");
      assertThat(file.get("setting_server")).isEqualTo("https://prov.example/cfg/");
    }
  }

  // security

  @Test
  void firmwareWithKnownHoles_isServedAndRemarkedUpon() {
    Samples holed = phone("720", "8.7.5.14").with(line(1));
    assertThat(holed.remarks())
        .anyMatch(remark -> remark.problem().contains("8.7.5.15"))
        .anyMatch(remark -> remark.layer() == Layer.LIBRARY);
    assertThat(holed.file().get("user_pass.1")).isEqualTo("fake-sip-pass-1");
    assertThat(phone("720", "8.7.5.15").remarks()).isEmpty();
  }

  @Test
  void strangers_cannotTriggerThePhone() {
    assertThat(phone().file().get("challenge_checksync")).isEqualTo("on");
    assertThat(phone().file().get("challenge_reboot")).isEqualTo("on");
  }

  @Test
  void emergencyNumbers_whichFreezeTheScreenIfWrong_areLeftAlone() {
    assertThat(phone().everySetting(java.util.Map.of()).file().has("keyboard_lock_emergency"))
        .isFalse();
  }

  @Test
  void ipv6_isInBrackets() {
    assertThat(SnomLines.host("2001:db8::1")).isEqualTo("[2001:db8::1]");
    assertThat(SnomLines.host("[2001:db8::1]")).isEqualTo("[2001:db8::1]");
    assertThat(SnomLines.host("sip.example")).isEqualTo("sip.example");
  }

  @Test
  void firmware_beforeTheProof_isNotNamed_andThenInAFileOfItsOwn() {
    Samples phone = phone().set("firmware.url", "https://fw.example/snomD785-r.bin");
    assertThat(phone.file().get("firmware_status"))
        .isEqualTo("https://prov.example/cfg/snom-000413AABBCC-firmware.xml");
    assertThat(phone.file().get("update_policy")).isEqualTo("auto_update");
    assertThat(phone.firmwareFile().orElseThrow())
        .contains("<firmware>https://fw.example/snomD785-r.bin</firmware>");
    phone.proven(false);
    assertThat(phone.file().has("firmware_status")).isFalse();
    assertThat(phone.file().get("update_policy")).isEqualTo("settings_only");
    assertThat(phone.firmwareFile()).isEmpty();
  }

  @Test
  void firmware_thatNobodyNamed_isNotAskedFor() {
    assertThat(phone().file().has("firmware_status")).isFalse();
    assertThat(phone().firmwareFile()).isEmpty();
  }

  @Test
  void parkKeys_workOnSomeModels_elsewhereTheyDial() {
    for (String model : List.of("715", "720", "D765")) {
      assertThat(park(model)).as(model).isEqualTo("orbit 700");
    }
    assertThat(park("D785")).isEqualTo("speed 700");
  }

  private static String park(String model) {
    return phone(model, "").with(key(2, LineKey.Type.CALL_PARK, "700", "")).file().get("fkey.1");
  }
}
