package org.latchkey.store.jdbc;

import java.util.List;
import org.latchkey.device.Contact;
import org.latchkey.device.Owner;
import org.latchkey.spi.EditablePhoneBooks;

/** The phone books of domains. */
final class PhoneBooks implements EditablePhoneBooks {
  private final SealedLists<Contact> rows;

  PhoneBooks(SealedLists<Contact> rows) {
    this.rows = rows;
  }

  @Override
  public List<Contact> contacts(Owner owner) {
    return rows.get(owner.reseller(), owner.domain());
  }

  @Override
  public boolean replace(Owner owner, List<Contact> expected, List<Contact> next) {
    return rows.replace(expected, next, owner.reseller(), owner.domain());
  }
}
