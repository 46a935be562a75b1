package org.latchkey.testkit.contract;

import org.latchkey.memory.MemoryPhoneBooks;
import org.latchkey.spi.EditablePhoneBooks;

class MemoryPhoneBooksTest extends PhoneBooksContract {
  @Override
  protected EditablePhoneBooks emptyStore() {
    return new MemoryPhoneBooks();
  }
}
