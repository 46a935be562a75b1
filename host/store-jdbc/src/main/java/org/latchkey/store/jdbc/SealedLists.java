package org.latchkey.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latchkey.secret.SecretSource;

/**
 * Lists of values, one sealed row each. A row is changed only by who has seen what it holds: the
 * write names the revision under which that was read, a number that no other write has.
 *
 * <p>Safe for use by many threads on many nodes.
 */
final class SealedLists<E> {
  private final Database database;
  private final SealedForm form;
  private final SecretSource secrets;
  private final String what;
  private final String table;
  private final String where;
  private final List<String> keys;
  private final SealedForm.Reader<List<E>> reader;

  /**
   * Lists in a table with columns {@code revision} and {@code sealed}.
   *
   * @param keys its other columns, which are its key
   */
  SealedLists(
      Database database,
      SealedForm form,
      SecretSource secrets,
      String table,
      List<String> keys,
      Class<E> element) {
    this.database = database;
    this.form = form;
    this.secrets = secrets;
    this.what = table;
    this.table = table;
    this.where = " where " + String.join(" = ? and ", keys) + " = ?";
    this.keys = List.copyOf(keys);
    this.reader = SealedForm.readerForList(element);
  }

  private record Row(long revision, String sealed) {}

  List<E> get(Object... key) {
    return database
        .find(what, "select sealed from " + table + where, row -> row.getString(1), key)
        .map(text -> opened(text, key))
        .orElse(List.of());
  }

  boolean replace(List<E> expected, List<E> next, Object... key) {
    if (expected.isEmpty()) {
      return next.isEmpty() ? get(key).isEmpty() : added(next, key);
    }
    return database.together(what, connection -> replaced(connection, expected, next, key));
  }

  private boolean added(List<E> next, Object... key) {
    return database.add(
        what,
        "insert into "
            + table
            + " ("
            + String.join(", ", keys)
            + ", revision, sealed) values ("
            + "?, ".repeat(keys.size())
            + "?, ?)",
        with(key, revision(), form.seal(purpose(key), next)));
  }

  private boolean replaced(Connection connection, List<E> expected, List<E> next, Object... key)
      throws SQLException {
    Optional<Row> present =
        Database.list(
                connection,
                "select revision, sealed from " + table + where,
                row -> new Row(row.getLong(1), row.getString(2)),
                key)
            .stream()
            .findFirst();
    if (present.isEmpty() || !opened(present.get().sealed(), key).equals(expected)) {
      return false;
    }
    long revision = present.get().revision();
    int changed =
        next.isEmpty()
            ? Database.change(
                connection,
                "delete from " + table + where + " and revision = ?",
                with(key, revision))
            : Database.change(
                connection,
                "update " + table + " set revision = ?, sealed = ?" + where + " and revision = ?",
                before(key, revision, revision(), form.seal(purpose(key), next)));
    return changed == 1;
  }

  private List<E> opened(String sealed, Object... key) {
    return List.copyOf(form.open(purpose(key), sealed, reader));
  }

  private String purpose(Object... key) {
    return Sealed.purpose(table, key);
  }

  private long revision() {
    return Sealed.revision(secrets);
  }

  private static Object[] with(Object[] key, Object... more) {
    List<Object> values = new ArrayList<>(List.of(key));
    values.addAll(List.of(more));
    return values.toArray();
  }

  private static Object[] before(Object[] key, long seen, Object... changes) {
    List<Object> values = new ArrayList<>(List.of(changes));
    values.addAll(List.of(key));
    values.add(seen);
    return values.toArray();
  }
}
