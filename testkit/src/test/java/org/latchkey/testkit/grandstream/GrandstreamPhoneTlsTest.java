package org.latchkey.testkit.grandstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.grandstream.Provisioner.MAC;
import static org.latchkey.testkit.grandstream.Provisioner.OWN;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.LocalhostTls;
import org.latchkey.testkit.phone.Outcome;

class GrandstreamPhoneTlsTest {
  @TempDir static Path folder;
  private static SSLContext context;

  @BeforeAll
  static void makeCertificate() throws Exception {
    context = LocalhostTls.in(folder);
  }

  private static Provisioner provisioner(String... values) throws Exception {
    return new Provisioner(context.getServerSocketFactory())
        .user("global", "once")
        .numbered(OWN, values);
  }

  private static GrandstreamPhone phone(Provisioner provisioner, SSLContext trust) {
    GrandstreamPhone phone =
        GrandstreamPhone.builder(MAC).kind(GrandstreamKind.HT802).tls(trust).build();
    phone.enterManually(provisioner.url(), "global", "once");
    return phone;
  }

  @Test
  void boot_fromTheFactory_anyCertificateTaken() throws Exception {
    try (var provisioner = provisioner("P30=a")) {
      GrandstreamPhone phone = phone(provisioner, SSLContext.getDefault());

      assertThat(phone.checksServer()).isFalse();
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    }
  }

  @Test
  void boot_verificationOn_unknownServerRefusedAfterTheRestart() throws Exception {
    try (var provisioner = provisioner("P8463=1")) {
      GrandstreamPhone phone = phone(provisioner, SSLContext.getDefault());
      phone.boot();
      assertThat(provisioner.requests()).hasSize(3);

      assertThat(phone.checksServer()).isTrue();
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED);
      assertThat(provisioner.requests()).hasSize(3);
    }
  }

  @Test
  void boot_verificationOn_trustedServerTaken() throws Exception {
    try (var provisioner = provisioner("P8463=1")) {
      GrandstreamPhone phone = phone(provisioner, context);
      phone.boot();

      assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    }
  }

  @Test
  void boot_hostNameChecked_onlyMatchingNameTaken() throws Exception {
    try (var provisioner = provisioner("P22030=1")) {
      GrandstreamPhone phone = phone(provisioner, SSLContext.getDefault());
      phone.boot();
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED);

      phone.enterManually(provisioner.url().replace("127.0.0.1", "localhost"), "global", "once");
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    }
  }

  @Test
  void boot_uncheckedTlsGiven_usedWhileVerificationIsOff() throws Exception {
    try (var provisioner = provisioner("P30=a")) {
      GrandstreamPhone phone =
          GrandstreamPhone.builder(MAC)
              .kind(GrandstreamKind.HT802)
              .tls(context)
              .uncheckedTls(SSLContext.getDefault())
              .build();
      phone.enterManually(provisioner.url(), "global", "once");

      assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED);
    }
  }

  @Test
  void boot_builtWithoutTls_failed() throws Exception {
    try (var provisioner = provisioner("P30=a")) {
      GrandstreamPhone phone = GrandstreamPhone.builder(MAC).kind(GrandstreamKind.HT802).build();
      phone.enterManually(provisioner.url(), "global", "once");

      assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED);
      assertThat(provisioner.requests()).isEmpty();
    }
  }

  @Test
  void boot_powerCutOverTls_nextBootWorks() throws Exception {
    try (var provisioner = provisioner("P30=a")) {
      GrandstreamPhone phone = phone(provisioner, context);

      assertThat(phone.boot(new Fault.PowerCutInBody(3)).outcome()).isEqualTo(Outcome.POWER_CUT);
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    }
  }
}
