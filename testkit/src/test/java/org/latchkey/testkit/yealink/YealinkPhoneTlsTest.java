package org.latchkey.testkit.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.yealink.Provisioner.MAC;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;

class YealinkPhoneTlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path folder;
  private static SSLContext context;

  @BeforeAll
  static void makeCertificate() throws Exception {
    Path store = folder.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keys.getCertificate("mykey"));
    trust.init(trusted);
    context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
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
