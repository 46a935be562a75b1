package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShrinkingTest {
  private static final long MIB = 1 << 20;

  @TempDir private Path folder;

  private HikariDataSource source;
  private Path file;

  @BeforeEach
  void open() throws SQLException {
    source = DataSources.open(new StoreOptions(), folder, Map.of());
    file = DataSources.embeddedFile(folder);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table numbers(id int primary key, content varchar(9000))");
      statement.execute("insert into numbers select x, space(9000) from system_range(1, 100)");
    }
  }

  @AfterEach
  void close() {
    source.close();
  }

  private void change(int times) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement update =
            connection.prepareStatement("update numbers set content = ? where id = 7")) {
      for (int i = 0; i < times; i++) {
        update.setString(1, i + "-".repeat(8_000));
        update.executeUpdate();
      }
    }
  }

  @Test
  void ifGrown_afterManyChanges_shrinksAndKeepsTheLast() throws Exception {
    change(500);
    long most = Files.size(file);

    assertThat(new Shrinking(source, file, MIB).ifGrown()).isTrue();

    assertThat(Files.size(file)).isLessThan(most / 2);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select content, (select count(*) from numbers) from numbers where id = 7")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).startsWith("499-");
      assertThat(row.getInt(2)).isEqualTo(100);
    }
  }

  @Test
  void ifGrown_opensItAsDurableAsBefore() throws Exception {
    change(500);

    assertThat(new Shrinking(source, file, MIB).ifGrown()).isTrue();

    try (Connection connection = source.getConnection()) {
      var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
      MVStore store = session.getDatabase().getStore().getMvStore();
      assertThat(store.getRetentionTime()).isEqualTo(Integer.MAX_VALUE);
      assertThat(store.getAutoCommitDelay()).isZero();
    }
  }

  @Test
  void ifGrown_whileAConnectionIsInUse_leavesItForLater() throws Exception {
    change(500);
    long most = Files.size(file);
    Shrinking shrinking = new Shrinking(source, file, MIB);

    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from numbers")) {
      assertThat(shrinking.ifGrown()).isFalse();

      assertThat(row.next()).isTrue();
      assertThat(Files.size(file)).isGreaterThanOrEqualTo(most);
    }

    // unless that one was the last of the pool, whose return closes the file anyway
    boolean unused = shrinking.ifGrown();
    assertThat(Files.size(file)).isLessThan(most / 2);
  }

  @Test
  void ifGrown_ofWhatIsNeeded_leavesItAlone() throws Exception {
    change(500);
    Shrinking shrinking = new Shrinking(source, file, MIB / 4);
    assertThat(shrinking.ifGrown()).isTrue();
    assertThat(Files.size(file)).isGreaterThan(MIB / 4);

    assertThat(new Shrinking(source, file, MIB / 4).ifGrown()).isFalse();
  }
}
