package org.latchkey.pass;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTest {
  @Test
  void site_ipv6_isItsFirst64Bits() {
    String site = PassFixtures.source("2001:db8:0:1::5").site();
    assertThat(PassFixtures.source("2001:db8:0:1:ffff::9").site()).isEqualTo(site);
    assertThat(PassFixtures.source("2001:db8:0:2::5").site()).isNotEqualTo(site);
  }

  @Test
  void site_ipv4_isTheAddress() {
    assertThat(PassFixtures.A.site()).isEqualTo("192.0.2.1");
    assertThat(PassFixtures.source("::ffff:192.0.2.1").site()).isEqualTo("192.0.2.1");
  }
}
