package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.grandstream.GrandstreamKind;
import org.latchkey.testkit.grandstream.GrandstreamPhone;
import org.latchkey.testkit.grandstream.GrandstreamPhoneBuilder;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.SimulatedPhone;

/** The matrix of boots for an HT802, and what only phones of Grandstream's do. */
class GrandstreamBootMatrixTest extends BootMatrix {

  @Override
  String product() {
    return product("HT802");
  }

  private static String product(String model) {
    return "\"brand\":\"grandstream\",\"model\":\"" + model + "\"";
  }

  @Override
  SimulatedPhone phone(String mac, SSLContext trusted) {
    return builder(mac).build();
  }

  private GrandstreamPhoneBuilder builder(String mac) {
    return GrandstreamPhone.builder(mac).kind(GrandstreamKind.HT802).tls(tls()).waiter(clock());
  }

  @Override
  String macPrefix() {
    return "000b82";
  }

  @Override
  Outcome afterRefusal() {
    return Outcome.FAILED;
  }

  @Override
  int requestsOfFirstBoot() {
    return 14;
  }

  @ParameterizedTest
  @CsvSource({
    "HT802, HT802",
    "HT80X_V2, HT802V2",
    "GXP21XX, GXP2170",
    "GXP_XML_FIRST, GXP2130",
    "GRP26XX, GRP2614",
    "GRP2601W, GRP2601W",
    "GHP6XX, GHP621",
    "GXW42XX, GXW4248",
    "WP8XX, WP826",
  })
  void boot_everyKind_provisioned(GrandstreamKind kind, String model) throws Exception {
    GrandstreamPhone phone = builder(enrol(product(model))).kind(kind).build();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
  }

  /** The path in the configuration is another than the one that was typed. */
  @Test
  void boot_changedPath_showsTheOwnCredentialWithinSecondsAndNothingIsClosed() throws Exception {
    GrandstreamPhone phone = builder(enrol()).build();
    redirect(phone);
    Round first = boot(phone);
    assertThat(first.exchanges())
        .filteredOn(exchange -> exchange.status() == 200)
        .hasSizeGreaterThan(1);
    assertThat(state(phone)).isEqualTo("issued");
    assertThat(phone.storedUser()).contains(phone.mac());
    assertRecovers(phone);
  }

  @Test
  void boot_newCredentialOnlyAtTheNextSchedule_provisionedThen() throws Exception {
    GrandstreamPhone phone = builder(enrol()).asksNewPathAtOnce(false).lateCredential(true).build();
    redirect(phone);
    boot(phone);
    Duration next = phone.nextWakeUp().orElseThrow();
    assertThat(next).isLessThanOrEqualTo(Duration.ofHours(1));
    clock().advance(next);
    phone.resync();
    assertThat(state(phone)).isEqualTo("provisioned");
    assertRecovers(phone);
  }

  @Test
  void boot_lcdPrompt_globalPassTypedThere_provisioned() throws Exception {
    GrandstreamPhone phone =
        builder(enrol(product("GXP2170"))).kind(GrandstreamKind.GXP21XX).build();
    phone.enterManually(server().publicUrl().toString(), "", "");
    assertThat(boot(phone).outcome()).isEqualTo(Outcome.PROMPT);
    phone.answerPrompt(server().globalPass().username(), password());
    assertRecovers(phone);
  }

  /** Six requests a file, twenty-four a pass: no limit may lock such a phone out. */
  @Test
  void boot_wrongPasswordForAnHour_isNotLockedOut() throws Exception {
    GrandstreamPhone phone = builder(enrol()).build();
    phone.enterManually(
        server().publicUrl().toString(), server().globalPass().username(), "not-the-password");
    for (int i = 0; i < 10; i++) {
      boot(phone);
    }
    phone.enterManually(
        server().publicUrl().toString(), server().globalPass().username(), password());
    boot(phone);
    assertRecovers(phone);
  }

  /** What the phone has shown already it may forget: only later does it prove anything. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10})
  void boot_powerCutAfterUseInTheSamePass_provisionedAfterAll(int request) throws Exception {
    GrandstreamPhone phone = builder(enrol()).writesFlashAtEnd(true).build();
    redirect(phone);
    boot(phone, new Fault.PowerCutAfterAnswer(request));
    assertThat(state(phone)).isIn("armed", "issued");
    assertRecovers(phone);
  }

  @Test
  void boot_globalPassFromDhcp_givesWayToTheOwnPassword() throws Exception {
    GrandstreamPhone phone = builder(enrol()).build();
    redirect(phone);
    phone.dhcp(server().publicUrl().toString());
    boot(phone);
    assertThat(phone.asksDhcp()).isFalse();
    assertThat(phone.asksPnp()).isFalse();
    assertRecovers(phone);
  }
}
