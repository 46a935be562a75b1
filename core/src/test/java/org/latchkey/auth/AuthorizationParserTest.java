package org.latchkey.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.auth.Authorization.Basic;
import org.latchkey.auth.Authorization.Digest;
import org.latchkey.auth.Authorization.Malformed;
import org.latchkey.auth.Authorization.None;
import org.latchkey.secret.Secret;

class AuthorizationParserTest {
  private static final String MD5_RESPONSE = "8ca523f5e9506fed4657c9700eebdbec";
  private static final AuthorizationParser PARSER =
      new AuthorizationParser(EnumSet.allOf(DigestAlgorithm.class));

  private static Authorization parse(String... headers) {
    return PARSER.parse(List.of(headers));
  }

  private static String basic(byte[] pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** A good header with one field set, or left out if the value is empty. */
  private static String digest(String name, String value) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("username", "\"user\"");
    fields.put("realm", "\"realm\"");
    fields.put("nonce", "\"n0nce\"");
    fields.put("uri", "\"/cfg/f.cfg\"");
    fields.put("algorithm", "MD5");
    fields.put("nc", "00000001");
    fields.put("cnonce", "\"c\"");
    fields.put("qop", "auth");
    fields.put("response", '"' + MD5_RESPONSE + '"');
    fields.put(name, value);
    return fields.entrySet().stream()
        .filter(field -> !field.getValue().isEmpty())
        .map(field -> field.getKey() + "=" + field.getValue())
        .collect(Collectors.joining(", ", "Digest ", ""));
  }

  private static void assertMalformed(Authorization parsed, String problem) {
    assertThat(parsed).isInstanceOf(Malformed.class);
    assertThat(((Malformed) parsed).problem()).contains(problem);
  }

  // nothing offered

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "Bearer abc", "Negotiate YII=", "BasicQQ==", "Digestusername=x", "B"})
  void parse_otherScheme_none(String header) {
    assertThat(parse(header)).isEqualTo(new None());
  }

  @Test
  void parse_noHeader_none() {
    assertThat(parse()).isEqualTo(new None());
  }

  @Test
  void parse_twoHeaders_malformed() {
    String good = digest("qop", "auth");
    assertThat(parse(good)).isInstanceOf(Digest.class);
    assertMalformed(parse(good, good), "more than one");
    assertMalformed(parse("Bearer x", good), "more than one");
    assertMalformed(parse("", good), "more than one");
  }

  @Test
  void parse_overLong_malformed() {
    String full = digest("cnonce", '"' + "c".repeat(4_096) + '"');
    int surplus = full.length() - 4_096;
    String longest = digest("cnonce", '"' + "c".repeat(4_096 - surplus) + '"');
    String tooLong = digest("cnonce", '"' + "c".repeat(4_097 - surplus) + '"');

    assertThat(longest).hasSize(4_096);
    assertThat(parse(longest)).isInstanceOf(Digest.class);
    assertMalformed(parse(tooLong), "longer than 4096");
    assertMalformed(parse("Bearer " + "x".repeat(5_000)), "longer than 4096");
  }

  // Basic

  @Test
  void parse_examplesOfRfc7617_userAndPassword() {
    assertThat(parse("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="))
        .isEqualTo(new Basic("Aladdin", Secret.of("open sesame")));
    assertThat(parse("Basic dGVzdDoxMjPCow==")).isEqualTo(new Basic("test", Secret.of("123£")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "basic dTpw",
        "BASIC dTpw",
        "Basic    dTpw",
        "Basic\tdTpw",
        "  Basic dTpw  ",
      })
  void parse_basicInAnyCaseAndSpacing_isTheSame(String header) {
    assertThat(parse(header)).isEqualTo(new Basic("u", Secret.of("p")));
  }

  @Test
  void parse_basicWithoutPadding_isTheSame() {
    assertThat(parse("Basic dTpwcQ")).isEqualTo(parse("Basic dTpwcQ=="));
    assertThat(parse("Basic dTpwcQ")).isEqualTo(new Basic("u", Secret.of("pq")));
  }

  @ParameterizedTest
  @CsvSource({"u:p, u, p", "u:, u, ''", ":p, '', p", ":, '', ''", "u:p:q:, u, p:q:"})
  void parse_basicPair_isPartedAtTheFirstColon(String pair, String username, String password) {
    assertThat(parse(basic(pair.getBytes(UTF_8))))
        .isEqualTo(new Basic(username, Secret.of(password)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic dTpw!",
        "Basic dTpw dTpw",
        "Basic d",
        "Basic dTpw====",
        "Basic ====",
        "Basic u:p",
        "Basic dT\u00ffw",
        "Basic dT\u4e2dw"
      })
  void parse_noBase64_malformed(String header) {
    assertMalformed(parse(header), "not Base64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "userpassword", "user"})
  void parse_basicWithoutColon_malformed(String pair) {
    assertMalformed(parse(basic(pair.getBytes(UTF_8))), "without colon");
  }

  @Test
  void parse_basicWithoutToken_malformed() {
    assertMalformed(parse("Basic"), "without colon");
    assertMalformed(parse("Basic   "), "without colon");
  }

  @Test
  void parse_basicNotUtf8_malformed() {
    assertMalformed(parse(basic("test:123£".getBytes(ISO_8859_1))), "not UTF-8");
    assertMalformed(parse(basic(new byte[] {'u', ':', (byte) 0xc0, (byte) 0x80})), "not UTF-8");
    assertMalformed(
        parse(basic(new byte[] {'u', ':', (byte) 0xed, (byte) 0xa0, (byte) 0x80})), "not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"u\n:p", "u:p\r", "u:\u0000p", "\tu:p", "u:p\u007f", "u:p\u0085"})
  void parse_basicWithControlCharacter_malformed(String pair) {
    assertMalformed(parse(basic(pair.getBytes(UTF_8))), "control characters");
  }

  // Digest

  @Test
  void parse_digest_everyField() {
    assertThat(parse(digest("qop", "auth")))
        .isEqualTo(
            new Digest(
                "user",
                "realm",
                "n0nce",
                "/cfg/f.cfg",
                DigestAlgorithm.MD5,
                1,
                "00000001",
                "c",
                MD5_RESPONSE));
  }

  @ParameterizedTest
  @MethodSource("sameDigests")
  void parse_digestSpelledOtherwise_isTheSame(String header) {
    assertThat(parse(header)).isEqualTo(parse(digest("qop", "auth")));
  }

  static List<String> sameDigests() {
    String good = digest("qop", "auth");
    return List.of(
        good.replace("Digest", "dIGEST"),
        good.replace(", ", ","),
        good.replace(", ", " ,\t"),
        good.replace(", ", ", , ,"),
        good.replace("Digest ", "Digest ,, "),
        good + " , ",
        good.replace("=", " = "),
        good.replace("username", "USERNAME").replace("nc=", "Nc="),
        digest("qop", "\"auth\""),
        digest("qop", "AUTH"),
        digest("algorithm", "\"md5\""),
        digest("algorithm", ""),
        digest("nc", "\"00000001\""),
        digest("username", "user"),
        digest("username", "\"\\u\\ser\""),
        digest("userhash", "false"),
        digest("opaque", "\"\""),
        digest("opaque", "\"a,b=\\\"c\\\"\""),
        digest("opaque", "one, opaque=two"),
        digest("response", MD5_RESPONSE.toUpperCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\"a\\\"b\", a\"b",
        "\"a\\\\\", a\\",
        "\"\\a\\b\", ab",
        "`\"a, nc=2\"`, `a, nc=2`",
        "\"a=b\", a=b"
      })
  void parse_quotedUsername_isUnescaped(String spelled, String username) {
    Authorization parsed = parse(digest("username", spelled));

    assertThat(parsed).isInstanceOf(Digest.class);
    assertThat(((Digest) parsed).username()).isEqualTo(username);
  }

  @ParameterizedTest
  @ValueSource(strings = {"username", "nonce", "uri", "response", "cnonce", "nc", "qop"})
  void parse_digestFieldMissing_malformed(String name) {
    assertMalformed(parse(digest(name, "")), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"username", "nonce", "uri", "response", "cnonce", "nc"})
  void parse_digestFieldEmpty_malformed(String name) {
    assertMalformed(parse(digest(name, "\"\"")), "is missing");
    assertMalformed(parse(digest("zz", "1").replaceFirst(name + "=[^,]*", name + "=")), "empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "username",
        "realm",
        "nonce",
        "uri",
        "response",
        "algorithm",
        "cnonce",
        "qop",
        "nc"
      })
  void parse_digestFieldTwice_malformed(String name) {
    String again = name.toUpperCase(Locale.ROOT);

    assertMalformed(parse(digest("zz", "1") + ", " + name + "=x"), "twice");
    assertMalformed(parse(digest(again, "x")), "twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Digest",
        "Digest ,",
        "Digest username",
        "Digest username=",
        "Digest =user",
        "Digest \"username\"=user",
        "Digest username*=UTF-8''user",
        "Digest username=\"user",
        "Digest username=\"user\\\"",
        "Digest username=\"user\\",
        "Digest username=\"user\"realm=\"r\"",
        "Digest username=a b",
        "Digest username:user",
        "Digest\u0001username=user",
      })
  void parse_noListOfFields_malformed(String header) {
    assertMalformed(parse(header), "Digest credentials: ");
  }

  @Test
  void parse_unendedQuotesAtTheEnd_malformed() {
    String good = digest("qop", "auth");
    assertMalformed(parse(good.substring(0, good.length() - 1)), "quotes do not end");
    assertMalformed(parse(good.substring(0, good.length() - 1) + "\\\""), "quotes do not end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"u\u0000\"", "\"u\r\n\"", "\"u\u007f\"", "\"\u00fcser\"", "\"\u4e2d\""})
  void parse_digestValueNotPrintable_malformed(String value) {
    assertMalformed(parse(digest("username", value)), "printable ASCII");
    assertMalformed(parse(digest("opaque", value)), "printable ASCII");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MD5-sess",
        "SHA-256-sess",
        "SHA-512-256",
        "SHA-512-256-sess",
        "SHA1",
        "SHA256",
        "\" \""
      })
  void parse_unknownAlgorithm_malformed(String algorithm) {
    assertMalformed(parse(digest("algorithm", algorithm)), "algorithm");
  }

  @Test
  void parse_algorithmNotSwitchedOn_malformed() {
    String sha = digest("algorithm", "SHA-256").replace(MD5_RESPONSE, MD5_RESPONSE.repeat(2));

    assertThat(parse(sha)).isInstanceOf(Digest.class);
    assertMalformed(
        new AuthorizationParser(Set.of(DigestAlgorithm.MD5)).parse(List.of(sha)), "algorithm");
    assertMalformed(
        new AuthorizationParser(Set.of(DigestAlgorithm.SHA_256))
            .parse(List.of(digest("algorithm", ""))),
        "algorithm");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth-int", "\"auth,auth-int\"", "\"\"", "none", "\"auth \""})
  void parse_otherQop_malformed(String qop) {
    assertMalformed(parse(digest("qop", qop)), "qop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "0000001", "000000001", "0000000g", "00000000", "-0000001", "\" 0000001\""})
  void parse_otherNonceCount_malformed(String nc) {
    assertMalformed(parse(digest("nc", nc)), "nc");
  }

  @ParameterizedTest
  @CsvSource({"00000001, 1", "0000000A, 10", "0000000a, 10", "ffffffff, 4294967295"})
  void parse_nonceCount_isHexadecimal(String nc, long count) {
    Digest digest = (Digest) parse(digest("nc", nc));

    assertThat(digest.nonceCount()).isEqualTo(count);
    assertThat(digest.nc()).isEqualTo(nc);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8ca523f5e9506fed4657c9700eebdbe",
        "8ca523f5e9506fed4657c9700eebdbecc",
        "8ca523f5e9506fed4657c9700eebdbeg",
        "8ca523f5e9506fed4657c9700eebdbec8ca523f5e9506fed4657c9700eebdbec",
        "x"
      })
  void parse_otherResponse_malformed(String response) {
    assertMalformed(parse(digest("response", response)), "response");
  }

  @Test
  void parse_md5ResponseForSha256_malformed() {
    assertMalformed(parse(digest("algorithm", "SHA-256")), "response");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "TRUE", "\"true\""})
  void parse_userhash_malformed(String value) {
    assertMalformed(parse(digest("userhash", value)), "userhash");
  }

  // what is printed

  @Test
  void toString_parsed_hidesWhatHelpsAGuesser() {
    assertThat(parse("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==").toString())
        .contains("Aladdin")
        .doesNotContain("sesame");
    assertThat(parse(digest("qop", "auth")).toString())
        .contains("user")
        .doesNotContain(MD5_RESPONSE)
        .doesNotContain("n0nce");
  }
}
