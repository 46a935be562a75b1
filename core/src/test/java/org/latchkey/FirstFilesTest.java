package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.latchkey.device.MacAddress;
import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.pass.GlobalPass;
import org.latchkey.pass.GlobalPass.Scope;
import org.latchkey.secret.Credential;
import org.latchkey.spi.AccessRecord;
import org.latchkey.spi.CredentialStore;

/** First files of phones whose MAC nothing tells, or for which a right pass opens nothing. */
class FirstFilesTest {
  private static final String FILE = "/bootstrap.cfg";
  private static final String STUB = "stub = https://prov.example/cfg/ firstboot GlobalPassword42";

  private final Gate gate = new Gate();

  /** A store that can do no more than it must. */
  private record Bare(CredentialStore store) implements CredentialStore {
    @Override
    public Optional<AccessRecord> find(MacAddress mac) {
      return store.find(mac);
    }

    @Override
    public boolean create(AccessRecord first) {
      return store.create(first);
    }

    @Override
    public boolean replace(AccessRecord expected, AccessRecord next) {
      return store.replace(expected, next);
    }

    @Override
    public boolean delete(MacAddress mac) {
      return store.delete(mac);
    }
  }

  private static String text(ProvisioningResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private ProvisioningResponse ask(String header) {
    return gate.get(FILE).agent(header).basic(Gate.PASS).send();
  }

  @Test
  void stub_whileAPhoneOfTheBrandIsArmed_sendsOn() {
    gate.entered(Gate.MAC, "slow", true);
    ProvisioningResponse response = ask("slow M1 1.0");
    assertThat(response.status()).isEqualTo(200);
    assertThat(text(response)).isEqualTo(STUB);
    assertThat(gate.state(Gate.MAC)).isEqualTo("armed");
  }

  @Test
  void stub_noCredential_isChallenged() {
    gate.entered(Gate.MAC, "slow", true);
    assertThat(gate.get(FILE).agent("slow M1 1.0").status()).isEqualTo(401);
    assertThat(gate.get(FILE).basic(Credential.of("firstboot", "wrong")).status()).isEqualTo(401);
  }

  @Test
  void stub_onlyAnotherBrandIsArmed_none() {
    gate.entered(Gate.MAC, "slow", true);
    assertThat(ask("quick M1 1.0").status()).isEqualTo(404);
  }

  @Test
  void stub_noPhoneIsArmed_fileThatChangesNothing() {
    gate.entered(Gate.MAC, "slow", false);
    ProvisioningResponse response = ask("slow M1 1.0");
    assertThat(response.status()).isEqualTo(200);
    assertThat(text(response)).isEqualTo("# nothing");
  }

  @Test
  void stub_armingHasEnded_none() {
    gate.entered(Gate.MAC, "slow", true);
    gate.clock.advance(Duration.ofDays(8));
    assertThat(text(ask("slow M1 1.0"))).isEqualTo("# nothing");
  }

  /** The other phones of a site are sent on as long as one of them is on its way. */
  @Test
  void stub_aPhoneHasGotItsFile_sendsOnUntilItsWindowEnds() {
    gate.entered(Gate.MAC, "slow", true);
    ask("slow M1 1.0 " + Gate.MAC);
    assertThat(gate.state(Gate.MAC)).isEqualTo("issued");
    assertThat(text(ask("slow M1 1.0"))).isEqualTo(STUB);
    // past the window, whatever of the arming's seven days was left
    gate.clock.advance(Duration.ofDays(30));
    assertThat(gate.state(Gate.MAC)).isEqualTo("issued");
    assertThat(text(ask("slow M1 1.0"))).isEqualTo("# nothing");
  }

  /** Better a stub too many, which tells what was shown, than a phone that finds no way. */
  @Test
  void stub_storeThatListsNoStates_sendsOn() {
    CredentialStore bare = new Bare(new MemoryCredentialStore());
    Gate unlisted = new Gate(Optional.empty(), Optional.of(bare), UnaryOperator.identity());
    unlisted.entered(Gate.MAC, "slow", false);
    assertThat(text(unlisted.get(FILE).agent("slow M1 1.0").basic(Gate.PASS).send()))
        .isEqualTo(STUB);
  }

  @Test
  void stub_passOfAnotherScope_none() {
    Credential other = Credential.of("eastboot", "EastPassword4242");
    gate.passes.add(
        new GlobalPass("east", new Scope(Optional.of("east"), Optional.empty()), other, false));
    gate.entered(Gate.MAC, "slow", true);
    ProvisioningResponse response = gate.get(FILE).agent("slow M1 1.0").basic(other).send();
    assertThat(text(response)).isEqualTo("# nothing");
  }

  @Test
  void stub_answerOfFiveSeconds_isAskedAnew() {
    gate.entered(Gate.MAC, "slow", false);
    assertThat(text(ask("slow M1 1.0"))).isEqualTo("# nothing");
    gate.arm(Gate.MAC);
    gate.clock.advance(Duration.ofSeconds(5));
    assertThat(text(ask("slow M1 1.0"))).isEqualTo(STUB);
  }

  @Test
  void stub_insecure_isNotToldToEavesdroppers() {
    gate.entered(Gate.MAC, "slow", true);
    assertThat(gate.get(FILE).agent("slow M1 1.0").insecure().digest(Gate.PASS).send().status())
        .isEqualTo(403);
  }

  @Test
  void file_macInTheHeader_isTheDeviceFile() {
    gate.entered(Gate.MAC, "slow", true);
    ProvisioningResponse response = ask("slow M1 1.0 " + Gate.MAC);
    assertThat(Gate.carried(response).username()).isEqualTo(Gate.MAC.toString());
    assertThat(gate.state(Gate.MAC)).isEqualTo("issued");
  }

  @Test
  void passThatOpensNothing_healthyPhone_isNotRefused() {
    gate.entered(Gate.MAC, "slow", true);
    Credential own = Gate.carried(ask("slow M1 1.0 " + Gate.MAC));
    gate.clock.advance(Duration.ofSeconds(45));
    assertThat(gate.get("/" + Gate.MAC + ".cfg").basic(own).status()).isEqualTo(200);
    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
    assertThat(text(ask("slow M1 1.0 " + Gate.MAC))).isEqualTo("# nothing");
    assertThat(gate.get("/" + Gate.MAC + ".cfg").basic(Gate.PASS).status()).isEqualTo(401);
    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
  }

  @Test
  void passThatOpensNothing_whateverTheReason_oneAnswer() {
    gate.entered(Gate.MAC, "slow", false);
    ProvisioningResponse locked = ask("slow M1 1.0 " + Gate.MAC);
    ProvisioningResponse unknown = ask("slow M1 1.0 " + Gate.UNKNOWN);
    assertThat(text(locked)).isEqualTo("# nothing");
    assertThat(unknown.body()).isEqualTo(locked.body());
    assertThat(unknown.headers()).isEqualTo(locked.headers());
  }

  /** Typed without the slash at its end, the URL is a first file of phones that say so. */
  @Test
  void bareUrl_ofABrandsPhone_isItsFirstFile() {
    gate.entered(Gate.MAC, "slow", true);
    String header = "slow BARE 1.0";
    assertThat(gate.get("").agent(header).status()).isEqualTo(401);
    assertThat(text(gate.get("").agent(header).basic(Gate.PASS).send())).isEqualTo(STUB);
    assertThat(gate.state(Gate.MAC)).isEqualTo("armed");

    ProvisioningResponse own = gate.get("").agent(header + " " + Gate.MAC).basic(Gate.PASS).send();
    assertThat(Gate.carried(own).username()).isEqualTo(Gate.MAC.toString());
    assertThat(gate.state(Gate.MAC)).isEqualTo("issued");
  }

  @Test
  void bareUrl_withoutThatHeader_isNobodysFile() {
    gate.entered(Gate.MAC, "slow", true);
    for (String header : new String[] {"", "quick BARE 1.0", "slow M1 1.0 " + Gate.MAC}) {
      int status = gate.get("").agent(header).basic(Gate.PASS).send().status();
      assertThat(status).as(header).isEqualTo(404);
    }
    assertThat(gate.state(Gate.MAC)).isEqualTo("armed");
  }

  @Test
  void passThatOpensNothing_brandThatMayBeRefused_is401() {
    gate.entered(Gate.MAC, "quick", false);
    assertThat(ask("quick M1 1.0 " + Gate.MAC).status()).isEqualTo(401);
  }
}
