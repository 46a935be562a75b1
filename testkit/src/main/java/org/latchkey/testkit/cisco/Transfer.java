package org.latchkey.testkit.cisco;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
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
 * Carries out one request at a time: first without credential, at most twice again after a 401, and
 * along redirects.
 */
final class Transfer {
  private static final int MAX_REPEATS = 2;
  private static final int MAX_REDIRECTS = 5;

  private final CiscoSetup setup;
  private final Memory memory;
  private final PhoneHttp http;
  private final FaultPlan faults;
  private final RoundLog log;

  Transfer(CiscoSetup setup, Memory memory, PhoneHttp http, FaultPlan faults, RoundLog log) {
    this.setup = setup;
    this.memory = memory;
    this.http = http;
    this.faults = faults;
    this.log = log;
    http.keepAlive(setup.keepAlive());
  }

  RoundLog log() {
    return log;
  }

  /** What an address is called in reports: the last segment, or the target if that is empty. */
  static String name(PhoneUrl url) {
    return url.file().isEmpty() ? url.target() : url.file();
  }

  /** Reads an address; of what this phone cannot speak the log tells no more than the scheme. */
  Optional<PhoneUrl> url(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
      log.note("cannot speak " + lower.substring(0, Math.max(0, lower.indexOf(':'))));
      return Optional.empty();
    }
    try {
      return Optional.of(PhoneUrl.parse(text));
    } catch (IllegalArgumentException e) {
      log.defect(Defect.Kind.BAD_URL, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Carries out a request; the credential counts for this one only. */
  Fetched move(PhoneRequest plain, Optional<PhoneCredential> credential) {
    PhoneRequest request = plain.with("User-Agent", setup.userAgent(memory)).with("Accept", "*/*");
    Fetched fetched;
    try {
      fetched = follow(request, credential);
    } catch (IOException e) {
      fetched = new Fetched.Failed(); // the exchange is in the log
    }
    if (!(fetched instanceof Fetched.Found)) {
      log.failed(name(plain.url()));
    }
    return fetched;
  }

  private Fetched follow(PhoneRequest first, Optional<PhoneCredential> credential)
      throws IOException {
    PhoneRequest request = first;
    Optional<PhoneCredential> shown = credential;
    for (int hop = 0; ; hop++) {
      HttpAnswer answer = authenticated(request, shown);
      if (answer.status() != 301 && answer.status() != 302) {
        return judge(answer);
      }
      log.defect(Defect.Kind.REDIRECTED, request.url().target());
      Optional<String> location = answer.first("Location");
      if (hop >= MAX_REDIRECTS || location.isEmpty()) {
        return new Fetched.Failed();
      }
      PhoneUrl next;
      try {
        next = request.url().resolve(location.get());
      } catch (IllegalArgumentException e) {
        log.defect(Defect.Kind.BAD_URL, "Location: " + e.getMessage());
        return new Fetched.Failed();
      }
      boolean same = next.authority().equals(first.url().authority());
      shown = same || setup.credentialToOtherHosts() ? credential : Optional.empty();
      request = request.to(next);
    }
  }

  private static Fetched judge(HttpAnswer answer) {
    return switch (answer.status()) {
      case 200 -> new Fetched.Found(answer);
      case 404 -> new Fetched.Absent();
      case 401 -> new Fetched.Refused();
      default -> new Fetched.Failed();
    };
  }

  private HttpAnswer authenticated(PhoneRequest plain, Optional<PhoneCredential> credential)
      throws IOException {
    PhoneRequest request = plain;
    for (int repeats = 0; ; repeats++) {
      HttpAnswer answer = http.exchange(request, faults, log);
      boolean proxy = answer.status() == 407;
      if (answer.status() != 401 && !proxy) {
        return answer;
      }
      String where = plain.method() + " " + plain.url().target();
      List<String> lines = answer.all(proxy ? "Proxy-Authenticate" : "WWW-Authenticate");
      Optional<Challenge> challenge = setup.auth().choose(lines, log, where);
      if (challenge.isEmpty() || credential.isEmpty() || repeats >= MAX_REPEATS) {
        return answer;
      }
      Proof proof =
          new AuthSession(challenge.get(), credential.get(), setup.random())
              .prove(plain.method(), plain.url().target());
      request =
          proxy
              ? plain.with("Proxy-Authorization", proof.header())
              : plain.withProof(Optional.of(proof));
    }
  }
}
