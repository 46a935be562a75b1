package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.SimulatedPhone;
import org.latchkey.testkit.polycom.Generation;
import org.latchkey.testkit.polycom.PolycomPhone;

/** The matrix of boots for a VVX 500, and what only phones of Polycom's do. */
class PolycomBootMatrixTest extends BootMatrix {

  @Override
  String product() {
    return "\"brand\":\"polycom\",\"model\":\"VVX500\"";
  }

  @Override
  SimulatedPhone phone(String mac, SSLContext trusted) {
    return PolycomPhone.builder(mac)
        .generation(Generation.VVX)
        .tls(trusted)
        .waiter(clock())
        .build();
  }

  @Override
  String macPrefix() {
    return "0004f2";
  }

  /** It tries the other files and runs on what it has. */
  @Override
  Outcome afterRefusal() {
    return Outcome.FAILED;
  }

  @Override
  int requestsOfFirstBoot() {
    return 56;
  }

  @ParameterizedTest
  @CsvSource({
    "SOUNDPOINT_SIP3, SPIP331",
    "SOUNDPOINT_UCS4, SPIP550",
    "VVX, VVX500",
    "TRIO, TRIO8500",
    "CCX, CCX500",
    "EDGE, EDGEE350"
  })
  void boot_everyGeneration_provisioned(Generation generation, String model) throws Exception {
    String mac = enrol("\"brand\":\"polycom\",\"model\":\"" + model + "\"");
    PolycomPhone phone =
        PolycomPhone.builder(mac).generation(generation).tls(tls()).waiter(clock()).build();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
  }

  @Test
  void boot_twoSweepsAndUpperCase_provisioned() throws Exception {
    PolycomPhone phone =
        PolycomPhone.builder(enrol())
            .generation(Generation.SOUNDPOINT_UCS4)
            .upperCaseMac(true)
            .twoSweeps(true)
            .tls(tls())
            .waiter(clock())
            .build();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
  }

  @Test
  void boot_globalPassFromDhcp_givesWayToTheOwnPassword() throws Exception {
    PolycomPhone phone = PolycomPhone.builder(enrol()).tls(tls()).waiter(clock()).build();
    String url = server().publicUrl().toString();
    String withPass =
        url.replace("://", "://" + server().globalPass().username() + ":" + password() + "@");
    phone.dhcpCustom(withPass);
    boot(phone);
    assertThat(phone.config("device.dhcp.bootSrvUseOpt")).contains("Static");
    assertRecovers(phone);
  }

  @Test
  void boot_factoryCredential_refusedWithoutHarm() throws Exception {
    PolycomPhone phone = PolycomPhone.builder(enrol()).tls(tls()).waiter(clock()).build();
    for (int i = 0; i < 3; i++) {
      phone.enterManually(server().publicUrl().toString());
      assertThat(boot(phone).outcome()).isEqualTo(Outcome.FAILED);
    }
    assertThat(state(phone)).isEqualTo("armed");
    phone.enterManually(
        server().publicUrl().toString(), server().globalPass().username(), password());
    boot(phone);
    assertRecovers(phone);
  }

  @Test
  void changeAtPhone_beforeReArming_doesNotComeBack() throws Exception {
    PolycomPhone phone = PolycomPhone.builder(enrol()).tls(tls()).waiter(clock()).build();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
    phone.changeAtPhone(Map.of("device.prov.user", "typed", "device.prov.password", "by-hand"));
    act(phone, "arm");
    phone.factoryReset();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
  }

  @Test
  void boot_firstProof_isTheBootLog() throws Exception {
    PolycomPhone phone = PolycomPhone.builder(enrol()).tls(tls()).waiter(clock()).build();
    redirect(phone);
    Round first = boot(phone);
    assertThat(first.exchanges())
        .filteredOn(e -> e.toString().contains("PUT") && e.toString().contains("boot.log"))
        .isNotEmpty();
    assertThat(state(phone)).isEqualTo("provisioned");
  }
}
