package org.latchkey.brand.polycom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.polycom.Samples.MAC;
import static org.latchkey.brand.polycom.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.latchkey.brand.BootSequence.BootFile;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Traits;
import org.latchkey.brand.UploadKind;
import org.latchkey.config.Parameter;
import org.latchkey.config.Parameters;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.LineKey;
import org.latchkey.device.Owner;
import org.latchkey.secret.Credential;

/**
 * What shapes this brand, one test for each point, in the order in which a first boot meets them.
 */
class PolycomFactsTest {
  private final Renderer renderer = Samples.BRAND.renderer();

  @Test
  void sweep_afterTheDeviceFile_goesOnUnderThePassWithinTheBudget() {
    PolycomGate gate = new PolycomGate();
    gate.arm();
    // two whole sweeps, as a SoundPoint IP 670 makes them before it restarts
    for (int sweep = 0; sweep < 2; sweep++) {
      assertThat(gate.ask("PUT", MAC + "-boot.log", PolycomGate.PASS, "").status()).isEqualTo(200);
      assertThat(gate.ask("GET", PolycomGate.FILE, PolycomGate.PASS, "").status()).isEqualTo(200);
      for (String rest : List.of("-phone.cfg", "-web.cfg", "-calls.xml", "-directory.xml")) {
        assertThat(gate.ask("GET", MAC + rest, PolycomGate.PASS, "").status()).isEqualTo(404);
      }
      assertThat(gate.ask("PUT", MAC + "-app.log", PolycomGate.PASS, "").status()).isEqualTo(200);
      assertThat(gate.state()).isEqualTo("issued");
    }
    assertThat(Samples.BRAND.traits().budget()).isEqualTo(40);
  }

  @Test
  void pass_afterDelivery_closesOnlyWithTheFirstUseOfTheOwnCredential() {
    PolycomGate gate = new PolycomGate();
    gate.arm();
    Credential own = gate.carried(gate.ask("GET", PolycomGate.FILE, PolycomGate.PASS, ""));
    // power went in between: the same credential again
    assertThat(gate.carried(gate.ask("GET", PolycomGate.FILE, PolycomGate.PASS, "")))
        .isEqualTo(own);
    gate.ask("GET", PolycomGate.FILE, own, "");
    assertThat(gate.state()).isEqualTo("provisioned");
    assertThat(gate.ask("GET", PolycomGate.FILE, PolycomGate.PASS, "").status()).isEqualTo(401);
    assertThat(Samples.BRAND.traits().settleTime()).isEqualTo(Duration.ZERO);
  }

  @Test
  void bootLog_sentWithTheOwnCredential_isTheProof() {
    PolycomGate gate = new PolycomGate();
    gate.arm();
    Credential own = gate.carried(gate.ask("GET", PolycomGate.FILE, PolycomGate.PASS, ""));
    String updater = "FileTransport PolycomVVX-VVX_450-UA/5.9.1.0615 Type/Updater";
    assertThat(gate.ask("PUT", MAC + "-boot.log", own, updater).status()).isEqualTo(200);
    assertThat(gate.state()).isEqualTo("provisioned");
  }

  @Test
  void flashParameters_each_comeWithTheirSwitchAndTheSwitchOfAll() {
    for (boolean proven : new boolean[] {false, true}) {
      ConfigXml xml = phone("EdgeE450", "").with(line(1)).proven(proven).text();
      assertThat(xml.get("device.set")).isEqualTo("1");
      List<String> flash =
          xml.names().stream()
              .filter(name -> name.startsWith("device.") && !name.endsWith("set"))
              .toList();
      assertThat(flash).contains("device.prov.user", "device.prov.password");
      assertThat(flash).allMatch(name -> xml.get(name + ".set").equals("1"));
    }
  }

  @Test
  void flashParameter_ofAnOverride_comesWithItsSwitchToo() {
    ConfigXml xml = phone().set("polycom:device.em.power", "0").text();
    assertThat(xml.get("device.em.power")).isEqualTo("0");
    assertThat(xml.get("device.em.power.set")).isEqualTo("1");
  }

  @Test
  void dhcp_neverAgain_saysWhereTheServerIs() {
    for (boolean proven : new boolean[] {false, true}) {
      ConfigXml xml = phone().proven(proven).text();
      assertThat(xml.get("device.dhcp.bootSrvUseOpt")).isEqualTo("Static");
      assertThat(xml.get("device.prov.serverName")).isEqualTo("https://prov.example/cfg/");
      assertThat(xml.get("device.prov.serverType")).isEqualTo("HTTPS");
      assertThat(xml.get("device.prov.ztpEnabled")).isEqualTo("0");
    }
  }

  @Test
  void factoryCredential_isKnownAndOpensNothing() {
    Credential factory = Credential.of("PlcmSpIp", "PlcmSpIp");
    Traits traits = Samples.BRAND.traits();
    assertThat(traits.factoryCredentials()).containsExactly(factory);
    PolycomGate gate = new PolycomGate();
    gate.arm();
    for (int i = 0; i < 200; i++) {
      assertThat(gate.ask("GET", PolycomGate.FILE, factory, "").status()).isEqualTo(401);
    }
    assertThat(gate.ask("GET", PolycomGate.FILE, PolycomGate.PASS, "").status()).isEqualTo(200);
  }

  @Test
  void uploads_ofEachKind_areWhatTheyAre() {
    assertThat(renderer.uploadKind(MAC + "-phone.cfg")).isEqualTo(UploadKind.OVERRIDES);
    assertThat(renderer.uploadKind(MAC + "-web.cfg")).isEqualTo(UploadKind.OVERRIDES);
    assertThat(renderer.uploadKind(MAC + "-directory.xml")).isEqualTo(UploadKind.CONTENT);
    assertThat(renderer.uploadKind(MAC + "-calls.xml")).isEqualTo(UploadKind.CONTENT);
    assertThat(renderer.uploadKind(MAC + ".cfg")).isEqualTo(UploadKind.LOG);
    for (String log : List.of("-boot.log", "-app.log")) {
      assertThat(role(MAC + log)).isEqualTo(FileRole.UPLOAD);
    }
  }

  @Test
  void overrides_thatComeBack_haveNoCredentialOfAnotherTime() {
    byte[] sent =
        ("<PHONE_CONFIG><OVERRIDES up.idleTimeout=\"40\" device.set=\"1\""
                + " device.prov.user=\"old\" device.prov.user.set=\"1\"/></PHONE_CONFIG>")
            .getBytes(UTF_8);
    assertThat(ConfigXml.of(renderer.withoutReserved(sent).orElseThrow()).names())
        .containsExactly("up.idleTimeout");
  }

  @Test
  void masters_both_nameTheSameDeviceFileAndHoldNoSecret() {
    String common = new String(renderer.common("000000000000.cfg").orElseThrow(), UTF_8);
    String own = phone().with(line(1)).master();
    for (String master : List.of(common, own)) {
      assertThat(ConfigXml.of(master.getBytes(UTF_8)).get("CONFIG_FILES"))
          .isEqualTo("[PHONE_MAC_ADDRESS]-device.cfg");
      assertThat(master).doesNotContain("not-a-real", "fake-sip", "prov.example", MAC.toString());
    }
    assertThat(common).isEqualTo(phone().with(line(1)).master());
    assertThat(renderer.common("000000000000-license.cfg")).isEmpty();
    assertThat(role("000000000000.cfg")).isEqualTo(FileRole.COMMON);
    assertThat(role(MAC + ".cfg")).isEqualTo(FileRole.PERSONAL);
  }

  @Test
  void deviceFile_isFoundWhateverTheCaseOfItsMac() {
    for (String name : List.of(MAC + "-device.cfg", "0004F2AABBCC-DEVICE.CFG")) {
      FileClaim claim = Samples.BRAND.recogniser().file(name).orElseThrow();
      assertThat(claim.role()).isEqualTo(FileRole.DEVICE);
      assertThat(claim.mac()).contains(MAC);
    }
    PolycomGate gate = new PolycomGate();
    gate.arm();
    assertThat(gate.ask("GET", "0004F2AABBCC-device.cfg", PolycomGate.PASS, "").status())
        .isEqualTo(200);
  }

  @Test
  void mac_isInTheHeaderFromNowOn() {
    assertThat(phone().text().get("device.prov.tagSerialNo")).isEqualTo("1");
  }

  @Test
  void firmware_beforeTheProof_isNamedNowhere() {
    Samples phone =
        phone()
            .with(line(1))
            .set("firmware.url", "https://prov.example/cfg/fw/sip.ld")
            .set("polycom:upgrade.custom.server.url", "https://fw.example/")
            .set("polycom:device.prov.upgradeServer", "https://fw.example/");
    assertThat(phone.master()).contains("APP_FILE_PATH=\"fw/sip.ld\"");
    assertThat(phone.text().values()).containsKey("device.prov.upgradeServer");
    phone.proven(false);
    assertThat(phone.master()).contains("APP_FILE_PATH=\"\"");
    assertThat(phone.text().names())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("upgrade"));
  }

  @Test
  void attribute_whoeverNamesItAgain_standsOnce() {
    ConfigXml xml =
        phone()
            .with(line(1))
            .with(Samples.key(2, LineKey.Type.BLF, "1", ""))
            .set("polycom:reg.1.label", "Ours")
            .set("polycom:device.prov.user", "evil")
            .set("polycom:httpd.enabled", "0")
            .text();
    assertThat(xml.names()).doesNotHaveDuplicates();
    assertThat(xml.get("reg.1.label")).isEqualTo("Ours");
    List<Parameter> twice = new ArrayList<>(phone().parameters().list());
    twice.addAll(phone().parameters().list());
    byte[] file = renderer.write(new Parameters(twice));
    assertThat(file).isEqualTo(phone().bytes());
  }

  @Test
  void files_ofABoot_areInTheOrderOfThePhone() {
    DeviceIdentity identity =
        new DeviceIdentity(MAC, "polycom", "VVX450", new Owner("acme.example", "west"), "1");
    List<BootFile> files = Samples.BRAND.bootSequence().files(identity);
    assertThat(files)
        .extracting(BootFile::name)
        .containsExactly(
            "0004f2aabbcc-boot.log",
            "0004f2aabbcc.cfg",
            "000000000000.cfg",
            "sip.ld",
            "0004f2aabbcc-device.cfg",
            "0004f2aabbcc-phone.cfg",
            "0004f2aabbcc-web.cfg",
            "000000000000-license.cfg",
            "0004f2aabbcc-license.cfg",
            "0004f2aabbcc-calls.xml",
            "0004f2aabbcc-directory.xml",
            "000000000000-directory.xml",
            "0004f2aabbcc-app.log");
    assertThat(files).allMatch(file -> role(file.name()) == file.role());
  }

  private static FileRole role(String name) {
    return Samples.BRAND.recogniser().file(name).orElseThrow().role();
  }
}
