package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.server.FaultyStore.Loss;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.SimulatedPhone;

/** What may happen to the server while phones live with it: its clock steps, its store loses. */
abstract class OutageWalks extends MatrixSite {

  /** What the phone does about a second 401. */
  abstract Outcome afterRefusal();

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "P1D", "PT-1H", "P-1D", "P-30D"})
  void clockStep_betweenDeliveryAndProof_provisionedAfterAll(Duration step) throws Exception {
    SimulatedPhone phone = delivered();
    clock().advance(step);
    assertRecovers(phone);
  }

  /** Nothing is forgotten: who sets the clock right has set everything right. */
  @ParameterizedTest
  @ValueSource(strings = {"P30D", "P-30D"})
  void clockStep_betweenDeliveryAndProofUntilSetRight_provisionedThen(Duration step)
      throws Exception {
    SimulatedPhone phone = delivered();
    clock().advance(step);
    boot(phone);
    clock().advance(step.negated());
    assertRecovers(phone);
  }

  @Test
  void clockStep_beyondTheWindowForGood_armingHelps() throws Exception {
    SimulatedPhone phone = delivered();
    clock().advance(Duration.ofDays(30));
    boot(phone);
    assertThat(phone.storedUser()).isNotEqualTo(Optional.of(phone.mac()));
    assertRecoversWhenArmed(phone);
  }

  /** The look-ups of a first boot: with the nonce from before, and the answer from after. */
  @ParameterizedTest
  @MethodSource("stepsInside")
  void clockStep_insideFirstBoot_provisionedAfterAll(int find, Duration step) throws Exception {
    SimulatedPhone phone = enrolled();
    redirect(phone);
    store().atFind(find, () -> clock().advance(step));
    boot(phone);
    assertRecovers(phone);
    assertThat(store().takeBack()).as("the clock stood still").isFalse();
  }

  static Stream<Arguments> stepsInside() {
    return Stream.of("PT2H", "P1D", "PT-2H", "P-30D")
        .map(Duration::parse)
        .flatMap(step -> IntStream.rangeClosed(1, 2).mapToObj(n -> Arguments.of(n, step)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1D", "PT-1H", "P-30D"})
  void clockStep_armed_provisioned(Duration step) throws Exception {
    SimulatedPhone phone = enrolled();
    redirect(phone);
    clock().advance(step);
    boot(phone);
    assertRecovers(phone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P30D"})
  void clockStep_beyondTheArmingUntilSetRight_provisionedThen(Duration step) throws Exception {
    SimulatedPhone phone = enrolled();
    redirect(phone);
    clock().advance(step);
    boot(phone);
    assertThat(phone.sipUsers()).isEmpty();
    clock().advance(step.negated());
    assertThat(state(phone)).isEqualTo("armed");
    boot(phone);
    assertRecovers(phone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "P1D", "P30D", "PT-1H", "P-1D", "P-30D"})
  void clockStep_provisioned_nothingHappens(Duration step) throws Exception {
    SimulatedPhone phone = provisioned();
    clock().advance(step);
    assertThat(boot(phone).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(state(phone)).isEqualTo("provisioned");
    assertRecovers(phone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1D", "P30D", "P-1D", "P-30D"})
  void clockStep_rotating_provenAfterAll(Duration step) throws Exception {
    SimulatedPhone phone = provisioned();
    act(phone, "rotate");
    resync(phone, new Fault.PowerCutInApply(0));
    clock().advance(step);
    resync(phone);
    assertRecovers(phone);
  }

  /** Its own file was sent, and power went before that was stored. */
  SimulatedPhone delivered() throws Exception {
    SimulatedPhone phone = enrolled();
    redirect(phone);
    for (int steps = 0; steps < 4 && state(phone).equals("armed"); steps++) {
      boot(phone, new Fault.PowerCutInApply(steps));
    }
    assertThat(state(phone)).isEqualTo("issued");
    assertThat(phone.storedUser()).isNotEqualTo(Optional.of(phone.mac()));
    return phone;
  }

  @ParameterizedTest
  @MethodSource("losses")
  void writeLost_inFirstBoot_provisionedAfterAll(Loss how, int write) throws Exception {
    cell().rename("write lost, in first boot, " + how);
    SimulatedPhone phone = enrolled();
    redirect(phone);
    store().lose(write, how);
    boot(phone);
    assertRecovers(phone);
    assertThat(store().takeBack()).as("every write was stored").isFalse();
  }

  @ParameterizedTest
  @MethodSource("losses")
  void writeLost_inRotation_provisionedAfterAll(Loss how, int write) throws Exception {
    cell().rename("write lost, in rotation, " + how);
    SimulatedPhone phone = provisioned();
    act(phone, "rotate");
    store().lose(write, how);
    resync(phone);
    assertRecovers(phone);
    store().takeBack();
  }

  /** The write of the delivery, and that of the proof. */
  static Stream<Arguments> losses() {
    return Arrays.stream(Loss.values())
        .flatMap(how -> IntStream.rangeClosed(1, 2).mapToObj(n -> Arguments.of(how, n)));
  }
}
