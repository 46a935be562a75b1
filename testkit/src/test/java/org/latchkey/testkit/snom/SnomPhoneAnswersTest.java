package org.latchkey.testkit.snom;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.snom.Provisioner.MAC;
import static org.latchkey.testkit.snom.Provisioner.OWN;
import static org.latchkey.testkit.snom.Provisioner.TYPE;
import static org.latchkey.testkit.snom.Provisioner.setting;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;

class SnomPhoneAnswersTest {
  private static final byte[] BUSY = ScriptedServer.reply(503, "");

  private final Provisioner provisioner =
      new Provisioner().desk(TYPE).desk(OWN, setting("language", "Deutsch"));
  private final List<Duration> waits = new ArrayList<>();
  private final SnomPhone phone = SnomPhone.builder(MAC).waiter(waits::add).build();

  SnomPhoneAnswersTest() throws IOException {
    phone.enterManually(provisioner.url());
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404})
  void boot_notThereOrForbidden_nextFile(int status) {
    provisioner.next(TYPE, ScriptedServer.reply(status, ""));

    Round round = phone.boot();

    assertThat(round.trace()).containsExactly(TYPE + " " + status, OWN + " 200");
    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.failed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 400, 410})
  void boot_otherAnswer_fileFailsAndNextFile(int status) {
    provisioner.next(TYPE, ScriptedServer.reply(status, ""));

    Round round = phone.boot();

    assertThat(round.trace()).containsExactly(TYPE + " " + status, OWN + " 200");
    assertThat(round.failed()).containsExactly(TYPE);
  }

  @Test
  void boot_contentType_doesNotMatter() {
    provisioner.next(
        TYPE,
        ScriptedServer.reply(
            200,
            "<phone-settings><phone_name>a</phone_name></phone-settings>",
            "Content-Type: application/pdf"));

    phone.boot();

    assertThat(phone.config("phone_name")).hasValue("a");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void boot_redirect_defectAndNotFollowed(int status) {
    provisioner.next(
        TYPE, ScriptedServer.reply(status, "", "Location: " + provisioner.server.url("/other")));

    Round round = phone.boot();

    assertThat(round.trace()).containsExactly(TYPE + " " + status, OWN + " 200");
    assertThat(round.defects())
        .containsExactly(new Defect(Defect.Kind.REDIRECTED, "GET /cfg/" + TYPE));
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void boot_chunkedBody_cannotBeRead(Generation generation) {
    SnomPhone any = SnomPhone.builder(MAC).generation(generation).build();
    any.enterManually(provisioner.server.url("/{mac}.cfg"));
    String file = generation.conference() ? "{mac}.cfg" : MAC + ".cfg";
    String body = "<settings><phone-settings><language>x</language></phone-settings></settings>";
    String chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + Integer.toHexString(body.length())
            + "\r\n"
            + body
            + "\r\n0\r\n\r\n";
    provisioner.next(file, chunked.getBytes(US_ASCII));

    Round round = any.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.failed()).containsExactly(file);
    assertThat(round.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.CHUNKED);
    assertThat(any.config("language")).isEmpty();
  }

  @Test
  void boot_chunkedWithLength_cannotBeReadEither() {
    String chunk = "<settings><phone-settings/></settings>";
    provisioner.next(
        OWN,
        ("HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(chunk.length())
                + "\r\n"
                + chunk
                + "\r\n0\r\n\r\n")
            .getBytes(US_ASCII));

    assertThat(phone.boot().failed()).containsExactly(OWN);
  }

  @Test
  void boot_noLength_cannotBeRead() {
    provisioner.next(
        OWN,
        "HTTP/1.1 200 OK\r\n\r\n<phone-settings><language>x</language></phone-settings>"
            .getBytes(US_ASCII));

    Round round = phone.boot();

    assertThat(round.failed()).containsExactly(OWN);
    assertThat(round.defects()).extracting(Defect::kind).containsOnly(Defect.Kind.MISSING_LENGTH);
  }

  @Test
  void boot_serverBusy_growingPausesThenDone() {
    provisioner.next(OWN, BUSY, BUSY, ScriptedServer.hangUp());

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.exchanges()).hasSize(5);
    assertThat(waits).hasSize(3);
    assertThat(waits.get(0)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(6));
    assertThat(waits.get(1)).isEqualTo(waits.get(0).multipliedBy(2));
    assertThat(waits.get(2)).isEqualTo(waits.get(0).multipliedBy(4));
  }

  @Test
  void boot_busyBeforeVersion10_1_39_nextFileAtOnce() {
    SnomPhone old = SnomPhone.builder(MAC).model("D785", "10.1.38.9").waiter(waits::add).build();
    old.enterManually(provisioner.url());
    provisioner.next(TYPE, BUSY);

    Round round = old.boot();

    assertThat(round.trace()).containsExactly(TYPE + " 503", OWN + " 200");
    assertThat(waits).isEmpty();
  }

  @Test
  void boot_timerInSettings_used() {
    phone.changeAtPhone("prov_back_off_timer", "120");
    provisioner.next(TYPE, BUSY, BUSY);

    Round round = phone.boot();

    assertThat(waits).containsExactly(Duration.ofMinutes(2));
    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.trace()).containsExactly(TYPE + " 503", TYPE + " 503"); // gives up
  }

  @Test
  void boot_timerEmpty_noRetry() {
    phone.changeAtPhone("prov_back_off_timer", "");
    provisioner.next(TYPE, BUSY);

    assertThat(phone.boot().trace()).containsExactly(TYPE + " 503", OWN + " 200");
  }

  @Test
  void boot_noServerAtAll_givesUp() throws IOException {
    provisioner.close();

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.notes()).contains("gives up: no server answers");
    assertThat(waits.get(waits.size() - 1)).isEqualTo(Duration.ofHours(1));
  }
}
