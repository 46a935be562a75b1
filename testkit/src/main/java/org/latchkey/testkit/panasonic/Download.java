package org.latchkey.testkit.panasonic;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
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
 * Gets one file at a time: after a 401 once more with the credential of its address. Nothing is
 * repeated beyond that, and no redirect followed.
 */
final class Download {
  private static final Challenge UNASKED = new Challenge("Basic", Map.of());

  private final PanasonicSetup setup;
  private final Memory memory;
  private final Credentials credentials;
  private final PhoneHttp http;
  private final FaultPlan faults;
  private final RoundLog log;
  private boolean anyFailed;

  Download(
      PanasonicSetup setup,
      Memory memory,
      Credentials credentials,
      PhoneHttp http,
      FaultPlan faults,
      RoundLog log) {
    this.setup = setup;
    this.memory = memory;
    this.credentials = credentials;
    this.http = http;
    this.faults = faults;
    this.log = log;
    http.keepAlive(setup.keepAlive());
  }

  RoundLog log() {
    return log;
  }

  FaultPlan faults() {
    return faults;
  }

  /** Whether a file could not be had or used, so that the phone comes back sooner. */
  boolean anyFailed() {
    return anyFailed;
  }

  /** Notes a file that is of no use. */
  void failed(String file) {
    anyFailed = true;
    log.failed(file);
  }

  /**
   * Gets a file.
   *
   * @param address as stored, macros not yet filled in
   * @param initial whether it is the first file of a start
   * @param what the parameter or source, for reports: an address may hold a password
   */
  Optional<Body> get(String address, boolean initial, String what) {
    PhoneUrl url;
    try {
      url = PhoneUrl.parse(setup.expand(address, memory.firmware()));
    } catch (IllegalArgumentException e) {
      log.defect(Defect.Kind.BAD_URL, what + ": " + e.getMessage());
      failed(what);
      return Optional.empty();
    }
    http.reach(Trust.of(setup, memory.settings()));
    try {
      return judge(authenticated(url, credentials.of(url, initial)), url);
    } catch (IOException e) {
      failed(url.file()); // the exchange is in the log
      return Optional.empty();
    }
  }

  /** A file that is there. */
  record Body(String file, HttpAnswer answer) {}

  private Optional<Body> judge(HttpAnswer answer, PhoneUrl url) {
    int status = answer.status();
    if (status == 200) {
      return Optional.of(new Body(url.file(), answer));
    }
    if (status / 100 == 3) {
      log.defect(Defect.Kind.REDIRECTED, status + " for " + url.file());
    }
    if (status == 403 || status == 404) {
      anyFailed = true;
    } else {
      failed(url.file());
    }
    return Optional.empty();
  }

  private HttpAnswer authenticated(PhoneUrl url, Optional<PhoneCredential> credential)
      throws IOException {
    PhoneRequest plain = PhoneRequest.of("GET", url);
    Optional<String> agent = userAgent();
    if (agent.isPresent()) {
      plain = plain.with("User-Agent", agent.get());
    }
    PhoneRequest first =
        setup.preemptive() ? plain.withProof(credential.map(c -> proof(UNASKED, c, url))) : plain;
    HttpAnswer answer = http.exchange(first, faults, log);
    if (answer.status() != 401 || first.proof().isPresent()) {
      return answer;
    }
    Optional<Challenge> challenge =
        setup.auth().choose(answer.all("WWW-Authenticate"), log, "GET " + url.target());
    if (challenge.isEmpty() || credential.isEmpty()) {
      return answer;
    }
    Proof proof = proof(challenge.get(), credential.get(), url);
    return http.exchange(plain.withProof(Optional.of(proof)), faults, log);
  }

  private Proof proof(Challenge challenge, PhoneCredential credential, PhoneUrl url) {
    return new AuthSession(challenge, credential, setup.random()).prove("GET", url.target());
  }

  /** A parameter like others; cleared, the line is left out. */
  Optional<String> userAgent() {
    return memory
        .settings()
        .text(Settings.USER_AGENT)
        .map(text -> setup.expand(text, memory.firmware()));
  }
}
