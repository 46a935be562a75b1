package org.latchkey.testkit.panasonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.panasonic.Provisioner.MAC;
import static org.latchkey.testkit.panasonic.Provisioner.OWN;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.LocalhostTls;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;

class PanasonicPhoneTlsTest {
  @TempDir static Path folder;
  private static SSLContext context;

  @BeforeAll
  static void makeCertificate() throws Exception {
    context = LocalhostTls.in(folder);
  }

  private static Provisioner provisioner(String... lines) throws Exception {
    return new Provisioner(context.getServerSocketFactory())
        .user("global", "once")
        .file(OWN, lines);
  }

  private static PanasonicPhone typed(PanasonicPhoneBuilder builder, Provisioner provisioner) {
    PanasonicPhone phone = builder.build();
    phone.enterManually(provisioner.url(""), "global", "once");
    return phone;
  }

  @Test
  void boot_factory_takesAnyCertificate() throws Exception {
    try (var provisioner = provisioner("A=\"1\"", "HTTP_SSL_VERIFY=\"0\"")) {
      PanasonicPhone phone = typed(PanasonicPhone.builder(MAC), provisioner);
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    }
  }

  @Test
  void boot_verifyServed_unknownServerRefusedFromNextDownload() throws Exception {
    try (var provisioner = provisioner("HTTP_SSL_VERIFY=\"1\"")) {
      PanasonicPhone phone =
          typed(PanasonicPhone.builder(MAC).tls(SSLContext.getDefault()), provisioner);
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);

      Round refused = phone.boot();

      assertThat(refused.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(refused.failed()).containsExactly(OWN);
      assertThat(provisioner.requests()).hasSize(2);
    }
  }

  @Test
  void boot_verifyServed_trustedServerStillTaken() throws Exception {
    try (var provisioner = provisioner("HTTP_SSL_VERIFY=\"1\"")) {
      PanasonicPhone phone = typed(PanasonicPhone.builder(MAC).tls(context), provisioner);
      phone.boot();
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    }
  }

  @Test
  void boot_verifyServed_hostNameCheckedIfSoBuilt() throws Exception {
    try (var provisioner = provisioner("HTTP_SSL_VERIFY=\"1\"")) {
      PanasonicPhone phone =
          typed(PanasonicPhone.builder(MAC).tls(context).checkHostName(true), provisioner);
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED);
    }
  }

  @Test
  void boot_powerCutOverTls_nextBootWorks() throws Exception {
    try (var provisioner = provisioner("A=\"1\"")) {
      PanasonicPhone phone = typed(PanasonicPhone.builder(MAC), provisioner);
      assertThat(phone.boot(new Fault.PowerCutInBody(2)).outcome()).isEqualTo(Outcome.POWER_CUT);
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    }
  }
}
