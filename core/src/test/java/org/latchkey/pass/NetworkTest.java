package org.latchkey.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.error.InvalidValueException;

class NetworkTest {
  @Test
  void contains_addressInsideOrOutside_toldByThePrefix() {
    Network network = Network.of("192.0.2.77/25");
    assertThat(network.contains(PassFixtures.source("192.0.2.127").address())).isTrue();
    assertThat(network.contains(PassFixtures.source("192.0.2.128").address())).isFalse();
    assertThat(network.contains(PassFixtures.SIX.address())).isFalse();
    assertThat(Network.of("2001:db8::/32").contains(PassFixtures.SIX.address())).isTrue();
    assertThat(Network.of("0.0.0.0/0").contains(PassFixtures.A.address())).isTrue();
  }

  @Test
  void toString_readBack_isEqual() {
    Network network = Network.of("2001:db8:1::5/48");
    assertThat(Network.of(network.toString())).isEqualTo(network).hasSameHashCodeAs(network);
    assertThat(Network.of("192.0.2.1")).isEqualTo(Network.of("192.0.2.1/32"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "192.0.2.0/33", "192.0.2.0/-1", "::/129", "1.2.3", "::/"})
  void of_otherForm_refused(String text) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Network.of(text));
  }
}
