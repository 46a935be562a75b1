package org.latchkey.pass;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HolderTest {
  @Test
  void admits_oneSiteOfEachFamily() {
    Holder holder = Holder.of(PassFixtures.A);
    assertThat(holder.admits(PassFixtures.A)).isTrue();
    assertThat(holder.admits(PassFixtures.B)).isFalse();
    assertThat(holder.admits(PassFixtures.SIX)).isTrue();
    Holder both = holder.with(PassFixtures.SIX);
    assertThat(both.admits(PassFixtures.source("2001:db8:9::1"))).isFalse();
    assertThat(both.admits(PassFixtures.A)).isTrue();
  }

  @Test
  void admits_nobodyYet_anyone() {
    assertThat(Holder.NOBODY.admits(PassFixtures.B)).isTrue();
  }
}
