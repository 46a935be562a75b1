package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.latchkey.secret.Credential;

/** Files without secrets that brands make: one for all phones, or one for each. */
class MadeFilesTest {
  private static final String MASTER = "/" + Gate.MAC + "-master.cfg";

  private final Gate gate = new Gate();

  private static String body(ProvisioningResponse response) {
    assertThat(response.status()).isEqualTo(200);
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Test
  void common_noHeader_ofTheFirstBrandThatMakesIt() {
    assertThat(body(gate.get("/shared.cfg").send())).isEqualTo("# for all quick");
    assertThat(body(gate.get("/shared.cfg").insecure().send())).isEqualTo("# for all quick");
  }

  @Test
  void common_headerOfAnotherBrand_ofThatBrand() {
    assertThat(body(gate.get("/shared.cfg").agent("slow M1 1.0").send()))
        .isEqualTo("# for all slow");
  }

  @Test
  void common_sameTag_304() {
    ProvisioningResponse first = gate.get("/shared.cfg").send();
    String tag =
        first.headers().stream()
            .filter(header -> header.name().equals("ETag"))
            .findFirst()
            .orElseThrow()
            .value();
    assertThat(gate.get("/shared.cfg").header("If-None-Match", tag).status()).isEqualTo(304);
  }

  @Test
  void common_ownCredential_servedAndProves() {
    Credential own = gate.armed(Gate.MAC).firstBoot(Gate.MAC);
    assertThat(gate.state(Gate.MAC)).isEqualTo("issued");
    assertThat(body(gate.get("/shared.cfg").digest(own).send())).isEqualTo("# for all quick");
    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
  }

  @Test
  void personal_noCredential_401() {
    gate.armed(Gate.MAC);
    assertThat(gate.get(MASTER).status()).isEqualTo(401);
  }

  @Test
  void personal_passOfAnArmedPhone_servedAndCostsNothing() {
    gate.armed(Gate.MAC);
    for (int i = 0; i < 30; i++) {
      assertThat(body(gate.get(MASTER).digest(Gate.PASS).send()))
          .isEqualTo(Gate.MAC + " false none");
    }
    assertThat(gate.state(Gate.MAC)).isEqualTo("armed");
    assertThat(gate.firstBoot(Gate.MAC).username()).isEqualTo(Gate.MAC.toString());
  }

  @Test
  void personal_passOfAClosedPhone_401() {
    gate.provisioned(Gate.MAC);
    assertThat(gate.get(MASTER).digest(Gate.PASS).status()).isEqualTo(401);
  }

  @Test
  void personal_ownCredential_servedAsProvenAndNeverHoldsIt() {
    Credential own = gate.armed(Gate.MAC).firstBoot(Gate.MAC);
    assertThat(body(gate.get(MASTER).digest(own).send())).isEqualTo(Gate.MAC + " true none");
    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
  }

  @Test
  void personal_anotherPhonesCredential_401() {
    gate.armed(Gate.MAC);
    Credential other = gate.provisioned(Gate.OTHER);
    assertThat(gate.get(MASTER).digest(other).status()).isEqualTo(401);
  }

  @Test
  void personal_notMade_whatThePhoneHasSent() {
    Credential own = gate.provisioned(Gate.MAC);
    assertThat(gate.get("/" + Gate.MAC + "-personal.xml").digest(own).status()).isEqualTo(404);
    assertThat(gate.ask("PUT", "/" + Gate.MAC + "-personal.xml").body("x").digest(own).status())
        .isEqualTo(200);
    assertThat(body(gate.get("/" + Gate.MAC + "-personal.xml").digest(own).send())).isEqualTo("x");
  }
}
