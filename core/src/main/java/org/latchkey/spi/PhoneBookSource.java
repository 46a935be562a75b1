package org.latchkey.spi;

import java.util.List;
import org.latchkey.device.Contact;
import org.latchkey.device.Owner;

/**
 * The phone books of domains. Each is asked for whenever one of its phones gets a configuration or
 * the book itself, and what is answered is kept for at most five seconds.
 *
 * <p>Called by many threads at once.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface PhoneBookSource {

  /**
   * Lists the contacts of a domain.
   *
   * @param owner the domain and its reseller
   * @return the contacts in the order in which phones show them; none if it has no phone book
   */
  List<Contact> contacts(Owner owner);
}
