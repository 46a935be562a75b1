package org.latchkey.brand.grandstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.brand.grandstream.GrandstreamGate.FILE;
import static org.latchkey.brand.grandstream.Samples.MAC;
import static org.latchkey.brand.grandstream.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.ProvisioningResponse;
import org.latchkey.ProvisioningResponse.Header;
import org.latchkey.brand.BootSequence.BootFile;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Model;
import org.latchkey.brand.Traits.Scheme;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.LineKey;
import org.latchkey.device.Owner;
import org.latchkey.error.LatchkeyException;
import org.latchkey.error.RenderException;
import org.latchkey.secret.Credential;

/**
 * What shapes this brand, one test for each point at the head of the facts sheet and for what else
 * binds; the number of the point is in front of its tests.
 */
class GrandstreamFactsTest {
  private static final String HT =
      "Grandstream Model HW HT802 V1.1A SW 1.0.10.6 DevId " + MAC + " ";

  // 1: several names in one pass, of which one is answered
  @Test
  void pass_allNamesButOne_are404WithoutAChallenge() {
    GrandstreamGate gate = new GrandstreamGate();
    gate.arm();
    for (String name :
        List.of(
            "cfg" + MAC, "cfg" + MAC + ".bin", "cfght802.xml", "cfg.xml", "dev" + MAC + ".cfg")) {
      for (String folder : List.of("", "own/")) {
        ProvisioningResponse answer = gate.ask("GET", folder + name, HT);
        assertThat(answer.status()).as(name).isEqualTo(404);
        assertThat(answer.header("WWW-Authenticate")).isEmpty();
        assertThat(gate.ask("GET", folder + name, GrandstreamGate.PASS, HT).status())
            .isEqualTo(404);
      }
    }
    assertThat(gate.state()).isEqualTo("armed");
    assertThat(gate.ask("GET", FILE, GrandstreamGate.PASS, HT).status()).isEqualTo(200);
  }

  // 1: the orders of all families
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cfgM cfgM.xml cfght802.xml cfg.xml",
        "cfgM.xml cfgM cfg.xml",
        "cfgM cfgM.xml cfg.xml cfght802.xml",
        "cfgM.xml cfgM cfght802.xml cfg.xml",
        "cfgM.bin cfgM.xml cfght802.xml cfg.xml"
      })
  void firstBoot_inAnyOrder_deliversOnceAndProves(String order) {
    GrandstreamGate gate = new GrandstreamGate();
    gate.arm();
    Optional<Credential> own = Optional.empty();
    for (String name : order.replace("M", MAC.toString()).split(" ", -1)) {
      Credential shown = own.orElse(GrandstreamGate.PASS);
      ProvisioningResponse answer = gate.ask("GET", name, shown, HT);
      if (name.equals(FILE)) {
        own = Optional.of(gate.carried(answer));
      } else {
        assertThat(answer.status()).isEqualTo(404);
      }
    }
    gate.settle();
    gate.ask("GET", "own/" + FILE, own.orElseThrow(), HT);
    assertThat(gate.state()).isEqualTo("provisioned");
  }

  // 1: names of the boot, each with its role
  @Test
  void files_ofABoot_haveTheirRoles() {
    DeviceIdentity identity =
        new DeviceIdentity(MAC, "grandstream", "GRP2614", new Owner("acme.example", "west"), "1");
    List<BootFile> files = Samples.BRAND.bootSequence().files(identity);
    assertThat(files)
        .extracting(BootFile::name)
        .containsExactly(
            "cfg000b82aabbcc",
            "cfg000b82aabbcc.xml",
            "cfggrp2614.xml",
            "cfg.xml",
            "grp2614fw.bin",
            "phonebook.xml");
    assertThat(files).filteredOn(file -> file.role() == FileRole.DEVICE).hasSize(1);
  }

  // 2: the credential, in both grammars, and last
  @Test
  void credential_inEitherGrammar_isTold() {
    ConfigXml numbers = phone("HT802", "").proven(false).text();
    assertThat(numbers.version()).isEqualTo("1");
    assertThat(numbers.get("P1360")).isEqualTo(MAC.toString());
    assertThat(numbers.get("P1361")).isEqualTo("not-a-real-own-pass1");
    ConfigXml items = phone("GRP2614", "").proven(false).text();
    assertThat(items.version()).isEqualTo("2");
    assertThat(items.get("provisioning.config.username")).isEqualTo(MAC.toString());
    assertThat(items.get("provisioning.config.password")).isEqualTo("not-a-real-own-pass1");
    assertThat(numbers.names()).endsWith("P237", "P212", "P1360", "P1361");
  }

  // 2: the very next request may use it, and then closes nothing
  @Test
  void credential_usedWithinThePassThatDeliveredIt_isServedAndClosesNothing() {
    GrandstreamGate gate = new GrandstreamGate();
    gate.arm();
    Credential own = gate.carried(gate.ask("GET", FILE, GrandstreamGate.PASS, HT));
    assertThat(gate.carried(gate.ask("GET", "own/" + FILE, own, HT))).isEqualTo(own);
    assertThat(gate.state()).isEqualTo("issued");
    // the power went before it was stored
    assertThat(gate.carried(gate.ask("GET", FILE, GrandstreamGate.PASS, HT))).isEqualTo(own);
    gate.settle();
    assertThat(gate.carried(gate.ask("GET", "own/" + FILE, own, HT))).isEqualTo(own);
    assertThat(gate.state()).isEqualTo("provisioned");
    assertThat(gate.ask("GET", FILE, GrandstreamGate.PASS, HT).status()).isEqualTo(401);
    assertThat(Samples.BRAND.traits().settleTime()).isEqualTo(Duration.ofSeconds(45));
  }

  // 2: phones that use it only at the next start or schedule
  @Test
  void credential_usedOnlyHoursLater_provesThen() {
    GrandstreamGate gate = new GrandstreamGate();
    gate.arm();
    Credential own = gate.carried(gate.ask("GET", FILE, GrandstreamGate.PASS, HT));
    gate.advance(Duration.ofHours(20));
    gate.ask("GET", "own/" + FILE, own, HT);
    assertThat(gate.state()).isEqualTo("provisioned");
  }

  // 2: what a pass asks for afterwards with the old credential
  @Test
  void restOfAPass_underThePassAfterDelivery_failsNowhere() {
    GrandstreamGate gate = new GrandstreamGate();
    gate.arm();
    gate.ask("GET", FILE, GrandstreamGate.PASS, HT);
    for (String name : List.of("cfght802.xml", "cfg.xml", "ht802fw.bin", "phonebook.xml")) {
      assertThat(gate.ask("GET", name, GrandstreamGate.PASS, HT).status()).isEqualTo(404);
    }
    assertThat(gate.state()).isEqualTo("issued");
  }

  // 3: the path changes with the first configuration and never again
  @Test
  void path_firstToldOne_isAnotherThanTypedOrRedirectedAndStays() {
    for (boolean proven : new boolean[] {false, true}) {
      ConfigXml text = phone("HT802", "").proven(proven).text();
      assertThat(text.get("P237")).isEqualTo("prov.example/cfg/own");
      assertThat(text.get("P212")).isEqualTo("2");
    }
    ConfigXml items = phone().url("http://prov.example:8080/p/cfg///").text();
    assertThat(items.get("provisioning.config.serverPath"))
        .isEqualTo("prov.example:8080/p/cfg/own");
    assertThat(items.get("provisioning.config.protocol")).isEqualTo("HTTP");
  }

  // 3: the gate is asked below that folder, or beside it where a phone joins without a slash
  @ParameterizedTest
  @ValueSource(strings = {"", "own/", "own//", "own", "Grandstream/", "own/Grandstream/"})
  void deviceFile_belowAnyFolder_isFound(String folder) {
    GrandstreamGate gate = new GrandstreamGate();
    Credential own = gate.provisioned();
    assertThat(gate.carried(gate.ask("GET", folder + FILE, own, HT))).isEqualTo(own);
    assertThat(gate.ask("GET", folder + FILE, HT).status()).isEqualTo(401);
    assertThat(gate.ask("GET", folder + "cfg" + MAC, own, HT).status()).isEqualTo(404);
  }

  // 4: three tries for each file, four files, with a wrong password
  @Test
  void wrongPassword_triedThreeTimesForEachFile_shutsNobodyOut() {
    GrandstreamGate gate = new GrandstreamGate();
    gate.arm();
    Credential wrong = Credential.of("firstboot", "MistypedPassword1");
    for (int pass = 0; pass < 4; pass++) {
      for (int attempt = 0; attempt < 3; attempt++) {
        assertThat(gate.ask("GET", FILE, HT).status()).isEqualTo(401);
        assertThat(gate.ask("GET", FILE, wrong, HT).status()).isEqualTo(401);
        assertThat(gate.ask("GET", "cfg" + MAC, wrong, HT).status()).isEqualTo(404);
        assertThat(gate.ask("GET", "cfg.xml", wrong, HT).status()).isEqualTo(404);
      }
    }
    assertThat(gate.ask("GET", FILE, GrandstreamGate.PASS, HT).status()).isEqualTo(200);
    assertThat(Samples.BRAND.traits().repeatsServerErrors()).isTrue();
  }

  // 5: a challenge opens a prompt on the screen, so there is one for our file alone
  @Test
  void challenge_ofTheDeviceFile_isDigestThenBasic() {
    ProvisioningResponse answer = new GrandstreamGate().ask("GET", FILE, HT);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers())
        .filteredOn(header -> header.name().equals("WWW-Authenticate"))
        .extracting(Header::value)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("Digest").contains("MD5", "qop=\"auth\""),
            second -> assertThat(second).startsWith("Basic"));
    assertThat(Samples.BRAND.traits().challenge()).containsExactly(Scheme.DIGEST, Scheme.BASIC);
  }

  // 5, 1.3: what is asked tells nobody which MACs are ours
  @Test
  void challenge_ofAnotherMac_isTheSame() {
    GrandstreamGate gate = new GrandstreamGate();
    assertThat(
            gate.ask("GET", "cfg000b82000001.xml", HT.replace(MAC.toString(), "000b82000001"))
                .status())
        .isEqualTo(401);
  }

  // 7: one parameter, several numbers
  @ParameterizedTest
  @CsvSource({
    // model, parameter of the schedule's mode for an interval, its value
    "HT802,   P194,  3",
    "HT802V2, P22296, 1",
    "GXP1630, P194,  1",
    "GXP2130, P194,  1",
    "GXW4216, P194,  3",
    "DP750,   P194,  1"
  })
  void number_ofTheSameThing_differsByFamily(String model, String number, String value) {
    assertThat(phone(model, "").text().get(number)).isEqualTo(value);
  }

  // 7: an HT of which the firmware is unknown is told both
  @Test
  void schedule_ofAnHt_followsItsFirmware() {
    assertThat(phone("HT802", "").text().values()).containsEntry("P22296", "1");
    assertThat(phone("HT802", "1.0.10.6").text().values())
        .containsEntry("P194", "3")
        .doesNotContainKey("P22296");
    assertThat(phone("HT802", "1.0.65.3").text().values())
        .containsEntry("P22296", "1")
        .doesNotContainKey("P194");
    assertThat(phone("HT802V2", "").text().values()).doesNotContainKey("P194");
  }

  // 7: languages are words on phones and numbers on adapters
  @Test
  void language_ofAnAdapter_isAnotherNumber() {
    assertThat(phone("HT802", "").set("display.language", "es").text().values())
        .containsEntry("P342", "10")
        .doesNotContainKey("P1362");
    assertThat(phone("GXP1630", "").set("display.language", "es").text().values())
        .containsEntry("P1362", "es")
        .doesNotContainKey("P342");
  }

  // 7: accounts above 4 are told by items
  @Test
  void accountsAboveFour_onADeskPhone_areItems() {
    for (Model model : Samples.BRAND.models().all()) {
      String family = GrandstreamModels.family(model);
      if (model.lines() > 4 && !GrandstreamModels.hasPorts(model)) {
        assertThat(phone(model.name(), "").text().version()).as(model.name()).isEqualTo("2");
      }
      assertThat(family).isNotBlank();
    }
  }

  // 7: lower-case letters on GHP, capitals elsewhere
  @Test
  void items_ofAGhp_areInLowerCase() {
    assertThat(phone("GHP621", "").with(line(1)).text().names())
        .allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)));
    assertThat(phone("GRP2614", "").with(line(1)).text().values())
        .containsKey("account.1.sip.registerExpiration")
        .containsKey("provisioning.config.serverPath");
  }

  // 8: 40 characters of printable ASCII, no colon
  @ParameterizedTest
  @CsvSource({
    "own, 'not a real pass', password",
    "own, not-a-real-pass-\u00e4, password",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, not-a-real-own-pass1, username",
    "own, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, password"
  })
  void credential_thatAPhoneCannotHold_isRefused(String user, String password, String part) {
    Samples phone = phone("HT802", "").credential(user, password);
    assertThatThrownBy(phone::bytes)
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("provisioning.config." + part)
        .hasMessageNotContaining(password);
    // no credential of ours can have the colon with which phones join its parts
    assertThatThrownBy(() -> Credential.of("own:name", "not-a-real-own-pass1"))
        .isInstanceOf(LatchkeyException.class);
  }

  @Test
  void credential_ofFortyCharacters_isToldAsItIs() {
    String longest = "x".repeat(40);
    ConfigXml text = phone("HT802", "").credential(longest, longest).text();
    assertThat(text.get("P1360")).isEqualTo(longest);
    assertThat(text.get("P1361")).isEqualTo(longest);
  }

  // 1.1: who else may say where the configuration is
  @Test
  void otherSources_ofEveryModel_areOff() {
    for (Model model : Samples.BRAND.models().all()) {
      for (boolean proven : new boolean[] {false, true}) {
        ConfigXml text = phone(model.name(), "").proven(proven).text();
        boolean items = text.version().equals("2");
        String dhcp = items ? "provisioning.override.dhcp.allowCommonOptions" : "P145";
        String family = GrandstreamModels.family(model);
        assertThat(text.get(family.equals("ghp") ? dhcp.toLowerCase(Locale.ROOT) : dhcp))
            .as(model.name())
            .isEqualTo(items ? "No" : "0");
        if (!items && !family.equals("gxw")) {
          assertThat(text.get("P1414")).as(model.name()).isEqualTo("0");
        }
      }
    }
    assertThat(phone("GXV3380", "").text().get("provisioning.pnp.enable")).isEqualTo("No");
    assertThat(phone("GXP2130", "").text().get("P8337")).isEqualTo("0");
    assertThat(phone("DP750", "").text().get("P20719")).isEqualTo("0");
  }

  // 1.2: a phone refuses a file for another MAC, and a gateway has two
  @Test
  void file_ofAnyModel_namesNoMac() {
    assertThat(new String(phone("GXW4248", "").bytes(), UTF_8)).doesNotContain("<mac>");
  }

  // 2: a gateway asks for the file of either MAC
  @Test
  void gateway_whoseHeaderNamesTwoMacs_isServedByEither() {
    for (String header :
        List.of(
            "Grandstream GXW4248 (DevId 000b82aabbcd / " + MAC + ")",
            "Grandstream GXW4248 (DevId " + MAC + " / 000b82aabbcd)")) {
      GrandstreamGate gate = new GrandstreamGate();
      gate.arm();
      assertThat(gate.ask("GET", FILE, GrandstreamGate.PASS, header).status()).isEqualTo(200);
    }
    GrandstreamGate gate = new GrandstreamGate();
    gate.arm();
    String others = "Grandstream GXW4248 (DevId 000b82aabbcd / 000b82aabbce)";
    assertThat(gate.ask("GET", FILE, GrandstreamGate.PASS, others).status()).isEqualTo(404);
    assertThat(gate.state()).isEqualTo("armed");
  }

  // 3: Basic without being asked, over TLS only
  @Test
  void basicFirst_whereThePhoneKnowsIt_isOnOverTlsOnly() {
    assertThat(phone("GXP1780", "").text().get("P20713")).isEqualTo("1");
    assertThat(phone("GXP1780", "").url("http://prov.example/cfg/").text().get("P20713"))
        .isEqualTo("0");
    assertThat(phone("GRP2614", "").text().get("provisioning.alwaysAuthenticateBeforeChallenge"))
        .isEqualTo("Yes");
    assertThat(phone("HT802", "").text().has("P20713")).isFalse();
    assertThat(phone("GXP2130", "").text().has("P20713")).isFalse();
  }

  // 4: server verification as the installation wants it
  @Test
  void trust_onlyIfALayerSaysSo_isTold() {
    assertThat(phone("HT802", "").text().values()).doesNotContainKeys("P8463", "P22030");
    assertThat(
            phone("HT802", "")
                .set("tls.verify", "yes")
                .set("tls.verify-host", "yes")
                .text()
                .values())
        .containsEntry("P8463", "1")
        .containsEntry("P22030", "1");
    assertThat(phone().set("tls.version", "1.2").text().get("security.minimum.TLS.version"))
        .isEqualTo("TLS_1_2");
  }

  // 5.1: nothing is told by an empty password
  @Test
  void password_thatIsEmpty_isNotWritten() {
    assertThat(phone("GXP1630", "").with(line(1, "L", "D", "")).text().has("P34")).isFalse();
    assertThat(phone("GXP1630", "").text().has("P1359")).isFalse();
  }

  // 5.2: a file has one grammar, and a stranger in it is not lost in silence
  @Test
  void override_ofTheOtherGrammar_isLeftOutAndExplained() {
    Samples numbers = phone("HT802", "").set("grandstream:account.1.name", "Ours");
    assertThat(numbers.text().names()).allMatch(name -> name.startsWith("P"));
    assertThat(numbers.explanation().remarks())
        .anyMatch(remark -> remark.what().equals("grandstream:account.1.name"));
    Samples items = phone("GRP2614", "").set("grandstream:P30", "evil.example");
    assertThat(items.text().names()).noneMatch(name -> name.equals("P30"));
    assertThat(items.explanation().remarks())
        .anyMatch(remark -> remark.what().equals("grandstream:P30"));
    Samples lower = phone("GHP621", "").set("grandstream:account.1.sip.userid", "ours");
    assertThat(lower.text().get("account.1.sip.userid")).isEqualTo("ours");
    Samples capitals = phone("GHP621", "").set("grandstream:dateTime.timezone", "auto");
    assertThat(capitals.text().has("dateTime.timezone")).isFalse();
    assertThat(capitals.explanation().remarks())
        .anyMatch(remark -> remark.what().equals("grandstream:dateTime.timezone"));
  }

  // 5.4, quirk 5: minutes, not seconds
  @ParameterizedTest
  @CsvSource({"30, 1", "60, 1", "61, 2", "3600, 60", "86400, 1440"})
  void expiry_ofALine_isToldInMinutes(int seconds, int minutes) {
    assertThat(GrandstreamLines.minutes(seconds)).isEqualTo(minutes);
  }

  // quirk 6 and section 12: switches that say "disable", and ways in that are closed
  @Test
  void switches_thatSayDisable_areTurnedRound() {
    ConfigXml numbers = phone("HT802", "").text();
    assertThat(numbers.get("P276")).isEqualTo("1");
    assertThat(numbers.get("P4428")).isEqualTo("0");
    ConfigXml items = phone("GRP2614", "").text();
    assertThat(items.get("security.ssh")).isEqualTo("No");
    assertThat(items.get("sip.notify.challenge")).isEqualTo("Yes");
    assertThat(phone("HT802", "").set("grandstream:P4428", "1").text().get("P4428")).isEqualTo("1");
  }

  // 5.5: a virtual key that is skipped takes all behind it away
  @Test
  void virtualKeys_ofAModel_areNamedWithoutGaps() {
    ConfigXml text =
        phone("GRP2614", "").with(line(1)).with(key(9, LineKey.Type.BLF, "101", "Bob")).text();
    for (int position = 1; position <= 16; position++) {
      assertThat(text.has("pks.vpk." + position + ".keyMode")).isTrue();
    }
  }

  // 6: passwords of administrator and user come with the first configuration
  @Test
  void passwordsOfThePhone_inTheFirstConfiguration_areOurs() {
    assertThat(phone("HT802", "").proven(false).text().values())
        .containsEntry("P2", "NotARealAdmin1")
        .containsEntry("P196", "NotARealUser1");
  }

  // 1.3: equal bytes for equal words
  @Test
  void file_writtenTwice_hasTheSameBytes() {
    for (String model : List.of("HT802", "GRP2614", "GXW4248")) {
      assertThat(phone(model, "").with(line(1)).bytes())
          .isEqualTo(phone(model, "").with(line(1)).bytes());
    }
  }

  // 12: GDMS stays unless somebody decides otherwise
  @Test
  void vendorCloud_onlyIfALayerSaysSo_isTold() {
    assertThat(phone("GRP2614", "").text().has("tr069.enable")).isFalse();
    assertThat(phone("GRP2614", "").set("phone.vendor-cloud", "no").text().get("tr069.enable"))
        .isEqualTo("No");
    Map<String, String> ht = phone("HT802", "").set("phone.vendor-cloud", "no").text().values();
    assertThat(ht).containsEntry("P1409", "0");
  }
}
