package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.brand.LikeModel;
import org.latchkey.brand.Model;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.error.InvalidValueException;
import org.latchkey.event.EventType;
import org.latchkey.secret.Credential;

/** Models that a brand's table does not have yet, and phones of another model than was entered. */
class LikeModelTest {
  private static final LikeModel M9 = new LikeModel("quick", "M9", "m1");

  private static Device phone(String model) {
    Device device = Gate.device(Gate.MAC, "quick", "new");
    return new Device(
        new DeviceIdentity(Gate.MAC, "quick", model, Gate.OWNER, "new"),
        device.lines(),
        device.keys(),
        device.overrides(),
        device.serial(),
        device.pin(),
        device.notes());
  }

  @Test
  void modelLikeAnother_entered_isToldWhatThatIsTold() {
    Gate gate = new Gate(builder -> builder.models(List.of(M9)));
    gate.latchkey.administration().create(Gate.ADMIN, phone("M9"), true);
    Credential own = gate.firstBoot(Gate.MAC);
    assertThat(gate.get("/" + Gate.MAC + ".cfg").digest(own).status()).isEqualTo(200);
    assertThat(gate.latchkey.administration().files(Gate.ADMIN, Gate.MAC))
        .isEqualTo(
            new Gate().armed(Gate.MAC).latchkey.administration().files(Gate.ADMIN, Gate.MAC));
  }

  @Test
  void modelLikeAnother_hasItsLinesKeysAndColumns() {
    Model m1 = new TestBrand("quick", java.time.Duration.ZERO).models().get("M1");
    Model m9 =
        new org.latchkey.brand.Brands(List.of(Gate.brands()))
            .with(List.of(M9))
            .get("quick")
            .models()
            .get("m9");
    assertThat(m9).isEqualTo(new Model("M9", m1.lines(), m1.keys(), m1.columns()));
  }

  @Test
  void unknownModel_refusedWithTheNearest() {
    Gate gate = new Gate(builder -> builder.models(List.of(M9)));
    assertThatThrownBy(() -> gate.latchkey.administration().create(Gate.ADMIN, phone("M8"), false))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("nearest: ")
        .hasMessageContaining("M9");
  }

  @ParameterizedTest
  @CsvSource({
    "quick, M9, M7, like, nearest: M1",
    "quick, m1, M1, model, only once",
    "none, M9, M1, brand, quick",
    "quick, '', M1, model, 1 to 64"
  })
  void models_thatCannotBe_refusedAtTheStart(
      String brand, String name, String like, String field, String words) {
    assertThatThrownBy(() -> new Gate(b -> b.models(List.of(new LikeModel(brand, name, like)))))
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.field()).isEqualTo(field))
        .hasMessageContaining(words);
  }

  @Test
  void header_ofAnotherKnownModel_servedAndTold() {
    Gate gate = new Gate(builder -> builder.models(List.of(M9)));
    gate.armed(Gate.MAC);
    String file = "/" + Gate.MAC + ".cfg";
    assertThat(gate.get(file).agent("quick M9 1.0").digest(Gate.PASS).status()).isEqualTo(200);
    assertThat(gate.told()).contains(EventType.WRONG_MODEL);
  }

  @ParameterizedTest
  @CsvSource({"quick M1 1.0", "quick m1 1.0", "quick X5 1.0"})
  void header_ofTheEnteredOrAnUnknownModel_notTold(String agent) {
    Gate gate = new Gate().armed(Gate.MAC);
    String file = "/" + Gate.MAC + ".cfg";
    assertThat(gate.get(file).agent(agent).digest(Gate.PASS).status()).isEqualTo(200);
    assertThat(gate.told()).doesNotContain(EventType.WRONG_MODEL);
  }
}
