package org.latchkey.testkit.cisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.latchkey.testkit.cisco.Provisioner.MAC;
import static org.latchkey.testkit.cisco.Provisioner.element;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 2 of the facts, the builder, and the factory reset. */
class CiscoPhoneIdentityTest {

  @ParameterizedTest
  @CsvSource({
    "CP_8851, Cisco-CP-8851-3PCC/12.0.3 (00562b043615)",
    "CP_8851_11, Cisco-CP-8851-3PCC/11.3.1 (00562b043615)",
    "CP_7841, Cisco-CP-7841-3PCC/11.3.1 (00562b043615)",
    "CP_6841, Cisco-CP-6841-3PCC/11.3.1 (00562b043615)",
    "DP_9851, Cisco-Desk Phone 9851/3.2.1 (00562b043615)",
    "VP_8875, Cisco-Video Phone 8875/3.2.1 (00562b043615)",
    "SPA504G, Cisco/SPA504G-7.6.2 (00562B043615)(CBT14193615)",
    "SPA525G2, Cisco/SPA525G2-7.6.2 (CBT14193615)",
    "SPA942, Linksys/SPA-942-6.1.5(a) (88019FA43615)",
    "SPA112, Cisco/SPA112-1.4.1 (CBT14193615)",
    "ATA191, Cisco/ATA191-MPP-11-1-0-MSR4 (CBT14193615)",
    "ATA192, Cisco/ATA192-MPP-11-1-0-MSR4 (CBT14193615)"
  })
  void boot_userAgent_thatOfTheModel(CiscoModel model, String agent) throws IOException {
    try (Provisioner provisioner = new Provisioner()) {
      CiscoPhone phone = CiscoPhone.builder(MAC).model(model).build();
      phone.enterManually(provisioner.url("/cfg"));

      phone.boot();

      assertThat(provisioner.requests().get(0).header("User-Agent")).contains(agent);
      assertThat(phone.userAgent()).isEqualTo(agent);
    }
  }

  @Test
  void userAgent_parameterChanged_follows() {
    CiscoPhone phone = CiscoPhone.builder("00-56-2B-04-36-15").serial("FCH2443D9R4").build();

    phone.changeAtPhone(Map.of("HTTP_User_Agent_Name", "$VERSION/$SN"));

    assertThat(phone.userAgent()).isEqualTo("Cisco-CP-8851-3PCC/12.0.3/FCH2443D9R4");
    assertThat(phone.mac()).isEqualTo(MAC);
    assertThat(phone.toString()).contains(MAC, "CP_8851");
  }

  @Test
  void ccert_unitWithoutCertificate_saysSo() throws IOException {
    try (Provisioner provisioner = new Provisioner()) {
      CiscoPhone phone = CiscoPhone.builder(MAC).clientCertificate(false).build();
      phone.enterManually(provisioner.url("/$CCERT"));

      phone.boot();

      assertThat(provisioner.requests().get(0).target()).isEqualTo("/Not%20Installed");
    }
  }

  @Test
  void factoryReset_afterProvisioning_asFromItsBox() throws IOException {
    try (Provisioner provisioner = new Provisioner()) {
      provisioner.file("/cfg", element("User_ID_1_", "100"), element("GPP_SA", "x"));
      for (boolean kept : new boolean[] {false, true}) {
        CiscoPhone phone = CiscoPhone.builder(MAC).resetKeepsAccount(kept).build();
        phone.enterManually(provisioner.url("/cfg"));
        phone.enterAccount("global", "once");
        phone.boot();

        phone.factoryReset();

        assertThat(phone.config("Profile_Rule")).contains("/$PSN.xml");
        assertThat(phone.configuration()).isEmpty();
        assertThat(phone.access("GPP_SA")).isEmpty();
        assertThat(phone.sipUsers()).isEmpty();
        assertThat(phone.storedUser().isPresent()).isEqualTo(kept);
        assertThat(phone.nextWakeUp()).isEmpty();
      }
    }
  }

  @Test
  void builder_badValues_refusedAtOnce() {
    CiscoPhoneBuilder builder = CiscoPhone.builder(MAC);

    assertThatIllegalArgumentException().isThrownBy(() -> builder.serial("a b"));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.keyDigest("SHA-1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.flashTime(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> CiscoPhone.builder("12"));
  }

  @Test
  void build_twice_networksAreApart() {
    CiscoPhoneBuilder builder = CiscoPhone.builder(MAC).dhcp(66, "http://a");
    CiscoPhone first = builder.build();
    CiscoPhone second = builder.build();

    first.dhcpSilent();

    assertThat(first.asksRedirect()).isTrue();
    assertThat(second.asksRedirect()).isFalse();
  }
}
