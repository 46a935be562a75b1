package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.ProvisioningResponse.Header;
import org.latchkey.event.EventType;
import org.latchkey.secret.Credential;
import org.latchkey.spi.AccessRecord;

/** Step 8: what every answer has, and what HEAD and 304 do. */
class AnswerTest {
  private static final String FILE = "/" + Gate.MAC + ".cfg";

  private final Gate gate = new Gate();

  private List<ProvisioningResponse> oneOfEach() {
    gate.armed(Gate.MAC);
    List<ProvisioningResponse> all = new ArrayList<>();
    all.add(gate.get(FILE).send());
    all.add(gate.get("/../x").send());
    all.add(gate.get(FILE).insecure().digest(Gate.PASS).send());
    all.add(gate.get("/" + Gate.MAC + ".boot").send());
    all.add(gate.ask("DELETE", FILE).send());
    all.add(gate.get(FILE).digest(Gate.PASS).send());
    all.add(gate.get(FILE).from("192.0.2.2").digest(Gate.PASS).send());
    all.add(gate.get(FILE).header("If-None-Match", "*").digest(Gate.PASS).send());
    all.add(gate.ask("PUT", "/" + Gate.MAC + "-sys.log").digest(Gate.PASS).send());
    return all;
  }

  @Test
  void answer_ofEveryKind_hasItsLengthAndIsNotStored() {
    List<ProvisioningResponse> all = oneOfEach();
    assertThat(all)
        .extracting(ProvisioningResponse::status)
        .containsExactly(401, 400, 403, 404, 405, 200, 503, 304, 200);
    for (ProvisioningResponse response : all) {
      assertThat(response.header("Cache-Control")).contains("no-store");
      assertThat(response.headers())
          .extracting(Header::name)
          .doesNotContain("Transfer-Encoding", "Location", "Set-Cookie", "Server");
      if (response.status() != 304) {
        assertThat(response.header("Content-Length"))
            .contains(Integer.toString(response.body().length));
      }
      assertThat(response.header("WWW-Authenticate").isPresent())
          .isEqualTo(response.status() == 401);
      assertThat(response.header("Retry-After").isPresent()).isEqualTo(response.status() == 503);
      if (response.status() >= 400) {
        assertThat(response.body().length).isLessThan(200);
      }
    }
  }

  @Test
  void head_ofEveryKind_hasTheHeadersOfGetAndNoBody() {
    gate.armed(Gate.MAC);
    for (String file : List.of("/" + Gate.MAC + ".boot", "/common.cfg", "/../x")) {
      ProvisioningResponse get = gate.get(file).send();
      ProvisioningResponse head = gate.ask("HEAD", file).send();
      assertThat(head.body()).isEmpty();
      assertThat(head.status()).isEqualTo(get.status());
      assertThat(head.headers()).isEqualTo(get.headers());
    }
    assertThat(gate.ask("HEAD", FILE).send().body()).isEmpty();
  }

  @Test
  void head_underThePass_costsNothingAndTellsWhatGetWouldSend() {
    gate.armed(Gate.MAC);
    Collection<AccessRecord> before = gate.credentials.dump();
    ProvisioningResponse head = gate.ask("HEAD", FILE).digest(Gate.PASS).send();
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(gate.credentials.dump()).isEqualTo(before);
    assertThat(gate.told()).doesNotContain(EventType.ISSUED);
    ProvisioningResponse get = gate.get(FILE).digest(Gate.PASS).send();
    assertThat(head.headers()).isEqualTo(get.headers());
    before = gate.credentials.dump();
    for (int i = 0; i < 30; i++) {
      assertThat(gate.ask("HEAD", FILE).digest(Gate.PASS).status()).isEqualTo(200);
    }
    assertThat(gate.credentials.dump()).as("not even the budget").isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "*", "\"other\", %s", "  %s  ,\"x\""})
  void notModified_underThePass_costsNothing(String header) {
    gate.armed(Gate.MAC);
    String tag = gate.get(FILE).digest(Gate.PASS).send().header("ETag").orElseThrow();
    assertThat(tag).matches("\"[A-Za-z0-9_-]{20}\"");
    Collection<AccessRecord> before = gate.credentials.dump();
    for (String method : List.of("GET", "HEAD")) {
      ProvisioningResponse response =
          gate.ask(method, FILE)
              .header("If-None-Match", header.formatted(tag))
              .digest(Gate.PASS)
              .send();
      assertThat(response.status()).isEqualTo(304);
      assertThat(response.body()).isEmpty();
      assertThat(response.header("ETag")).contains(tag);
      assertThat(response.header("Content-Length")).isEmpty();
    }
    assertThat(gate.credentials.dump()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"other\"", "", "bare", "W/\"other\", \"another\""})
  void otherTag_theWholeFileAndItCounts(String header) {
    gate.armed(Gate.MAC).firstBoot(Gate.MAC);
    Collection<AccessRecord> before = gate.credentials.dump();
    ProvisioningResponse response =
        gate.get(FILE).header("If-None-Match", header).digest(Gate.PASS).send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isNotEmpty();
    assertThat(gate.credentials.dump()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "GET"})
  void headAndNotModified_underNext_prove(String method) {
    Credential next = gate.armed(Gate.MAC).firstBoot(Gate.MAC);
    Request request = gate.ask(method, FILE).digest(next);
    if (method.equals("GET")) {
      request.header("If-None-Match", "*");
    }
    assertThat(request.send().body()).isEmpty();
    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
    assertThat(gate.told()).contains(EventType.PROVED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "GET"})
  void headAndNotModified_underCurrentWhileRotating_areNoDelivery(String method) {
    Gate slow = new Gate();
    slow.entered(Gate.MAC, "slow", true);
    Credential own = slow.firstBoot(Gate.MAC);
    slow.clock.advance(Duration.ofMinutes(1));
    slow.get(FILE).digest(own).send();
    slow.latchkey.administration().rotate(Gate.ADMIN, Gate.MAC);
    Collection<AccessRecord> before = slow.credentials.dump();
    Request request = slow.ask(method, FILE).digest(own);
    if (method.equals("GET")) {
      request.header("If-None-Match", "*");
    }
    assertThat(request.send().body()).isEmpty();
    assertThat(slow.credentials.dump()).isEqualTo(before);
    slow.get(FILE).digest(own).send();
    assertThat(slow.credentials.dump()).isNotEqualTo(before);
  }

  /** A device file is written anew each time and never cut: ranges are for stored files. */
  @Test
  void range_ofADeviceFile_isNotCut() {
    Credential own = gate.provisioned(Gate.MAC);
    ProvisioningResponse whole = gate.get(FILE).digest(own).send();
    ProvisioningResponse asked = gate.get(FILE).header("Range", "bytes=0-9").digest(own).send();
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.body()).isEqualTo(whole.body());
    assertThat(asked.headers()).isEqualTo(whole.headers());
    assertThat(asked.header("Accept-Ranges")).isEmpty();
  }
}
