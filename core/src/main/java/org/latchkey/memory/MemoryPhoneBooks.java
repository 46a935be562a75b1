package org.latchkey.memory;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.latchkey.device.Contact;
import org.latchkey.device.Owner;
import org.latchkey.spi.EditablePhoneBooks;

/**
 * Phone books in memory, gone with the process.
 *
 * <p>Safe for use by many threads.
 *
 * @since 1.0
 */
public final class MemoryPhoneBooks implements EditablePhoneBooks {
  private final Map<Owner, List<Contact>> books = new ConcurrentHashMap<>();

  /** No phone book yet. */
  public MemoryPhoneBooks() {}

  @Override
  public List<Contact> contacts(Owner owner) {
    return books.getOrDefault(owner, List.of());
  }

  @Override
  public boolean replace(Owner owner, List<Contact> expected, List<Contact> next) {
    if (expected.isEmpty()) {
      return next.isEmpty()
          ? !books.containsKey(owner)
          : books.putIfAbsent(owner, List.copyOf(next)) == null;
    }
    return next.isEmpty()
        ? books.remove(owner, expected)
        : books.replace(owner, expected, List.copyOf(next));
  }
}
