package org.latchkey.brand.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.yealink.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.behind;
import static org.latchkey.testkit.brand.SamplePhone.line;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.device.Registrar;

class YealinkBasesTest {
  private static final Registrar PROXY =
      new Registrar("sbc.acme.example", 5062, Registrar.Transport.TCP);

  @ParameterizedTest
  @CsvSource({"W52P, 25.81.0.30", "W60B, 77.86.0.20", "W70B, 146.87.188.1", "W90DM, 130.85.0.1"})
  void handset_ofEachLine_ringsForAndCallsWithItsAccount(String model, String firmware) {
    ConfigText text = phone(model, firmware).with(line(1), line(4, "", "Alice", "x")).text();
    assertThat(text.get("handset.1.name")).isEqualTo("Desk 1");
    assertThat(text.get("handset.4.name")).isEqualTo("Alice");
    assertThat(text.get("handset.4.incoming_lines")).isEqualTo("4");
    assertThat(text.get("handset.4.dial_out_lines")).isEqualTo("4");
    assertThat(text.get("handset.4.dial_out_default_line")).isEqualTo("4");
    assertThat(text.has("handset.2.name")).isFalse();
    assertThat(text.names()).noneMatch(name -> name.startsWith("linekey."));
  }

  @Test
  void handsets_ofPhones_areNone() {
    assertThat(phone("AX83H", "").with(line(1)).text().names())
        .noneMatch(name -> name.startsWith("handset.") || name.startsWith("template."));
  }

  @ParameterizedTest
  @CsvSource({"W75DM", "W80B", "W80DM", "W90B"})
  void templates_ofLargeBases_nameTheServersAndAccountsDoNot(String model) {
    ConfigText text =
        phone(model, "103.85.0.20")
            .with(line(1), behind(line(2), PROXY), line(3))
            .set("sip.backup.host", "backup.acme.example")
            .set("sip.backup.transport", "tls")
            .set("sip.attempts", "4")
            .text();
    assertThat(text.get("template.1.name")).isEqualTo("sip.acme.example");
    assertThat(text.get("template.1.sip_server.1.address")).isEqualTo("sip.acme.example");
    assertThat(text.get("template.1.sip_server.1.port")).isEqualTo("5061");
    assertThat(text.get("template.1.sip_server.1.transport_type")).isEqualTo("2");
    assertThat(text.get("template.1.sip_server.1.retry_counts")).isEqualTo("4");
    assertThat(text.get("template.1.sip_server.2.address")).isEqualTo("backup.acme.example");
    assertThat(text.get("template.1.sip_server.2.transport_type")).isEqualTo("2");
    assertThat(text.get("template.1.outbound.enable")).isEqualTo("0");
    assertThat(text.get("template.2.sip_server.1.transport_type")).isEqualTo("1");
    assertThat(text.get("template.2.outbound.enable")).isEqualTo("1");
    assertThat(text.get("template.2.outbound.1.address")).isEqualTo("sbc.acme.example");
    assertThat(text.has("template.3.name")).isFalse();
    assertThat(text.get("account.1.sip_server.template")).isEqualTo("1");
    assertThat(text.get("account.2.sip_server.template")).isEqualTo("2");
    assertThat(text.get("account.3.sip_server.template")).isEqualTo("1");
    assertThat(text.names()).noneMatch(name -> name.matches("account\\.1\\.sip_server\\.[12].*"));
  }

  @ParameterizedTest
  @CsvSource({"103.83.0.80", "''"})
  void servers_ofFirmwareThatMayNotHaveTemplates_areNamedInAccountsToo(String firmware) {
    ConfigText text = phone("W80B", firmware).with(line(1)).text();
    assertThat(text.get("account.1.sip_server.1.address")).isEqualTo("sip.acme.example");
    assertThat(text.get("account.1.sip_server.template")).isEqualTo("1");
  }

  @Test
  void templates_ofSmallBases_areNone() {
    ConfigText text = phone("W70B", "146.87.188.1").with(line(1)).text();
    assertThat(text.names()).noneMatch(name -> name.contains("template"));
    assertThat(text.get("account.1.sip_server.1.address")).isEqualTo("sip.acme.example");
  }
}
