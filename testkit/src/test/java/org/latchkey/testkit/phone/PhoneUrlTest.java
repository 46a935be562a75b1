package org.latchkey.testkit.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneUrlTest {
  @Test
  void parse_credential_splitAtLastAtAndFirstColon() {
    PhoneUrl url = PhoneUrl.parse("https://a@b:p:w@x@host.example/cfg/");

    assertThat(url.credential()).hasValueSatisfying(c -> assertThat(c.is("a@b", "p:w@x")).isTrue());
    assertThat(url.host()).isEqualTo("host.example");
    assertThat(url.port()).isEqualTo(443);
    assertThat(url.authority()).isEqualTo("host.example");
    assertThat(url.toString()).isEqualTo("https://host.example/cfg/");
  }

  @Test
  void parse_ipv6AndPort_bracketsOnlyInAuthority() {
    PhoneUrl url = PhoneUrl.parse("HTTP://[::1]:8080");

    assertThat(url.host()).isEqualTo("::1");
    assertThat(url.authority()).isEqualTo("[::1]:8080");
    assertThat(url.target()).isEqualTo("/");
    assertThat(url.secure()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "y.cfg, http://h/a/y.cfg",
    "b/y.cfg, http://h/a/b/y.cfg",
    "/y.cfg, http://h/y.cfg",
    "//other/y.cfg, http://other/y.cfg",
    "https://other/y.cfg, https://other/y.cfg"
  })
  void resolve_reference_likeAPhone(String reference, String expected) {
    assertThat(PhoneUrl.parse("http://h/a/x.boot?q=/z").resolve(reference)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tftp://h/",
        "http://",
        "http://h:0/",
        "http://h:x/",
        "http://u@/",
        "http://h/ x"
      })
  void parse_noHttpAddress_refused(String text) {
    assertThatThrownBy(() -> PhoneUrl.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
