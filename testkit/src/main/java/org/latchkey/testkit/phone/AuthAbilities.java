package org.latchkey.testkit.phone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which challenges a phone can answer, and which it takes when several come.
 *
 * @param preference the schemes it knows, best first; empty for a phone without any
 * @param sha256 whether it knows Digest with SHA-256 besides MD5
 * @since 1.0
 */
public record AuthAbilities(List<AuthScheme> preference, boolean sha256) {
  /**
   * Copies the list.
   *
   * @param preference the schemes it knows, best first
   * @param sha256 whether it knows Digest with SHA-256 besides MD5
   */
  public AuthAbilities {
    preference = List.copyOf(preference);
  }

  /**
   * Picks the challenge to answer. Of a line with several challenges only the first is seen.
   *
   * @param lines the {@code WWW-Authenticate} lines in order
   * @param log told about defects of the lines
   * @param where the request, for the log
   * @return the challenge of the preferred scheme that comes first, or empty if none can be
   *     answered
   */
  public Optional<Challenge> choose(List<String> lines, RoundLog log, String where) {
    List<Challenge> usable = new ArrayList<>();
    for (String line : lines) {
      try {
        List<Challenge> challenges = ChallengeParser.parse(line);
        if (challenges.size() > 1) {
          log.defect(Defect.Kind.TWO_CHALLENGES_ON_ONE_LINE, where);
        }
        Challenge first = challenges.get(0);
        inspect(first, log, where);
        if (canAnswer(first)) {
          usable.add(first);
        }
      } catch (IllegalArgumentException e) {
        log.defect(Defect.Kind.BAD_CHALLENGE, where + ": " + e.getMessage());
      }
    }
    for (AuthScheme scheme : preference) {
      for (Challenge challenge : usable) {
        if (challenge.is(scheme)) {
          return Optional.of(challenge);
        }
      }
    }
    log.defect(Defect.Kind.NO_USABLE_CHALLENGE, where);
    return Optional.empty();
  }

  private static void inspect(Challenge challenge, RoundLog log, String where) {
    if (challenge.is(AuthScheme.DIGEST)) {
      if (challenge.parameter("algorithm").isEmpty()) {
        log.defect(Defect.Kind.DIGEST_WITHOUT_ALGORITHM, where);
      }
      if (challenge.parameter("qop").isEmpty()) {
        log.defect(Defect.Kind.DIGEST_WITHOUT_QOP, where);
      }
      if (challenge.parameter("nonce").isEmpty()) {
        log.defect(Defect.Kind.BAD_CHALLENGE, where + ": Digest without nonce");
      }
    }
    if (challenge.parameter("realm").isEmpty()) {
      log.defect(Defect.Kind.BAD_CHALLENGE, where + ": no realm");
    }
  }

  private boolean canAnswer(Challenge challenge) {
    if (challenge.parameter("realm").isEmpty()) {
      return false;
    }
    if (challenge.is(AuthScheme.BASIC)) {
      return true;
    }
    String algorithm = challenge.parameter("algorithm").orElse("MD5");
    boolean known =
        algorithm.equalsIgnoreCase("MD5") || (sha256 && algorithm.equalsIgnoreCase("SHA-256"));
    boolean auth =
        challenge
            .parameter("qop")
            .map(q -> Arrays.stream(q.split(",", -1)).map(String::strip).anyMatch("auth"::equals))
            .orElse(true);
    return challenge.is(AuthScheme.DIGEST)
        && known
        && auth
        && challenge.parameter("nonce").isPresent();
  }
}
