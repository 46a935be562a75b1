package org.latchkey.testkit.contract;

import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.spi.CredentialStore;

class MemoryCredentialStoreTest extends CredentialStoreContract {
  @Override
  protected CredentialStore emptyStore() {
    return new MemoryCredentialStore();
  }
}
