package org.latchkey.testkit.snom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.snom.Provisioner.MAC;
import static org.latchkey.testkit.snom.Provisioner.OWN;
import static org.latchkey.testkit.snom.Provisioner.setting;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.LocalhostTls;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;

class SnomPhoneTlsTest {
  @TempDir static Path folder;
  private static SSLContext context;

  @BeforeAll
  static void makeCertificate() throws Exception {
    context = LocalhostTls.in(folder);
  }

  private final Provisioner provisioner = new Provisioner(context.getServerSocketFactory());

  SnomPhoneTlsTest() throws IOException {
    provisioner.desk(OWN, setting("language", "Deutsch"));
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private String named() {
    return provisioner.url().replace("127.0.0.1", "localhost");
  }

  private static SSLContext stranger() throws Exception {
    return SSLContext.getDefault();
  }

  @Test
  void boot_https_wholeRoundOnOneConnection() {
    SnomPhone phone = SnomPhone.builder(MAC).tls(context).keepAlive(true).build();
    phone.enterManually(named());

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(provisioner.requests()).allMatch(r -> r.connection() == 1);
  }

  @Test
  void boot_powerCutOverTls_nextBootWorks() {
    SnomPhone phone = SnomPhone.builder(MAC).tls(context).build();
    phone.enterManually(named());

    assertThat(phone.boot(new Fault.PowerCutInBody(2)).outcome()).isEqualTo(Outcome.POWER_CUT);
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_builtWithoutTls_failed() {
    SnomPhone phone = SnomPhone.builder(MAC).generation(Generation.SNOM_7XX).build();
    phone.enterManually(named());

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(provisioner.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SNOM_7XX_OLD, true",
    "SNOM_7XX, true",
    "D_SERIES, false",
    "M_SERIES, true",
    "C_SERIES, true"
  })
  void boot_unknownServer_takenByAllButFirmware10(Generation generation, boolean taken)
      throws Exception {
    SnomPhone phone = SnomPhone.builder(MAC).generation(generation).tls(stranger()).build();
    phone.enterManually(provisioner.url()); // an address that the certificate does not name

    assertThat(phone.boot().outcome()).isEqualTo(taken ? Outcome.NOTHING_FOUND : Outcome.FAILED);
    assertThat(provisioner.requests().isEmpty()).isNotEqualTo(taken);
  }

  @Test
  void boot_settingSwitchesCheckOn_forTheNextRequest() throws Exception {
    SnomPhone phone =
        SnomPhone.builder(MAC).generation(Generation.SNOM_7XX).tls(stranger()).build();
    phone.enterManually(named());
    provisioner.desk("snom710.htm", setting("tls_server_authentication", "on"));

    Round round = phone.boot();

    assertThat(round.trace()).containsExactly("snom710.htm 200", "snom710-" + MAC + ".htm 0");
    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void boot_checkSwitchedOn_addressAfterChangeIsKept() throws Exception {
    SnomPhone phone = SnomPhone.builder(MAC).generation(Generation.SNOM_7XX).tls(context).build();
    phone.moveTo(InetAddress.getByName("127.0.0.8"));
    phone.enterManually(named());
    provisioner.desk("snom710.htm", setting("tls_server_authentication", "on"));

    phone.boot();

    assertThat(provisioner.requests()).hasSize(2).allMatch(r -> r.from().equals("127.0.0.8"));
  }

  @Test
  void boot_settingSwitchesCheckOff_anyServerTaken() throws Exception {
    SnomPhone phone = SnomPhone.builder(MAC).tls(stranger()).build();
    phone.enterManually(provisioner.url());
    phone.changeAtPhone("tls_server_authentication", "off");

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_nameNotInCertificate_refusedUnlessSwitchedOff() {
    SnomPhone phone = SnomPhone.builder(MAC).tls(context).build();
    phone.enterManually(provisioner.url());
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED);

    phone.changeAtPhone("check_fqdn_against_server_cert", "off");

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_builderSaysWhatIsChecked_settingsAbsent() throws Exception {
    SnomPhone trusting = SnomPhone.builder(MAC).tls(stranger()).checkServer(false).build();
    trusting.enterManually(provisioner.url());
    SnomPhone nameless = SnomPhone.builder(MAC).tls(context).checkHostName(false).build();
    nameless.enterManually(provisioner.url());

    assertThat(trusting.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(nameless.boot().outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_uncheckedContextGiven_usedWhileNothingIsChecked() throws Exception {
    SnomPhone phone =
        SnomPhone.builder(MAC)
            .generation(Generation.SNOM_7XX)
            .tls(context)
            .uncheckedTls(stranger())
            .build();
    phone.enterManually(named());

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void boot_uncheckedContextGiven_nameNotComparedEither() {
    SnomPhone phone = SnomPhone.builder(MAC).uncheckedTls(context).checkServer(false).build();
    phone.enterManually(provisioner.url());

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_conferenceChecks_ifToldSo() throws Exception {
    SnomPhone phone =
        SnomPhone.builder(MAC).generation(Generation.C_SERIES).tls(stranger()).build();
    phone.enterManually(named());
    phone.changeAtPhone("provisioning.check_trusted_certificate", "1");

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(provisioner.requests()).isEmpty();
  }

  @Test
  void boot_sourceWithoutTrust_nextSourceUnlessSwitchedOff() {
    SnomPhone phone = SnomPhone.builder(MAC).tls(context).build();
    phone.redirect(provisioner.url(), "global", "once");
    phone.dhcp(named());

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    phone.factoryReset();
    phone.changeAtPhone("skip_provisioning_urls_on_tls_error", "on");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED);
  }
}
