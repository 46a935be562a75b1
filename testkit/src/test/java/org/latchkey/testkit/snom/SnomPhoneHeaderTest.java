package org.latchkey.testkit.snom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.snom.Provisioner.MAC;
import static org.latchkey.testkit.snom.Provisioner.OWN;
import static org.latchkey.testkit.snom.Provisioner.setting;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnomPhoneHeaderTest {
  private final Provisioner provisioner = new Provisioner();

  SnomPhoneHeaderTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private String sentBy(SnomPhone phone) {
    phone.enterManually(provisioner.url());
    phone.boot();
    return provisioner.requests().get(0).header("User-Agent").orElse("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SNOM_7XX_OLD | snom720-SIP 8.7.3.17 SPEAr300 SNOM 1.4",
        "SNOM_7XX | snom710-SIP 8.7.5.35 SPEAr300 SNOM 1.4 00041396D9B4",
        "D_SERIES | snomD785-SIP 10.1.169.16 2010.12-00001-gd311851f1 (Feb 25 2019 - 14:19:43)"
            + " 00041396D9B4 SXM:0 UXM:0 UXMC:0",
        "M_SERIES | Snom M900 05.20.0001 00041396d9b4"
      })
  void boot_everyGeneration_headerAsObserved(Generation generation, String inside) {
    SnomPhone phone = SnomPhone.builder(MAC).generation(generation).build();

    assertThat(sentBy(phone)).isEqualTo("Mozilla/4.0 (compatible; " + inside + ")");
  }

  @Test
  void boot_conference_noHeaderUnlessGiven() {
    SnomPhoneBuilder builder = SnomPhone.builder(MAC).generation(Generation.C_SERIES);

    assertThat(builder.build().userAgent()).isEmpty();
    assertThat(sentBy(builder.build())).isEqualTo("none");
    assertThat(builder.userAgent("C520 $(mac)").build().userAgent()).hasValue("C520 " + MAC);
  }

  @Test
  void boot_headerIsSetting_used() {
    provisioner.desk(
        OWN, setting("http_user_agent_string", "!User-Agent: X $(firmware_version) $(mac)"));
    SnomPhone phone = SnomPhone.builder(MAC).model("D735", "10.1.39.11").build();
    provisioner.raw("snomD735-" + MAC + ".htm", provisioner.files.get(OWN));
    sentBy(phone);

    phone.resync();

    assertThat(provisioner.requests().get(2).header("User-Agent"))
        .hasValue("X snomD735-SIP 10.1.39.11 " + MAC);
  }

  @Test
  void boot_updateTo875_headerHasMacFromThenOn() {
    provisioner
        .desk("snom720-" + MAC + ".htm", setting("firmware", "snom720-8.9.3.80-SIP-f.bin"))
        .raw("snom720-8.9.3.80-SIP-f.bin", "x");
    SnomPhone phone = SnomPhone.builder(MAC).generation(Generation.SNOM_7XX_OLD).build();

    assertThat(sentBy(phone)).doesNotContain(MAC);
    assertThat(phone.userAgent().orElseThrow()).endsWith("8.9.3.80 SPEAr300 SNOM 1.4 " + MAC + ")");
  }
}
