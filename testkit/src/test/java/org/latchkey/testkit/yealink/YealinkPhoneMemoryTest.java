package org.latchkey.testkit.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.testkit.yealink.Provisioner.MAC;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;

class YealinkPhoneMemoryTest {
  private final Provisioner provisioner = new Provisioner();
  private final YealinkPhone phone = YealinkPhone.builder(MAC).build();

  YealinkPhoneMemoryTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private Round load(String... lines) {
    provisioner.file(MAC + ".cfg", lines);
    if (phone.storedUrl().isEmpty()) {
      phone.enterManually(provisioner.url());
    }
    return phone.boot();
  }

  @Test
  void boot_sameBytes_updateSkipped() {
    assertThat(load("a = 1").outcome()).isEqualTo(Outcome.APPLIED);

    Round again = load("a = 1");

    assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(again.unchanged()).containsExactly(MAC + ".cfg");
    assertThat(again.applied()).isEmpty();
    assertThat(again.notes()).contains("update skipped");
  }

  @Test
  void boot_sameBytesAfterTypingOtherCredential_credentialNotReplaced() {
    String[] lines = {
      "static.auto_provision.server.username = own", "static.auto_provision.server.password = pw"
    };
    load(lines);
    assertThat(phone.holds("own", "pw")).isTrue();
    phone.enterManually(provisioner.url(), "global", "once");

    assertThat(load(lines).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(phone.holds("global", "once")).isTrue();
  }

  @Test
  void boot_onlyCommonChanged_deviceFileStillWins() {
    provisioner.file("y000000000066.cfg", "a = common");
    load("a = device");
    provisioner.file("y000000000066.cfg", "a = other", "b = 1");

    Round round = load("a = device");

    assertThat(round.applied()).containsExactly("y000000000066.cfg");
    assertThat(round.unchanged()).containsExactly(MAC + ".cfg");
    assertThat(phone.config("a")).hasValue("device");
    assertThat(phone.config("b")).hasValue("1");
  }

  @Test
  void boot_specialValues_defaultKeepAndLastWins() {
    load("a = 1", "b = 1", "c = 1");

    load("a = %NULL%", "b =", "c = 2", "c = 3", "d = %EMPTY%", "# e = 1");

    assertThat(phone.config("a")).isEmpty();
    assertThat(phone.config("b")).hasValue("1");
    assertThat(phone.config("c")).hasValue("3");
    assertThat(phone.config("d")).hasValue("");
    assertThat(phone.configuration()).doesNotContainKey("e");
  }

  @Test
  void boot_userPasswordTwice_bothCarriedOut() {
    assertThat(phone.webLogin("admin", "admin")).isTrue();

    load(
        "static.security.user_password = admin:new:1",
        "static.security.user_password = user:other");

    assertThat(phone.webLogin("admin", "new:1")).isTrue();
    assertThat(phone.webLogin("user", "other")).isTrue();
    assertThat(phone.webLogin("admin", "admin")).isFalse();
  }

  @Test
  void boot_settingsOfOtherGeneration_ignored() {
    load("auto_provision.server.username = old", "static.auto_provision.server.username = new");
    assertThat(phone.storedUser()).hasValue("new");

    YealinkPhone old = YealinkPhone.builder(MAC).model("SIP-T28P", "2.72.0.80", 0).build();
    old.enterManually(provisioner.url());
    old.boot();
    assertThat(old.storedUser()).hasValue("old");
    assertThat(old.configuration()).doesNotContainKey("static.auto_provision.server.username");
  }

  @Test
  void factoryReset_everythingStored_goneButFirmware() {
    load("a = 1", "static.auto_provision.server.username = own");

    phone.factoryReset();

    assertThat(phone.configuration()).isEmpty();
    assertThat(phone.storedUrl()).isEmpty();
    assertThat(phone.storedUser()).isEmpty();
    assertThat(phone.firmware()).isEqualTo("66.86.0.15");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.NOT_DUE);
    assertThat(load("a = 1", "static.auto_provision.server.username = own").outcome())
        .isEqualTo(Outcome.APPLIED);
  }

  @Test
  void redirect_onlyWithoutAddress_taken() {
    assertThat(phone.redirect(provisioner.url(), "u", "p")).isTrue();
    assertThat(phone.holds("u", "p")).isTrue();
    assertThat(phone.redirect("http://other/")).isFalse();
    assertThat(phone.redirect("http://other/", "x", "y")).isFalse();
    assertThat(phone.storedUrl()).hasValue(provisioner.url());
    assertThat(phone.holds("u", "p")).isTrue();
  }

  @Test
  void enterManually_addressOnly_clearsCredential() {
    phone.enterManually(provisioner.url(), "u", "p");
    phone.enterManually(provisioner.url());

    assertThat(phone.storedUser()).isEmpty();
    assertThatThrownBy(() -> phone.enterManually("tftp://x/"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> phone.enterManually("http://x/" + "a".repeat(511)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void boot_badAddressFromConfig_failsWithoutRequest() {
    load("static.auto_provision.server.url = ftp://x/");

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.exchanges()).isEmpty();
    assertThat(round.defects()).hasSize(1);
  }

  @Test
  void switches_factoryAndConfigured_reported() {
    assertThat(phone.asksPnp()).isTrue();
    assertThat(phone.asksDhcp()).isTrue();
    assertThat(phone.offersZeroTouch()).isFalse();
    assertThat(phone.nextWakeUp()).isEmpty();

    Round round =
        load(
            "static.auto_provision.pnp_enable = 0",
            "static.auto_provision.dhcp_option.enable = 0",
            "static.zero_touch.enable = 1",
            "static.auto_provision.power_on = 0",
            "static.auto_provision.repeat.enable = 1",
            "static.auto_provision.repeat.minutes = 1");

    assertThat(phone.asksPnp()).isFalse();
    assertThat(phone.asksDhcp()).isFalse();
    assertThat(phone.offersZeroTouch()).isTrue();
    assertThat(round.nextWakeUp()).hasValue(Duration.ofMinutes(1));
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.NOT_DUE);
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void lean_otherSettings_forgotten() {
    YealinkPhone lean = YealinkPhone.builder(MAC).lean(true).build();
    lean.enterManually(provisioner.url());
    provisioner.file(
        MAC + ".cfg", "account.1.enable = 1", "static.auto_provision.server.username = own");

    assertThat(lean.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(lean.storedUser()).hasValue("own");
    assertThat(lean.accounts()).isEmpty();
  }

  @Test
  void accounts_severalSpellings_parsed() {
    load(
        "account.2.enable = 1",
        "account.2.label = Two",
        "account.2.display_name = Second",
        "account.2.user_name = 102",
        "account.2.auth_name = a102",
        "account.2.sip_server.1.address = sip.example",
        "account.2.sip_server.1.port = 5061",
        "account.2.sip_server.1.transport_type = 2",
        "account.1.enable = 0",
        "account.1.sip_server_host = old.example",
        "account.1.transport = 1",
        "account.3.sip_server.template = 1",
        "template.1.sip_server.1.address = dect.example",
        "template.1.sip_server.1.transport_type = 3");

    assertThat(phone.accounts())
        .containsExactly(
            new Account(1, false, "", "", "", "", "old.example", 5060, SipTransport.TCP),
            new Account(
                2, true, "Two", "Second", "102", "a102", "sip.example", 5061, SipTransport.TLS),
            new Account(3, false, "", "", "", "", "dect.example", 5060, SipTransport.DNS_NAPTR));
  }

  @ParameterizedTest
  @CsvSource({
    "SIP-T48G, 35.83.0.120, Yealink SIP-T48G 35.83.0.120 00:15:65:aa:bb:cc",
    "SIP-T18, 18.0.0.80, yealink SIP-T18 18.0.0.80 00:15:65:aa:bb:cc",
    "SIP-T38G, 38.70.0.125, Yealink SIP-T38G  38.70.0.125 00:15:65:aa:bb:cc",
    "W60B, 77.81.0.35, Yealink W60B 77.81.0.35 00:15:65:aa:bb:cc",
    "W52P, 25.30.0.2, W52P 25.30.0.2 00:15:65:aa:bb:cc",
    "SIP VP-T49G, 51.80.0.10, Yealink SIP VP-T49G 51.80.0.10 00:15:65:aa:bb:cc",
    "SIP-T56A, 58.80.0.25, Yealink SIP-T56A  58.80.0.25 001565aabbcc"
  })
  void userAgent_examplesOfTheField_same(String model, String firmware, String expected) {
    YealinkPhone some = YealinkPhone.builder(MAC).model(model, firmware, 1).build();

    assertThat(some.userAgent()).isEqualTo(expected);
  }

  @Test
  void userAgent_withoutMac_byBuilderOrConfig() {
    YealinkPhone silent = YealinkPhone.builder(MAC).macInUserAgent(false).build();
    load("static.auto_provision.user_agent_mac.enable = 0");

    assertThat(silent.userAgent()).isEqualTo("Yealink SIP-T46S 66.86.0.15");
    assertThat(phone.userAgent()).isEqualTo("Yealink SIP-T46S 66.86.0.15");
  }

  @Test
  void builder_badValues_refused() {
    YealinkPhoneBuilder builder = YealinkPhone.builder("00-15-65-AA-BB-CC");

    assertThat(builder.build().mac()).isEqualTo(MAC);
    assertThat(builder.build()).hasToString(MAC + " (SIP-T46S 66.86.0.15)");
    assertThatThrownBy(() -> YealinkPhone.builder("001565aabbc"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.model("SIP-T46S", "66.86", 66))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.model("SIP-T46S", "66.86.0.15", -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.model("a\nb", "66.86.0.15", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.timeouts(Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.firmwareUpdate(0, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
