package org.latchkey.store.jdbc;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.latchkey.secret.SecretSource;

/**
 * The tables that hold sealed text, and for what purpose each row's is sealed: the purpose names
 * table and key, so that no row opens in the place of another.
 */
final class Sealed {
  private Sealed() {}

  /** What a row of this store's own tables is sealed for. */
  static String purpose(String table, Object... key) {
    List<String> parts = new ArrayList<>(List.of(table));
    for (Object part : key) {
      parts.add(part.toString().replace("%", "%25").replace("/", "%2f"));
    }
    return String.join("/", parts);
  }

  /** A number that no other write of a row has, whatever became of it in between. */
  static long revision(SecretSource secrets) {
    byte[] bytes = new byte[Long.BYTES];
    secrets.fill(bytes);
    return ByteBuffer.wrap(bytes).getLong();
  }
}
