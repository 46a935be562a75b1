package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.latchkey.pass.PassPolicy;
import org.latchkey.secret.SecretAccess;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.SettableClock;
import org.latchkey.testkit.phone.SimulatedPhone;

/**
 * Simulated phones of one brand against the real server over real TLS: whatever goes wrong, none is
 * stranded, and each cell ends in the state that the design demands. Server and phones live in one
 * time, which goes on between rounds and while phones wait.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class BootMatrix {
  private static final String SIP_USER = "100";

  // longer than any brand's phones need to store what they were sent
  private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(1);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
  private RunningServer server;
  private ManagementClient management;
  private SSLContext tls;
  private int phones;

  /** Model and brand as JSON has them. */
  abstract String product();

  /** A phone of that model, fresh from its box. */
  abstract SimulatedPhone phone(String mac, SSLContext trusted);

  /** The first six digits of the brand's MACs. */
  abstract String macPrefix();

  /** What the phone does about a second 401. */
  abstract Outcome afterRefusal();

  /** What it does when it was reset and nobody has armed it. */
  Outcome afterRefusedReset() {
    return afterRefusal();
  }

  /** What a healthy phone does when somebody types the global pass. */
  Outcome afterTypedPass() {
    return afterRefusal();
  }

  /** The requests after which power is cut or answers are lost. */
  abstract int requestsOfFirstBoot();

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    ServeOptions options = new ServeOptions();
    options.adminPort = 0;
    options.data = folder.resolve("data");
    // on both families, so that a phone may come from either
    options.host = hasIpv6() ? "::" : "0.0.0.0";
    options.port = freePort();
    options.publicUrl = URI.create("https://localhost:" + options.port + "/cfg/");
    server =
        RunningServer.start(
            options,
            Map.of(),
            PassPolicy.DEFAULTS,
            clock,
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    tls = TrustingTls.of(KeyMaterial.selfSigned(options.data.resolve("tls.p12"), "x"));
    management = new ManagementClient(server.adminUrl(), server.token(), tls);
  }

  /** The loopback address of IPv6. */
  private static InetAddress ipv6() throws IOException {
    byte[] address = new byte[16];
    address[15] = 1;
    return InetAddress.getByAddress(address);
  }

  private static boolean hasIpv6() throws IOException {
    return NetworkInterface.getByInetAddress(ipv6()) != null;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  Stream<Arguments> faults() {
    int every = Math.max(1, requestsOfFirstBoot() / 7);
    return Stream.of(
            each(1, "power cut after answer", Fault.PowerCutAfterAnswer::new),
            each(1, "answer lost", Fault.AnswerLost::new),
            each(every, "power cut before request", Fault.PowerCutBefore::new),
            each(every, "power cut after sending", Fault.PowerCutAfterSending::new),
            each(every, "power cut in body", Fault.PowerCutInBody::new),
            each(every, "firmware reboot", Fault.FirmwareReboot::new),
            IntStream.rangeClosed(0, 4)
                .mapToObj(
                    n -> Arguments.of("power cut while applying", n, new Fault.PowerCutInApply(n))))
        .flatMap(arguments -> arguments);
  }

  private Stream<Arguments> each(int step, String name, IntFunction<Fault> fault) {
    return IntStream.iterate(1, n -> n <= requestsOfFirstBoot(), n -> n + step)
        .mapToObj(n -> Arguments.of(name, n, fault.apply(n)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("faults")
  void boot_faultInFirstBoot_provisionedAfterAll(String name, int n, Fault fault) throws Exception {
    SimulatedPhone phone = enrolled();
    redirect(phone);
    boot(phone, fault);
    assertRecovers(phone);
  }

  @Test
  void boot_nothingWrong_takesTheRequestsThatAreTried() throws Exception {
    SimulatedPhone phone = enrolled();
    redirect(phone);
    Round first = boot(phone);
    assertThat(first.exchanges()).hasSizeLessThanOrEqualTo(requestsOfFirstBoot());
    assertThat(phone.sipUsers()).containsExactly(SIP_USER);
    assertThat(phone.storedUser()).contains(phone.mac());
    assertRecovers(phone);
  }

  @Test
  void resync_nothingNew_unchanged() throws Exception {
    SimulatedPhone phone = provisioned();
    assertThat(resync(phone).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(state(phone)).isEqualTo("provisioned");
  }

  @Test
  void resync_lineChanged_applied() throws Exception {
    SimulatedPhone phone = provisioned();
    assertThat(
            management
                .call("PUT", "devices/" + phone.mac(), device(phone.mac(), product(), "200"))
                .status())
        .isEqualTo(200);
    assertThat(resync(phone).outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.sipUsers()).containsExactly("200");
    assertThat(state(phone)).isEqualTo("provisioned");
  }

  @Test
  void rotate_once_provenByTheNextRequest() throws Exception {
    SimulatedPhone phone = provisioned();
    act(phone, "rotate");
    assertThat(state(phone)).isEqualTo("rotating");
    resync(phone);
    resync(phone);
    assertRecovers(phone);
  }

  @Test
  void rotate_twice_oneNextOnly() throws Exception {
    SimulatedPhone phone = provisioned();
    act(phone, "rotate");
    resync(phone, new Fault.PowerCutInApply(0));
    act(phone, "rotate");
    resync(phone);
    resync(phone);
    assertRecovers(phone);
  }

  @Test
  void arm_andReset_newCredential() throws Exception {
    SimulatedPhone phone = provisioned();
    act(phone, "arm");
    assertThat(state(phone)).isEqualTo("armed");
    phone.factoryReset();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
  }

  @Test
  void arm_notReset_refusedUntilReset() throws Exception {
    SimulatedPhone phone = provisioned();
    act(phone, "arm");
    assertThat(boot(phone).outcome()).isEqualTo(afterRefusal());
    assertThat(state(phone)).isEqualTo("armed");
    phone.factoryReset();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
  }

  @Test
  void reset_withoutArming_refusedAndStaysClosed() throws Exception {
    SimulatedPhone phone = provisioned();
    phone.factoryReset();
    redirect(phone);
    assertThat(boot(phone).outcome()).isEqualTo(afterRefusedReset());
    assertThat(phone.sipUsers()).isEmpty();
    assertThat(state(phone)).isEqualTo("provisioned");
  }

  @Test
  void boot_globalPassAtEveryBootForEver_neverOpensAgain() throws Exception {
    SimulatedPhone phone = provisioned();
    for (int i = 0; i < 5; i++) {
      phone.enterManually(
          server.publicUrl().toString(), server.globalPass().username(), password());
      assertThat(boot(phone).outcome()).isEqualTo(afterTypedPass());
    }
    assertThat(state(phone)).isEqualTo("provisioned");
  }

  @Test
  void boot_wrongPassword_refusedAndArmedStays() throws Exception {
    SimulatedPhone phone = enrolled();
    phone.enterManually(
        server.publicUrl().toString(), server.globalPass().username(), "not-the-password");
    assertThat(boot(phone).outcome()).isEqualTo(afterRefusal());
    assertThat(phone.sipUsers()).isEmpty();
    assertThat(state(phone)).isEqualTo("armed");
    phone.enterManually(server.publicUrl().toString(), server.globalPass().username(), password());
    boot(phone);
    assertRecovers(phone);
  }

  @Test
  void boot_addressChangesInMidBurst_provisionedAfterAll() throws Exception {
    for (int request : new int[] {2, 3, requestsOfFirstBoot() / 2}) {
      SimulatedPhone phone = enrolled();
      redirect(phone);
      boot(phone, new Fault.AddressChange(request, InetAddress.getByName("127.0.0.9")));
      assertRecovers(phone);
    }
  }

  @Test
  void boot_ipv6ThenIpv4_provisionedAfterAll() throws Exception {
    assumeTrue(hasIpv6(), "no IPv6 here");
    for (int request : new int[] {2, 3, requestsOfFirstBoot() / 2}) {
      SimulatedPhone phone = enrolled();
      phone.moveTo(ipv6());
      redirect(phone);
      boot(
          phone,
          new Fault.AddressChange(request, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
      assertRecovers(phone);
    }
  }

  /** After four quiet boots at most it shows its own credential, and nothing else is new. */
  void assertRecovers(SimulatedPhone phone) throws Exception {
    for (int i = 0; i < 4 && !isSettled(phone); i++) {
      boot(phone);
    }
    assertThat(state(phone)).isEqualTo("provisioned");
    assertThat(phone.holds(server.globalPass().username(), password())).isFalse();
    assertThat(phone.storedUser()).contains(phone.mac());
    Round last = boot(phone);
    assertThat(last.outcome()).as(last.toString()).isEqualTo(Outcome.UNCHANGED);
  }

  private boolean isSettled(SimulatedPhone phone) throws Exception {
    return resync(phone).outcome() == Outcome.UNCHANGED && state(phone).equals("provisioned");
  }

  private SimulatedPhone provisioned() throws Exception {
    SimulatedPhone phone = enrolled();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
    return phone;
  }

  SimulatedPhone enrolled() throws Exception {
    return phone(enrol(), tls);
  }

  String enrol() throws Exception {
    return enrol(product());
  }

  String enrol(String product) throws Exception {
    String mac = macPrefix() + String.format(Locale.ROOT, "%06x", ++phones);
    String device = device(mac, product, SIP_USER);
    assertThat(management.call("POST", "devices", device).status()).isEqualTo(201);
    return mac;
  }

  private static String device(String mac, String product, String user) {
    return "{\"mac\":\""
        + mac
        + "\","
        + product
        + ",\"domain\":\"acme.example\",\"reseller\":\"west\",\"lines\":[{\"number\":1,"
        + "\"label\":\"100\",\"displayName\":\"Alice\",\"user\":\""
        + user
        + "\",\"password\":\"sip-secret\",\"registrar\":{\"host\":\"sip.example\",\"port\":5061,"
        + "\"transport\":\"tls\"},\"expires\":3600}]}";
  }

  void redirect(SimulatedPhone phone) {
    assertThat(
            phone.redirect(
                server.publicUrl().toString(), server.globalPass().username(), password()))
        .isTrue();
  }

  void act(SimulatedPhone phone, String action) throws Exception {
    assertThat(management.call("POST", "devices/" + phone.mac() + "/" + action, "{}").status())
        .isEqualTo(200);
  }

  String state(SimulatedPhone phone) throws Exception {
    return management.state(phone.mac());
  }

  /** Switches a phone on, a while after whatever was before. */
  Round boot(SimulatedPhone phone, Fault... faults) {
    clock.advance(BETWEEN_ROUNDS);
    return phone.boot(faults);
  }

  /** Lets a phone ask again, a while after whatever was before. */
  Round resync(SimulatedPhone phone, Fault... faults) {
    clock.advance(BETWEEN_ROUNDS);
    return phone.resync(faults);
  }

  ManagementClient management() {
    return management;
  }

  SettableClock clock() {
    return clock;
  }

  RunningServer server() {
    return server;
  }

  SSLContext tls() {
    return tls;
  }

  String password() {
    return server.globalPass().password().reveal(SecretAccess.granted());
  }
}
