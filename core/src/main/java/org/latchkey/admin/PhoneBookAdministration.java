package org.latchkey.admin;

import java.util.List;
import java.util.Optional;
import org.latchkey.caller.Caller;
import org.latchkey.caller.Caller.Scope;
import org.latchkey.device.Contact;
import org.latchkey.device.Owner;
import org.latchkey.error.ForbiddenException;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.LostRaceException;
import org.latchkey.error.NotFoundException;
import org.latchkey.error.UnsupportedActionException;
import org.latchkey.event.EventType;
import org.latchkey.internal.Outage;
import org.latchkey.internal.Setup;
import org.latchkey.spi.EditablePhoneBooks;
import org.latchkey.spi.PhoneBookSource;

/**
 * What people and programs may do with phone books: one list of contacts for each domain, which its
 * phones get in their own forms. Every change is an event that names the caller. Phones see a
 * change when they fetch the book next; other nodes know it after five seconds at most.
 *
 * <p>Super users and resellers change the phone books of the domains that they see, office managers
 * read that of theirs. What does not exist for a caller is {@link NotFoundException}, what it may
 * only read {@link ForbiddenException}. A store that fails is {@link
 * org.latchkey.error.StoreException}, and whether the change was made is then unknown; after every
 * other exception nothing has changed.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class PhoneBookAdministration {
  /** How many contacts a phone book may have. Many models keep fewer, and say so by themselves. */
  public static final int MOST_CONTACTS = 10_000;

  private final Setup setup;
  private final PhoneBookSource source;

  PhoneBookAdministration(Setup setup, PhoneBookSource source) {
    this.setup = setup;
    this.source = source;
  }

  /**
   * Says whether phone books can be changed from here.
   *
   * @return false if {@link #replace} throws {@link UnsupportedActionException}
   */
  public boolean canEdit() {
    return source instanceof EditablePhoneBooks;
  }

  /**
   * Lists the contacts of a domain, as they are stored now.
   *
   * @param caller who asks
   * @param owner the domain and its reseller
   * @return its contacts; none if it has no phone book
   */
  public List<Contact> contacts(Caller caller, Owner owner) {
    demandToRead(caller, owner);
    return setup.books().ask(owner);
  }

  /**
   * Changes a phone book.
   *
   * @param caller who acts
   * @param owner the domain and its reseller
   * @param expected its contacts as the caller has seen them; empty takes whatever is there
   * @param contacts its contacts as they shall be; none removes the book
   * @throws InvalidValueException if they are more than {@link #MOST_CONTACTS}
   * @throws LostRaceException if it is not what was expected
   */
  public void replace(
      Caller caller, Owner owner, Optional<List<Contact>> expected, List<Contact> contacts) {
    demandToRead(caller, owner);
    if (caller.scope() == Scope.OFFICE_MANAGER) {
      throw new ForbiddenException(caller.scope() + " may not change this");
    }
    if (!(source instanceof EditablePhoneBooks editable)) {
      throw new UnsupportedActionException("the host's phone books cannot be changed from here");
    }
    if (contacts.size() > MOST_CONTACTS) {
      throw InvalidValueException.of("contacts", "at most " + MOST_CONTACTS, contacts.size());
    }
    List<Contact> before = setup.books().ask(owner);
    boolean changed =
        expected.map(before::equals).orElse(true)
            && Outage.guard(
                "phone books", () -> editable.replace(owner, before, List.copyOf(contacts)));
    setup.books().forget(owner);
    if (!changed) {
      throw new LostRaceException(
          "somebody else has changed the phone book of " + owner.domain() + ": read it again");
    }
    setup
        .recorder()
        .happened(
            EventType.PHONE_BOOK_CHANGED,
            caller.name(),
            "phone book of " + owner.domain() + " of " + owner.reseller());
  }

  private static void demandToRead(Caller caller, Owner owner) {
    if (!caller.sees(owner)) {
      throw new NotFoundException("there is no phone book of " + owner.domain());
    }
  }
}
