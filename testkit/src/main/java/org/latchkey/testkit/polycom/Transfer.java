package org.latchkey.testkit.polycom;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.latchkey.testkit.phone.AuthSession;
import org.latchkey.testkit.phone.Challenge;
import org.latchkey.testkit.phone.FaultPlan;
import org.latchkey.testkit.phone.HttpAnswer;
import org.latchkey.testkit.phone.PhoneCredential;
import org.latchkey.testkit.phone.PhoneHttp;
import org.latchkey.testkit.phone.PhoneRequest;
import org.latchkey.testkit.phone.PhoneUrl;
import org.latchkey.testkit.phone.Proof;
import org.latchkey.testkit.phone.RoundLog;

/**
 * Moves one file at a time: each first without credential, after a 401 with it, and again after
 * errors that may pass. The credential is that of the beginning, whatever is read meanwhile.
 */
final class Transfer {
  /** Where administrators send what they do not want to get. */
  private static final String NOWHERE = "0.0.0.0";

  private final PolycomSetup setup;
  private final Memory memory;
  private final PhoneHttp http;
  private final FaultPlan faults;
  private final RoundLog log;
  private final PhoneCredential credential;

  Transfer(
      PolycomSetup setup,
      Memory memory,
      Server server,
      PhoneHttp http,
      FaultPlan faults,
      RoundLog log) {
    this.setup = setup;
    this.memory = memory;
    this.http = http;
    this.faults = faults;
    this.log = log;
    this.credential = server.base().credential().orElseGet(memory.flash()::credential);
    http.keepAlive(setup.keepAlive());
  }

  RoundLog log() {
    return log;
  }

  Fetched get(PhoneUrl url, Stage stage) {
    return move(PhoneRequest.of("GET", url), stage);
  }

  /** Carries out a request as often as the phone is patient. */
  Fetched move(PhoneRequest plain, Stage stage) {
    String file = plain.url().file();
    if (plain.url().host().equals(NOWHERE)) {
      log.note(file + " has no place");
      return new Fetched.Silent();
    }
    PhoneRequest request =
        plain.with("User-Agent", setup.userAgent(stage, memory)).with("Accept", "*/*");
    boolean answered = false;
    for (int attempt = 1; ; attempt++) {
      try {
        HttpAnswer answer = authenticated(request);
        if (answer.status() < 500) {
          return judge(answer, file);
        }
        answered = true;
      } catch (IOException e) {
        // the exchange is in the log
      }
      if (attempt >= memory.flash().attempts()) {
        log.failed(file);
        return answered ? new Fetched.Failed() : new Fetched.Silent();
      }
      log.await(
          Duration.ofSeconds(memory.flash().delaySeconds()),
          "before attempt " + (attempt + 1) + " for " + file);
    }
  }

  /** What follows on 403, on redirects and on a second 401 is not documented: the next file. */
  private Fetched judge(HttpAnswer answer, String file) {
    if (answer.status() / 100 == 2) {
      return new Fetched.Found(answer);
    }
    if (answer.status() == 404 || answer.status() == 405) {
      return new Fetched.Absent();
    }
    log.failed(file);
    return new Fetched.Failed();
  }

  /** Two requests, or three if a nonce was too old. */
  private HttpAnswer authenticated(PhoneRequest plain) throws IOException {
    PhoneRequest request = plain;
    boolean renewed = false;
    while (true) {
      HttpAnswer answer = http.exchange(request, faults, log);
      if (answer.status() != 401) {
        return answer;
      }
      String where = plain.method() + " " + plain.url().target();
      Optional<Challenge> challenge =
          setup.auth().choose(answer.all("WWW-Authenticate"), log, where);
      if (challenge.isEmpty()) {
        return answer;
      }
      if (request.proof().isPresent()) {
        if (renewed || !challenge.get().stale() || !setup.honoursStale()) {
          return answer;
        }
        renewed = true;
      }
      PhoneCredential pair = plain.url().credential().orElse(credential);
      Proof proof =
          new AuthSession(challenge.get(), pair, setup.random())
              .prove(plain.method(), plain.url().target());
      request = plain.withProof(Optional.of(proof));
    }
  }
}
