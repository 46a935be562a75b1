package org.latchkey.testkit.yealink;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 * Moves one file at a time: first without credential, after a 401 with the stored one, again after
 * errors that may pass, and along redirects.
 */
final class Downloader {
  private static final int MAX_REDIRECTS = 5;

  private final YealinkSetup setup;
  private final Memory memory;
  private final PhoneHttp http;
  private final FaultPlan faults;
  private final RoundLog log;

  /** Good for the connection that is open, so that the nonce is used again on it. */
  private @Nullable AuthSession session;

  Downloader(YealinkSetup setup, Memory memory, PhoneHttp http, FaultPlan faults, RoundLog log) {
    this.setup = setup;
    this.memory = memory;
    this.http = http;
    this.faults = faults;
    this.log = log;
    http.keepAlive(memory.settings().on("auto_provision.connect.keep_alive", setup.keepAlive()));
  }

  RoundLog log() {
    return log;
  }

  FaultPlan faults() {
    return faults;
  }

  Fetched get(PhoneUrl url) {
    return move(PhoneRequest.of("GET", url));
  }

  /**
   * Carries out a request as often as the phone is patient.
   *
   * @throws PromptException if the phone must ask a person
   */
  Fetched move(PhoneRequest plain) {
    PhoneRequest request =
        plain
            .with("User-Agent", setup.userAgent(memory.firmware(), memory.settings()))
            .with("Accept", "*/*");
    String file = plain.url().file();
    Settings settings = memory.settings();
    int attempts = settings.number("auto_provision.attempt_before_failed", 3, 1, 10);
    int delay = settings.number("auto_provision.retry_delay_after_file_transfer_failed", 5, 0, 300);
    for (int attempt = 1; ; attempt++) {
      try {
        HttpAnswer answer = attempt(request);
        if (answer.status() < 500) {
          return judge(answer, file);
        }
      } catch (IOException e) {
        session = null; // the exchange is in the log
      }
      if (attempt >= attempts) {
        log.failed(file);
        return Fetched.error();
      }
      log.await(Duration.ofSeconds(delay), "before attempt " + (attempt + 1) + " for " + file);
    }
  }

  private Fetched judge(HttpAnswer answer, String file) {
    if (answer.status() / 100 == 2) {
      return Fetched.found(answer);
    }
    if (answer.status() == 403 || answer.status() == 404) {
      return Fetched.absent();
    }
    log.failed(file);
    return Fetched.error();
  }

  private HttpAnswer attempt(PhoneRequest first) throws IOException {
    PhoneRequest request = first;
    HttpAnswer answer = authenticated(request);
    for (int hop = 0; answer.status() == 301 || answer.status() == 302; hop++) {
      Optional<String> location = answer.first("Location");
      if (hop >= MAX_REDIRECTS || location.isEmpty()) {
        log.note("redirect not followed: " + request.url());
        return answer;
      }
      try {
        request = request.to(request.url().resolve(location.get()));
      } catch (IllegalArgumentException e) {
        log.defect(Defect.Kind.BAD_URL, "Location of " + request.url() + ": " + e.getMessage());
        return answer;
      }
      answer = authenticated(request);
    }
    return answer;
  }

  /** One file of one address; up to three requests if a nonce was too old. */
  private HttpAnswer authenticated(PhoneRequest plain) throws IOException {
    if (!http.isOpenTo(plain.url())) {
      session = null;
    }
    boolean renewed = false;
    while (true) {
      PhoneRequest request = plain.withProof(proof(plain));
      HttpAnswer answer = http.exchange(request, faults, log);
      if (answer.status() != 401) {
        return answer;
      }
      String where = plain.method() + " " + plain.url().target();
      Optional<Challenge> challenge =
          setup.auth().choose(answer.all("WWW-Authenticate"), log, where);
      if (request.proof().isPresent()) {
        boolean stale = challenge.map(Challenge::stale).orElse(false);
        if (!stale || !setup.honoursStale() || renewed) {
          session = null;
          throw new PromptException(Prompt.ACCOUNT_ERROR);
        }
        renewed = true;
      }
      if (challenge.isEmpty()) {
        return answer;
      }
      PhoneCredential credential =
          plain
              .url()
              .credential()
              .or(memory::credential)
              .orElseThrow(() -> new PromptException(Prompt.CREDENTIAL_WANTED));
      session = new AuthSession(challenge.get(), credential, setup.random());
    }
  }

  private Optional<Proof> proof(PhoneRequest request) {
    return session == null
        ? Optional.empty()
        : Optional.of(session.prove(request.method(), request.url().target()));
  }
}
