package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.latchkey.pass.PassPolicy;
import org.latchkey.secret.SecretAccess;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.yealink.YealinkPhone;

/**
 * Simulated Yealinks against the real server over real TLS: whatever goes wrong, none is stranded.
 */
class YealinkBootMatrixTest {
  @TempDir static Path folder;

  private static RunningServer server;
  private static SSLContext tls;
  private static ManagementClient management;
  private static int phones;

  @BeforeAll
  static void start() {
    ServeOptions options = new ServeOptions();
    options.port = 0;
    options.adminPort = 0;
    options.data = folder.resolve("data");
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    server =
        RunningServer.start(
            options, Map.of(), PassPolicy.DEFAULTS.withSettleTime(Duration.ZERO), silent);
    tls = YealinkLife.trusting(KeyMaterial.selfSigned(options.data.resolve("tls.p12"), "x"));
    management = new ManagementClient(server.adminUrl(), server.token(), tls);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
            each("power cut before request", Fault.PowerCutBefore::new),
            each("power cut after sending", Fault.PowerCutAfterSending::new),
            each("power cut in body", Fault.PowerCutInBody::new),
            each("power cut after answer", Fault.PowerCutAfterAnswer::new),
            each("power cut while applying", Fault.PowerCutInApply::new),
            each("answer lost", Fault.AnswerLost::new),
            each("firmware reboot", Fault.FirmwareReboot::new))
        .flatMap(arguments -> arguments);
  }

  private static Stream<Arguments> each(String name, IntFunction<Fault> fault) {
    return IntStream.rangeClosed(1, 6).mapToObj(n -> Arguments.of(name, n, fault.apply(n)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("faults")
  void boot_faultInFirstBoot_provisionedAfterAll(String name, int n, Fault fault) throws Exception {
    YealinkPhone phone = enrolled();
    redirect(phone);

    phone.boot(fault);

    assertRecovers(phone);
  }

  @Test
  void boot_addressChangesInMidBurst_provisionedAfterAll() throws Exception {
    YealinkPhone phone = enrolled();
    redirect(phone);

    phone.boot(new Fault.AddressChange(3, InetAddress.getByName("127.0.0.9")));

    assertRecovers(phone);
  }

  @Test
  void boot_factoryResetWithoutArming_promptsAndStaysClosed() throws Exception {
    YealinkPhone phone = enrolled();
    redirect(phone);
    phone.boot();
    assertRecovers(phone);

    phone.factoryReset();
    redirect(phone);
    Round refused = phone.boot();

    assertThat(refused.outcome()).isEqualTo(Outcome.PROMPT);
    assertThat(phone.accounts()).isEmpty();
    assertThat(management.state(phone.mac())).isEqualTo("provisioned");
  }

  @Test
  void boot_rearmedAndReset_newCredential() throws Exception {
    YealinkPhone phone = enrolled();
    redirect(phone);
    phone.boot();
    assertRecovers(phone);

    management.call("POST", "devices/" + phone.mac() + "/arm", "{}");
    phone.factoryReset();
    redirect(phone);
    phone.boot();

    assertRecovers(phone);
  }

  @Test
  void boot_rearmedNotReset_promptsUntilReset() throws Exception {
    YealinkPhone phone = enrolled();
    redirect(phone);
    phone.boot();
    assertRecovers(phone);

    management.call("POST", "devices/" + phone.mac() + "/arm", "{}");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.PROMPT);
    phone.factoryReset();
    redirect(phone);
    phone.boot();

    assertRecovers(phone);
  }

  @Test
  void boot_typedAtThePhone_provisioned() throws Exception {
    YealinkPhone phone = enrolled();
    phone.enterManually(server.publicUrl().toString());

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.PROMPT);
    phone.answerPrompt(server.globalPass().username(), password());

    assertRecovers(phone);
  }

  @Test
  void boot_headerWithoutMac_provisioned() throws Exception {
    String mac = enrol();
    YealinkPhone phone = YealinkPhone.builder(mac).tls(tls).macInUserAgent(false).build();
    redirect(phone);
    phone.boot();

    assertRecovers(phone);
  }

  @Test
  void boot_urlWithoutSlash_provisioned() throws Exception {
    String mac = enrol();
    YealinkPhone phone = YealinkPhone.builder(mac).tls(tls).joinsWithoutSlash(true).build();
    String url = server.publicUrl().toString();
    phone.redirect(url.substring(0, url.length() - 1), server.globalPass().username(), password());
    phone.boot();

    assertRecovers(phone);
  }

  @Test
  void boot_sipPassword_arrives() throws Exception {
    YealinkPhone phone = enrolled();
    redirect(phone);

    phone.boot();

    assertThat(phone.config("account.1.password")).contains("sip-secret");
  }

  private static void assertRecovers(YealinkPhone phone) throws Exception {
    for (int i = 0; i < 4; i++) {
      phone.boot();
    }
    assertThat(management.state(phone.mac())).isEqualTo("provisioned");
    assertThat(phone.holds(server.globalPass().username(), password())).isFalse();
    assertThat(phone.storedUser()).contains(phone.mac());
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  private static YealinkPhone enrolled() throws Exception {
    return YealinkPhone.builder(enrol()).tls(tls).build();
  }

  private static String enrol() throws Exception {
    String mac = String.format("001565%06x", ++phones);
    String device =
        "{\"mac\":\""
            + mac
            + "\",\"brand\":\"yealink\",\"model\":\"T46S\",\"domain\":\"acme.example\","
            + "\"reseller\":\"west\",\"lines\":[{\"number\":1,\"label\":\"100\",\"displayName\":"
            + "\"Alice\",\"user\":\"100\",\"authUser\":\"100\",\"password\":\"sip-secret\","
            + "\"registrar\":{\"host\":\"sip.example\",\"port\":5061,\"transport\":\"tls\"},"
            + "\"expires\":3600}]}";
    assertThat(management.call("POST", "devices", device).status()).isEqualTo(201);
    return mac;
  }

  private static void redirect(YealinkPhone phone) {
    phone.redirect(server.publicUrl().toString(), server.globalPass().username(), password());
  }

  private static String password() {
    return server.globalPass().password().reveal(SecretAccess.granted());
  }
}
