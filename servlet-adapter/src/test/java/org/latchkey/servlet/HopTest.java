package org.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HopTest {

  @Test
  void forwarded_severalLines_areOneList() {
    assertThat(
            Hop.forwarded(
                List.of(
                    "for=192.0.2.1;Proto=HTTPS;by=x, FOR=\"[2001:db8::1]:47\"",
                    " , for=_a\t; host=\"a\\\"b,c\" ,")))
        .contains(
            List.of(
                new Hop("192.0.2.1", Optional.of("https")),
                new Hop("[2001:db8::1]:47", Optional.empty()),
                new Hop("_a", Optional.empty())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for=\"",
        "for=\", for=192.0.2.1;proto=http",
        "for=1.1.1.1;proto=https;a=\", for=\"[2001:db8::1]\";proto=http",
        "for=\"\\",
        "for",
        "=x",
        "for=",
        "for=a;for=b",
        "for=a b",
        "for=\"a\"b",
        "for=\u0000"
      })
  void forwarded_malformed_isVoid(String line) {
    assertThat(Hop.forwarded(List.of("for=192.0.2.1", line))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1,192.0.2.1",
    "192.0.2.1:80,192.0.2.1",
    "192.0.2.1:_x,192.0.2.1",
    "2001:db8::1,2001:db8:0:0:0:0:0:1",
    "[2001:db8::1],2001:db8:0:0:0:0:0:1",
    "[2001:db8::1]:443,2001:db8:0:0:0:0:0:1",
    "::ffff:192.0.2.1,192.0.2.1"
  })
  void parse_literal_isRead(String text, String address) {
    assertThat(Addresses.parse(text).orElseThrow().getHostAddress()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "_hidden",
        "999.1.1.1",
        "1.2.3",
        "01.2.3.4",
        "1",
        "localhost",
        "a:b:c:d",
        "[192.0.2.1]",
        "[",
        "[]",
        "[::1",
        "::1]",
        ":",
        ":::",
        "fe80::1%eth0",
        "1.2.3.4.5",
        "dead",
        "1.2.3.4:",
        ".:1",
        "\u0661.2.3.4"
      })
  void parse_garbage_isEmpty(String text) {
    assertThat(Addresses.parse(text)).isEmpty();
    assertThat(Addresses.parse(text.repeat(10_000) + "x")).isEmpty();
  }

  @Test
  void peer_anything_neverThrows() {
    assertThat(Addresses.peer("[fe80::1%eth0]").getHostAddress()).isEqualTo("fe80:0:0:0:0:0:0:1");
    assertThat(Addresses.peer("[::1]").isLoopbackAddress()).isTrue();
    assertThat(Addresses.peer(null).isAnyLocalAddress()).isTrue();
    assertThat(Addresses.peer("/run/socket").isAnyLocalAddress()).isTrue();
  }
}
