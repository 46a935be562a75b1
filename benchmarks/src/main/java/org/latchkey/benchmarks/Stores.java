package org.latchkey.benchmarks;

import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.spi.CredentialStore;

/** Opens the credential store that the command line names. */
final class Stores {
  private static final String MEMORY = "memory";

  private Stores() {}

  /**
   * Opens a store.
   *
   * @param name {@code memory}, or the name of a public class on the class path that implements
   *     {@link CredentialStore} and has a public constructor without parameters
   * @return a new instance
   * @throws IllegalArgumentException if there is no such class
   */
  static CredentialStore open(String name) {
    if (name.equals(MEMORY)) {
      return new MemoryCredentialStore();
    }
    try {
      return Class.forName(name)
          .asSubclass(CredentialStore.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          "store must be memory, or a public class on the class path that implements "
              + CredentialStore.class.getName()
              + " and has a public constructor without parameters, and is '"
              + name
              + "'",
          e);
    }
  }

  static void close(CredentialStore store) throws Exception {
    if (store instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }
}
