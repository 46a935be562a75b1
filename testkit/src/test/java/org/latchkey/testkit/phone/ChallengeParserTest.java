package org.latchkey.testkit.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeParserTest {
  @Test
  void parse_digest_allParameters() {
    var all =
        ChallengeParser.parse(
            "Digest realm=\"a, \\\"b\\\"\", QOP=\"auth,auth-int\", stale=TRUE, algorithm=MD5");

    assertThat(all).hasSize(1);
    assertThat(all.get(0).is(AuthScheme.DIGEST)).isTrue();
    assertThat(all.get(0).parameter("realm")).hasValue("a, \"b\"");
    assertThat(all.get(0).parameter("qop")).hasValue("auth,auth-int");
    assertThat(all.get(0).stale()).isTrue();
  }

  @Test
  void parse_twoOnOneLine_both() {
    var all = ChallengeParser.parse("Digest realm=\"x\", nonce=\"n\", Basic realm=\"y\"");

    assertThat(all).extracting(Challenge::scheme).containsExactly("Digest", "Basic");
    assertThat(all.get(1).parameter("realm")).hasValue("y");
  }

  @Test
  void parse_schemeAlone_noParameters() {
    assertThat(ChallengeParser.parse("Negotiate").get(0).parameters()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " , ",
        "Digest realm=\"open",
        "Digest realm=x realm=y",
        "Digest a=1, a=2",
        "="
      })
  void parse_brokenLine_refused(String line) {
    assertThatThrownBy(() -> ChallengeParser.parse(line))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
