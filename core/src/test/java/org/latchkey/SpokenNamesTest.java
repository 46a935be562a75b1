package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latchkey.admin.Administration;
import org.latchkey.admin.UnknownNames;
import org.latchkey.brand.Explanation;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.config.Layer;
import org.latchkey.config.LayerKey;
import org.latchkey.device.Device;
import org.latchkey.device.Entry;
import org.latchkey.error.InvalidValueException;

/** Native names that only some models of a brand can be told. */
class SpokenNamesTest {
  private static final Entry OF_ANOTHER_MODEL = new Entry("quick:bare.tone", "7", "");

  private final Gate gate = new Gate().armed(Gate.MAC);
  private final Administration administration = gate.latchkey.administration();

  private void layer(LayerKey key) {
    administration
        .layers()
        .replace(Gate.ADMIN, key, Optional.empty(), List.of(OF_ANOTHER_MODEL), UnknownNames.TAKEN);
  }

  @Test
  void explain_entryForAnotherModel_leftOutAndRemarkedUpon() {
    layer(LayerKey.brand("quick"));
    Explanation explanation = administration.explain(Gate.ADMIN, Gate.MAC);
    assertThat(explanation.parameters())
        .extracting(each -> each.parameter().name())
        .isNotEmpty()
        .doesNotContain("bare.tone");
    assertThat(explanation.remarks())
        .contains(
            new Remark(
                OF_ANOTHER_MODEL.parameter(), Layer.BRAND, "a M1 has no parameter of this name"));
  }

  @Test
  void override_ofAnotherModel_refusedEvenIfForced() {
    Device device = Gate.device(Gate.OTHER, "quick", "new");
    Device other =
        new Device(
            device.identity(),
            device.lines(),
            device.keys(),
            List.of(OF_ANOTHER_MODEL),
            device.serial(),
            device.pin(),
            device.notes());
    assertThatThrownBy(() -> administration.create(Gate.ADMIN, other, false, UnknownNames.TAKEN))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            e -> assertThat(e.field()).isEqualTo("overrides[0].parameter"));
  }

  @Test
  void layerOfAModel_thatCannotBeTold_refused() {
    assertThatThrownBy(() -> layer(LayerKey.model("quick", "M1")))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("a parameter that a M1 can be told");
    layer(LayerKey.model("quick", TestBrand.PLAIN));
  }
}
