package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.latchkey.pass.PassPolicy;
import org.latchkey.secret.SecretAccess;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.SettableClock;
import org.latchkey.testkit.phone.SimulatedPhone;

/**
 * A real server over real TLS for phones of one brand, which keeps a record of what they go
 * through. Server and phones live in one time, which goes on between rounds and while phones wait.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class MatrixSite {
  private static final String SIP_USER = "100";

  // longer than any brand's phones need to store what they were sent
  private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(1);

  private final Set<String> walked = new HashSet<>();
  private SettableClock clock;
  private FaultyStore store;
  private RunningServer server;
  private ManagementClient management;
  private SSLContext tls;
  private MatrixPage page;
  private MatrixCell cell;
  private long startedAt;
  private int phones;

  /** Model and brand as JSON has them. */
  abstract String product();

  /** A phone of that model, fresh from its box. */
  abstract SimulatedPhone phone(String mac, SSLContext trusted);

  /** The first six digits of the brand's MACs. */
  abstract String macPrefix();

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    startedAt = System.nanoTime();
    clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
    store = new FaultyStore();
    walked.clear();
    phones = 0;
    page = new MatrixPage(title());
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
            store,
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    KeyStore keys = KeyMaterial.selfSigned(options.data.resolve("tls.p12"), "x");
    // what most phones speak; a session that is taken up again costs no keys, of which 1.3 makes
    // new ones for each connection: four fifths of the time
    tls = TrustingTls.of(keys, "TLSv1.2");
    management = new ManagementClient(server.adminUrl(), server.token(), TrustingTls.of(keys));
  }

  /** Brand and model. */
  String title() throws IOException {
    String model = new ObjectMapper().readTree("{" + product() + "}").path("model").asText();
    return getClass().getSimpleName().replace("BootMatrixTest", " ") + model;
  }

  /** What kind of phones these are, if they are not those of every day. */
  Optional<MatrixKind> kind() {
    return Optional.empty();
  }

  /** The loopback address of IPv6. */
  static InetAddress ipv6() throws IOException {
    byte[] address = new byte[16];
    address[15] = 1;
    return InetAddress.getByAddress(address);
  }

  static boolean hasIpv6() throws IOException {
    return NetworkInterface.getByInetAddress(ipv6()) != null;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
    long seconds = Duration.ofNanos(System.nanoTime() - startedAt).toSeconds();
    System.out.printf(Locale.ROOT, "%s: %d s%n", title(), seconds);
    page.check(walked.containsAll(walks()));
  }

  private Set<String> walks() {
    return Stream.<Class<?>>iterate(getClass(), c -> c != Object.class, Class::getSuperclass)
        .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
        .filter(
            method ->
                method.isAnnotationPresent(Test.class)
                    || method.isAnnotationPresent(ParameterizedTest.class))
        .map(method -> method.getName())
        .collect(Collectors.toSet());
  }

  @BeforeEach
  void beginCell(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    walked.add(name);
    cell = new MatrixCell(words(name));
  }

  @AfterEach
  void endCell() throws Exception {
    for (SimulatedPhone phone : cell.phones()) {
      if (cell.isOpen(phone)) {
        String state = state(phone);
        cell.after(phone, state);
        cell.settled(phone, 0, state);
      }
    }
    page.add(cell);
  }

  /** The name of a test as a sentence. */
  private static String words(String name) {
    String[] parts =
        Arrays.stream(name.split("_", -1))
            .map(part -> part.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT))
            .toArray(String[]::new);
    String rest = parts.length < 2 ? "" : ": " + parts[parts.length - 1];
    return Arrays.stream(parts)
            .limit(Math.max(1, parts.length - 1))
            .collect(Collectors.joining(", "))
        + rest;
  }

  /** What is going on, for the document. */
  MatrixCell cell() {
    return cell;
  }

  /** After four quiet boots at most it shows its own credential, and nothing else is new. */
  void assertRecovers(SimulatedPhone phone) throws Exception {
    cell.after(phone, state(phone));
    int boots = 0;
    while (boots < 4 && !isSettled(phone)) {
      boot(phone);
      boots++;
    }
    assertThat(state(phone)).isEqualTo("provisioned");
    assertThat(phone.holds(server.globalPass().username(), password())).isFalse();
    assertThat(phone.storedUser()).contains(phone.mac());
    Round last = boot(phone);
    assertThat(last.outcome()).as(last.toString()).isEqualTo(Outcome.UNCHANGED);
    cell.settled(phone, boots, state(phone));
  }

  boolean isSettled(SimulatedPhone phone) throws Exception {
    return resync(phone).outcome() == Outcome.UNCHANGED && state(phone).equals("provisioned");
  }

  /** Whatever was refused: an administrator arms the phone, somebody resets it, and it is ours. */
  void assertRecoversWhenArmed(SimulatedPhone phone) throws Exception {
    act(phone, "arm");
    phone.factoryReset();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
  }

  SimulatedPhone provisioned() throws Exception {
    SimulatedPhone phone = enrolled();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
    cell.restart(phone);
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
    assertThat(management.call("POST", "devices", device(mac, product, SIP_USER)).status())
        .isEqualTo(201);
    return mac;
  }

  static String device(String mac, String product, String user) {
    return device(mac, product, user, "acme.example", "west");
  }

  static String device(String mac, String product, String user, String domain, String reseller) {
    return "{\"mac\":\""
        + mac
        + "\","
        + product
        + ",\"domain\":\""
        + domain
        + "\",\"reseller\":\""
        + reseller
        + "\",\"lines\":[{\"number\":1,"
        + "\"label\":\"100\",\"displayName\":\"Alice\",\"user\":\""
        + user
        + "\",\"password\":\"sip-secret\",\"registrar\":{\"host\":\"sip.example\",\"port\":5061,"
        + "\"transport\":\"tls\"},\"expires\":3600}]}";
  }

  /** The vendor's redirect service tells the phone; where it asks none, somebody types. */
  void redirect(SimulatedPhone phone) {
    if (kind().filter(k -> !k.asksRedirect()).isPresent()) {
      enterGlobalPass(phone, server.publicUrl() + "?mac=" + phone.mac());
      return;
    }
    assertThat(
            phone.redirect(
                server.publicUrl().toString(), server.globalPass().username(), password()))
        .isTrue();
  }

  /** Somebody types an address and the global pass. */
  void enterGlobalPass(SimulatedPhone phone, String url) {
    phone.enterManually(url, server.globalPass().username(), password());
  }

  void act(SimulatedPhone phone, String action) throws Exception {
    assertThat(management.call("POST", "devices/" + phone.mac() + "/" + action, "{}").status())
        .isEqualTo(200);
  }

  String state(SimulatedPhone phone) throws Exception {
    return management.state(phone.mac());
  }

  /** The kinds of events that a device has had. */
  Set<String> events(SimulatedPhone phone) throws Exception {
    Set<String> types = new HashSet<>();
    management
        .call("GET", "devices/" + phone.mac() + "/events?limit=200", "")
        .body()
        .path("events")
        .forEach(event -> types.add(event.path("type").asText()));
    return types;
  }

  /** Switches a phone on, a while after whatever was before. */
  Round boot(SimulatedPhone phone, Fault... faults) {
    clock.advance(BETWEEN_ROUNDS);
    Round round = phone.boot(faults);
    cell.round(phone, round);
    return round;
  }

  /** Lets a phone ask again, a while after whatever was before. */
  Round resync(SimulatedPhone phone, Fault... faults) {
    clock.advance(BETWEEN_ROUNDS);
    Round round = phone.resync(faults);
    cell.round(phone, round);
    return round;
  }

  ManagementClient management() {
    return management;
  }

  SettableClock clock() {
    return clock;
  }

  FaultyStore store() {
    return store;
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
