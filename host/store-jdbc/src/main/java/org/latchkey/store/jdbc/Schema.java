package org.latchkey.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.latchkey.error.StoreException;

/**
 * The scripts that make the tables. They are resources in the folder {@link #folder}, one folder a
 * database, numbered, named as Flyway likes it, and never changed once released. A host runs them
 * with whatever it runs its own with; all tables begin with {@code latchkey_}.
 *
 * <p>{@code V1__access.sql} alone is enough for {@link JdbcCredentialStore}.
 *
 * <p>Safe for use by many threads.
 *
 * @since 1.0
 */
public final class Schema {
  static final Script ACCESS = new Script(1, "V1__access.sql");
  static final Script INVENTORY = new Script(2, "V2__inventory.sql");
  static final Script UPLOADS = new Script(3, "V3__uploads.sql");
  static final Script EVENTS = new Script(4, "V4__events.sql");

  /** All of them, in the order in which they run. */
  private static final List<Script> ALL = List.of(ACCESS, INVENTORY, UPLOADS, EVENTS);

  private static final String ROOT = "org/latchkey/store/jdbc/schema/";

  private Schema() {}

  /**
   * One script.
   *
   * @param version its number
   * @param name its name in the folder
   */
  public record Script(int version, String name) {}

  /**
   * Lists the scripts.
   *
   * @return all of them, in the order in which they run
   */
  public static List<Script> scripts() {
    return ALL;
  }

  /**
   * Tells where the scripts for a database are.
   *
   * @param source the database
   * @return a folder on the class path, without slash at either end
   * @throws StoreException if the database cannot be reached or none of the scripts fits it
   */
  public static String folder(DataSource source) {
    return ROOT + Database.on(source).dialect().folder();
  }

  /**
   * Reads a script, for hosts that do not search the class path.
   *
   * @param source the database that it is for
   * @param script which one
   * @return SQL statements, each ending in a semicolon
   * @throws StoreException if the database cannot be reached or none of the scripts fits it
   */
  public static String text(DataSource source, Script script) {
    try (InputStream in =
        Schema.class.getResourceAsStream("/" + folder(source) + "/" + script.name())) {
      if (in == null) {
        throw new StoreException("there is no script " + script.name());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Tells which scripts have been run on a database, by whatever hand.
   *
   * @param source the database
   * @return those of them that are known here, in the order in which they run; none where there are
   *     no tables of ours
   * @throws StoreException if the database cannot be reached or is of another kind
   */
  public static List<Script> present(DataSource source) {
    Database database = Database.on(source);
    try {
      List<Integer> run = versions(database);
      return ALL.stream().filter(script -> run.contains(script.version())).toList();
    } catch (StoreException e) {
      return List.of();
    }
  }

  private static List<Integer> versions(Database database) {
    return database.list("schema", "select version from latchkey_schema", row -> row.getInt(1));
  }

  /** Refuses a database on which scripts have not been run, naming them. */
  static void check(Database database, Set<Script> wanted) {
    List<Integer> run = List.of();
    @Nullable StoreException noTable = null;
    try {
      run = versions(database);
    } catch (StoreException e) {
      noTable = e;
    }
    List<String> missing = new ArrayList<>();
    for (Script script : ALL) {
      if (wanted.contains(script) && !run.contains(script.version())) {
        missing.add(script.name());
      }
    }
    if (!missing.isEmpty()) {
      String what =
          "run "
              + String.join(", ", missing)
              + " of "
              + ROOT
              + database.dialect().folder()
              + " on the database first, in this order";
      throw noTable == null ? new StoreException(what) : new StoreException(what, noTable);
    }
    int newest = run.stream().max(Integer::compare).orElse(0);
    if (newest > ALL.size()) {
      throw new StoreException(
          "the tables are of version " + newest + ", this library knows " + ALL.size());
    }
  }
}
