package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.testdatabases.TestDatabase;
import org.latchkey.testdatabases.TestDatabases;

/** How the vault's key is replaced, step by step as docs/storage.md says. */
class ResealCommandTest {
  private static final String OLD = "0123456789abcdef".repeat(4);
  private static final String NEW = "fedcba9876543210".repeat(4);
  private static final List<String> MACS = List.of("001565aabbcc", "001565aabbcd", "001565aabbce");

  @TempDir private Path folder;

  private Path key(String name, String key) throws Exception {
    Path file = Files.writeString(folder.resolve(name), key);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void reseal_newKey_theFormerMayGo() throws Exception {
    ServeOptions options = TestServer.embedded(folder.resolve("data"));
    Path former = key("old", OLD);
    try (TestServer server = new TestServer(options, Map.of("LATCHKEY_VAULT_KEY", OLD))) {
      for (String mac : MACS) {
        server.enrol(mac, "yealink", "T46S");
      }
    }
    Path now = key("new", NEW);
    String[] reseal = {
      "reseal", "--data", options.data.toString(), "--vault-key-file", now.toString()
    };
    Commands.run(Map.of(), reseal).refused("wrong vault key");

    String[] both = {
      "reseal",
      "--data",
      options.data.toString(),
      "--vault-key-file",
      now.toString(),
      "--former-vault-key-file",
      former.toString()
    };
    assertThat(Commands.run(Map.of(), both).well().said())
        .containsPattern("sealed [0-9]+ rows of .* anew")
        .contains("nothing needs a former key any more");
    assertThat(Commands.run(Map.of(), both).well().said()).contains("sealed 0 rows");

    Files.delete(former);
    Commands.run(Map.of(), reseal).well();
    options.store.vaultKey = now;
    try (TestServer server = new TestServer(options, Map.of())) {
      for (String mac : MACS) {
        assertThat(server.management().state(mac)).isEqualTo("armed");
      }
    }
  }

  @Test
  void start_lastRowNeedsTheFormerKey_isRefused() throws Exception {
    ServeOptions options = TestServer.embedded(folder.resolve("data"));
    Map<String, String> environment = Map.of("LATCHKEY_VAULT_KEY", OLD);
    try (TestServer server = new TestServer(options, environment)) {
      for (String mac : MACS) {
        server.enrol(mac, "yealink", "T46S");
      }
    }
    forge(options, Map.of(), MACS.get(2));

    assertThatThrownBy(() -> new TestServer(options, environment))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("aaaaaaaa");
  }

  @Test
  void allKeyIds_rowInTheMidst_isSeenOnEachDatabase() throws Exception {
    TestDatabase mariadb = TestDatabases.mariadb().orElse(TestDatabases.postgresql());
    for (TestDatabase database : List.of(TestDatabases.postgresql(), mariadb)) {
      ServeOptions options =
          TestServer.on(database, database.url(), folder.resolve(database.url().substring(5, 8)));
      Map<String, String> environment = TestServer.environment(database);
      try (TestServer server = new TestServer(options, environment)) {
        for (String mac : MACS) {
          server.enrol(mac, "yealink", "T46S");
        }
      }
      forge(options, environment, MACS.get(1));
      try (HikariDataSource source =
          DataSources.openForAll(options.store, options.data, environment, false)) {
        assertThat(SealedRows.allKeyIds(source)).hasSize(2).contains("aaaaaaaa");
      }
      Commands.run(environment, Commands.on(database, "reseal"))
          .refused("was sealed with key aaaaaaaa");
    }
  }

  /** As if sealed with a key that nobody has. */
  private static void forge(ServeOptions options, Map<String, String> environment, String mac)
      throws Exception {
    try (HikariDataSource source =
            DataSources.openForAll(options.store, options.data, environment, false);
        Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "update latchkey_access set sealed = concat('lk1.aaaaaaaa.', substring(sealed, 14))"
                    + " where mac = ?")) {
      statement.setString(1, mac);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
