package org.latchkey.testkit.grandstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.testkit.grandstream.Provisioner.BINARY;
import static org.latchkey.testkit.grandstream.Provisioner.MAC;
import static org.latchkey.testkit.grandstream.Provisioner.OWN;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;
import org.latchkey.testkit.phone.ScriptedServer.Request;

class GrandstreamPhoneSequenceTest {
  private final Provisioner provisioner = new Provisioner();

  GrandstreamPhoneSequenceTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private GrandstreamPhone phone(GrandstreamKind kind) {
    GrandstreamPhone phone = GrandstreamPhone.builder(MAC).kind(kind).build();
    phone.enterManually(provisioner.url(), "global", "once");
    return phone;
  }

  @ParameterizedTest
  @CsvSource({
    "HT802, cfg<mac> cfg<mac>.xml cfg.xml cfght802.xml",
    "HT80X_V2, cfg<mac>.xml cfg<mac> cfght802v2.xml cfg.xml",
    "GXP21XX, cfg<mac> cfg<mac>.xml cfggxp2170.xml cfg.xml",
    "GXP_XML_FIRST, cfg<mac>.xml cfg<mac> cfg.xml",
    "GRP26XX, cfg<mac>.bin cfg<mac>.xml cfggrp2614.xml cfg.xml",
    "GRP2601W, cfg<mac> cfg<mac>.xml cfggrp2601w.xml cfg.xml",
    "GHP6XX, cfg<mac> cfg<mac>.xml cfgghp621.xml cfg.xml",
    "GXW42XX, cfg<mac> cfg<mac>.xml cfg.xml",
    "WP8XX, cfg<mac> cfg<mac>.xml cfgwp826.xml cfg.xml"
  })
  void boot_nothingThere_orderOfKind(GrandstreamKind kind, String order) {
    Round round = phone(kind).boot();

    assertThat(round.outcome()).isEqualTo(Outcome.NOTHING_FOUND);
    assertThat(round.trace())
        .containsExactly((order.replace("<mac>", MAC) + " ").replace(" ", " 404;").split(";"));
  }

  @ParameterizedTest
  @CsvSource({
    "HT802, 'Grandstream Model HW HT802 V1.1A SW 1.0.10.6 DevId c074ad150b88 '",
    "GXP21XX, Grandstream Model HW GXP2170 SW 1.0.11.64 DevId c074ad150b88",
    "GRP2601W, Grandstream Model HW GRP2601W SW 1.0.7.32 DevId C0:74:AD:15:0B:88",
    "GXW42XX, Grandstream GXW4248 (DevId c074ad150b88 / c074ad150b89)",
    "WP8XX, Grandstream Model HW WP826  V1.0A SW 1.0.1.8 DevId c074ad150b88"
  })
  void boot_userAgent_formOfKind(GrandstreamKind kind, String expected) {
    GrandstreamPhone phone = phone(kind);

    phone.boot();

    assertThat(phone.userAgent()).isEqualTo(expected);
    assertThat(provisioner.requests())
        .isNotEmpty()
        .allMatch(r -> r.header("User-Agent").orElse("").equals(expected.strip()));
  }

  @Test
  void boot_ownHeaderAndModel_sent() {
    GrandstreamPhone phone =
        GrandstreamPhone.builder(MAC)
            .kind(GrandstreamKind.GRP26XX)
            .model("GRP2612W", "1.0.5.1")
            .userAgent("Grandstream BT110 1.0.8.33")
            .build();
    phone.enterManually(provisioner.url(), "global", "once");

    assertThat(phone.boot().trace()).contains("cfggrp2612w.xml 404");
    assertThat(provisioner.requests().get(0).header("User-Agent"))
        .hasValue("Grandstream BT110 1.0.8.33");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HT802", "HT80X_V2", "GXP21XX", "GRP26XX", "GHP6XX", "GXW42XX", "WP8XX"})
  void boot_ownXmlThere_stopsAfterIt(GrandstreamKind kind) {
    provisioner.numbered(OWN, "P271=1", "P35=100").numbered("cfg.xml", "P30=pool.example.net");
    GrandstreamPhone phone = phone(kind);

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.applied()).containsExactly(OWN);
    assertThat(round.trace()).endsWith(OWN + " 200");
    assertThat(phone.sipUsers()).containsExactly("100");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void boot_xmlFirst_binaryAfterXmlAndCommonOnFailureOnly() {
    provisioner.numbered(OWN, "P30=own").numbered("cfg.xml", "P30=common");

    assertThat(phone(GrandstreamKind.GXP_XML_FIRST).boot().trace())
        .containsExactly(OWN + " 200", BINARY + " 404");

    provisioner.files.remove(OWN);
    GrandstreamPhone phone = phone(GrandstreamKind.GXP_XML_FIRST);
    assertThat(phone.boot().trace()).containsExactly(OWN + " 404", BINARY + " 404", "cfg.xml 200");
    assertThat(phone.config("P30")).hasValue("common");
  }

  @Test
  void boot_allFiles_wholeListAndLastWins() {
    provisioner
        .numbered(OWN, "P8467=1", "P30=own", "P33=97")
        .numbered("cfggxp2170.xml", "P30=model")
        .numbered("cfg.xml", "P35=200");
    GrandstreamPhone phone = phone(GrandstreamKind.GXP21XX);

    assertThat(phone.boot().trace())
        .containsExactly(BINARY + " 404", OWN + " 200", "cfggxp2170.xml 200", "cfg.xml 200");
    assertThat(phone.configuration())
        .containsEntry("P30", "model")
        .containsEntry("P33", "97")
        .containsEntry("P35", "200");
  }

  @Test
  void boot_orderByConfig_nextPass() {
    provisioner.numbered(OWN, "P8501=cfg.xml;cfg&lt;mac&gt;;cfg&lt;mac&gt;.xml");
    GrandstreamPhone phone = phone(GrandstreamKind.HT80X_V2);
    phone.boot();

    assertThat(phone.boot().trace()).containsExactly("cfg.xml 404", BINARY + " 404", OWN + " 200");
  }

  @Test
  void boot_typesXmlOnly_noBinary() {
    provisioner.numbered(OWN, "P8601=46");
    GrandstreamPhone phone = phone(GrandstreamKind.HT80X_V2);
    phone.boot();
    provisioner.files.clear();

    assertThat(phone.boot().trace())
        .containsExactly(OWN + " 404", "cfght802v2.xml 404", "cfg.xml 404");
  }

  @Test
  void boot_orderOnOtherKind_withoutEffect() {
    provisioner.numbered(OWN, "P8501=cfg.xml", "P8601=46");
    GrandstreamPhone phone = phone(GrandstreamKind.HT802);
    phone.boot();

    assertThat(phone.boot().trace()).containsExactly(BINARY + " 404", OWN + " 200");
  }

  @Test
  void boot_prefixAndPostfix_aroundWholeName() {
    provisioner.numbered(OWN, "P234=site-", "P235=.v1");
    GrandstreamPhone phone = phone(GrandstreamKind.HT802);
    phone.boot();

    assertThat(phone.boot().trace())
        .containsExactly(
            "site-cfg" + MAC + ".v1 404",
            "site-cfg" + MAC + ".xml.v1 404",
            "site-cfg.xml.v1 404",
            "site-cfght802.xml.v1 404");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 500, 503, 204, 304})
  void boot_otherStatus_threeAttemptsWithoutPauseThenNextFile(int status) {
    byte[] answer = ScriptedServer.reply(status, "");
    provisioner.next(OWN, answer, answer, answer, answer);
    GrandstreamPhone phone = GrandstreamPhone.builder(MAC).kind(GrandstreamKind.HT802).build();
    phone.enterManually(provisioner.url(), "", "");

    Round round = phone.boot();

    assertThat(round.trace())
        .containsExactly(
            BINARY + " 404",
            OWN + " " + status,
            OWN + " " + status,
            OWN + " " + status,
            "cfg.xml 404",
            "cfght802.xml 404");
    assertThat(round.waited()).isZero();
    assertThat(round.failed()).containsExactly(OWN);
    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void boot_errorThenFile_taken() {
    byte[] busy = ScriptedServer.reply(503, "");
    provisioner.numbered(OWN, "P30=a").next(OWN, busy, busy);

    Round round = phone(GrandstreamKind.GXP21XX).boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.trace()).endsWith(OWN + " 503", OWN + " 503", OWN + " 200");
  }

  @Test
  void boot_partialContent_taken() {
    provisioner.next(
        OWN,
        Provisioner.bytes(
            206, Provisioner.gs("<config version=\"1\"><P30>a</P30></config>").getBytes(UTF_8)));

    assertThat(phone(GrandstreamKind.HT802).boot().applied()).containsExactly(OWN);
  }

  @Test
  void boot_noServer_allFilesThreeTimesAndStoredSettingsStay() throws IOException {
    provisioner.numbered(OWN, "P271=1", "P35=100");
    GrandstreamPhone phone = phone(GrandstreamKind.HT802);
    phone.boot();
    provisioner.close();

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.exchanges()).hasSize(12);
    assertThat(phone.sipUsers()).containsExactly("100");
  }

  @Test
  void boot_redirect_followedAndReported() {
    provisioner
        .numbered("there.xml", "P30=a")
        .next(OWN, ScriptedServer.reply(302, "", "Location: /other/there.xml"));

    Round round = phone(GrandstreamKind.HT802).boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(provisioner.targets())
        .containsExactly("/cfg/" + BINARY, "/cfg/" + OWN, "/other/there.xml");
    assertThat(round.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.REDIRECTED);
  }

  @Test
  void boot_fourRedirects_threeHops() {
    byte[] again = ScriptedServer.reply(301, "", "Location: /r");
    provisioner.next(OWN, again, again, again);
    provisioner.next("r", again, again, again, again, again, again, again, again, again);

    Round round = phone(GrandstreamKind.HT802).boot();

    assertThat(round.exchanges()).filteredOn(e -> e.file().equals("r")).hasSize(9);
    assertThat(round.failed()).containsExactly(OWN);
  }

  @Test
  void boot_redirectWithOldFirmware_notFollowed() {
    byte[] away = ScriptedServer.reply(302, "", "Location: /cfg/there.xml");
    provisioner.numbered("there.xml", "P30=a").next(OWN, away, away, away);

    Round round = phone(GrandstreamKind.GXP_XML_FIRST).boot();

    assertThat(round.trace()).doesNotContain("there.xml 200");
    assertThat(round.failed()).containsExactly(OWN);
  }

  @Test
  void boot_redirectToOtherServer_noCredentialThere() throws IOException {
    try (Provisioner other = new Provisioner().unique("unique", "own").user("global", "once")) {
      byte[] away = ScriptedServer.reply(307, "", "Location: " + other.url() + OWN);
      provisioner.next(OWN, away, away, away);

      Round round = phone(GrandstreamKind.HT802).boot();

      assertThat(other.requests()).hasSize(3).noneMatch(r -> r.header("Authorization").isPresent());
      assertThat(round.failed()).containsExactly(OWN);
    }
  }

  @Test
  void boot_chunkedAnswer_takenAndReported() {
    String xml = Provisioner.gs("<config version=\"1\"><P30>a</P30></config>");
    String size = Integer.toHexString(xml.length());
    provisioner.next(
        OWN,
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + size
                + "\r\n"
                + xml
                + "\r\n0\r\n\r\n")
            .getBytes(UTF_8));

    Round round = phone(GrandstreamKind.GXP21XX).boot();

    assertThat(round.applied()).containsExactly(OWN);
    assertThat(round.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.CHUNKED);
  }

  @Test
  void boot_connections_oneForEachFile() {
    provisioner.user("global", "once").numbered(OWN, "P8467=1").user("unique", "own");

    phone(GrandstreamKind.HT802).boot();

    assertThat(provisioner.requests())
        .extracting(Request::connection)
        .containsExactly(1, 2, 2, 3, 4);
  }

  @Test
  void boot_keepAlive_oneConnection() {
    GrandstreamPhone phone =
        GrandstreamPhone.builder(MAC).kind(GrandstreamKind.HT802).keepAlive(true).build();
    phone.enterManually(provisioner.url(), "global", "once");

    phone.boot();

    assertThat(provisioner.requests()).hasSize(4).allMatch(r -> r.connection() == 1);
  }

  @Test
  void resync_sameFilesAsBoot() {
    provisioner.numbered(OWN, "P30=a");

    assertThat(phone(GrandstreamKind.GXP21XX).resync().trace())
        .containsExactly(BINARY + " 404", OWN + " 200");
  }

  @Test
  void builder_wrongForms_refused() {
    GrandstreamPhoneBuilder builder = GrandstreamPhone.builder(MAC);

    for (List<String> pair : List.of(List.of("a b", "1.0.0.1"), List.of("GRP2614", "1.0"))) {
      assertThatThrownBy(() -> builder.model(pair.get(0), pair.get(1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> builder.userAgent("a\r\nb"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> GrandstreamPhone.builder("c074ad"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
