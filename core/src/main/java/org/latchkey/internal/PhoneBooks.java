package org.latchkey.internal;

import java.time.Clock;
import java.util.List;
import org.latchkey.device.Contact;
import org.latchkey.device.Owner;
import org.latchkey.spi.PhoneBookSource;

/**
 * The host's phone books, each kept for a few seconds: a storm of phones asks for the same ones.
 *
 * <p>Safe for use by many threads.
 */
public final class PhoneBooks {
  private static final int MOST_KEPT = 1_000;

  private final PhoneBookSource source;
  private final Kept<Owner, List<Contact>> kept;

  /**
   * Books over a source.
   *
   * @param source the host's phone books
   * @param clock the present
   */
  public PhoneBooks(PhoneBookSource source, Clock clock) {
    this.source = source;
    this.kept = new Kept<>(clock, MOST_KEPT);
  }

  /**
   * The phone book of a domain, as it was within the last seconds.
   *
   * @param owner the domain
   * @return its contacts; none if it has no book
   * @throws org.latchkey.error.StoreException if the source fails
   */
  public List<Contact> of(Owner owner) {
    return kept.get(owner, this::ask);
  }

  /**
   * Asks the host for a phone book as it is now.
   *
   * @param owner the domain
   * @return its contacts
   * @throws org.latchkey.error.StoreException if the source fails
   */
  public List<Contact> ask(Owner owner) {
    return Outage.guard("phone book source", () -> List.copyOf(source.contacts(owner)));
  }

  /**
   * Forgets what was kept of a phone book, because this node has changed it.
   *
   * @param owner the domain
   */
  public void forget(Owner owner) {
    kept.forget(owner);
  }
}
