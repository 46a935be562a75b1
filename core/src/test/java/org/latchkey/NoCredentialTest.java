package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latchkey.admin.Administration;
import org.latchkey.admin.ArmOrder;
import org.latchkey.admin.DeviceView;
import org.latchkey.brand.LikeModel;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.error.StateConflictException;
import org.latchkey.secret.Credential;

/** Phones that cannot have a credential of their own: "no credential" never means "open". */
class NoCredentialTest {
  private static final String FILE = "/" + Gate.MAC + ".cfg";

  private final Gate gate =
      new Gate(b -> b.models(List.of(new LikeModel("quick", "PLAINER", TestBrand.PLAIN))));
  private final Administration administration = gate.latchkey.administration();

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
  void create_isEnteredButNotArmed_andSaysWhy() {
    DeviceView view = administration.create(Gate.ADMIN, phone(TestBrand.PLAIN), true);
    assertThat(view.state()).isEqualTo("locked");
    assertThat(view.noCredential()).contains(TestBrand.NO_CREDENTIAL);
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(401);
  }

  @Test
  void armAndSet_refusedWithTheReason() {
    for (String model : List.of(TestBrand.PLAIN, "PLAINER")) {
      if (model.equals("PLAINER")) {
        administration.delete(Gate.ADMIN, Gate.MAC);
      }
      administration.create(Gate.ADMIN, phone(model), false);
      assertThatThrownBy(() -> administration.arm(Gate.ADMIN, Gate.MAC, ArmOrder.DEFAULT))
          .isInstanceOf(StateConflictException.class)
          .hasMessageContaining(model)
          .hasMessageContaining(TestBrand.NO_CREDENTIAL);
      Credential chosen = Credential.of("somebody", "NotARealPassword1");
      assertThatThrownBy(() -> administration.setCredential(Gate.ADMIN, Gate.MAC, chosen, true))
          .isInstanceOf(StateConflictException.class)
          .hasMessageContaining(TestBrand.NO_CREDENTIAL);
      assertThat(gate.state(Gate.MAC)).isEqualTo("locked");
    }
  }

  @Test
  void files_areNone_andExplainSaysWhy() {
    administration.create(Gate.ADMIN, phone(TestBrand.PLAIN), false);
    assertThat(administration.files(Gate.ADMIN, Gate.MAC)).isEmpty();
    assertThatThrownBy(() -> administration.explain(Gate.ADMIN, Gate.MAC))
        .isInstanceOf(StateConflictException.class)
        .hasMessageContaining(TestBrand.NO_CREDENTIAL);
  }

  @Test
  void replace_ofAPhoneThatHasOne_refusedUntilLocked() {
    gate.provisioned(Gate.MAC);
    assertThatThrownBy(
            () -> administration.replace(Gate.ADMIN, Gate.MAC, d -> phone(TestBrand.PLAIN)))
        .isInstanceOf(StateConflictException.class)
        .hasMessageContaining("lock device");
    administration.lock(Gate.ADMIN, Gate.MAC);
    administration.replace(Gate.ADMIN, Gate.MAC, d -> phone(TestBrand.PLAIN));
    assertThat(administration.show(Gate.ADMIN, Gate.MAC).noCredential()).isPresent();
  }

  @Test
  void rightCredential_afterTheHostChangedTheModel_isToldThatThereIsNothing() {
    Credential own = gate.provisioned(Gate.MAC);
    Device before = gate.directory.load(Gate.MAC).orElseThrow();
    Device after =
        new Device(
            new DeviceIdentity(
                Gate.MAC, "quick", TestBrand.PLAIN, Gate.OWNER, before.identity().generation()),
            before.lines(),
            before.keys(),
            before.overrides(),
            Optional.empty(),
            Optional.empty(),
            "");
    assertThat(gate.directory.replace(before, after)).isTrue();
    assertThat(gate.get(FILE).digest(own).status()).isEqualTo(404);
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(401);
  }

  @Test
  void others_sayNothingOfIt() {
    assertThat(gate.armed(Gate.MAC).arm(Gate.MAC).noCredential()).isEmpty();
  }
}
