package org.latchkey.testkit.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.yealink.Provisioner.MAC;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;
import org.latchkey.testkit.phone.ScriptedServer.Request;

class YealinkPhoneSequenceTest {
  private final Provisioner provisioner = new Provisioner();
  private final List<Duration> waits = new ArrayList<>();
  private final YealinkPhone phone = builder().build();

  YealinkPhoneSequenceTest() throws IOException {}

  private YealinkPhoneBuilder builder() {
    return YealinkPhone.builder("00:15:65:AA:BB:CC").waiter(waits::add);
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  @Test
  void boot_noFiles_fourRequestsEachOnItsOwnConnection() {
    phone.enterManually(provisioner.url());

    Round round = phone.boot();

    assertThat(round.trace())
        .containsExactly(
            MAC + ".boot 404", "y000000000000.boot 404", "y000000000066.cfg 404", MAC + ".cfg 404");
    assertThat(round.outcome()).isEqualTo(Outcome.NOTHING_FOUND);
    assertThat(round.defects()).isEmpty();
    assertThat(provisioner.requests()).extracting(Request::connection).containsExactly(1, 2, 3, 4);
    assertThat(provisioner.requests())
        .allSatisfy(
            r -> {
              assertThat(r.target()).startsWith("/cfg/");
              assertThat(r.header("Host")).hasValue(provisioner.server.authority());
              assertThat(r.header("Authorization")).isEmpty();
              assertThat(r.header("User-Agent"))
                  .hasValue("Yealink SIP-T46S 66.86.0.15 00:15:65:aa:bb:cc");
            });
  }

  @Test
  void boot_oldFirmware_onlyTheTwoConfigs() {
    YealinkPhone old = builder().model("SIP-T28P", "2.72.0.80", 0).build();
    old.enterManually(provisioner.url());

    assertThat(old.boot().trace()).containsExactly("y000000000000.cfg 404", MAC + ".cfg 404");
  }

  @ParameterizedTest
  @CsvSource({"28.80.0.10, 2", "28.81.0.10, 4"})
  void boot_generationBoundary_bootFilesFromV81(String firmware, int requests) {
    YealinkPhone some = builder().model("SIP-T46G", firmware, 28).build();
    some.enterManually(provisioner.url());

    assertThat(some.boot().exchanges()).hasSize(requests);
  }

  @Test
  void boot_commonAndDevice_laterWins() {
    provisioner.file("y000000000066.cfg", "a = 1", "b = 1").file(MAC + ".cfg", "b = 2");
    phone.enterManually(provisioner.url());

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.applied()).containsExactly("y000000000066.cfg", MAC + ".cfg");
    assertThat(round.changedKeys()).containsExactly("a", "b");
    assertThat(phone.config("a")).hasValue("1");
    assertThat(phone.config("b")).hasValue("2");
    Exchange last = round.last(MAC + ".cfg").orElseThrow();
    assertThat(last.md5()).hasSize(32);
    assertThat(last.etag()).isPresent();
  }

  @Test
  void boot_deviceBootFile_onlyItsIncludes() {
    provisioner
        .file(
            MAC + ".boot",
            "[T46S]include:config \"sub/own.cfg\"",
            "[T20]include:config \"not.cfg\"",
            "include:config <" + provisioner.server.url("/else/abs.cfg") + ">",
            "include:config \"tftp://x/y.cfg\"")
        .file("own.cfg", "a = 1")
        .file("abs.cfg", "a = 2")
        .file(MAC + ".cfg", "a = 3");
    phone.enterManually(provisioner.url());

    Round round = phone.boot();

    assertThat(round.exchanges())
        .extracting(Exchange::target)
        .containsExactly("/cfg/" + MAC + ".boot", "/cfg/sub/own.cfg", "/else/abs.cfg");
    assertThat(phone.config("a")).hasValue("2");
    assertThat(round.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.BAD_URL);
  }

  @Test
  void boot_sharedBootFile_hidesTheConfigs() {
    provisioner
        .file("y000000000000.boot", "include:config \"" + MAC + ".cfg\"")
        .file(MAC + ".cfg", "a = 1");
    phone.enterManually(provisioner.url());

    assertThat(phone.boot().trace())
        .containsExactly(MAC + ".boot 404", "y000000000000.boot 200", MAC + ".cfg 200");
  }

  @Test
  void boot_overwriteMode_absentSettingsGoBack() {
    phone.enterManually(provisioner.url(), "u", "p");
    provisioner.file(MAC + ".cfg", "a = 1", "b = 1");
    phone.boot();
    provisioner
        .file(MAC + ".boot", "include:config \"" + MAC + ".cfg\"", "overwrite_mode = 1")
        .file(MAC + ".cfg", "b =", "c = 1");

    Round round = phone.boot();

    assertThat(phone.configuration()).containsOnlyKeys("c");
    assertThat(phone.storedUrl()).isEmpty();
    assertThat(round.changedKeys()).contains("a", "b", "c", "static.auto_provision.server.url");
  }

  @Test
  void boot_addressOfOneFile_onlyThatFile() {
    provisioner.file("one.cfg", "a = 1");
    phone.enterManually(provisioner.server.url("/cfg/one.cfg"));

    assertThat(phone.boot().trace()).containsExactly("one.cfg 200");
  }

  @ParameterizedTest
  @CsvSource({"false, /cfg/", "true, /cfg"})
  void boot_addressWithoutSlash_joined(boolean without, String prefix) {
    YealinkPhone joined = builder().joinsWithoutSlash(without).build();
    joined.enterManually(provisioner.server.url("/cfg"));

    assertThat(joined.boot().exchanges())
        .allSatisfy(e -> assertThat(e.target()).matches(prefix + "[0y].*"));
  }

  @Test
  void boot_forbidden_skippedLikeAbsent() {
    provisioner
        .next("y000000000066.cfg", ScriptedServer.reply(403, ""))
        .file(MAC + ".cfg", "a = 1");
    phone.enterManually(provisioner.url());

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.failed()).isEmpty();
    assertThat(waits).isEmpty();
  }

  @Test
  void boot_serverErrors_threeAttemptsFiveSecondsApart() {
    byte[] busy = ScriptedServer.reply(503, "", "Retry-After: 120");
    provisioner.next(MAC + ".cfg", busy, busy).file(MAC + ".cfg", "a = 1");
    phone.enterManually(provisioner.url());

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.trace()).endsWith(MAC + ".cfg 503", MAC + ".cfg 503", MAC + ".cfg 200");
    assertThat(waits).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
    assertThat(round.waited()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void boot_errorsWithoutEnd_fileFailsAndRoundGoesOn() {
    byte[] hangUp = ScriptedServer.hangUp();
    provisioner.next(MAC + ".boot", hangUp, hangUp, hangUp).file(MAC + ".cfg", "a = 1");
    phone.enterManually(provisioner.url());

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.failed()).containsExactly(MAC + ".boot");
    assertThat(round.exchanges()).hasSize(6);
  }

  @Test
  void boot_attemptsConfigured_honoured() {
    provisioner.file(
        MAC + ".cfg",
        "static.auto_provision.attempt_before_failed = 1",
        "static.auto_provision.retry_delay_after_file_transfer_failed = 7");
    phone.enterManually(provisioner.url());
    phone.boot();
    provisioner.next(MAC + ".cfg", ScriptedServer.reply(500, ""));

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.exchanges()).hasSize(4);
    assertThat(waits).isEmpty();
  }

  @Test
  void boot_serverGone_failed() throws Exception {
    phone.enterManually(provisioner.url());
    provisioner.close();

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.exchanges()).hasSize(12).allSatisfy(e -> assertThat(e.status()).isZero());
  }

  @Test
  void boot_redirect_followedWithCredentialOfTheNewAddress() {
    provisioner.user("x@y", "p:q").file("moved.cfg", "a = 1");
    String to = provisioner.server.url("/new/moved.cfg").replace("://", "://x@y:p:q@");
    provisioner.next(MAC + ".cfg", ScriptedServer.reply(301, "", "Location: " + to));
    provisioner.next("y000000000066.cfg", ScriptedServer.reply(302, "", "Location: /none.boot"));
    phone.enterManually(provisioner.url());

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.trace())
        .endsWith(
            "y000000000066.cfg 302",
            "none.boot 404",
            MAC + ".cfg 301",
            "moved.cfg 401",
            "moved.cfg 200");
    assertThat(round.last("moved.cfg").orElseThrow().user()).hasValue("x@y");
  }

  @Test
  void boot_redirectLoop_endsAfterFive() {
    byte[] again = ScriptedServer.reply(302, "", "Location: " + MAC + ".cfg");
    provisioner.next(MAC + ".cfg", again, again, again, again, again, again, again);
    phone.enterManually(provisioner.url());

    Round round = phone.boot();

    assertThat(round.exchanges()).hasSize(3 + 6);
    assertThat(round.failed()).containsExactly(MAC + ".cfg");
  }

  @Test
  void boot_htmlInsteadOfConfig_ignored() {
    provisioner.files.put(MAC + ".cfg", "<html>login</html>");
    phone.enterManually(provisioner.url());

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.defects())
        .extracting(Defect::kind)
        .containsExactly(Defect.Kind.BAD_FIRST_LINE);
  }

  @Test
  void boot_keepAliveConfigured_oneConnectionFromNextRound() {
    provisioner.file(MAC + ".cfg", "static.auto_provision.connect.keep_alive = 1");
    phone.enterManually(provisioner.url());
    phone.boot();

    phone.boot();

    assertThat(provisioner.requests())
        .extracting(Request::connection)
        .containsExactly(1, 2, 3, 4, 5, 5, 5, 5);
  }

  @Test
  void boot_localAddress_usedAndChanged() throws Exception {
    YealinkPhone bound = builder().localAddress(InetAddress.getByName("127.0.0.5")).build();
    bound.enterManually(provisioner.server.url("/one.cfg"));
    bound.boot();
    bound.moveTo(InetAddress.getByName("127.0.0.6"));
    bound.boot();

    assertThat(provisioner.requests())
        .extracting(Request::from)
        .containsExactly("127.0.0.5", "127.0.0.6");
  }
}
