package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.testkit.panasonic.ConfigUrl;
import org.latchkey.testkit.panasonic.Kind;
import org.latchkey.testkit.panasonic.PanasonicPhone;
import org.latchkey.testkit.panasonic.PanasonicPhoneBuilder;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.SimulatedPhone;

/** The matrix of boots for a KX-HDV230, and what only phones of Panasonic's do. */
class PanasonicBootMatrixTest extends BootMatrix {

  @Override
  String product() {
    return product("KX-HDV230");
  }

  private static String product(String model) {
    return "\"brand\":\"panasonic\",\"model\":\"" + model + "\"";
  }

  @Override
  SimulatedPhone phone(String mac, SSLContext trusted) {
    return builder(mac).build();
  }

  private PanasonicPhoneBuilder builder(String mac) {
    return PanasonicPhone.builder(mac).tls(tls()).waiter(clock());
  }

  @Override
  String macPrefix() {
    return "bcc342";
  }

  @Override
  Outcome afterRefusal() {
    return Outcome.FAILED;
  }

  /** Its first file is one in which nothing is said: a refusal would harm a healthy phone. */
  @Override
  Outcome afterRefusedReset() {
    return Outcome.NOTHING_FOUND;
  }

  /** It has its own file all the same, which takes back what was typed. */
  @Override
  Outcome afterTypedPass() {
    return Outcome.APPLIED;
  }

  @Override
  int requestsOfFirstBoot() {
    return 6;
  }

  @ParameterizedTest
  @CsvSource({
    "HDV230, KX-HDV230",
    "HDV330, KX-HDV330",
    "UT123, KX-UT123",
    "UT136, KX-UT136",
    "TGP500, KX-TGP500",
    "TGP600, KX-TGP600",
    "UDS124, KX-UDS124",
    "UTG200, KX-UTG200",
    "UTG300, KX-UTG300",
  })
  void boot_everyKind_provisioned(Kind kind, String model) throws Exception {
    PanasonicPhone phone = builder(enrol(product(model))).kind(kind).build();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
  }

  /** The stub sends it on with what it has shown. */
  @Test
  void boot_macInNoHeader_sentOnByTheStub() throws Exception {
    PanasonicPhone phone = builder(enrol()).userAgent("Panasonic_{MODEL}/{fwver}").build();
    redirect(phone);
    boot(phone);
    boot(phone);
    assertRecovers(phone);
    assertThat(phone.userAgent().orElseThrow()).contains(phone.mac());
  }

  @Test
  void boot_strayBraceInTheHeader_provisioned() throws Exception {
    PanasonicPhone phone =
        builder(enrol()).userAgent(PanasonicPhoneBuilder.STRAY_USER_AGENT).build();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
  }

  @Test
  void boot_passComesBackAtEveryBoot_doesNoHarm() throws Exception {
    PanasonicPhone phone = builder(enrol()).bootstrapReturns(true).build();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
    for (int i = 0; i < 5; i++) {
      assertThat(boot(phone).outcome()).isEqualTo(Outcome.UNCHANGED);
      assertThat(state(phone)).isEqualTo("provisioned");
    }
  }

  @ParameterizedTest
  @CsvSource({"true, MASTER", "true, PRODUCT", "false, PRODUCT", "true, STANDARD"})
  void boot_typedByHand_provisioned(boolean waits, ConfigUrl field) throws Exception {
    PanasonicPhone phone = builder(enrol()).newPathWaits(waits).typedInto(field).build();
    phone.enterManually(
        server().publicUrl().toString(), server().globalPass().username(), password());
    boot(phone);
    boot(phone);
    assertRecovers(phone);
  }
}
