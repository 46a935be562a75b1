package org.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.secret.Credential;

class DigestCheckTest {
  private static final AuthorizationParser PARSER =
      new AuthorizationParser(EnumSet.allOf(DigestAlgorithm.class));
  private static final Credential MUFASA = Credential.of("Mufasa", "Circle of Life");

  // RFC 7616 section 3.9.1
  private static final String EXAMPLE =
      """
      Digest username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", \
      algorithm=ALGORITHM, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", \
      nc=00000001, cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=auth, \
      response="RESPONSE", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"""";

  private static String example(DigestAlgorithm algorithm) {
    String response =
        algorithm == DigestAlgorithm.MD5
            ? "8ca523f5e9506fed4657c9700eebdbec"
            : "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1";
    return EXAMPLE.replace("ALGORITHM", algorithm.token()).replace("RESPONSE", response);
  }

  private static Authorization.Digest parse(String header) {
    return (Authorization.Digest) PARSER.parse(List.of(header));
  }

  @ParameterizedTest
  @EnumSource
  void matches_exampleOfRfc7616_true(DigestAlgorithm algorithm) {
    DigestCheck check = new DigestCheck(parse(example(algorithm)), "GET");

    assertThat(check.matches(MUFASA)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void matches_upperCaseResponse_true(DigestAlgorithm algorithm) {
    String response = parse(example(algorithm)).response();
    String header = example(algorithm).replace(response, response.toUpperCase(Locale.ROOT));

    assertThat(new DigestCheck(parse(header), "GET").matches(MUFASA)).isTrue();
  }

  @Test
  void matches_noAlgorithmNamed_isMd5() {
    String header = example(DigestAlgorithm.MD5).replace("algorithm=MD5, ", "");

    assertThat(new DigestCheck(parse(header), "GET").matches(MUFASA)).isTrue();
  }

  @Test
  void matches_severalCredentials_eachOnItsOwnMerits() {
    DigestCheck check = new DigestCheck(parse(example(DigestAlgorithm.SHA_256)), "GET");

    for (int round = 0; round < 3; round++) {
      assertThat(check.matches(Credential.of("Mufasa", "circle of Life"))).isFalse();
      assertThat(check.matches(MUFASA)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void matches_otherMethod_false(DigestAlgorithm algorithm) {
    assertThat(new DigestCheck(parse(example(algorithm)), "HEAD").matches(MUFASA)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Mufasa, mufasa",
    "http-auth@example.org, http-auth@example.com",
    "/dir/index.html, /dir/index.htm",
    "7ypf/xlj, 8ypf/xlj",
    "nc=00000001, nc=00000002",
    "f2/wE4q7, f2/wE4q8",
    "8ca523f5, 9ca523f5",
    "eebdbec, eebdbed"
  })
  void matches_anythingChanged_false(String from, String to) {
    String header = example(DigestAlgorithm.MD5).replace(from, to);

    assertThat(header).isNotEqualTo(example(DigestAlgorithm.MD5));
    assertThat(new DigestCheck(parse(header), "GET").matches(MUFASA)).isFalse();
  }

  @Test
  void matches_countAsSpelled_isHashedAsSpelled() {
    // worked out with another implementation of the formula, see Formula
    Formula formula = new Formula("user", "realm", "password", "/f", "n", "c");
    for (String nc : List.of("0000000a", "0000000A")) {
      assertThat(new DigestCheck(parse(formula.header(nc)), "GET").matches(formula.credential()))
          .as(nc)
          .isTrue();
    }
    String mixed = formula.header("0000000a").replace("nc=0000000a", "nc=0000000A");
    assertThat(new DigestCheck(parse(mixed), "GET").matches(formula.credential())).isFalse();
  }

  @Test
  void matches_passwordBeyondAscii_isHashedAsUtf8() {
    Formula formula = new Formula("user", "realm", "123£ €", "/f", "n", "c");

    assertThat(
            new DigestCheck(parse(formula.header("00000001")), "GET").matches(formula.credential()))
        .isTrue();
  }
}
