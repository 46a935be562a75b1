package org.latchkey.testkit.grandstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.PhoneRequest;

/** Downloads the phone book, with a user name and password of its own. */
final class Phonebook {
  private final GrandstreamSetup setup;
  private final Memory memory;
  private final Transfer transfer;

  Phonebook(GrandstreamSetup setup, Memory memory, Transfer transfer) {
    this.setup = setup;
    this.memory = memory;
    this.transfer = transfer;
  }

  Outcome run() {
    Optional<Location> place = Location.phonebook(memory);
    if (place.isEmpty() || !setup.kind().has(Habit.PHONEBOOK)) {
      return Outcome.NOT_DUE;
    }
    boolean old = setup.kind().has(Habit.OLD_PHONEBOOK_NAME);
    PhoneRequest request;
    try {
      request =
          PhoneRequest.of("GET", place.get().file(old ? "gs_phonebook.xml" : "phonebook.xml"));
    } catch (IllegalArgumentException e) {
      transfer.log().defect(Defect.Kind.BAD_URL, "phone book path: " + e.getMessage());
      return Outcome.FAILED;
    }
    Fetched fetched =
        transfer.get(request, memory.credential(P.PHONEBOOK_USER, P.PHONEBOOK_PASSWORD));
    if (fetched instanceof Fetched.Found found) {
      String xml = new String(found.answer().body(), UTF_8);
      boolean same = xml.equals(memory.phonebook());
      memory.phonebook(xml);
      return same ? Outcome.UNCHANGED : Outcome.APPLIED;
    }
    return fetched instanceof Fetched.Absent ? Outcome.NOTHING_FOUND : Outcome.FAILED;
  }
}
