package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.latchkey.auth.Authorization;
import org.latchkey.auth.Authorization.Basic;
import org.latchkey.auth.Authorization.Digest;
import org.latchkey.auth.Authorization.Malformed;
import org.latchkey.auth.Authorization.None;
import org.latchkey.auth.AuthorizationParser;
import org.latchkey.auth.DigestAlgorithm;
import org.latchkey.auth.DigestCheck;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;

/**
 * Any text for an {@code Authorization} header: it is read as the reference reads it, opens a file
 * only with the right credential, and what is read of a Digest checks as the RFC's formula does.
 */
class AuthorizationFuzzTest {
  private static final AuthorizationParser PARSER =
      new AuthorizationParser(EnumSet.allOf(DigestAlgorithm.class));
  private static final Gate GATE =
      new Gate(
          builder ->
              builder
                  .digestAlgorithms(EnumSet.allOf(DigestAlgorithm.class))
                  .events(event -> {}, Optional.empty()));
  private static final Credential OWN = GATE.provisioned(Gate.MAC);
  private static final String FILE = "/" + Gate.MAC + ".cfg";
  private static final String TARGET = "/cfg" + FILE;
  private static final String NONCE = GATE.get(FILE).nonce();
  private static final String REALM = "provisioning";

  @FuzzTest
  @DictionaryEntries({
    "Digest ", "Basic ", "username=", "realm=", "nonce=", "uri=", "response=", "algorithm=", "MD5",
    "SHA-256", "cnonce=", "qop=", "auth", "auth-int", "nc=", "00000001", "userhash=", "true",
    "opaque=", "\"", "\\\"", ", ", "= ", "username*=", "dTpw", "%s", "/cfg/001565aabbcc.cfg",
    "8ca523f5e9506fed4657c9700eebdbec", "provisioning"
  })
  void authorization_anyText_isReadAsTheGrammarSaysAndOpensNothing(byte[] input)
      throws NoSuchAlgorithmException {
    String header = new String(input, StandardCharsets.UTF_8);

    Authorization parsed = PARSER.parse(List.of(header));
    Authorization expected = ReferenceAuthorization.read(header);
    assertThat(parsed.getClass()).isEqualTo(expected.getClass());
    if (!(parsed instanceof Malformed)) {
      assertThat(parsed).isEqualTo(expected);
    }
    assertThat(PARSER.parse(List.of(header, header))).isInstanceOf(Malformed.class);
    // nothing in a long text may make the parser throw
    assertThat(PARSER.parse(List.of(header.repeat(4_096 / Math.max(1, header.length())))))
        .isNotNull();

    assertThat(status(header)).isEqualTo(expectedStatus(parsed));
    if (parsed instanceof Digest digest) {
      assertChecks(digest);
      assertOpensOnceRight(digest);
    }
  }

  private static int status(String header) {
    return GATE.get(FILE).from(Sources.next()).header("Authorization", header).status();
  }

  private static int expectedStatus(Authorization parsed) throws NoSuchAlgorithmException {
    if (parsed instanceof None) {
      return 401;
    }
    if (parsed instanceof Malformed) {
      return 400;
    }
    if (parsed instanceof Basic basic) {
      boolean right =
          basic.username().equals(OWN.username()) && basic.password().equals(OWN.password());
      return right ? 200 : 401;
    }
    Digest digest = (Digest) parsed;
    if (!digest.uri().equals(TARGET)
        && !digest.uri().matches("https?://[^/]*" + Pattern.quote(TARGET))) {
      return 400;
    }
    boolean right =
        digest.username().equals(OWN.username())
            && digest.realm().equals(REALM)
            && digest.nonce().equals(NONCE)
            && digest.response().equals(response(digest, clear(OWN)));
    return right ? 200 : 401;
  }

  /** The check says yes where the formula does, and nowhere else. */
  private static void assertChecks(Digest digest) throws NoSuchAlgorithmException {
    Credential any = Credential.of("any", "pass: \"word\" £");
    boolean right = digest.response().equals(response(digest, clear(any)));
    assertThat(new DigestCheck(digest, "GET").matches(any)).isEqualTo(right);
    Digest answered = parse(spelled(digest, response(digest, clear(any))));
    DigestCheck check = new DigestCheck(answered, "GET");
    assertThat(check.matches(Credential.of("any", "pass: \"word\" €"))).isFalse();
    assertThat(check.matches(any)).isTrue();
    assertThat(new DigestCheck(answered, "PUT").matches(any)).isFalse();
  }

  /** The same header with what the phone must know in it opens the file, however it is spelled. */
  private static void assertOpensOnceRight(Digest digest) throws NoSuchAlgorithmException {
    Digest own =
        new Digest(
            OWN.username(),
            REALM,
            NONCE,
            TARGET,
            digest.algorithm(),
            digest.nonceCount(),
            digest.nc(),
            digest.cnonce(),
            "");
    String right = spelled(own, response(own, clear(OWN)));
    assertThat(status(right)).isEqualTo(200);
    String wrong = spelled(own, response(own, clear(OWN) + "!"));
    assertThat(status(wrong)).isEqualTo(401);
  }

  private static Digest parse(String header) {
    return (Digest) PARSER.parse(List.of(header));
  }

  /** Writes a header out again, with a backslash before every character that may have one. */
  private static String spelled(Digest digest, String response) {
    return "Digest username=%s,realm=%s,nonce=%s,uri=%s,cnonce=%s,nc=%s,qop=auth,algorithm=%s,response=%s"
        .formatted(
            quoted(digest.username()),
            quoted(digest.realm()),
            quoted(digest.nonce()),
            quoted(digest.uri()),
            quoted(digest.cnonce()),
            digest.nc(),
            digest.algorithm().token(),
            response);
  }

  private static String quoted(String text) {
    return '"' + text.replaceAll("(.)", "\\\\$1") + '"';
  }

  /** RFC 7616 section 3.4.1, for GET. */
  private static String response(Digest digest, String password) throws NoSuchAlgorithmException {
    String a1 = digest.username() + ":" + digest.realm() + ":" + password;
    String a2 = "GET:" + digest.uri();
    String hash = digest.algorithm().token();
    return hex(
        hash,
        String.join(
            ":",
            hex(hash, a1),
            digest.nonce(),
            digest.nc(),
            digest.cnonce(),
            "auth",
            hex(hash, a2)));
  }

  private static String hex(String hash, String text) throws NoSuchAlgorithmException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance(hash).digest(bytes));
  }

  private static String clear(Credential credential) {
    return credential.password().reveal(SecretAccess.granted());
  }
}
