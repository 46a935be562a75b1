package org.latchkey.spi;

import java.util.List;
import org.latchkey.device.Contact;
import org.latchkey.device.Owner;

/**
 * Phone books that Latchkey's management may change. Without it, changes to them are answered as
 * not supported.
 *
 * <p>Called by many threads at once.
 *
 * @since 1.0
 */
public interface EditablePhoneBooks extends PhoneBookSource {

  /**
   * Changes a phone book if it is still what the caller has seen.
   *
   * @param owner the domain and its reseller
   * @param expected its contacts as they were seen
   * @param next its contacts as they shall be; none removes the book
   * @return false if it is not what was expected; then nothing changed
   */
  boolean replace(Owner owner, List<Contact> expected, List<Contact> next);
}
