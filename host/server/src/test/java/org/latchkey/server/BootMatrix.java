package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.SimulatedPhone;

/**
 * Simulated phones of one brand against the real server over real TLS: whatever goes wrong, none is
 * stranded, and each cell ends in the state that the design demands.
 */
abstract class BootMatrix extends ChangeWalks {

  Stream<Arguments> faults() {
    int every = Math.max(1, requestsOfFirstBoot() / 7);
    return Stream.of(
            each(1, "power cut after answer", Fault.PowerCutAfterAnswer::new),
            each(1, "answer lost", Fault.AnswerLost::new),
            each(every, "power cut before request", Fault.PowerCutBefore::new),
            each(every, "power cut after sending", Fault.PowerCutAfterSending::new),
            each(every, "power cut in body", Fault.PowerCutInBody::new),
            each(every, "firmware reboot", Fault.FirmwareReboot::new),
            IntStream.rangeClosed(0, 4)
                .mapToObj(
                    n -> Arguments.of("power cut while applying", n, new Fault.PowerCutInApply(n))))
        .flatMap(arguments -> arguments);
  }

  private Stream<Arguments> each(int step, String name, IntFunction<Fault> fault) {
    return IntStream.iterate(1, n -> n <= requestsOfFirstBoot(), n -> n + step)
        .mapToObj(n -> Arguments.of(name, n, fault.apply(n)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("faults")
  void boot_faultInFirstBoot_provisionedAfterAll(String name, int n, Fault fault) throws Exception {
    cell().rename("first boot, " + name);
    SimulatedPhone phone = enrolled();
    redirect(phone);
    boot(phone, fault);
    assertFits(phone);
    assertRecovers(phone);
  }

  @Test
  void boot_nothingWrong_takesTheRequestsThatAreTried() throws Exception {
    SimulatedPhone phone = enrolled();
    redirect(phone);
    Round first = boot(phone);
    assertThat(first.exchanges()).hasSizeLessThanOrEqualTo(requestsOfFirstBoot());
    assertThat(phone.sipUsers()).containsExactly("100");
    assertThat(phone.storedUser()).contains(phone.mac());
    assertRecovers(phone);
  }

  @Test
  void resync_nothingNew_unchanged() throws Exception {
    SimulatedPhone phone = provisioned();
    assertThat(resync(phone).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(state(phone)).isEqualTo("provisioned");
  }

  @Test
  void resync_lineChanged_applied() throws Exception {
    SimulatedPhone phone = provisioned();
    assertThat(
            management()
                .call("PUT", "devices/" + phone.mac(), device(phone.mac(), product(), "200"))
                .status())
        .isEqualTo(200);
    assertThat(resync(phone).outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.sipUsers()).containsExactly("200");
    assertThat(state(phone)).isEqualTo("provisioned");
  }

  @Test
  void rotate_once_provenByTheNextRequest() throws Exception {
    SimulatedPhone phone = provisioned();
    act(phone, "rotate");
    assertThat(state(phone)).isEqualTo("rotating");
    resync(phone);
    resync(phone);
    assertRecovers(phone);
  }

  @Test
  void rotate_twice_oneNextOnly() throws Exception {
    SimulatedPhone phone = provisioned();
    act(phone, "rotate");
    resync(phone, new Fault.PowerCutInApply(0));
    act(phone, "rotate");
    resync(phone);
    resync(phone);
    assertRecovers(phone);
  }

  @Test
  void arm_andReset_newCredential() throws Exception {
    SimulatedPhone phone = provisioned();
    act(phone, "arm");
    assertThat(state(phone)).isEqualTo("armed");
    phone.factoryReset();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
  }

  @Test
  void arm_notReset_refusedUntilReset() throws Exception {
    SimulatedPhone phone = provisioned();
    act(phone, "arm");
    assertThat(boot(phone).outcome()).isEqualTo(afterRefusal());
    assertThat(state(phone)).isEqualTo("armed");
    phone.factoryReset();
    redirect(phone);
    boot(phone);
    assertRecovers(phone);
  }

  @Test
  void reset_withoutArming_refusedAndStaysClosed() throws Exception {
    SimulatedPhone phone = provisioned();
    phone.factoryReset();
    redirect(phone);
    assertThat(boot(phone).outcome()).isEqualTo(afterRefusedReset());
    assertThat(phone.sipUsers()).isEmpty();
    assertThat(state(phone)).isEqualTo("provisioned");
    assertRecoversWhenArmed(phone);
  }

  @Test
  void boot_globalPassAtEveryBootForEver_neverOpensAgain() throws Exception {
    SimulatedPhone phone = provisioned();
    for (int i = 0; i < 5; i++) {
      enterGlobalPass(phone, server().publicUrl().toString());
      assertThat(boot(phone).outcome()).isEqualTo(afterTypedPass());
    }
    assertThat(state(phone)).isEqualTo("provisioned");
    assertRecoversWhenArmed(phone);
  }

  @Test
  void boot_wrongPassword_refusedAndArmedStays() throws Exception {
    SimulatedPhone phone = enrolled();
    phone.enterManually(
        server().publicUrl().toString(), server().globalPass().username(), "not-the-password");
    assertThat(boot(phone).outcome()).isEqualTo(afterRefusal());
    assertThat(phone.sipUsers()).isEmpty();
    assertThat(state(phone)).isEqualTo("armed");
    phone.enterManually(
        server().publicUrl().toString(), server().globalPass().username(), password());
    boot(phone);
    assertRecovers(phone);
  }

  @Test
  void boot_addressChangesInMidBurst_provisionedAfterAll() throws Exception {
    for (int request : new int[] {2, 3, requestsOfFirstBoot() / 2}) {
      SimulatedPhone phone = enrolled();
      redirect(phone);
      boot(phone, new Fault.AddressChange(request, InetAddress.getByName("127.0.0.9")));
      assertRecovers(phone);
    }
  }

  @Test
  void boot_ipv6ThenIpv4_provisionedAfterAll() throws Exception {
    assumeTrue(hasIpv6(), "no IPv6 here");
    for (int request : new int[] {2, 3, requestsOfFirstBoot() / 2}) {
      SimulatedPhone phone = enrolled();
      phone.moveTo(ipv6());
      redirect(phone);
      boot(
          phone,
          new Fault.AddressChange(request, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
      assertRecovers(phone);
    }
  }

  /** Closed is only what the phone can open: the table of states, as a phone sees it. */
  private void assertFits(SimulatedPhone phone) throws Exception {
    boolean holdsOwn = phone.storedUser().filter(phone.mac()::equals).isPresent();
    switch (state(phone)) {
      case "armed" -> assertThat(holdsOwn).as("own credential before the first delivery").isFalse();
      case "provisioned" -> assertThat(holdsOwn).as("own credential after the proof").isTrue();
      default -> assertThat(state(phone)).isEqualTo("issued");
    }
  }
}
