package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.SimulatedPhone;
import org.latchkey.testkit.yealink.YealinkPhone;

/** The matrix of boots for a T46S, and what only phones of Yealink's do. */
class YealinkBootMatrixTest extends BootMatrix {

  @Override
  String product() {
    return "\"brand\":\"yealink\",\"model\":\"T46S\"";
  }

  @Override
  SimulatedPhone phone(String mac, SSLContext trusted) {
    return YealinkPhone.builder(mac).tls(trusted).waiter(clock()).build();
  }

  @Override
  String macPrefix() {
    return "001565";
  }

  @Override
  Outcome afterRefusal() {
    return Outcome.PROMPT;
  }

  @Override
  int requestsOfFirstBoot() {
    return 6;
  }

  @Test
  void boot_typedAtThePhone_provisioned() throws Exception {
    YealinkPhone phone = YealinkPhone.builder(enrol()).tls(tls()).waiter(clock()).build();
    phone.enterManually(server().publicUrl().toString());

    assertThat(boot(phone).outcome()).isEqualTo(Outcome.PROMPT);
    phone.answerPrompt(server().globalPass().username(), password());

    assertRecovers(phone);
  }

  @Test
  void boot_headerWithoutMac_provisioned() throws Exception {
    YealinkPhone phone =
        YealinkPhone.builder(enrol()).tls(tls()).waiter(clock()).macInUserAgent(false).build();
    redirect(phone);
    boot(phone);

    assertRecovers(phone);
  }

  @Test
  void boot_urlWithoutSlash_provisioned() throws Exception {
    YealinkPhone phone =
        YealinkPhone.builder(enrol()).tls(tls()).waiter(clock()).joinsWithoutSlash(true).build();
    String url = server().publicUrl().toString();
    phone.redirect(
        url.substring(0, url.length() - 1), server().globalPass().username(), password());
    boot(phone);

    assertRecovers(phone);
  }

  @Test
  void boot_sipPassword_arrives() throws Exception {
    YealinkPhone phone = YealinkPhone.builder(enrol()).tls(tls()).waiter(clock()).build();
    redirect(phone);

    boot(phone);

    assertThat(phone.config("account.1.password")).contains("sip-secret");
  }
}
