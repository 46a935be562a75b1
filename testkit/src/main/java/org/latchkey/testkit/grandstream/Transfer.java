package org.latchkey.testkit.grandstream;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latchkey.testkit.phone.AuthScheme;
import org.latchkey.testkit.phone.AuthSession;
import org.latchkey.testkit.phone.Challenge;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.FaultPlan;
import org.latchkey.testkit.phone.HttpAnswer;
import org.latchkey.testkit.phone.PhoneCredential;
import org.latchkey.testkit.phone.PhoneHttp;
import org.latchkey.testkit.phone.PhoneRequest;
import org.latchkey.testkit.phone.PhoneUrl;
import org.latchkey.testkit.phone.Proof;
import org.latchkey.testkit.phone.RoundLog;

/**
 * Moves one file at a time, each with a connection of its own: up to three attempts without any
 * pause, each first without credential and, after a challenge, once with it.
 */
final class Transfer {
  private static final int ATTEMPTS = 3;
  private static final int HOPS = 3;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /** What is answered before anybody asked. */
  private static final Challenge UNASKED =
      new Challenge(AuthScheme.BASIC.token(), Map.of("realm", ""));

  private final GrandstreamSetup setup;
  private final Memory memory;
  private final PhoneHttp http;
  private final FaultPlan faults;
  private final RoundLog log;

  Transfer(GrandstreamSetup setup, Memory memory, PhoneHttp http, FaultPlan faults, RoundLog log) {
    this.setup = setup;
    this.memory = memory;
    this.http = http;
    this.faults = faults;
    this.log = log;
    http.keepAlive(true);
  }

  RoundLog log() {
    return log;
  }

  FaultPlan faults() {
    return faults;
  }

  /**
   * Asks for a configuration file.
   *
   * @throws PromptException if the server refuses and this phone asks a person then
   */
  Fetched config(PhoneUrl url, Optional<PhoneCredential> stored) {
    return move(PhoneRequest.of("GET", url), stored, setup.prompts());
  }

  /** Asks for another file. */
  Fetched get(PhoneRequest request, Optional<PhoneCredential> stored) {
    return move(request, stored, false);
  }

  private Fetched move(PhoneRequest plain, Optional<PhoneCredential> stored, boolean prompts) {
    Optional<PhoneCredential> pair = plain.url().credential().or(() -> stored);
    PhoneRequest request =
        plain.with("User-Agent", setup.userAgent(memory.firmware())).with("Accept", "*/*");
    String file = plain.url().file();
    boolean refused = false;
    try {
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        int status = 0;
        try {
          HttpAnswer answer = followed(request, pair);
          status = answer.status();
          if (status == 200 || status == 206) {
            return new Fetched.Found(answer);
          }
        } catch (IOException e) {
          // the exchange is in the log
        }
        if (status == 404) {
          return new Fetched.Absent();
        }
        refused = status == 401;
        if (refused && prompts && pair.isEmpty()) {
          throw new PromptException(file);
        }
      }
    } finally {
      if (!setup.keepAlive()) {
        http.close();
      }
    }
    log.failed(file);
    if (refused && prompts) {
      throw new PromptException(file);
    }
    return new Fetched.Failed();
  }

  /** Another server gets no credential. */
  private HttpAnswer followed(PhoneRequest first, Optional<PhoneCredential> pair)
      throws IOException {
    PhoneRequest request = first;
    HttpAnswer answer = authenticated(request, pair);
    for (int hop = 1; REDIRECTS.contains(answer.status()); hop++) {
      log.defect(Defect.Kind.REDIRECTED, request.method() + " " + request.url());
      Optional<String> location = answer.first("Location");
      if (!setup.kind().has(Habit.FOLLOWS_REDIRECTS) || hop > HOPS || location.isEmpty()) {
        return answer;
      }
      try {
        request = request.to(request.url().resolve(location.get()));
      } catch (IllegalArgumentException e) {
        log.defect(Defect.Kind.BAD_URL, "Location of " + request.url() + ": " + e.getMessage());
        return answer;
      }
      boolean same = request.url().authority().equals(first.url().authority());
      answer = authenticated(request, same ? pair : Optional.empty());
    }
    return answer;
  }

  /** Two requests, or three if a nonce was too old. */
  private HttpAnswer authenticated(PhoneRequest plain, Optional<PhoneCredential> pair)
      throws IOException {
    boolean unasked = setup.kind().has(Habit.PRE_EMPTIVE) && memory.on(P.PRE_EMPTIVE);
    PhoneRequest request =
        plain.withProof(pair.filter(p -> unasked).map(p -> proof(UNASKED, p, plain)));
    boolean answered = false;
    boolean renewed = false;
    while (true) {
      HttpAnswer answer = http.exchange(request, faults, log);
      if (answer.status() != 401 || pair.isEmpty()) {
        return answer;
      }
      String where = plain.method() + " " + plain.url().target();
      Optional<Challenge> challenge =
          setup.auth().choose(answer.all("WWW-Authenticate"), log, where);
      if (challenge.isEmpty()) {
        return answer;
      }
      if (answered) {
        if (renewed || !challenge.get().stale() || !setup.honoursStale()) {
          return answer;
        }
        renewed = true;
      }
      answered = true;
      request = plain.withProof(Optional.of(proof(challenge.get(), pair.get(), plain)));
    }
  }

  private Proof proof(Challenge challenge, PhoneCredential pair, PhoneRequest request) {
    return new AuthSession(challenge, pair, setup.random())
        .prove(request.method(), request.url().target());
  }
}
