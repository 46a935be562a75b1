package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latchkey.admin.ArmOrder;
import org.latchkey.device.MacAddress;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.pass.GlobalPass;
import org.latchkey.pass.GlobalPass.Scope;
import org.latchkey.pass.HarvestPolicy;
import org.latchkey.secret.Credential;

/** Who tries a right pass on MAC after MAC is slowed down; a site of honest phones is not. */
class HarvestTest {
  private static final String THIEF = "198.51.100.7";
  private static final String SITE = "192.0.2.1";
  private static final Duration HOUR = Duration.ofHours(1);

  private final Gate gate = new Gate();

  private static MacAddress mac(int number) {
    return MacAddress.of(String.format("001565%06x", number));
  }

  private int ask(String source, MacAddress mac) {
    return gate.get("/" + mac + ".cfg").from(source).basic(Gate.PASS).status();
  }

  /** Shows the pass for so many MACs that no inventory knows. */
  private void knock(String source, int first, int many) {
    for (int i = first; i < first + many; i++) {
      assertThat(ask(source, mac(i))).isEqualTo(401);
    }
  }

  private List<Event> harvests() {
    return gate.events.stream().filter(e -> e.type() == EventType.HARVEST).toList();
  }

  @Test
  void tenUnknownMacs_thenOneArmedDeviceInTenSeconds() {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    knock(THIEF, 0, 10);

    assertThat(ask(THIEF, Gate.MAC)).isEqualTo(200);
    ProvisioningResponse paced =
        gate.get("/" + Gate.OTHER + ".cfg").from(THIEF).basic(Gate.PASS).send();
    assertThat(paced.status()).isEqualTo(503);
    assertThat(paced.header("Retry-After")).contains("10");
    assertThat(gate.state(Gate.OTHER)).isEqualTo("armed");

    gate.clock.advance(Duration.ofSeconds(9));
    assertThat(ask(THIEF, Gate.OTHER)).isEqualTo(503);
    gate.clock.advance(Duration.ofSeconds(1));
    assertThat(ask(THIEF, Gate.OTHER)).isEqualTo(200);
  }

  @Test
  void nineUnknownMacs_notSuspect() {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    knock(THIEF, 0, 9);
    knock(THIEF, 0, 9);

    assertThat(ask(THIEF, Gate.MAC)).isEqualTo(200);
    assertThat(ask(THIEF, Gate.OTHER)).isEqualTo(200);
    assertThat(harvests()).isEmpty();
  }

  @Test
  void tenUnknownMacs_overMoreThanAnHour_notSuspect() {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    for (int i = 0; i < 30; i++) {
      knock(THIEF, i, 1);
      gate.clock.advance(HOUR.dividedBy(9));
    }

    assertThat(ask(THIEF, Gate.MAC)).isEqualTo(200);
    assertThat(ask(THIEF, Gate.OTHER)).isEqualTo(200);
  }

  @Test
  void tenLockedDevices_countToo() {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    for (int i = 0; i < 10; i++) {
      gate.entered(mac(i), "quick", false);
    }
    knock(THIEF, 0, 10);

    assertThat(ask(THIEF, Gate.MAC)).isEqualTo(200);
    assertThat(ask(THIEF, Gate.OTHER)).isEqualTo(503);
  }

  @Test
  void tenArmingsThatEndedUnused_areLockedDevices() {
    for (int i = 0; i < 10; i++) {
      gate.armed(mac(i));
    }
    gate.clock.advance(Duration.ofDays(8));
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    knock(THIEF, 0, 10);

    assertThat(ask(THIEF, Gate.MAC)).isEqualTo(200);
    assertThat(ask(THIEF, Gate.OTHER)).isEqualTo(503);
  }

  @Test
  void tenHealthyPhones_showThePassAtEachBoot_neverSuspect() {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    for (int i = 0; i < 30; i++) {
      // proven somewhere else: it is the state of the device that counts
      gate.armed(mac(i));
      Credential own = gate.firstBoot(mac(i));
      gate.get("/" + mac(i) + ".cfg").basic(own).send();
    }
    knock(SITE, 0, 30);
    knock(THIEF, 0, 30);

    assertThat(harvests()).isEmpty();
    assertThat(ask(THIEF, Gate.MAC)).isEqualTo(200);
    assertThat(ask(THIEF, Gate.OTHER)).isEqualTo(200);
  }

  @Test
  void tenUnknownMacs_whereADeviceHasProven_notSuspect() {
    gate.provisioned(mac(1_000));
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    knock(SITE, 0, 30);

    assertThat(harvests()).isEmpty();
    assertThat(ask(SITE, Gate.MAC)).isEqualTo(200);
    assertThat(ask(SITE, Gate.OTHER)).isEqualTo(200);
  }

  @Test
  void tenUnknownMacs_proofNineDaysAgo_suspect() {
    gate.provisioned(mac(1_000));
    gate.clock.advance(Duration.ofDays(9));
    knock(SITE, 0, 10);

    assertThat(harvests()).hasSize(1);
  }

  @Test
  void proofUnderAnotherScope_vouchesForNothing() {
    Credential west = Credential.of("westboot", "WestPassword4242");
    gate.passes.add(new GlobalPass("west", scope("west"), west, false));
    Credential east = Credential.of("eastboot", "EastPassword4242");
    gate.passes.add(new GlobalPass("east", scope("east"), east, false));
    gate.armed(Gate.MAC);
    ProvisioningResponse file = gate.get("/" + Gate.MAC + ".cfg").from(SITE).basic(west).send();
    gate.get("/" + Gate.MAC + ".cfg").from(SITE).basic(Gate.carried(file)).send();

    for (int i = 0; i < 10; i++) {
      gate.get("/" + mac(i) + ".cfg").from(SITE).basic(west).send();
      assertThat(harvests()).isEmpty();
    }
    for (int i = 0; i < 10; i++) {
      gate.get("/" + mac(i) + ".cfg").from(SITE).basic(east).send();
    }
    assertThat(harvests()).extracting(Event::detail).containsExactly("pass east");
  }

  @Test
  void suspectUnderOnePass_notUnderAnother() {
    Credential east = Credential.of("eastboot", "EastPassword4242");
    gate.passes.add(new GlobalPass("east", scope("east"), east, false));
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    for (int i = 0; i < 10; i++) {
      gate.get("/" + mac(i) + ".cfg").from(THIEF).basic(east).send();
    }
    assertThat(harvests()).hasSize(1);

    assertThat(ask(THIEF, Gate.MAC)).isEqualTo(200);
    assertThat(ask(THIEF, Gate.OTHER)).isEqualTo(200);
  }

  private static Scope scope(String reseller) {
    return new Scope(Optional.of(reseller), Optional.empty());
  }

  @Test
  void suspect_firstBootThatHasBegun_goesOn() {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    knock(THIEF, 0, 10);
    assertThat(ask(THIEF, Gate.MAC)).isEqualTo(200);
    gate.clock.advance(Duration.ofSeconds(10));
    assertThat(ask(THIEF, Gate.OTHER)).isEqualTo(200);

    for (int i = 0; i < 5; i++) {
      assertThat(ask(THIEF, Gate.MAC)).isEqualTo(200);
      assertThat(ask(THIEF, Gate.OTHER)).isEqualTo(200);
    }
    Credential own =
        Gate.carried(gate.get("/" + Gate.MAC + ".cfg").from(THIEF).basic(Gate.PASS).send());
    assertThat(gate.get("/" + Gate.MAC + ".cfg").from(THIEF).basic(own).status()).isEqualTo(200);
    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
  }

  @Test
  void suspect_takesOverNoFirstBootOfAnotherPlaceFaster() {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    assertThat(ask(SITE, Gate.OTHER)).isEqualTo(200);
    gate.clock.advance(Duration.ofMinutes(3));
    knock(THIEF, 0, 10);

    assertThat(ask(THIEF, Gate.MAC)).isEqualTo(200);
    assertThat(ask(THIEF, Gate.OTHER)).isEqualTo(503);
    assertThat(ask(SITE, Gate.OTHER)).as("the place where it began").isEqualTo(200);
  }

  @Test
  void suspect_joinsNoFirstBootByItsOtherAddressFaster() {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    assertThat(ask(SITE, Gate.OTHER)).isEqualTo(200);
    knock("2001:db8::7", 0, 10);

    assertThat(ask("2001:db8::8", Gate.MAC)).isEqualTo(200);
    assertThat(ask("2001:db8::9", Gate.OTHER)).isEqualTo(503);
    gate.clock.advance(Duration.ofSeconds(10));
    assertThat(ask("2001:db8::9", Gate.OTHER)).isEqualTo(200);
  }

  @Test
  void suspect_headAndPersonalFiles_arePacedToo() {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    knock(THIEF, 0, 10);
    assertThat(ask(THIEF, Gate.MAC)).isEqualTo(200);

    String name = "/" + Gate.OTHER;
    Request head = gate.ask("HEAD", name + ".cfg").from(THIEF).basic(Gate.PASS);
    assertThat(head.status()).isEqualTo(503);
    Request personal = gate.get(name + "-personal.xml").from(THIEF).basic(Gate.PASS);
    assertThat(personal.status()).isEqualTo(503);
  }

  @Test
  void suspect_headThenFile_areOneDevice() {
    gate.armed(Gate.MAC);
    knock(THIEF, 0, 10);

    Request head = gate.ask("HEAD", "/" + Gate.MAC + ".cfg").from(THIEF).basic(Gate.PASS);
    assertThat(head.status()).isEqualTo(200);
    assertThat(ask(THIEF, Gate.MAC)).isEqualTo(200);
  }

  @Test
  void suspect_isToldOnce() {
    knock(THIEF, 0, 40);

    assertThat(harvests()).hasSize(1);
    assertThat(harvests().get(0).source()).isEqualTo(THIEF);
    assertThat(harvests().get(0).detail()).isEqualTo("pass first");
  }

  @Test
  void suspect_forOneDay() {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    knock(THIEF, 0, 10);
    gate.clock.advance(Duration.ofDays(1).minusSeconds(1));
    assertThat(ask(THIEF, Gate.MAC)).isEqualTo(200);
    assertThat(ask(THIEF, Gate.OTHER)).isEqualTo(503);

    gate.clock.advance(Duration.ofSeconds(1));
    assertThat(ask(THIEF, Gate.OTHER)).isEqualTo(200);
    knock(THIEF, 0, 10);
    assertThat(harvests()).hasSize(2);
  }

  @Test
  void suspect_provesADevice_isPacedAllTheSame() {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    gate.armed(mac(2_000));
    knock(THIEF, 0, 10);
    Credential own =
        Gate.carried(gate.get("/" + Gate.MAC + ".cfg").from(THIEF).basic(Gate.PASS).send());
    gate.get("/" + Gate.MAC + ".cfg").from(THIEF).basic(own).send();
    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");

    assertThat(ask(THIEF, Gate.OTHER)).isEqualTo(503);
  }

  @Test
  void suspect_otherPlaces_areNot() {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    knock(THIEF, 0, 10);

    assertThat(ask(SITE, Gate.MAC)).isEqualTo(200);
    assertThat(ask(SITE, Gate.OTHER)).isEqualTo(200);
  }

  @Test
  void suspectSiteOfFiftyArmedPhones_allProvisionedWithinTheHour() {
    List<MacAddress> waiting = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      gate.armed(mac(100 + i));
      waiting.add(mac(100 + i));
    }
    knock(SITE, 0, 10);

    // they were switched on one after the other, and each asks again every 30 seconds
    for (int second = 0; second < 3_600 && !waiting.isEmpty(); second++) {
      int now = second;
      waiting.removeIf(mac -> mac.bits() * 7 % 30 == now % 30 && boots(mac));
      gate.clock.advance(Duration.ofSeconds(1));
    }

    assertThat(waiting).isEmpty();
  }

  private boolean boots(MacAddress mac) {
    ProvisioningResponse response = gate.get("/" + mac + ".cfg").from(SITE).basic(Gate.PASS).send();
    if (response.status() != 200) {
      assertThat(response.status()).isEqualTo(503);
      return false;
    }
    Credential own = Gate.carried(response);
    assertThat(gate.get("/" + mac + ".cfg").from(SITE).basic(own).status()).isEqualTo(200);
    return true;
  }

  @Test
  void suspect_phoneFromThereAdopted_notAnyMore() {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    knock(THIEF, 0, 10);

    gate.latchkey.administration().adopt(Gate.ADMIN, Gate.device(mac(9), "quick", "g"), false);

    assertThat(ask(THIEF, Gate.MAC)).isEqualTo(200);
    assertThat(ask(THIEF, Gate.OTHER)).isEqualTo(200);
  }

  @Test
  void suspect_phoneFromThereEnteredElsewhereAndArmed_notAnyMore() {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    knock(THIEF, 0, 10);
    gate.directory.create(Gate.device(mac(9), "quick", "g"));

    gate.latchkey.administration().arm(Gate.ADMIN, mac(9), ArmOrder.DEFAULT);

    assertThat(ask(THIEF, Gate.MAC)).isEqualTo(200);
    assertThat(ask(THIEF, Gate.OTHER)).isEqualTo(200);
  }

  @Test
  void suspect_anyOtherDeviceArmed_staysSuspect() {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    knock(THIEF, 0, 10);

    gate.armed(mac(3_000));

    assertThat(ask(THIEF, Gate.MAC)).isEqualTo(200);
    assertThat(ask(THIEF, Gate.OTHER)).isEqualTo(503);
  }

  @Test
  void suspect_phonesThatRepeat5xx_notFound() {
    HarvestPolicy quick = new HarvestPolicy(1, HOUR, Duration.ofDays(1), Duration.ofSeconds(10));
    Gate hasty =
        new Gate(
            builder ->
                builder
                    .harvestPolicy(quick)
                    .brands(
                        new TestBrand(
                            "quick",
                            new TestBrand("x", Duration.ZERO).traits().repeatingServerErrors())));
    hasty.armed(Gate.MAC).armed(Gate.OTHER);
    hasty.get("/" + mac(1) + ".cfg").basic(Gate.PASS).send();
    assertThat(hasty.get("/" + Gate.MAC + ".cfg").basic(Gate.PASS).status()).isEqualTo(200);

    assertThat(hasty.get("/" + Gate.OTHER + ".cfg").basic(Gate.PASS).status()).isEqualTo(404);
  }

  @Test
  void clockWentBack_suspectIsNotPacedForLonger() {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    gate.clock.advance(Duration.ofMinutes(1));
    knock(THIEF, 0, 10);
    assertThat(ask(THIEF, Gate.MAC)).isEqualTo(200);

    gate.clock.advance(Duration.ofSeconds(-1));

    assertThat(ask(THIEF, Gate.OTHER)).isEqualTo(200);
  }
}
