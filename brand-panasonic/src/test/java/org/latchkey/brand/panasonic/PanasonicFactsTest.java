package org.latchkey.brand.panasonic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.panasonic.PanasonicGate.AGENT;
import static org.latchkey.brand.panasonic.PanasonicGate.MODEL_FILE;
import static org.latchkey.brand.panasonic.PanasonicGate.PASS;
import static org.latchkey.brand.panasonic.Samples.FILE;
import static org.latchkey.brand.panasonic.Samples.MAC;
import static org.latchkey.brand.panasonic.Samples.OWN;
import static org.latchkey.brand.panasonic.Samples.STANDARD;
import static org.latchkey.brand.panasonic.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.brand.BootSequence.BootFile;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Model;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Traits;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Owner;
import org.latchkey.secret.Credential;

/** What shapes this brand: one test for each point of the facts that binds a server. */
class PanasonicFactsTest {
  private static final String UTG = "Device/System/Prov/";
  private static final URI URL = URI.create("https://prov.example/cfg/");

  private final Renderer renderer = Samples.BRAND.renderer();

  // 0.1, 0.2: the credential is a part of each address

  @Test
  void credential_ofEveryFlatPhone_isInTheAddressAndNowhereElse() {
    for (String model : List.of("KX-UT123", "KX-HDV230", "KX-TGP500", "KX-TGP600", "KX-UDS124")) {
      PhoneFile file = phone(model).with(line(1)).file();
      assertThat(file.get(STANDARD)).isEqualTo(OWN);
      assertThat(file.names().stream().filter(n -> has(file, n, "NotARealOwnPassword1")))
          .containsExactly("CFG_PRODUCT_FILE_PATH", STANDARD);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://prov.example/cfg/fw/UT13x-01.133_HW1.fw, true",
    "https://PROV.example:443/fw/UT13x-01.133_HW1.fw, true",
    "http://prov.example/cfg/fw/UT13x-01.133_HW1.fw, false",
    "https://prov.example:8443/fw/UT13x-01.133_HW1.fw, false",
    "https://prov.example.evil.example/UT13x-01.133_HW1.fw, false",
    "https://fw-provi.e-connecting.net/firm/000/UT13x-01.133_HW1.fw, false",
  })
  void credential_inTheAddressOfAnImage_goesToOurOwnHostOnly(String url, boolean ours) {
    PhoneFile file = phone("KX-UT133").with(line(1)).set("firmware.url", url).file();
    String with = url.replace("://", "://0080f0c8c381:NotARealOwnPassword1@");
    assertThat(file.get("FIRM_FILE_PATH")).isEqualTo(ours ? with : url);
    assertThat(file.get("FIRM_VERSION")).isEqualTo("01.133");
  }

  // 0.3: the first address is consulted again later, with the closed pass

  @Test
  void pass_shownAgainByAHealthyPhone_getsAFileThatChangesNothing() {
    PanasonicGate gate = new PanasonicGate();
    Credential own = gate.provisioned();
    gate.advance(Duration.ofDays(3));
    for (int start = 0; start < 300; start++) {
      var answer = gate.ask("GET", MODEL_FILE, PASS, AGENT);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(PhoneFile.of(answer.body()).names()).isEmpty();
    }
    assertThat(gate.state()).isEqualTo("provisioned");
    assertThat(gate.ask("GET", FILE, own, AGENT).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "KX-UT123, OPTION66_ENABLE OPTION66_REBOOT",
    "KX-UT670, OPTION66_ENABLE OPTION66_REBOOT",
    "KX-TGP500, OPTION66_ENABLE OPTION66_REBOOT",
    "KX-TGP700, OPTION66_ENABLE OPTION66_REBOOT",
    "KX-HDV430, " + "OPTION66_ENABLE OPTION66_REBOOT OPTION159_PROV_ENABLE OPTION160_PROV_ENABLE",
    "KX-UTG300, "
        + "Device/System/Prov/OPTION66_ENABLE Device/System/Prov/OPTION159_ENABLE"
        + " Device/System/Prov/OPTION160_ENABLE Device/System/Prov/SIPPNP_ENABLE",
  })
  void otherSources_inEveryFile_areSwitchedOff(String model, String names) {
    for (boolean proven : new boolean[] {false, true}) {
      PhoneFile file = phone(model).with(line(1)).proven(proven).file();
      for (String name : names.split(" ", -1)) {
        assertThat(file.get(name)).as(name).isEqualTo("N");
      }
      String prefix = model.startsWith("KX-UTG") ? UTG : "";
      assertThat(file.get(prefix + "PROVISION_ENABLE")).isEqualTo("Y");
    }
  }

  @Test
  void tr069_whereItsNamesAreKnown_hasNoServer() {
    for (String model : List.of("KX-UT123", "KX-TGP600")) {
      assertThat(phone(model).with(line(1)).file().get("ACS_URL")).isEmpty();
    }
  }

  // 0.4, 1.1, 1.2: the first file has no MAC in its name

  @Test
  void modelFile_whereTheHeaderNamesTheMac_isTheDeviceFile() {
    PanasonicGate gate = new PanasonicGate();
    gate.arm();
    var answer = gate.ask("GET", MODEL_FILE, PASS, AGENT);
    Credential own = gate.carried(answer);
    assertThat(PhoneFile.of(answer.body()).get("SIP_PASS_1")).isEqualTo("fake-sip-pass-1");
    assertThat(gate.state()).isEqualTo("issued");
    gate.settle();
    assertThat(gate.ask("GET", FILE, own, AGENT).status()).isEqualTo(200);
    assertThat(gate.state()).isEqualTo("provisioned");
  }

  @Test
  void modelFile_ofAnUnknownMac_sendsThePhoneToItsOwnWithWhatItHasShown() {
    PanasonicGate gate = new PanasonicGate();
    gate.arm();
    var stub = gate.ask("GET", "KX-HDV230N.cfg", PASS, "Panasonic_KX-HDV230N/01.103");
    PhoneFile file = PhoneFile.of(stub.body());
    assertThat(file.values())
        .isEqualTo(
            Map.of(
                STANDARD,
                List.of("https://firstboot:GlobalPassword42@prov.example/cfg/Config{MAC}.cfg")));
    assertThat(gate.state()).isEqualTo("armed");
    // the phone puts its MAC in place of the word
    Credential own = gate.carried(gate.ask("GET", FILE, PASS, "Panasonic_KX-HDV230N/01.103"));
    gate.settle();
    gate.ask("GET", FILE, own, "");
    assertThat(gate.state()).isEqualTo("provisioned");
  }

  @Test
  void modelFile_ofAnUnknownMacWhereNoPhoneIsArmed_changesNothing() {
    var answer = new PanasonicGate().ask("GET", MODEL_FILE, PASS, "Panasonic_KX-HDV230/01.103");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(PhoneFile.of(answer.body()).names()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "kx-ut123.cfg, # Panasonic SIP Phone Standard Format File #",
    "kx-hdv330n.cfg, # Panasonic SIP Phone Standard Format File #",
    "kx-tgp600ru.cfg, # Panasonic SIP Phone Standard Format File #",
    "kx-uds124.cfg, # Panasonic SIP Phone Standard Format File #",
    "kx-tgp500b04.cfg, # PCC Standard Format File #",
    "kx-tgp550t04.cfg, # PCC Standard Format File #",
    "kx-tgp551.cfg, # PCC Standard Format File #",
    "kx-utg200b.cfg, PANASIPPhoneConfig",
    "kx-utg300.xml, PANASIPPhoneConfig",
  })
  void firstFiles_ofEachFamily_areOfItsForm(String name, String first) {
    Credential shown = Credential.of("firstboot", "GlobalPassword42");
    PhoneFile stub = PhoneFile.of(renderer.stub(name, URL, shown).orElseThrow());
    PhoneFile nothing = PhoneFile.of(renderer.nothing(name).orElseThrow());
    assertThat(stub.first()).startsWith(first);
    assertThat(nothing.first()).startsWith(first);
    assertThat(nothing.names()).isEmpty();
    assertThat(stub.names()).hasSize(1);
    String address = stub.values().get(stub.names().get(0)).get(0);
    assertThat(address).startsWith("https://firstboot:GlobalPassword42@prov.example/cfg/Config{");
  }

  @Test
  void stub_ofAPassThatNoAddressCarries_isNone() {
    for (String password : List.of("slash/in1", "at@sign", "colon:12", "x".repeat(33))) {
      assertThat(renderer.stub("kx-ut123.cfg", URL, Credential.of("first", password))).isEmpty();
    }
  }

  // 0.5: what was typed outranks every file

  @Test
  void productFile_isTheStandardFile_soThatATypedPassIsOutlived() {
    for (boolean proven : new boolean[] {false, true}) {
      PhoneFile file = phone("KX-UT123").with(line(1)).proven(proven).file();
      assertThat(file.get("CFG_PRODUCT_FILE_PATH")).isEqualTo(file.get(STANDARD));
      assertThat(file.get("CFG_MASTER_FILE_PATH")).isEmpty();
    }
    PanasonicGate gate = new PanasonicGate();
    gate.arm();
    // the standard file's address was typed with the pass; the product file's came with the file
    Credential own = gate.carried(gate.ask("GET", FILE, PASS, AGENT));
    assertThat(gate.ask("GET", FILE, own, AGENT).status()).isEqualTo(200);
    gate.advance(Duration.ofMinutes(5));
    assertThat(gate.ask("GET", FILE, PASS, AGENT).status()).isEqualTo(200);
    gate.settle();
    assertThat(gate.ask("GET", FILE, own, AGENT).status()).isEqualTo(200);
    assertThat(gate.state()).isEqualTo("provisioned");
    for (int day = 0; day < 30; day++) {
      gate.advance(Duration.ofDays(1));
      assertThat(gate.ask("GET", FILE, PASS, AGENT).status()).isEqualTo(401);
      assertThat(gate.ask("GET", FILE, own, AGENT).status()).isEqualTo(200);
    }
    assertThat(gate.state()).isEqualTo("provisioned");
  }

  @Test
  void utg_whatWasTyped_isOverwritten() {
    PhoneFile file = phone("KX-UTG200").with(line(1)).file();
    assertThat(file.get(UTG + "USR_PROV_SVR_URL"))
        .isEqualTo("https://prov.example/cfg/Config0080F0C8C381.xml");
    assertThat(file.get("Initial/CfgFiles/CFG_PRODUCT_FILE_PATH")).isEmpty();
    assertThat(file.get("Initial/CfgFiles/CFG_MASTER_FILE_PATH")).isEmpty();
  }

  // 0.6, 3: Basic only

  @Test
  void traits_areThoseOfTheBrand() {
    Traits traits = Samples.BRAND.traits();
    assertThat(traits.challenge()).containsExactly(Traits.Scheme.BASIC);
    assertThat(traits.settleTime()).isEqualTo(Duration.ofSeconds(45));
    assertThat(traits.contentType()).startsWith("text/plain");
    assertThat(traits.repeatsServerErrors()).isFalse();
    assertThat(traits.factoryCredentials()).isEmpty();
  }

  @Test
  void proof_soonerThanThePhoneCanHaveStored_isServedAndClosesNothing() {
    PanasonicGate gate = new PanasonicGate();
    gate.arm();
    Credential own = gate.carried(gate.ask("GET", MODEL_FILE, PASS, AGENT));
    // the same pass goes on: standard file, then product file
    assertThat(gate.ask("GET", FILE, own, AGENT).status()).isEqualTo(200);
    assertThat(gate.ask("GET", FILE, own, AGENT).status()).isEqualTo(200);
    assertThat(gate.state()).isEqualTo("issued");
    // the answer was lost: the pass still opens it
    assertThat(gate.carried(gate.ask("GET", MODEL_FILE, PASS, AGENT))).isEqualTo(own);
  }

  // 0.7: a time of day stops every retry

  @Test
  void timeOfDay_beforeTheProof_isNoneWhateverIsSet() {
    for (String model : List.of("KX-UT123", "KX-HDV230", "KX-TGP500", "KX-UTG200")) {
      String prefix = model.startsWith("KX-UTG") ? UTG : "";
      Samples phone = phone(model).with(line(1)).set("resync.window.start", "02:00");
      PhoneFile early = phone.proven(false).file();
      assertThat(early.get(prefix + "CFG_RESYNC_TIME")).isEmpty();
      assertThat(early.get(prefix + "CFG_CYCLIC")).isEqualTo("Y");
      assertThat(early.get(prefix + "CFG_CYCLIC_INTVL")).isEqualTo("5");
      assertThat(early.get(prefix + "CFG_RTRY_INTVL")).isEqualTo("5");
      PhoneFile late = phone.proven(true).file();
      assertThat(late.get(prefix + "CFG_RESYNC_TIME")).matches("02:[0-5]\\d|03:00");
      assertThat(late.get(prefix + "CFG_CYCLIC")).isEqualTo("N");
      assertThat(late.get(prefix + "CFG_RTRY_INTVL")).isEqualTo("30");
    }
  }

  // 1.3, 1.4: what is asked for, and in which order

  @ParameterizedTest
  @CsvSource({
    "KX-HDV230, KX-HDV230.cfg, Config0080F0C8C381.cfg",
    "KX-UTG200B, KX-UTG200B.cfg, Config0080F0C8C381.xml",
  })
  void bootSequence_isTheModelsFileAndThePhonesOwn(String model, String first, String own) {
    DeviceIdentity phone =
        new DeviceIdentity(MAC, "panasonic", model, new Owner("acme.example", "west"), "1");
    assertThat(Samples.BRAND.bootSequence().files(phone))
        .containsExactly(
            new BootFile(first, FileRole.BOOTSTRAP), new BootFile(own, FileRole.DEVICE));
  }

  @Test
  void sharedFiles_ofOtherServersConfigurations_areValidAndEmpty() {
    PanasonicGate gate = new PanasonicGate();
    for (String name : List.of("ConfigKX-HDV230.cfg", "ConfigCommon.cfg", "ConfigKX-UTG200.xml")) {
      var answer = gate.ask("GET", name, AGENT);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(PhoneFile.of(answer.body()).names()).isEmpty();
    }
    assertThat(PhoneFile.of(renderer.common("configkx-tgp500.cfg").orElseThrow()).first())
        .startsWith("# PCC");
  }

  @Test
  void encryptedFiles_whoseFormIsNotPublished_areProbes() {
    PanasonicGate gate = new PanasonicGate();
    for (String ending : List.of("e1c", "e2c", "e3c", "enc")) {
      assertThat(gate.ask("GET", "Config0080F0C8C381." + ending, AGENT).status()).isEqualTo(404);
    }
  }

  @Test
  void methods_otherThanGet_storeNothing() {
    PanasonicGate gate = new PanasonicGate();
    Credential own = gate.provisioned();
    for (String name : List.of(FILE, MODEL_FILE, "ConfigCommon.cfg", "log.txt")) {
      assertThat(gate.ask("PUT", name, own, AGENT).status()).isBetween(400, 499);
    }
    assertThat(gate.ask("HEAD", FILE, own, AGENT).status()).isEqualTo(200);
  }

  // 2: the header

  @Test
  void userAgent_inEveryFile_isResetToTheFormThatNamesTheMac() {
    for (Model model : Samples.BRAND.models().all()) {
      String prefix = model.name().startsWith("KX-UTG") ? "Device/Network/HTTP/" : "";
      Samples phone = phone(model.name()).with(line(1));
      phone.set("panasonic:" + prefix + "HTTP_USER_AGENT", "Mozilla/5.0");
      assertThat(phone.file().get(prefix + "HTTP_USER_AGENT"))
          .isEqualTo("Panasonic_{MODEL}/{fwver} ({mac})");
    }
  }

  // 6, 8, 12

  @Test
  void notify_isTheEventThatServersSend() {
    assertThat(phone("KX-UT123").file().get("CFG_RESYNC_FROM_SIP")).isEqualTo("check-sync");
    assertThat(phone("KX-UTG200").file().get(UTG + "CFG_RESYNC_FROM_SIP")).isEqualTo("check-sync");
  }

  @Test
  void passwordsOfThePhone_areAlwaysSetAndItsPagesClosed() {
    for (Model model : Samples.BRAND.models().all()) {
      String prefix = model.name().startsWith("KX-UTG") ? "Device/System/LoginAcc/" : "";
      PhoneFile file = phone(model.name()).file();
      assertThat(file.get(prefix + "ADMIN_PASS")).isEqualTo("NotARealAdmin2");
      assertThat(file.get(prefix + "USER_PASS")).isEqualTo("NotARealUser3");
      assertThat(file.get(prefix + "ADMIN_ID")).isEqualTo("admin");
      if (prefix.isEmpty()) {
        assertThat(file.get("HTTPD_PORTOPEN_AUTO")).isEqualTo("N");
      }
    }
  }

  @Test
  void deviceFile_withoutARightCredential_isRefusedWhateverTheHeaderSays() {
    PanasonicGate gate = new PanasonicGate();
    gate.arm();
    for (String name : List.of(FILE, MODEL_FILE, "0080f0c8c381.cfg")) {
      assertThat(gate.ask("GET", name, AGENT).status()).isEqualTo(401);
      assertThat(gate.ask("GET", name, Credential.of("x", "y"), AGENT).status()).isEqualTo(401);
    }
    assertThat(gate.state()).isEqualTo("armed");
  }

  @Test
  void serverCheck_isSwitchedOffOnlyWhereSomebodySaysSo() {
    assertThat(phone("KX-HDV230").file().has("HTTP_SSL_VERIFY")).isFalse();
    assertThat(phone("KX-HDV230").set("tls.verify", "yes").file().has("HTTP_SSL_VERIFY")).isFalse();
    assertThat(phone("KX-HDV230").set("tls.verify", "no").file().get("HTTP_SSL_VERIFY"))
        .isEqualTo("0");
  }

  @Test
  void firmware_beforeTheProof_isNamedNowhereAndSwitchedOff() {
    for (String model : List.of("KX-UT133", "KX-TGP500", "KX-UTG200")) {
      Samples phone =
          phone(model)
              .with(line(1))
              .set("firmware.url", "https://prov.example/fw/TGP5xx-USA-22.90_HW1.fw")
              .proven(false);
      PhoneFile file = phone.file();
      String prefix = model.startsWith("KX-UTG") ? "Device/System/FwUpdt/" : "";
      assertThat(file.get(prefix + "FIRM_UPGRADE_ENABLE")).isEqualTo("N");
      assertThat(file.get(prefix + "FIRM_FILE_PATH")).isEmpty();
      assertThat(new String(phone.bytes(), UTF_8)).doesNotContain("22.90");
      assertThat(phone.proven(true).file().get(prefix + "FIRM_UPGRADE_ENABLE")).isEqualTo("Y");
    }
  }

  private static boolean has(PhoneFile file, String name, String text) {
    return Optional.ofNullable(file.values().get(name))
        .filter(values -> values.stream().anyMatch(value -> value.contains(text)))
        .isPresent();
  }
}
