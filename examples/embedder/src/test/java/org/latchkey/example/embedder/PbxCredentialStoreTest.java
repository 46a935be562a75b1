package org.latchkey.example.embedder;

import java.util.UUID;
import org.latchkey.spi.CredentialStore;
import org.latchkey.testkit.contract.CredentialStoreContract;

/** The suite that every store must pass. */
class PbxCredentialStoreTest extends CredentialStoreContract {
  @Override
  protected CredentialStore emptyStore() {
    Rows rows = new Rows(Pbx.database("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    rows.change(Pbx.tables());
    return new PbxCredentialStore(rows);
  }
}
