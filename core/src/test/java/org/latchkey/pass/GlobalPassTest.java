package org.latchkey.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.device.Owner;
import org.latchkey.error.InvalidValueException;
import org.latchkey.pass.GlobalPass.Scope;
import org.latchkey.secret.Credential;

class GlobalPassTest {
  @ParameterizedTest
  @CsvSource({
    "abc,abcdefghijkl",
    "aUserNameThatIsTooLong,abcdefghijkl",
    "ADMIN,abcdefghijkl",
    "PlcmSpIp,abcdefghijkl",
    "001565aabbcc,abcdefghijkl",
    "fleet,abcdefghijk",
    "fleet,abcdefghijklmnopqrstu",
    "fleet,abcdefghijk%"
  })
  void new_formThatPhonesCannotCarry_refusedUnlessLegacy(String user, String password) {
    Credential credential = Credential.of(user, password);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new GlobalPass("p1", Scope.INSTALLATION, credential, false))
        .withMessageNotContaining(password);
    GlobalPass legacy = new GlobalPass("p1", Scope.INSTALLATION, credential, true);
    assertThat(legacy.toString()).doesNotContain(password);
  }

  @Test
  void scope_covers_itsOwnersOnly() {
    Scope reseller = new Scope(Optional.of("west"), Optional.empty());
    Scope domain = new Scope(Optional.of("west"), Optional.of("acme.example"));
    assertThat(Scope.INSTALLATION.covers(PassFixtures.OWNER)).isTrue();
    assertThat(reseller.covers(new Owner("acme.example", "east"))).isFalse();
    assertThat(domain.covers(PassFixtures.OWNER)).isTrue();
    assertThat(domain.covers(new Owner("b.example", "west"))).isFalse();
    assertThat(domain.narrowness()).isEqualTo(2);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Scope(Optional.empty(), Optional.of("acme.example")));
  }
}
