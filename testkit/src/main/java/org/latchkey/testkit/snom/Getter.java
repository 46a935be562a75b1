package org.latchkey.testkit.snom;

import java.util.Optional;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.PhoneCredential;
import org.latchkey.testkit.phone.PhoneUrl;
import org.latchkey.testkit.phone.RoundLog;

/** Gets the files of one cycle, which ends early if the phone's credential is refused. */
final class Getter {
  private final SnomSetup setup;
  private final Sources sources;
  private final Transfer transfer;
  private boolean reached;

  Getter(SnomSetup setup, Sources sources, Transfer transfer) {
    this.setup = setup;
    this.sources = sources;
    this.transfer = transfer;
  }

  Trip trip() {
    return transfer.trip();
  }

  RoundLog log() {
    return trip().log();
  }

  /** Gets a file of the address itself. */
  Optional<byte[]> get(PhoneUrl url) {
    return get(url, Optional.empty());
  }

  /** Gets a file; its own credential beats the phone's. */
  private Optional<byte[]> get(PhoneUrl url, Optional<PhoneCredential> own) {
    Fetched fetched = transfer.get(url, () -> sources.pair(url, own));
    if (fetched instanceof Fetched.Untrusted && !reached) {
      throw new Cycle.UntrustedException();
    }
    if (fetched instanceof Fetched.Refused) {
      throw new StoppedException(
          setup.prompts() ? Outcome.PROMPT : Outcome.FAILED, "gives up: credential refused");
    }
    if (fetched instanceof Fetched.Silent) {
      throw new StoppedException(Outcome.FAILED, "gives up: no server answers");
    }
    reached = true;
    return body(fetched);
  }

  /** Gets what a file refers to, an address or a name beside that file. */
  Optional<byte[]> refer(PhoneUrl base, String reference, String where) {
    return resolve(base, reference, where).flatMap(url -> get(url, written(reference)));
  }

  /** Gets something with a credential of its own alone, and goes on whatever comes of it. */
  Optional<byte[]> aside(PhoneUrl url, Optional<PhoneCredential> only) {
    return body(transfer.get(url, () -> only));
  }

  /** The address of a reference. */
  Optional<PhoneUrl> resolve(PhoneUrl base, String reference, String where) {
    try {
      return Optional.of(base.resolve(reference));
    } catch (IllegalArgumentException e) {
      log().defect(Defect.Kind.BAD_URL, where + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** A relative reference has none, whatever the address beside it says. */
  private static Optional<PhoneCredential> written(String reference) {
    return reference.contains("://") ? PhoneUrl.parse(reference).credential() : Optional.empty();
  }

  private static Optional<byte[]> body(Fetched fetched) {
    return fetched instanceof Fetched.Found found
        ? Optional.of(found.answer().body())
        : Optional.empty();
  }
}
