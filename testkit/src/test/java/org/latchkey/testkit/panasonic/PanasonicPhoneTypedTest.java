package org.latchkey.testkit.panasonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.panasonic.Provisioner.MAC;
import static org.latchkey.testkit.panasonic.Provisioner.OWN;
import static org.latchkey.testkit.panasonic.Provisioner.PCC_LINE;
import static org.latchkey.testkit.panasonic.Provisioner.path;
import static org.latchkey.testkit.panasonic.Provisioner.seen;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;

/** What a person types on the phone's web page. */
class PanasonicPhoneTypedTest {
  private final Provisioner provisioner = new Provisioner().user("global", "once").user(MAC, "own");

  PanasonicPhoneTypedTest() throws IOException {
    provisioner.file(
        OWN,
        path(ConfigUrl.STANDARD, provisioner.url(MAC, "own", "Config{MAC}.cfg")),
        "PHONE_NUMBER_1=\"100\"");
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private PanasonicPhone typed(Kind kind, ConfigUrl field) {
    PanasonicPhone phone = PanasonicPhone.builder(MAC).kind(kind).typedInto(field).build();
    phone.enterManually(provisioner.url(""), "global", "once");
    return phone;
  }

  @Test
  void enterManually_folder_personAddsFile() {
    PanasonicPhone phone = typed(Kind.HDV230, ConfigUrl.MASTER);
    assertThat(phone.storedUrl(ConfigUrl.MASTER))
        .hasValue(provisioner.url("global", "once", "Config{MAC}.cfg"));
    assertThat(phone.holds("global", "once")).isTrue();
  }

  @Test
  void enterManually_masterOnUt_standardIsFilledAndMasterFailsForEver() {
    PanasonicPhone phone = typed(Kind.UT123, ConfigUrl.MASTER);

    assertThat(seen(phone.boot()))
        .containsExactly(OWN + " 401", OWN + " 200 global", OWN + " 401", OWN + " 200 " + MAC);
    assertThat(phone.holds(MAC, "own")).isTrue();
    provisioner.users.remove("global");

    for (int i = 0; i < 3; i++) {
      Round round = phone.resync();
      assertThat(seen(round))
          .containsExactly(OWN + " 401", OWN + " 200 " + MAC, OWN + " 401", OWN + " 401 global");
      assertThat(round.outcome()).isEqualTo(Outcome.UNCHANGED);
    }
  }

  @Test
  void enterManually_standardOnUt_servedCredentialNeverUsed() {
    PanasonicPhone phone = typed(Kind.UT136, ConfigUrl.STANDARD);
    phone.boot();
    assertThat(phone.holds("global", "once")).isTrue();
    provisioner.users.remove("global");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(phone.sipUsers()).containsExactly("100");
  }

  @Test
  void enterManually_standardOnHdv_fileReplacesIt() {
    PanasonicPhone phone = typed(Kind.HDV230, ConfigUrl.STANDARD);
    phone.boot();
    assertThat(phone.holds(MAC, "own")).isTrue();
  }

  @Test
  void enterManually_productField_used() {
    PanasonicPhone phone = typed(Kind.UT123, ConfigUrl.PRODUCT);
    phone.boot();
    assertThat(phone.holds(MAC, "own")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"UT123, typed", "UDS124, typed", "HDV330, file", "TGP600, file"})
  void setInWeb_fileNamesIt_familyDecides(Kind kind, String winner) {
    provisioner.file(OWN, "A=\"file\"");
    PanasonicPhone phone = typed(kind, ConfigUrl.MASTER);
    phone.setInWeb("A", "typed");
    phone.boot();
    assertThat(phone.config("A")).hasValue(winner);
  }

  @Test
  void setInWeb_tgp500_typedOutranks() {
    provisioner.files.put(OWN, PCC_LINE + "\r\nA=\"file\"\r\n\r\n");
    PanasonicPhone phone = typed(Kind.TGP500, ConfigUrl.MASTER);
    phone.setInWeb("A", "typed");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.config("A")).hasValue("typed");
  }

  @ParameterizedTest
  @EnumSource(names = {"UT123", "HDV230"})
  void setInWeb_afterFile_countsAtOnce(Kind kind) {
    provisioner.file(OWN, "A=\"file\"");
    PanasonicPhone phone = typed(kind, ConfigUrl.MASTER);
    phone.boot();
    phone.setInWeb("A", "typed");
    assertThat(phone.config("A")).hasValue("typed");
  }

  @Test
  void setInWeb_hdvAndSameFileAgain_fileWins() {
    provisioner.file(OWN, "A=\"file\"");
    PanasonicPhone phone = typed(Kind.HDV230, ConfigUrl.MASTER);
    phone.boot();
    phone.setInWeb("A", "typed");
    assertThat(phone.boot().changedKeys()).containsExactly("A");
    assertThat(phone.config("A")).hasValue("file");
  }

  @Test
  void enterManually_again_replacesCredential() {
    PanasonicPhone phone = typed(Kind.UT123, ConfigUrl.MASTER);
    phone.enterManually(provisioner.url(""), "other", "pass");
    assertThat(phone.holds("other", "pass")).isTrue();
  }

  @Test
  void factoryReset_typedValuesGone() {
    PanasonicPhone phone = typed(Kind.UT123, ConfigUrl.STANDARD);
    phone.factoryReset();
    assertThat(phone.storedUrl(ConfigUrl.STANDARD)).isEmpty();
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.NOT_DUE);
  }

  @Test
  void webLogin_factoryThenServed() {
    PanasonicPhone phone = typed(Kind.HDV230, ConfigUrl.MASTER);
    assertThat(phone.webLogin("admin", "adminpass")).isTrue();
    assertThat(phone.webLogin("user", "")).isTrue();
    provisioner.file(OWN, "ADMIN_PASS=\"secret1\"", "USER_ID=\"u\"", "USER_PASS=\"secret2\"");
    phone.boot();
    assertThat(phone.webLogin("admin", "adminpass")).isFalse();
    assertThat(phone.webLogin("admin", "secret1")).isTrue();
    assertThat(phone.webLogin("user", "")).isFalse();
    assertThat(phone.webLogin("u", "secret2")).isTrue();
  }
}
