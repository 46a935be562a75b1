package org.latchkey.testkit.contract;

import org.latchkey.memory.MemoryGlobalPasses;
import org.latchkey.spi.EditableGlobalPasses;

class MemoryGlobalPassesTest extends GlobalPassesContract {
  @Override
  protected EditableGlobalPasses emptyStore() {
    return new MemoryGlobalPasses();
  }
}
