package org.latchkey.testkit.grandstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.grandstream.Provisioner.BINARY;
import static org.latchkey.testkit.grandstream.Provisioner.MAC;
import static org.latchkey.testkit.grandstream.Provisioner.OWN;
import static org.latchkey.testkit.grandstream.Provisioner.gs;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;

class GrandstreamPhoneFilesTest {
  private final Provisioner provisioner = new Provisioner();

  GrandstreamPhoneFilesTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private GrandstreamPhone phone(GrandstreamPhoneBuilder builder) {
    GrandstreamPhone phone = builder.build();
    phone.enterManually(provisioner.url(), "global", "once");
    return phone;
  }

  private GrandstreamPhone phone(GrandstreamKind kind) {
    return phone(GrandstreamPhone.builder(MAC).kind(kind));
  }

  private static final String CREDENTIAL =
      "<config version=\"1\"><P1360>unique</P1360><P1361>own</P1361></config>";

  static List<String> rejected() {
    String good = gs(CREDENTIAL);
    return List.of(
        gs("<mac>c074ad150b89</mac>" + CREDENTIAL),
        gs("<mac></mac>" + CREDENTIAL),
        good.replace("<gs_provision version=\"1\">", "<gs_provision>"),
        good.replace("<config version=\"1\">", "<config>"),
        good.replace("UTF-8", "ISO-8859-1"),
        good.replace("UTF-8", "us-ascii"),
        good.replace("gs_provision", "provision"),
        good.replace("</config>", ""),
        good.replace("own", "&own;"),
        good.replace("<gs_", "<!DOCTYPE gs_provision><gs_"),
        "not encrypted, not XML",
        "");
  }

  @ParameterizedTest
  @MethodSource("rejected")
  void boot_fileOfWrongForm_rejectedAsAWholeAndNextFileAsked(String content) {
    provisioner.file(OWN, content);
    GrandstreamPhone phone = phone(GrandstreamKind.HT802);

    Round round = phone.boot();

    assertThat(phone.holds("global", "once")).isTrue();
    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.BAD_XML);
    assertThat(round.trace())
        .containsExactly(BINARY + " 404", OWN + " 200", "cfg.xml 404", "cfght802.xml 404");
    assertThat(round.toString()).doesNotContain("own");
  }

  @ParameterizedTest
  @ValueSource(strings = {"c074ad150b88", "C074AD150B88"})
  void boot_ownMacInFile_taken(String mac) {
    provisioner.file(OWN, gs("<mac>" + mac + "</mac>" + CREDENTIAL));
    GrandstreamPhone phone = phone(GrandstreamKind.GXP21XX);

    phone.boot();

    assertThat(phone.holds("unique", "own")).isTrue();
  }

  @Test
  void boot_noEncodingDeclared_taken() {
    provisioner.file(OWN, gs(CREDENTIAL).replace(" encoding=\"UTF-8\"", ""));

    assertThat(phone(GrandstreamKind.HT802).boot().applied()).containsExactly(OWN);
  }

  @Test
  void boot_escapesCommentsAndUmlauts_read() {
    provisioner.file(
        OWN,
        gs(
            "<!-- site --><config version=\"1\"><P270>K\u00fcche &amp; &lt;B&gt; &#34;x&quot;"
                + "</P270><!-- end --></config>"));
    GrandstreamPhone phone = phone(GrandstreamKind.HT802);

    phone.boot();

    assertThat(phone.config("P270")).hasValue("K\u00fcche & <B> \"x\"");
  }

  @ParameterizedTest
  @EnumSource(GrandstreamKind.class)
  void boot_numbersUnderVersion2_silentlyIgnored(GrandstreamKind kind) {
    provisioner.file(OWN, gs(CREDENTIAL.replace("version=\"1\"", "version=\"2\"")));
    GrandstreamPhone phone = phone(kind);

    Round round = phone.boot();

    assertThat(phone.holds("global", "once")).isTrue();
    assertThat(round.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(round.defects()).isEmpty();
    assertThat(round.notes()).contains(OWN + ": P1360 is of the other grammar");
  }

  @Test
  void boot_namesUnderVersion1_silentlyIgnored() {
    provisioner.file(
        OWN,
        gs("<config version=\"1\"><item name=\"provisioning.config.username\">x</item></config>"));
    GrandstreamPhone phone = phone(GrandstreamKind.GRP26XX);

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(phone.storedUser()).hasValue("global");
  }

  @ParameterizedTest
  @EnumSource(names = {"HT802", "HT80X_V2", "GXP_XML_FIRST", "GXW42XX"})
  void boot_namesOnKindWithNumbersOnly_ignored(GrandstreamKind kind) {
    provisioner.named(OWN, "provisioning.config.username=unique");
    GrandstreamPhone phone = phone(kind);

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(phone.storedUser()).hasValue("global");
  }

  @ParameterizedTest
  @EnumSource(names = {"GXP21XX", "GRP26XX", "GRP2601W", "WP8XX"})
  void boot_camelCaseNames_takenAndLowerCaseWithoutEffect(GrandstreamKind kind) {
    provisioner.named(
        OWN,
        "provisioning.config.username=unique",
        "provisioning.config.password=own",
        "provisioning.config.protocol=HTTP",
        "provisioning.config.serverPath=example.net/x",
        "account.2.enable=Yes",
        "account.2.sip.userid=200",
        "security.validate.servercertificate=1");
    GrandstreamPhone phone = phone(kind);

    phone.boot();

    assertThat(phone.holds("unique", "own")).isTrue();
    assertThat(phone.storedUrl()).isEqualTo("http://example.net/x");
    assertThat(phone.sipUsers()).containsExactly("200");
    assertThat(phone.checksServer()).isFalse();
  }

  @Test
  void boot_hotelPhone_lowerCaseNamesOnly() {
    provisioner.named(
        OWN,
        "provisioning.config.serverPath=example.net/wrong",
        "provisioning.override.dhcp.allowcommonoptions=No",
        "account.1.enable=1",
        "account.1.sip.userid=100",
        "account.2.enable=1",
        "account.2.sip.userId=200");
    GrandstreamPhone phone = phone(GrandstreamKind.GHP6XX);

    Round round = phone.boot();

    assertThat(phone.storedUrl()).isEqualTo("http://" + provisioner.path());
    assertThat(phone.asksDhcp()).isFalse();
    assertThat(phone.sipUsers()).containsExactly("100");
    assertThat(round.notes())
        .contains(OWN + ": provisioning.config.serverPath is not known in this spelling");
  }

  @Test
  void boot_itemInParts_nameJoined() {
    provisioner.file(
        OWN,
        gs(
            "<config version=\"2\"><item name=\"provisioning.config\">\n"
                + "<part name=\"username\">unique</part><part name=\"password\">own</part>\n"
                + "</item><item name=\"pks.vpk.3\"><part name=\"keyMode\">BLF</part></item>"
                + "</config>"));
    GrandstreamPhone phone = phone(GrandstreamKind.GRP26XX);

    phone.boot();

    assertThat(phone.holds("unique", "own")).isTrue();
    assertThat(phone.config("pks.vpk.3.keyMode")).hasValue("BLF");
    assertThat(phone.configuration()).doesNotContainKey("provisioning.config");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P2", "P34", "P1359", "P1361"})
  void boot_emptyMandatoryValue_oldOneStays(String name) {
    provisioner.numbered(OWN, name + "=before");
    GrandstreamPhone phone = phone(GrandstreamKind.HT802);
    phone.boot();
    provisioner.numbered(OWN, name + "=");

    Round round = phone.boot();

    assertThat(phone.config(name)).hasValue("before");
    assertThat(round.outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void boot_emptyUser_cleared() {
    provisioner.numbered(OWN, "P1360=");
    GrandstreamPhone phone = phone(GrandstreamKind.HT802);

    phone.boot();

    assertThat(phone.storedUser()).isEmpty();
    assertThat(phone.holds("", "once")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"GHP6XX, provisioning.config.serverpath", "WP8XX, provisioning.config.serverPath"})
  void boot_emptyItem_backToDefault(GrandstreamKind kind, String path) {
    provisioner.named(OWN, path + "=", "provisioning.config.password=");
    GrandstreamPhone phone = phone(kind);

    phone.boot();

    assertThat(phone.asksRedirect()).isTrue();
    assertThat(phone.storedUser()).isEmpty();
  }

  @Test
  void boot_emptyItemOnDeskPhone_passwordStays() {
    provisioner.named(OWN, "provisioning.config.password=");
    GrandstreamPhone phone = phone(GrandstreamKind.GRP26XX);

    phone.boot();

    assertThat(phone.holds("global", "once")).isTrue();
  }

  /** MAC 000b82123456, P271=1, P270="Desk 1", P1360="u+1", P1361="p&1". */
  @Test
  void boot_binaryFile_appliedAndXmlAskedWithItsCredential() {
    String mac = "000b82123456";
    provisioner.files.put("cfg" + mac, BinaryFileTest.VECTOR_2);
    provisioner.user("u+1", "p&1").numbered("cfg" + mac + ".xml", "P35=100");
    GrandstreamPhone phone = phone(GrandstreamPhone.builder(mac).kind(GrandstreamKind.HT802));

    Round round = phone.boot();

    assertThat(round.applied()).containsExactly("cfg" + mac, "cfg" + mac + ".xml");
    assertThat(round.last("cfg" + mac + ".xml").orElseThrow().user()).hasValue("u+1");
    assertThat(phone.config("P270")).hasValue("Desk 1");
    assertThat(phone.sipUsers()).containsExactly("100");
  }

  @Test
  void boot_binaryFileWithNewPath_xmlAskedThere() {
    provisioner.files.put(
        BINARY,
        BinaryFileTest.file(
            MAC, "P237=" + provisioner.server.authority().replace(":", "%3A") + "%2Fnew"));
    GrandstreamPhone phone = phone(GrandstreamKind.HT802);

    phone.boot();

    assertThat(provisioner.targets())
        .containsExactly("/cfg/" + BINARY, "/new/" + OWN, "/new/cfg.xml", "/new/cfght802.xml");
  }

  @Test
  void boot_binaryFileWithNewPathFromDhcp_placeOfDhcpStays() {
    provisioner.files.put(BINARY, BinaryFileTest.file(MAC, "P237=h.example.net%2Fnew"));
    GrandstreamPhone phone = phone(GrandstreamKind.HT802);
    phone.dhcp(provisioner.url());

    phone.boot();

    assertThat(provisioner.targets()).hasSize(4).allMatch(t -> t.startsWith("/cfg/"));
  }

  @Test
  void boot_binaryFileForOther_rejectedAndXmlAsked() {
    provisioner.files.put(BINARY, BinaryFileTest.VECTOR_2);
    provisioner.numbered(OWN, "P30=a");
    GrandstreamPhone phone = phone(GrandstreamKind.HT802);

    Round round = phone.boot();

    assertThat(phone.storedUser()).hasValue("global");
    assertThat(round.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.BAD_XML);
    assertThat(round.applied()).containsExactly(OWN);
  }

  @Test
  void boot_encryptedFile_takenWithKeyOnly() {
    provisioner.files.put(OWN, Base64.getDecoder().decode(XmlCipherTest.VECTOR));
    GrandstreamPhone phone = phone(GrandstreamKind.HT802);
    assertThat(phone.boot().defects())
        .containsExactly(
            new Defect(Defect.Kind.BAD_XML, OWN + ": encrypted, and no file password is stored"));

    provisioner.numbered("cfg.xml", "P1359=gs-Test-1359");
    phone.boot();
    assertThat(phone.holds("global", "once")).isTrue();

    phone.boot();
    assertThat(phone.holds("u1", "p1")).isTrue();
  }

  @Test
  void boot_encryptedWithOtherKey_rejected() {
    provisioner.files.put(OWN, Base64.getDecoder().decode(XmlCipherTest.VECTOR));
    provisioner.numbered("cfg.xml", "P1359=gs-Test-1358");
    GrandstreamPhone phone = phone(GrandstreamKind.HT802);
    phone.boot();

    Round round = phone.boot();

    assertThat(round.failed()).containsExactly(OWN);
    assertThat(phone.holds("global", "once")).isTrue();
    assertThat(round.toString()).doesNotContain("1358");
  }

  @Test
  void boot_plainFileDespiteKey_takenUnlessBuiltOtherwise() {
    provisioner.numbered(OWN, "P1359=key");
    GrandstreamPhone lenient = phone(GrandstreamKind.HT802);
    GrandstreamPhone strict =
        phone(GrandstreamPhone.builder(MAC).kind(GrandstreamKind.HT802).refusesPlain(true));
    lenient.boot();
    strict.boot();
    provisioner.file(OWN, gs(CREDENTIAL));

    assertThat(lenient.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(strict.boot().failed()).containsExactly(OWN);
    assertThat(strict.holds("global", "once")).isTrue();
  }

  @Test
  void boot_byteOrderMark_taken() {
    provisioner.files.put(OWN, ("\ufeff" + gs(CREDENTIAL)).getBytes(UTF_8));

    assertThat(phone(GrandstreamKind.GXP21XX).boot().applied()).containsExactly(OWN);
  }

  @Test
  void boot_changedKeys_namesWithoutValues() {
    provisioner.file(OWN, gs(CREDENTIAL));

    Round round = phone(GrandstreamKind.HT802).boot();

    assertThat(round.changedKeys()).containsExactly("P1360", "P1361");
  }

  @Test
  void webLogin_passwordsFromFile_work() {
    GrandstreamPhone phone = phone(GrandstreamKind.GRP26XX);
    assertThat(phone.webLogin("admin", "admin")).isTrue();
    assertThat(phone.webLogin("user", "")).isFalse();
    provisioner.named(OWN, "users.admin.password=Adm1n", "users.user.password=Us3r");

    phone.boot();

    assertThat(phone.webLogin("admin", "Adm1n")).isTrue();
    assertThat(phone.webLogin("user", "Us3r")).isTrue();
    assertThat(phone.webLogin("admin", "admin")).isFalse();
    assertThat(phone.webLogin("root", "Adm1n")).isFalse();
  }
}
