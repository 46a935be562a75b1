package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.SimulatedPhone;
import org.latchkey.testkit.snom.Generation;
import org.latchkey.testkit.snom.PairChoice;
import org.latchkey.testkit.snom.SnomPhone;
import org.latchkey.testkit.snom.SnomPhoneBuilder;

/** The matrix of boots for a D785, and what only phones of Snom's do. */
class SnomBootMatrixTest extends BootMatrix {

  @Override
  String product() {
    return "\"brand\":\"snom\",\"model\":\"D785\"";
  }

  @Override
  SimulatedPhone phone(String mac, SSLContext trusted) {
    return builder(mac).build();
  }

  private SnomPhoneBuilder builder(String mac) {
    return SnomPhone.builder(mac).generation(Generation.D_SERIES).tls(tls()).waiter(clock());
  }

  @Override
  String macPrefix() {
    return "000413";
  }

  @Override
  Outcome afterRefusal() {
    return Outcome.FAILED;
  }

  @Override
  int requestsOfFirstBoot() {
    return 5;
  }

  @ParameterizedTest
  @CsvSource({
    "SNOM_7XX_OLD, 720",
    "SNOM_7XX, 710",
    "D_SERIES, D785",
    "C_SERIES, C520-WiMi",
  })
  void boot_everyGeneration_provisioned(Generation generation, String model) throws Exception {
    SnomPhone phone = builder(enrolled(model)).generation(generation).build();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
  }

  @Test
  void boot_c620_provisioned() throws Exception {
    SnomPhone phone =
        builder(enrolled("C620")).generation(Generation.C_SERIES).model("C620", "1.2.3").build();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
  }

  /** With both orders of what the sheet leaves open, and the pass inside the address. */
  @ParameterizedTest
  @CsvSource({
    "URL_FIRST, true, false",
    "URL_FIRST, true, true",
    "SETTINGS_FIRST, true, false",
    "SETTINGS_FIRST, false, true",
  })
  void boot_whateverIsUnconfirmed_provisioned(PairChoice choice, boolean inUrl, boolean atEnd)
      throws Exception {
    SnomPhone phone =
        builder(enrol()).pairChoice(choice).redirectsPairInUrl(inUrl).appliesAtEnd(atEnd).build();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
  }

  @Test
  void boot_promptAndLowerCase_provisioned() throws Exception {
    SnomPhone phone = builder(enrol()).prompts(true).upperCaseMac(false).build();
    phone.enterManually(server().publicUrl().toString());
    assertThat(boot(phone).outcome()).isEqualTo(Outcome.PROMPT);
    phone.enterManually(
        server().publicUrl().toString(), server().globalPass().username(), password());
    boot(phone);
    assertRecovers(phone);
  }

  @Test
  void boot_firstRequest_hasNoMacAndIsNotCounted() throws Exception {
    SnomPhone phone = builder(enrolled("720")).generation(Generation.SNOM_7XX_OLD).build();
    redirect(phone);
    assertThat(phone.userAgent().orElseThrow()).doesNotContainIgnoringCase(phone.mac());
    boot(phone, new Fault.PowerCutAfterAnswer(1));
    assertThat(state(phone)).isEqualTo("armed");
    boot(phone);
    assertRecovers(phone);
  }

  /** What the phone has shown already it may forget: only later does it prove anything. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void boot_powerCutAfterUseInTheSamePass_provisionedAfterAll(int request) throws Exception {
    SnomPhone phone = builder(enrol()).writesFlashAtEnd(true).build();
    redirect(phone);
    boot(phone, new Fault.PowerCutAfterAnswer(request));
    assertThat(state(phone)).isIn("armed", "issued");
    assertRecovers(phone);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void rotate_powerCutBeforeFlashIsWritten_provisionedAfterAll(int request) throws Exception {
    SnomPhone phone = builder(enrol()).writesFlashAtEnd(true).build();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
    act(phone, "rotate");
    resync(phone, new Fault.PowerCutAfterAnswer(request));
    assertRecovers(phone);
  }

  @Test
  void enrol_dectBase_isLockedAndSaysWhy() throws Exception {
    var entered = management().call("POST", "devices", device("000413ffffff", "M900"));
    assertThat(entered.status()).isEqualTo(201);
    assertThat(entered.body().at("/access/noCredential").asText()).contains("credential");
    assertThat(management().call("POST", "devices/000413ffffff/arm", "{}").status()).isEqualTo(409);
  }

  private String enrolled(String model) throws Exception {
    return enrol("\"brand\":\"snom\",\"model\":\"" + model + "\"");
  }

  private static String device(String mac, String model) {
    return "{\"mac\":\""
        + mac
        + "\",\"brand\":\"snom\",\"model\":\""
        + model
        + "\",\"domain\":\"acme.example\",\"reseller\":\"west\",\"lines\":[]}";
  }
}
