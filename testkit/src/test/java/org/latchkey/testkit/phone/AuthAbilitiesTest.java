package org.latchkey.testkit.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latchkey.testkit.phone.Defect.Kind;

class AuthAbilitiesTest {
  private static final String MD5 = "Digest realm=\"r\", nonce=\"n\", qop=\"auth\", algorithm=MD5";
  private static final String SHA =
      "Digest realm=\"r\", nonce=\"s\", qop=\"auth\", algorithm=SHA-256";
  private static final String BASIC = "Basic realm=\"r\"";

  private final RoundLog log = new RoundLog(Waiter.none());

  private Optional<Challenge> choose(AuthAbilities phone, String... lines) {
    return phone.choose(List.of(lines), log, "GET /x");
  }

  private List<Kind> defects() {
    return log.finish(Outcome.FAILED, Optional.<Duration>empty()).defects().stream()
        .map(Defect::kind)
        .toList();
  }

  private static AuthAbilities phone(AuthScheme... schemes) {
    return new AuthAbilities(List.of(schemes), false);
  }

  @Test
  void choose_bothOffered_preferenceDecides() {
    var digestFirst = phone(AuthScheme.DIGEST, AuthScheme.BASIC);
    var basicFirst = phone(AuthScheme.BASIC, AuthScheme.DIGEST);

    assertThat(choose(digestFirst, BASIC, MD5).map(Challenge::scheme)).hasValue("Digest");
    assertThat(choose(basicFirst, MD5, BASIC).map(Challenge::scheme)).hasValue("Basic");
    assertThat(defects()).isEmpty();
  }

  @Test
  void choose_sha256First_onlyIfSupported() {
    var old = phone(AuthScheme.DIGEST);
    var current = new AuthAbilities(List.of(AuthScheme.DIGEST), true);

    assertThat(choose(old, SHA, MD5).flatMap(c -> c.parameter("nonce"))).hasValue("n");
    assertThat(choose(current, SHA, MD5).flatMap(c -> c.parameter("nonce"))).hasValue("s");
  }

  @Test
  void choose_nothingUsable_defect() {
    assertThat(choose(phone(AuthScheme.BASIC), MD5)).isEmpty();
    assertThat(choose(phone(AuthScheme.DIGEST), SHA)).isEmpty();
    assertThat(
            choose(
                phone(AuthScheme.DIGEST),
                "Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\", algorithm=MD5"))
        .isEmpty();

    assertThat(defects()).containsOnly(Kind.NO_USABLE_CHALLENGE).hasSize(3);
  }

  @Test
  void choose_twoOnOneLine_firstSeenAndReported() {
    assertThat(choose(phone(AuthScheme.BASIC), MD5 + ", " + BASIC)).isEmpty();
    assertThat(defects()).contains(Kind.TWO_CHALLENGES_ON_ONE_LINE);
  }

  @Test
  void choose_sloppyDigest_answeredAndReported() {
    assertThat(choose(phone(AuthScheme.DIGEST), "Digest realm=\"r\", nonce=\"n\"")).isPresent();
    assertThat(defects()).containsExactly(Kind.DIGEST_WITHOUT_ALGORITHM, Kind.DIGEST_WITHOUT_QOP);
  }

  @Test
  void choose_unreadableLine_reported() {
    assertThat(choose(phone(AuthScheme.BASIC), "Basic realm=\"open", BASIC)).isPresent();
    assertThat(defects()).containsExactly(Kind.BAD_CHALLENGE);
  }
}
