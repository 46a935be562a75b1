package org.latchkey.testkit.contract;

import org.latchkey.memory.MemoryDirectory;

class MemoryDirectoryTest extends DirectoryContract {
  @Override
  protected Inventory emptyInventory() {
    MemoryDirectory directory = new MemoryDirectory();
    return new Inventory(directory, directory);
  }
}
