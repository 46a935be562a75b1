package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.SimulatedPhone;

/** What may happen around a phone: neighbours, another entry or owner, odd addresses. */
abstract class ChangeWalks extends OutageWalks {

  /** What it does when it was reset and nobody has armed it. */
  Outcome afterRefusedReset() {
    return afterRefusal();
  }

  /** What a healthy phone does when somebody types the global pass. */
  Outcome afterTypedPass() {
    return afterRefusal();
  }

  /** The requests after which power is cut or answers are lost. */
  abstract int requestsOfFirstBoot();

  IntStream cuts() {
    return IntStream.of(1, 2, requestsOfFirstBoot() / 2, requestsOfFirstBoot()).distinct();
  }

  /** While one is in the dark the other boots, and the first goes on. */
  @ParameterizedTest
  @MethodSource("cuts")
  void twoPhonesOneAddress_interleaved_bothProvisioned(int request) throws Exception {
    SimulatedPhone one = enrolled();
    SimulatedPhone other = enrolled();
    redirect(one);
    redirect(other);
    boot(one, new Fault.PowerCutAfterAnswer(request));
    boot(other, new Fault.PowerCutAfterAnswer(request));
    boot(one);
    boot(other);
    assertRecovers(other);
    assertRecovers(one);
  }

  @Test
  void fourPhonesOneAddress_atOnce_allProvisioned() throws Exception {
    cell().isNotCounted();
    List<SimulatedPhone> phones = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      phones.add(enrolled());
      redirect(phones.get(i));
    }
    ExecutorService threads = Executors.newFixedThreadPool(phones.size());
    try {
      List<Future<?>> boots = new ArrayList<>();
      phones.forEach(phone -> boots.add(threads.submit(() -> boot(phone))));
      for (Future<?> boot : boots) {
        boot.get();
      }
    } finally {
      threads.shutdown();
    }
    for (SimulatedPhone phone : phones) {
      assertRecovers(phone);
    }
  }

  @Test
  void twoPhonesOneAddress_oneRefused_otherNotDisturbed() throws Exception {
    SimulatedPhone wrong = enrolled();
    SimulatedPhone right = enrolled();
    redirect(right);
    for (int i = 0; i < 5; i++) {
      wrong.enterManually(
          server().publicUrl().toString(), server().globalPass().username(), "not-the-password");
      assertThat(boot(wrong).outcome()).isEqualTo(afterRefusal());
      boot(right);
    }
    assertThat(state(wrong)).isEqualTo("armed");
    assertThat(state(right)).isEqualTo("provisioned");
    assertRecovers(right);
    enterGlobalPass(wrong, server().publicUrl().toString());
    boot(wrong);
    assertRecovers(wrong);
  }

  @Test
  void recordMadeAnew_oldCredential_opensNothingUntilReset() throws Exception {
    SimulatedPhone phone = provisioned();
    String device = "devices/" + phone.mac();
    assertThat(management().call("DELETE", device, "").status()).isEqualTo(204);
    assertThat(boot(phone).outcome()).isEqualTo(afterRefusal());
    String entry = device(phone.mac(), product(), "300");
    assertThat(management().call("POST", "devices", entry).status()).isEqualTo(201);
    assertThat(boot(phone).outcome()).isEqualTo(afterRefusal());
    assertThat(state(phone)).isEqualTo("armed");
    phone.factoryReset();
    redirect(phone);
    boot(phone);
    assertThat(phone.sipUsers()).containsExactly("300");
    assertRecovers(phone);
  }

  @Test
  void domainMoved_insideTheReseller_keepsItsCredential() throws Exception {
    SimulatedPhone phone = provisioned();
    move(phone, "shop.example", "west");
    assertThat(state(phone)).isEqualTo("provisioned");
    assertThat(resync(phone).outcome()).isIn(Outcome.UNCHANGED, Outcome.APPLIED);
    assertRecovers(phone);
  }

  @Test
  void domainMoved_insideTheResellerDuringFirstBoot_provisionedAfterAll() throws Exception {
    SimulatedPhone phone = delivered();
    move(phone, "shop.example", "west");
    assertThat(state(phone)).isEqualTo("issued");
    assertRecovers(phone);
  }

  @Test
  void domainMoved_toAnotherReseller_lockedUntilArmed() throws Exception {
    SimulatedPhone phone = provisioned();
    move(phone, "east.example", "east");
    assertThat(state(phone)).isEqualTo("locked");
    assertThat(boot(phone).outcome()).isEqualTo(afterRefusal());
    assertThat(state(phone)).isEqualTo("locked");
    assertRecoversWhenArmed(phone);
  }

  @Test
  void domainMoved_toAnotherResellerDuringFirstBoot_lockedUntilArmed() throws Exception {
    SimulatedPhone phone = delivered();
    move(phone, "east.example", "east");
    boot(phone);
    assertThat(phone.sipUsers()).isEmpty();
    assertThat(state(phone)).isEqualTo("locked");
    assertRecoversWhenArmed(phone);
  }

  private void move(SimulatedPhone phone, String domain, String reseller) throws Exception {
    String entry = device(phone.mac(), product(), "100", domain, reseller);
    assertThat(management().call("PUT", "devices/" + phone.mac(), entry).status()).isEqualTo(200);
  }

  /** Some phones take it for the address of one file. */
  @Test
  void address_typedWithoutSlash_provisioned() throws Exception {
    SimulatedPhone phone = Habits.withFileForAddress(this).orElse(enrolled());
    enterGlobalPass(phone, addressWithoutSlash());
    boot(phone);
    assertRecovers(phone);
  }

  /** What they ask for then is not below our address, and they go on when it was typed right. */
  @Test
  void address_typedWithoutSlashAndItsEndLost_provisionedWhenTypedRight() throws Exception {
    if (Habits.withFileForAddress(this).isEmpty()) {
      cell().notApplicable("its simulated phones put the slash there, or ask the address itself");
      return;
    }
    SimulatedPhone phone = enrolled();
    enterGlobalPass(phone, addressWithoutSlash());
    boot(phone);
    assertThat(state(phone)).isEqualTo("armed");
    assertThat(phone.sipUsers()).isEmpty();
    enterGlobalPass(phone, server().publicUrl().toString());
    boot(phone);
    assertRecovers(phone);
  }

  private String addressWithoutSlash() {
    return server().publicUrl().toString().replaceAll("/$", "");
  }

  @Test
  void firstFile_withoutAnyMac_provisioned() throws Exception {
    Optional<SimulatedPhone> phone = Habits.withoutMac(this);
    if (phone.isEmpty()) {
      cell().notApplicable("header or first file of its simulated phones always names the MAC");
      return;
    }
    redirect(phone.get());
    boot(phone.get());
    assertRecovers(phone.get());
  }

  /** For ever: weeks of it, a holiday, a rotation, and a reset that somebody has asked for. */
  @Test
  void bootstrapAddress_backAtEveryBoot_neverOpensAgainAndHarmsNothing() throws Exception {
    SimulatedPhone phone = Habits.bootstrapAtEveryBoot(this);
    offer(phone);
    boot(phone);
    assertRecovers(phone);
    for (int day = 0; day < 7; day++) {
      clock().advance(Duration.ofDays(day == 4 ? 30 : 1));
      offer(phone);
      assertThat(boot(phone).outcome()).isEqualTo(Outcome.UNCHANGED);
      assertThat(state(phone)).isEqualTo("provisioned");
      assertThat(phone.storedUser()).contains(phone.mac());
    }
    assertThat(events(phone)).doesNotContain("NeedsArming", "Contested");
    act(phone, "rotate");
    offer(phone);
    boot(phone);
    assertRecovers(phone);
    act(phone, "arm");
    phone.factoryReset();
    offer(phone);
    boot(phone);
    assertRecovers(phone);
  }

  /** The redirect service would tell the phone the same again, if it asks. */
  private void offer(SimulatedPhone phone) {
    phone.redirect(server().publicUrl().toString(), server().globalPass().username(), password());
  }
}
