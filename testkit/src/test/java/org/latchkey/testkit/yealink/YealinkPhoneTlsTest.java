package org.latchkey.testkit.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.yealink.Provisioner.MAC;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.LocalhostTls;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;

class YealinkPhoneTlsTest {
  @TempDir static Path folder;
  private static SSLContext context;

  @BeforeAll
  static void makeCertificate() throws Exception {
    context = LocalhostTls.in(folder);
  }

  private static Provisioner provisioner() throws Exception {
    return new Provisioner(context.getServerSocketFactory())
        .user("global", "once")
        .file(MAC + ".cfg", "a = 1");
  }

  @Test
  void boot_https_wholeRound() throws Exception {
    try (var provisioner = provisioner()) {
      YealinkPhone phone = YealinkPhone.builder(MAC).tls(context).keepAlive(true).build();
      phone.enterManually(provisioner.url(), "global", "once");

      Round round = phone.boot();

      assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
      assertThat(provisioner.requests()).allMatch(r -> r.connection() == 1);
    }
  }

  @Test
  void boot_powerCutOverTls_nextBootWorks() throws Exception {
    try (var provisioner = provisioner()) {
      YealinkPhone phone = YealinkPhone.builder(MAC).tls(context).build();
      phone.enterManually(provisioner.url(), "global", "once");

      assertThat(phone.boot(new Fault.PowerCutInBody(6)).outcome()).isEqualTo(Outcome.POWER_CUT);
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    }
  }

  @Test
  void boot_hostNameChecked_onlyMatchingNameTaken() throws Exception {
    try (var provisioner = provisioner()) {
      YealinkPhone phone = YealinkPhone.builder(MAC).tls(context).checkHostName(true).build();
      phone.enterManually(provisioner.url(), "global", "once");
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED);

      phone.enterManually(provisioner.url().replace("127.0.0.1", "localhost"), "global", "once");
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    }
  }

  @Test
  void boot_serverNotTrusted_failed() throws Exception {
    try (var provisioner = provisioner()) {
      YealinkPhone phone = YealinkPhone.builder(MAC).tls(SSLContext.getDefault()).build();
      phone.enterManually(provisioner.url(), "global", "once");

      Round round = phone.boot();

      assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(provisioner.requests()).isEmpty();
    }
  }
}
