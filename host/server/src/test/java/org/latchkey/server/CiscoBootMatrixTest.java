package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.cisco.CiscoModel;
import org.latchkey.testkit.cisco.CiscoPhone;
import org.latchkey.testkit.cisco.CiscoPhoneBuilder;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.SimulatedPhone;

/** The matrix of boots for an 8851, and what only phones of Cisco's do. */
class CiscoBootMatrixTest extends BootMatrix {

  @Override
  String product() {
    return product("CP-8851-3PCC");
  }

  private static String product(String model) {
    return "\"brand\":\"cisco\",\"model\":\"" + model + "\"";
  }

  @Override
  SimulatedPhone phone(String mac, SSLContext trusted) {
    return builder(mac).build();
  }

  private CiscoPhoneBuilder builder(String mac) {
    return CiscoPhone.builder(mac).tls(tls()).waiter(clock());
  }

  @Override
  String macPrefix() {
    return "00562b";
  }

  @Override
  Outcome afterRefusal() {
    return Outcome.FAILED;
  }

  @Override
  int requestsOfFirstBoot() {
    return 6;
  }

  @ParameterizedTest
  @CsvSource({
    "CP_8851, CP-8851-3PCC",
    "CP_8851_11, CP-8851-3PCC",
    "CP_7841, CP-7841-3PCC",
    "CP_6841, CP-6841-3PCC",
    "DP_9851, 9851",
    "VP_8875, 8875",
    "SPA504G, SPA504G",
    "SPA525G2, SPA525G2",
    "SPA112, SPA112",
    "ATA191, ATA191",
    "ATA192, ATA192",
  })
  void boot_everyModelTypedByHand_provisioned(CiscoModel kind, String model) throws Exception {
    CiscoPhone phone = builder(enrol(product(model))).model(kind).build();
    phone.enterManually(
        server().publicUrl() + "?mac=" + phone.mac(), server().globalPass().username(), password());
    boot(phone);
    assertRecovers(phone);
  }

  /** The account that is asked for on the screen. */
  @Test
  void boot_accountTypedAtThePrompt_provisioned() throws Exception {
    String value = server().publicUrl().toString();
    CiscoPhone phone = builder(enrol()).dhcp(160, value).build();
    assertThat(boot(phone).outcome()).isEqualTo(Outcome.PROMPT);
    phone.answerPrompt(server().globalPass().username(), password());
    assertRecovers(phone);
  }

  /** Of three addresses per value each may be the one that works. */
  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/SPA", "/8851-3PCC.xml"})
  void boot_passInTheDhcpValue_provisioned(String rest) throws Exception {
    String bare = server().publicUrl().toString().replaceAll("/$", "");
    String bracket = "[--uid " + server().globalPass().username() + " --pwd " + password() + "] ";
    CiscoPhone phone = builder(enrol()).dhcp(160, bracket + bare + rest).build();
    boot(phone);
    assertRecovers(phone);
  }

  @Test
  void boot_passComesBackAtEveryBoot_doesNoHarm() throws Exception {
    String bracket = "[--uid " + server().globalPass().username() + " --pwd " + password() + "] ";
    CiscoPhone phone =
        builder(enrol()).bootstrapAtEveryBoot(bracket + server().publicUrl()).build();
    boot(phone);
    assertRecovers(phone);
    for (int i = 0; i < 3; i++) {
      boot(phone);
      assertThat(state(phone)).isEqualTo("provisioned");
      assertThat(phone.storedUser()).contains(phone.mac());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PAP2T", "SPA942"})
  void enrol_withoutCredential_isLockedAndSaysWhy(String model) throws Exception {
    String mac = enrol(product(model));
    String reason =
        management().call("GET", "devices/" + mac, "").body().at("/access/noCredential").asText();
    assertThat(reason).isNotBlank();
    assertThat(management().call("POST", "devices/" + mac + "/arm", "{}").status()).isEqualTo(409);
  }
}
