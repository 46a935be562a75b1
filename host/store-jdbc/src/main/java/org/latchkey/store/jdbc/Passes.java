package org.latchkey.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.latchkey.error.InvalidValueException;
import org.latchkey.pass.GlobalPass;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Secret;
import org.latchkey.spi.EditableGlobalPasses;

/**
 * The global passes, all read at once and kept for five seconds: they are few, and a wrong user
 * name shall cost the database nothing.
 */
final class Passes implements EditableGlobalPasses {
  private static final String WHAT = "global passes";
  private static final String TABLE = "latchkey_global_passes";
  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final SealedForm.Reader<Secret> PASSWORD = SealedForm.readerFor(Secret.class);

  private final Database database;
  private final SealedForm form;
  private final Clock clock;
  private volatile @Nullable Known known;

  Passes(Database database, SealedForm form, Clock clock) {
    this.database = database;
    this.form = form;
    this.clock = clock;
  }

  private record Known(List<GlobalPass> passes, Instant at) {}

  @Override
  public List<GlobalPass> named(String username) {
    return known().stream().filter(p -> p.credential().username().equals(username)).toList();
  }

  @Override
  public List<GlobalPass> of(GlobalPass.Scope scope) {
    return known().stream().filter(p -> p.scope().equals(scope)).toList();
  }

  @Override
  public List<GlobalPass> all() {
    return database.list(
        WHAT,
        "select id, reseller, domain, username, legacy, sealed from latchkey_global_passes"
            + " order by turn",
        this::pass);
  }

  @Override
  public void add(GlobalPass pass) {
    String sealed = form.seal(Sealed.purpose(TABLE, pass.id()), pass.credential().password());
    Outcome outcome = database.together(WHAT, connection -> added(connection, pass, sealed));
    known = null;
    switch (outcome) {
      case ADDED -> {}
      case ID_TAKEN -> throw InvalidValueException.of("id", "that of no other pass", pass.id());
      case NAME_TAKEN ->
          throw InvalidValueException.of(
              "username", "unique among the passes of all scopes", pass.credential().username());
    }
  }

  private enum Outcome {
    ADDED,
    ID_TAKEN,
    NAME_TAKEN
  }

  private static Outcome added(Connection connection, GlobalPass pass, String sealed)
      throws SQLException {
    // one at a time: of two scopes that take the same name at once, one must not
    long turn = Counter.next(connection, "passes");
    String reseller = pass.scope().reseller().orElse("");
    String domain = pass.scope().domain().orElse("");
    List<String> taken =
        Database.list(
            connection,
            "select id from latchkey_global_passes"
                + " where id = ? or (username = ? and (reseller <> ? or domain <> ?))",
            row -> row.getString(1),
            pass.id(),
            pass.credential().username(),
            reseller,
            domain);
    if (!taken.isEmpty()) {
      return taken.contains(pass.id()) ? Outcome.ID_TAKEN : Outcome.NAME_TAKEN;
    }
    Database.change(
        connection,
        "insert into latchkey_global_passes"
            + " (id, reseller, domain, username, legacy, turn, sealed)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        pass.id(),
        reseller,
        domain,
        pass.credential().username(),
        pass.legacy() ? 1 : 0,
        turn,
        sealed);
    return Outcome.ADDED;
  }

  @Override
  public boolean remove(String id) {
    boolean removed =
        database.change(WHAT, "delete from latchkey_global_passes where id = ?", id) == 1;
    known = null;
    return removed;
  }

  private List<GlobalPass> known() {
    Instant now = clock.instant();
    Known last = known;
    // read after now: the clock went back
    if (last == null || now.isBefore(last.at()) || !now.isBefore(last.at().plus(KEPT))) {
      last = new Known(all(), now);
      known = last;
    }
    return last.passes();
  }

  private GlobalPass pass(ResultSet row) throws SQLException {
    String id = row.getString("id");
    Secret password = form.open(Sealed.purpose(TABLE, id), row.getString("sealed"), PASSWORD);
    return new GlobalPass(
        id,
        new GlobalPass.Scope(named(row, "reseller"), named(row, "domain")),
        new Credential(row.getString("username"), password),
        row.getInt("legacy") == 1);
  }

  private static Optional<String> named(ResultSet row, String column) throws SQLException {
    return Optional.of(row.getString(column)).filter(name -> !name.isEmpty());
  }
}
