package org.latchkey.testkit.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AuthSessionTest {
  private static final String NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
  private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

  private static AuthSession mufasa(Map<String, String> extra) {
    Map<String, String> parameters = new java.util.HashMap<>(extra);
    parameters.put("realm", "http-auth@example.org");
    parameters.put("nonce", NONCE);
    return new AuthSession(
        new Challenge("Digest", parameters),
        new PhoneCredential("Mufasa", "Circle of Life"),
        new Random(1));
  }

  @Test
  void response_rfc7616Md5_vectorOfSection391() {
    AuthSession session = mufasa(Map.of("algorithm", "MD5", "qop", "auth"));

    assertThat(session.response("GET", "/dir/index.html", "00000001", CNONCE))
        .isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
  }

  @Test
  void response_rfc7616Sha256_vectorOfSection391() {
    AuthSession session = mufasa(Map.of("algorithm", "SHA-256", "qop", "auth"));

    assertThat(session.response("GET", "/dir/index.html", "00000001", CNONCE))
        .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
  }

  @Test
  void prove_sameNonceTwice_countGrows() {
    AuthSession session = mufasa(Map.of("algorithm", "MD5", "qop", "auth", "opaque", "o\"p"));

    assertThat(session.prove("GET", "/a").header())
        .startsWith("Digest username=\"Mufasa\", realm=\"http-auth@example.org\"")
        .contains("uri=\"/a\"", "nc=00000001", "qop=auth,", "opaque=\"o\\\"p\"", "algorithm=MD5");
    assertThat(session.prove("GET", "/b").header()).contains("uri=\"/b\"", "nc=00000002");
  }

  @Test
  void prove_withoutQopAndAlgorithm_oldForm() {
    assertThat(mufasa(Map.of()).prove("GET", "/a").header())
        .doesNotContain("nc=", "cnonce", "qop", "algorithm")
        .contains("response=\"");
  }

  @Test
  void prove_basic_pairInBase64() {
    AuthSession session =
        new AuthSession(
            new Challenge("basic", Map.of("realm", "x")),
            new PhoneCredential("Aladdin", "open sesame"),
            new Random(1));

    Proof proof = session.prove("GET", "/a");

    assertThat(proof.header()).isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    assertThat(proof.toString()).isEqualTo("Basic Aladdin:***");
  }
}
