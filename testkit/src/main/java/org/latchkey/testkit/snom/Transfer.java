package org.latchkey.testkit.snom;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.latchkey.testkit.phone.AuthSession;
import org.latchkey.testkit.phone.Challenge;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.HttpAnswer;
import org.latchkey.testkit.phone.PhoneCredential;
import org.latchkey.testkit.phone.PhoneRequest;
import org.latchkey.testkit.phone.PhoneUrl;
import org.latchkey.testkit.phone.Proof;

/**
 * Gets one file at a time: each first without credential, after a 401 once with it, and again after
 * the pauses of the back-off timer if no server answers or it is out of order.
 */
final class Transfer {
  private static final String TIMER = "prov_back_off_timer";

  private final SnomSetup setup;
  private final Memory memory;
  private final Link link;
  private final Trip trip;

  Transfer(SnomSetup setup, Memory memory, Link link, Trip trip) {
    this.setup = setup;
    this.memory = memory;
    this.link = link;
    this.trip = trip;
  }

  Trip trip() {
    return trip;
  }

  /** Gets a file; the credential is looked up only when a server wants one. */
  Fetched get(PhoneUrl url, Supplier<Optional<PhoneCredential>> pair) {
    PhoneRequest request = PhoneRequest.of("GET", url);
    Optional<String> header = new Header(setup, memory).value();
    if (header.isPresent()) {
      request = request.with("User-Agent", header.get());
    }
    request = request.with("Accept", "*/*");
    Iterator<Duration> pauses =
        BackOff.parse(memory.get(TIMER, defaultPauses()), setup.random()).iterator();
    boolean patient = pauses.hasNext();
    while (true) {
      try {
        HttpAnswer answer = authenticated(request, pair);
        if (answer.status() < 500) {
          return judge(answer, url);
        }
      } catch (SSLException e) {
        trip.log().failed(url.file());
        return new Fetched.Untrusted();
      } catch (IOException e) {
        // the exchange is in the log
      }
      if (!pauses.hasNext()) {
        trip.log().failed(url.file());
        return patient ? new Fetched.Silent() : new Fetched.Failed();
      }
      trip.log().await(pauses.next(), "before asking for " + url.file() + " again");
    }
  }

  private String defaultPauses() {
    boolean modern = memory.firmware().atLeast("10.1.39.0");
    return modern && !setup.generation().conference() ? "3,6:3600" : "";
  }

  private Fetched judge(HttpAnswer answer, PhoneUrl url) {
    String file = url.file();
    if (answer.status() == 403 || answer.status() == 404) {
      return new Fetched.Absent();
    }
    if (answer.status() == 200 && isWhole(answer)) {
      return new Fetched.Found(answer);
    }
    trip.log().failed(file);
    if (answer.status() == 401) {
      return new Fetched.Refused();
    }
    if (answer.status() / 100 == 3) {
      trip.log().defect(Defect.Kind.REDIRECTED, "GET " + url.target());
    } else if (answer.status() == 200) {
      trip.log().note(file + " came without length and cannot be read");
    }
    return new Fetched.Failed();
  }

  /** Only bodies of a length told before can be read; the defect is in the log. */
  private static boolean isWhole(HttpAnswer answer) {
    return answer.first("Content-Length").isPresent()
        && answer.all("Transfer-Encoding").stream()
            .noneMatch(v -> v.toLowerCase(Locale.ROOT).contains("chunked"));
  }

  /** Two requests, or three if a nonce was too old. */
  private HttpAnswer authenticated(PhoneRequest plain, Supplier<Optional<PhoneCredential>> pair)
      throws IOException {
    PhoneRequest request = plain;
    boolean renewed = false;
    while (true) {
      HttpAnswer answer = link.exchange(request, trip);
      if (answer.status() != 401) {
        return answer;
      }
      String where = "GET " + plain.url().target();
      Optional<Challenge> challenge =
          setup.auth().choose(answer.all("WWW-Authenticate"), trip.log(), where);
      Optional<PhoneCredential> known = pair.get();
      if (challenge.isEmpty() || known.isEmpty()) {
        return answer;
      }
      if (request.proof().isPresent()) {
        if (renewed || !challenge.get().stale() || !setup.honoursStale()) {
          return answer;
        }
        renewed = true;
      }
      Proof proof =
          new AuthSession(challenge.get(), known.get(), setup.random())
              .prove("GET", plain.url().target());
      request = plain.withProof(Optional.of(proof));
    }
  }
}
