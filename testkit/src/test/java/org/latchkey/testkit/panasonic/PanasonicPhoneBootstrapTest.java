package org.latchkey.testkit.panasonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.panasonic.Provisioner.MAC;
import static org.latchkey.testkit.panasonic.Provisioner.OWN;
import static org.latchkey.testkit.panasonic.Provisioner.asked;
import static org.latchkey.testkit.panasonic.Provisioner.path;
import static org.latchkey.testkit.panasonic.Provisioner.seen;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer.Request;

class PanasonicPhoneBootstrapTest {
  private static final String MODEL_FILE = "KX-HDV230.cfg";

  private final Provisioner provisioner = new Provisioner();
  private final PanasonicPhone phone = PanasonicPhone.builder(MAC).build();

  PanasonicPhoneBootstrapTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private void offer(Source source) {
    phone.offer(source, provisioner.url(source.name() + "/"));
  }

  private List<String> targets(PanasonicPhone which) {
    which.boot();
    return provisioner.requests().stream().map(Request::target).toList();
  }

  @Test
  void boot_nobodyOffers_notDue() {
    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.NOT_DUE);
    assertThat(round.exchanges()).isEmpty();
    assertThat(phone.storedUser()).isEmpty();
  }

  @Test
  void boot_allSourcesOffer_onlyTheFirstAsked() {
    for (Source source : Source.values()) {
      offer(source);
    }
    assertThat(phone.bootstrapSource()).hasValue(Source.PNP);
    assertThat(targets(phone)).containsExactly("/cfg/PNP/" + MODEL_FILE);
  }

  @Test
  void bootstrapSource_oneMoreOffers_strongerTaken() {
    PanasonicPhone other = PanasonicPhone.builder(MAC).build();
    Source[] weakestFirst = {
      Source.REDIRECT, Source.OPTION_66, Source.OPTION_159, Source.OPTION_160, Source.PNP
    };
    for (Source source : weakestFirst) {
      other.offer(source, provisioner.url(source.name() + "/"));
      assertThat(other.bootstrapSource()).hasValue(source);
    }
  }

  @Test
  void boot_modelFile_noMacInPathButInUserAgent() {
    offer(Source.OPTION_66);
    phone.boot();

    Request request = provisioner.requests().get(0);
    assertThat(request.target()).isEqualTo("/cfg/OPTION_66/KX-HDV230.cfg");
    assertThat(request.header("User-Agent")).hasValue("Panasonic_KX-HDV230/01.103 (" + MAC + ")");
  }

  @ParameterizedTest
  @EnumSource(names = {"UT123", "UT136", "TGP500", "UDS124"})
  void bootstrapSource_olderKinds_option66AndRedirectOnly(Kind kind) {
    PanasonicPhone old = PanasonicPhone.builder(MAC).kind(kind).build();
    old.offer(Source.PNP, provisioner.url("pnp/"));
    old.offer(Source.OPTION_160, provisioner.url("160/"));
    old.offer(Source.OPTION_159, provisioner.url("159/"));
    assertThat(old.bootstrapSource()).isEmpty();
    assertThat(old.redirect(provisioner.url(""), "global", "once")).isTrue();
    old.offer(Source.OPTION_66, provisioner.url("66/"));
    assertThat(old.bootstrapSource()).hasValue(Source.OPTION_66);
  }

  @ParameterizedTest
  @CsvSource({
    "OPTION_160, '', /KX-HDV230.cfg",
    "OPTION_159, /pana, /pana/KX-HDV230.cfg",
    "OPTION_160, /pana/, /pana/KX-HDV230.cfg",
    "OPTION_160, /pana/Config{MAC}.cfg, /pana/ConfigBCC342AABBCC.cfg",
    "OPTION_66, /pana/, /pana/KX-HDV230.cfg",
    "OPTION_66, /pana/x.cfg, /pana/x.cfg",
    "PNP, /pana, /pana/KX-HDV230.cfg",
    "PNP, '/{mac}/', /bcc342aabbcc/KX-HDV230.cfg",
    "REDIRECT, /b/{MAC}, /b/BCC342AABBCC",
    "REDIRECT, /b/, /b/KX-HDV230.cfg",
    "REDIRECT, '', /KX-HDV230.cfg"
  })
  void boot_offer_turnsIntoRequest(Source source, String offered, String target) {
    phone.offer(source, provisioner.server.url(offered));
    assertThat(targets(phone)).containsExactly(target);
  }

  @ParameterizedTest
  @EnumSource(names = {"OPTION_160", "OPTION_66"})
  void boot_option67_replacesModelFile(Source source) {
    phone.offer(source, provisioner.url("pana"));
    phone.offerBootFile("boot-{MODEL}.cfg");
    assertThat(targets(phone)).containsExactly("/cfg/pana/boot-KX-HDV230.cfg");
  }

  @Test
  void boot_option67WithPnp_notUsed() {
    phone.offer(Source.PNP, provisioner.url(""));
    phone.offerBootFile("boot.cfg");
    assertThat(targets(phone)).containsExactly("/cfg/" + MODEL_FILE);
  }

  @Test
  void boot_option66WithoutScheme_tftpNotHttp() {
    phone.offer(Source.OPTION_66, provisioner.server.authority());

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.notes()).anyMatch(n -> n.contains("TFTP"));
    assertThat(provisioner.requests()).isEmpty();
  }

  @Test
  void boot_macros_caseSensitiveUnknownStay() {
    phone.offer(
        Source.REDIRECT,
        provisioner.server.url("/{MAC}/{mac}/{Mac}/{MODEL}/{model}/{fwver}/{FWVER}/{x}/c.cfg"));
    assertThat(targets(phone))
        .containsExactly(
            "/BCC342AABBCC/bcc342aabbcc/{Mac}/KX-HDV230/{model}/01.103/{FWVER}/{x}/c.cfg");
  }

  @Test
  void boot_stub_standardFileFollowsAtOnce() {
    provisioner
        .file(
            MODEL_FILE,
            path(ConfigUrl.STANDARD, provisioner.url("global", "once", "Config{MAC}.cfg")))
        .file(OWN, "PHONE_NUMBER_1=\"100\"")
        .user("global", "once");
    assertThat(phone.redirect(provisioner.url(""), "global", "once")).isTrue();

    assertThat(seen(phone.boot()))
        .containsExactly(
            MODEL_FILE + " 401", MODEL_FILE + " 200 global", OWN + " 401", OWN + " 200 global");
    assertThat(phone.sipUsers()).containsExactly("100");
  }

  @Test
  void boot_everyTime_bootstrapAgain() {
    provisioner.file(MODEL_FILE, "A=\"1\"");
    offer(Source.OPTION_160);

    assertThat(asked(phone.boot())).containsExactly(MODEL_FILE);
    assertThat(asked(phone.boot())).containsExactly(MODEL_FILE);
  }

  @Test
  void resync_fileHasAddress_noBootstrap() {
    provisioner.file(MODEL_FILE, path(ConfigUrl.STANDARD, provisioner.url(OWN))).file(OWN);
    offer(Source.OPTION_160);
    phone.boot();

    assertThat(asked(phone.resync())).containsExactly(OWN);
    assertThat(asked(phone.boot())).containsExactly(MODEL_FILE, OWN);
  }

  @Test
  void resync_nothingHasAddress_bootstrapAgain() {
    offer(Source.OPTION_160);
    phone.boot();
    assertThat(asked(phone.resync())).containsExactly(MODEL_FILE);
  }

  @ParameterizedTest
  @CsvSource({
    "HDV230, OPTION_160, OPTION160_PROV_ENABLE",
    "HDV330, OPTION_159, OPTION159_PROV_ENABLE",
    "HDV230, OPTION_66, OPTION66_ENABLE",
    "HDV230, OPTION_66, OPTION66_REBOOT",
    "UT123, OPTION_66, OPTION66_ENABLE",
    "UT136, OPTION_66, OPTION66_REBOOT",
    "TGP600, OPTION_160, OPTION160_PROV_ENABLE",
    "UDS124, OPTION_66, OPTION66_ENABLE"
  })
  void boot_servedConfigSwitchesOff_askedNoMore(Kind kind, Source source, String name) {
    PanasonicPhone served = PanasonicPhone.builder(MAC).kind(kind).model("KX-X1", "1.1").build();
    provisioner.file("KX-X1.cfg", name + "=\"N\"");
    served.offer(source, provisioner.url(""));

    assertThat(served.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(served.bootstrapSource()).isEmpty();
    assertThat(served.boot().outcome()).isEqualTo(Outcome.NOT_DUE);

    served.factoryReset();
    assertThat(served.bootstrapSource()).hasValue(source);
  }

  @Test
  void boot_strongestSwitchedOff_nextSourceHeard() {
    provisioner.file(MODEL_FILE, "OPTION160_PROV_ENABLE=\"N\"");
    offer(Source.OPTION_160);
    offer(Source.OPTION_66);
    phone.boot();
    assertThat(phone.bootstrapSource()).hasValue(Source.OPTION_66);
  }

  @Test
  void boot_flatPnp_noKnownSwitchStopsIt() {
    provisioner.file(
        MODEL_FILE,
        "OPTION66_ENABLE=\"N\"",
        "OPTION159_PROV_ENABLE=\"N\"",
        "OPTION160_PROV_ENABLE=\"N\"",
        "SIPPNP_ENABLE=\"N\"");
    offer(Source.PNP);
    phone.boot();
    assertThat(phone.bootstrapSource()).hasValue(Source.PNP);
  }

  @Test
  void redirect_flatWithAddress_notAskedUntilReset() {
    provisioner.file(MODEL_FILE, path(ConfigUrl.STANDARD, provisioner.url(OWN))).file(OWN);
    assertThat(phone.redirect(provisioner.url(""), "global", "once")).isTrue();
    phone.boot();

    assertThat(phone.redirect(provisioner.url(""), "global", "once")).isFalse();
    assertThat(asked(phone.boot())).containsExactly(OWN);
    phone.factoryReset();
    assertThat(phone.bootstrapSource()).hasValue(Source.REDIRECT);
  }

  @Test
  void redirect_dhcpOffersToo_notAsked() {
    offer(Source.OPTION_66);
    assertThat(phone.redirect(provisioner.url(""), "global", "once")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"OPTION_66", "REDIRECT"})
  void boot_bootstrapReturns_everyTimeWithGlobalPassWhateverIsServed(Source source) {
    PanasonicPhone stubborn =
        PanasonicPhone.builder(MAC).kind(Kind.UT123).bootstrapReturns(true).build();
    String unique = provisioner.url(MAC, "own", OWN);
    String[] lines = {
      path(ConfigUrl.STANDARD, unique), "OPTION66_ENABLE=\"N\"", "OPTION66_REBOOT=\"N\""
    };
    provisioner
        .user("global", "once")
        .user(MAC, "own")
        .file("KX-UT123.cfg", lines)
        .file(OWN, lines);
    stubborn.offer(source, provisioner.url("global", "once", ""));
    stubborn.boot();
    provisioner.users.remove("global");

    Round round = stubborn.boot();

    assertThat(seen(round))
        .containsExactly(
            "KX-UT123.cfg 401", "KX-UT123.cfg 401 global", OWN + " 401", OWN + " 200 " + MAC);
    assertThat(round.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(stubborn.holds(MAC, "own")).isTrue();
  }

  @Test
  void boot_provisioningOff_nothingAsked() {
    provisioner.file(MODEL_FILE, "PROVISION_ENABLE=\"N\"");
    offer(Source.OPTION_66);
    phone.boot();

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.NOT_DUE);
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.NOT_DUE);
    assertThat(phone.nextWakeUp()).isEmpty();
    assertThat(provisioner.requests()).hasSize(1);
  }

  @Test
  void offerNothing_afterOffers_silence() {
    offer(Source.OPTION_66);
    phone.offerNothing();
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.NOT_DUE);
  }
}
