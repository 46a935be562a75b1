package org.latchkey.server;

import java.util.Set;
import org.latchkey.secret.Vault;

/** Where a server keeps things. Methods may be called by any thread once it is open. */
interface Storage extends AutoCloseable {

  /** What is shown to the operator; no secret. */
  String description();

  /** The ids of the vault keys that something here is sealed with. Changes nothing. */
  Set<String> sealedWith();

  /**
   * Makes ready what is needed.
   *
   * @throws org.latchkey.error.SealException if the vault does not open what is here; nothing that
   *     was here has changed
   */
  Stores open(Vault vault);

  /** Says whether a request that needs it now would find it. */
  boolean isReady();

  /** Writes what has waited to be written. Does not throw. */
  void flush();

  /** Deletes what was kept long enough. */
  void prune();

  /** Gives back the room on disk that is no longer needed; those who need it wait for seconds. */
  void tidy();

  @Override
  void close();
}
