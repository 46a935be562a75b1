package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.spi.AccessRecord;

/** Malformed anything: the right 4xx, a short body, nothing stored, nothing at level error. */
class BadInputTest {
  private static final int ROUNDS = 50_000;
  private static final String FILE = "/" + Gate.MAC + ".cfg";

  @RegisterExtension final Logs logs = new Logs();
  private final Gate gate = new Gate();
  private Collection<AccessRecord> before = List.of();

  @BeforeEach
  void prepare() {
    gate.armed(Gate.MAC).provisioned(Gate.OTHER);
    before = gate.credentials.dump();
    gate.stores.calls();
  }

  @AfterEach
  void nothingIsStoredAndNothingIsAnError() {
    assertThat(gate.credentials.dump()).isEqualTo(before);
    assertThat(gate.stores.calls()).doesNotContainKeys("create", "replace", "delete");
    assertThat(logs.from(Level.WARNING)).isEmpty();
  }

  private static void check(ProvisioningResponse response, String what) {
    int status = response.status();
    boolean known = status >= 400 && status <= 405 && status != 402;
    String body = new String(response.body(), StandardCharsets.UTF_8);
    if (!known || body.length() >= 200 || body.contains("Exception") || body.contains("\tat ")) {
      throw new AssertionError(status + " " + body + " to " + what);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/..",
        "/.",
        "/../001565aabbcc.cfg",
        "/a/../001565aabbcc.cfg",
        "/./001565aabbcc.cfg",
        "/%2e%2e/001565aabbcc.cfg",
        "/.%2E/001565aabbcc.cfg",
        "/a%2fb.cfg",
        "/a%2Fb.cfg",
        "/%5c..%5c001565aabbcc.cfg",
        "/a\\b.cfg",
        "/001565aabbcc.cfg%00",
        "/001565aabbcc.cfg\u0000",
        "/001565aabbcc%252ecfg",
        "/%252e%252e/001565aabbcc.cfg",
        "/001565aabbcc.cfg%",
        "/001565aabbcc.cfg%2",
        "/001565aabbcc.cfg%zz",
        "/001565aabbcc.cfg%+1",
        "/001565aabbcc.cfg;x=1",
        "/a;x=1/001565aabbcc.cfg",
        "/001565aabbcc%3bx=1.cfg",
        "/001565aabbcc .cfg",
        "/001565aabbcc%20.cfg",
        "/001565aabbcc.cfg%09",
        "/001565aabbcc.cfg%0d%0aX-Injected:%201",
        "/001565aabbcc.cfg\r\nX: 1",
        "/001565aabbcc.cfg%e2%80%a8",
        "/001565aabbcc.cfg%c0%ae",
        "/\u0660\u0661565aabbcc.cfg",
        "/001565aabbcc\uff0ecfg",
        "/<script>.cfg",
        "/\"quoted\".cfg",
        "/a|b.cfg",
        "/a^b`.cfg",
        "/[a].cfg"
      })
  void target_thatNoPhoneSends_400(String file) {
    ProvisioningResponse response = gate.get(file).basic(Gate.PASS).send();
    assertThat(response.status()).isEqualTo(400);
    check(response, file);
  }

  @Test
  void target_thatIsTooLong_400() {
    assertThat(gate.get("/" + "a".repeat(255)).status()).isEqualTo(401);
    assertThat(gate.get("/" + "a".repeat(256)).status()).isEqualTo(400);
    assertThat(gate.get("/a".repeat(256)).status()).isEqualTo(401);
    assertThat(gate.get("/a".repeat(256) + "/").status()).isEqualTo(400);
    assertThat(gate.get(FILE + "?x=" + "y".repeat(512)).status()).isEqualTo(400);
    assertThat(gate.get("/" + "%61".repeat(86)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic",
        "Basic ",
        "Basic !!!",
        "Basic Zm9v",
        "Basic Zg",
        "Basic /w==",
        "Basic wYE6eA==",
        "Basic AAA6eA==",
        "Basic Zm9vOmI\u00e4",
        "basic Zm9v OmI=",
        "Digest",
        "Digest ,,,",
        "Digest =",
        "Digest username",
        "Digest username=",
        "Digest username=\"open",
        "Digest username=\"a\" realm=\"b\"",
        "Digest username=\"a\", username=\"b\"",
        "Digest username=\"a\u0001\"",
        "Digest username=\"\u00fc\"",
        "DIGEST\tusername=\"a\"",
        "Digest username=\"a\\"
      })
  void credentials_thatNobodyCanRead_400(String header) {
    for (String method : List.of("GET", "HEAD")) {
      ProvisioningResponse response = gate.ask(method, FILE).header("Authorization", header).send();
      assertThat(response.status()).isEqualTo(400);
      check(response, header);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      delimiter = '~',
      value = {
        "algorithm=MD5 ~ algorithm=MD5-sess",
        "algorithm=MD5 ~ algorithm=SHA-256",
        "algorithm=MD5 ~ algorithm=\"\u00df\"",
        "qop=auth ~ qop=auth-int",
        "qop=auth ~ x=y",
        "nc=00000001 ~ nc=0",
        "nc=00000001 ~ nc=00000000",
        "nc=00000001 ~ nc=0000000g",
        "nc=00000001 ~ nc=000000010",
        "cnonce=\"c\" ~ cnonce=\"\"",
        "nonce=\"n\" ~ nonce=\"\"",
        "uri=\"/cfg/001565aabbcc.cfg\" ~ uri=\"/elsewhere\"",
        "response=\"0123456789abcdef0123456789abcdef\" ~ response=\"0123\"",
        "response=\"0123456789abcdef ~ response=\"g123456789abcdef",
        "username=\"u\" ~ username=\"u\", userhash=true"
      })
  void digest_withOneWrongField_400(String right, String wrong) {
    String whole =
        "Digest username=\"u\", realm=\"provisioning\", nonce=\"n\","
            + " uri=\"/cfg/001565aabbcc.cfg\", algorithm=MD5, qop=auth, nc=00000001, cnonce=\"c\","
            + " response=\"0123456789abcdef0123456789abcdef\"";
    assertThat(whole).contains(right);
    assertThat(gate.get(FILE).header("Authorization", whole).status()).isEqualTo(401);
    String bad = whole.replace(right, wrong);
    ProvisioningResponse response = gate.get(FILE).header("Authorization", bad).send();
    assertThat(response.status()).isEqualTo(400);
    check(response, bad);
  }

  @Test
  void credentials_givenTwiceOrTooLong_400() {
    assertThat(gate.get(FILE).basic(Gate.PASS).basic(Gate.PASS).status()).isEqualTo(400);
    Request huge = gate.get(FILE).header("Authorization", "Digest " + "x".repeat(5_000));
    assertThat(huge.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "get", "PROPFIND", "G\u0000T", "PUT ", "\u0130", "CONNECT"})
  void method_thatNoPhoneSends_405(String method) {
    ProvisioningResponse response = gate.ask(method, FILE).basic(Gate.PASS).send();
    assertThat(response.status()).isEqualTo(405);
    check(response, method);
  }

  @Test
  void header_ofAnyContent_changesNothing() {
    for (String value :
        List.of("\u0000", "\r\n", "x".repeat(100_000), "\ud800", "quick M1 1.0 \u0661\u0662", "")) {
      assertThat(gate.get(FILE).agent(value).status()).isEqualTo(401);
      Request conditional = gate.get(FILE).header("If-None-Match", value);
      assertThat(conditional.status()).isEqualTo(401);
    }
  }

  /** Whatever a stranger sends is answered by a short 4xx, and costs the host nothing. */
  @Test
  void anyTargetAndHeaders_areAnsweredShortly() {
    Random random = new Random(20261124);
    for (int i = 0; i < ROUNDS; i++) {
      String file = target(random);
      Request request = gate.ask(pick(random, "GET", "HEAD", "PUT", "POST", "DELETE", "X"), file);
      String header = random.nextInt(3) == 0 ? "" : authorization(random);
      if (!header.isEmpty()) {
        request.header("Authorization", header);
      }
      if (random.nextBoolean()) {
        request.agent(random.nextBoolean() ? noise(random, 60) : "quick M1 1.0 " + Gate.OTHER);
      }
      if (random.nextInt(4) == 0) {
        request.insecure();
      }
      check(request.send(), file + " with " + header);
    }
  }

  private static String target(Random random) {
    StringBuilder file = new StringBuilder();
    for (int parts = random.nextInt(5); parts >= 0; parts--) {
      file.append(
          pick(
              random,
              "/",
              "//",
              "-",
              "001565aabbcc",
              "00:15:65:AA:BB:DD",
              ".cfg",
              ".boot",
              "..",
              "%2f",
              "%00",
              "%25",
              "%c3%a9",
              ";x=1",
              "?mac=",
              "image.rom",
              "common.cfg",
              "bootstrap.cfg",
              "-sys.log",
              noise(random, 12)));
    }
    return file.toString();
  }

  private static String authorization(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> noise(random, 40);
      case 1 -> "Basic " + noise(random, 20);
      case 2 -> "Basic " + base64(noise(random, 10) + ":" + noise(random, 10));
      case 3 -> "Digest " + noise(random, 40);
      default -> digest(random);
    };
  }

  private static String digest(Random random) {
    StringBuilder header = new StringBuilder("Digest ");
    for (String field :
        List.of(
            "username", "realm", "nonce", "uri", "response", "qop", "nc", "cnonce", "algorithm")) {
      String value =
          pick(
              random,
              "firstboot",
              "001565aabbcc",
              "auth",
              "00000001",
              "MD5",
              "SHA-256",
              "/cfg" + FILE,
              "0123456789abcdef0123456789abcdef",
              "A".repeat(40),
              noise(random, 8));
      header.append(field).append(pick(random, "=", "=\"", " = \"")).append(value);
      header.append(pick(random, "\", ", ", ", "\",", "\"", ""));
    }
    return header.toString();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Mostly ASCII, now and then anything. */
  private static String noise(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i >= 0; i--) {
      text.append((char) (random.nextInt(10) == 0 ? random.nextInt(0x10000) : random.nextInt(128)));
    }
    return text.toString();
  }

  private static String pick(Random random, String... some) {
    return some[random.nextInt(some.length)];
  }
}
