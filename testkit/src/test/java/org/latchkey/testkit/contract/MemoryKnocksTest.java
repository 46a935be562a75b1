package org.latchkey.testkit.contract;

import org.latchkey.memory.MemoryKnocks;
import org.latchkey.spi.KnockStore;

class MemoryKnocksTest extends KnockStoreContract {
  @Override
  protected KnockStore emptyStore() {
    return new MemoryKnocks();
  }
}
