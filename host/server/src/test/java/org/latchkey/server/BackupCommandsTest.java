package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.testdatabases.TestDatabase;
import org.latchkey.testdatabases.TestDatabases;

/**
 * What backup and restore refuse, and what they leave behind; what they carry is FleetMoveTest's.
 */
class BackupCommandsTest {
  private static final String MAC = "001565aabbcc";

  @TempDir private Path folder;
  private Path data;
  private Path other;
  private Path file;
  private ServeOptions options;

  @BeforeEach
  void store() throws Exception {
    data = folder.resolve("data");
    other = folder.resolve("other");
    file = Files.createDirectory(folder.resolve("backups")).resolve("all.jsonl");
    options = TestServer.embedded(data);
    try (TestServer server = new TestServer(options, Map.of())) {
      server.enrol(MAC, "yealink", "T46S");
    }
  }

  private Commands.Ended backup(String... more) {
    return Commands.run(
        Stream.concat(
                Stream.of("backup", file.toString(), "--data", data.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private Commands.Ended restore() {
    return Commands.run("restore", file.toString(), "--data", other.toString());
  }

  private void execute(Path where, String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:file:" + where.resolve("latchkey"), "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> backups() throws Exception {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files.map(each -> each.getFileName().toString()).toList();
    }
  }

  private void alter(String text, String with) throws Exception {
    Files.writeString(file, Files.readString(file).replace(text, with));
  }

  @Test
  void backup_newFile_isPrivateAndTellsItsRows() throws Exception {
    Commands.Ended ended = backup().well();

    long lines = Files.readString(file).lines().count();
    assertThat(ended.said())
        .isEqualTo(
            "latchkey: backed up %d rows of %s to %s%n"
                .formatted(lines - 2, data.resolve("latchkey.mv.db"), file));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(backups()).containsExactly("all.jsonl");
  }

  @Test
  void backup_fileIsThere_isLeftUnlessOverwritten() throws Exception {
    Files.writeString(file, "mine");

    backup().refused("is there already", "--overwrite");

    assertThat(file).hasContent("mine");
    backup("--overwrite").well();
    assertThat(Files.readString(file)).contains("latchkey backup");
  }

  @Test
  void backup_failsInTheMidst_leavesTheFileAsItWasAndNoOther() throws Exception {
    backup().well();
    byte[] before = Files.readAllBytes(file);
    execute(data, "update latchkey_access set sealed = left(sealed, 60)");

    backup("--overwrite").refused("access/" + MAC);

    assertThat(file).hasBinaryContent(before);
    assertThat(backups()).containsExactly("all.jsonl");
    Files.delete(file);
    backup().refused("access/" + MAC);
    assertThat(backups()).isEmpty();
  }

  @Test
  void backup_whereNothingCanBeWritten_saysWhy() throws Exception {
    Commands.run("backup", folder.resolve("no/where").toString(), "--data", data.toString())
        .refused("there is no folder " + folder.resolve("no"));
    Commands.run("backup", folder.toString(), "--data", data.toString()).refused("is a folder");
    assertThat(Commands.run("backup", "--data", data.toString()).status()).isEqualTo(2);
  }

  @Test
  void backup_ofNoStore_makesNone() {
    Commands.run("backup", file.toString(), "--data", other.toString())
        .refused("there is no database in the folder " + other);
    assertThat(other).doesNotExist();
    assertThat(folder.resolve("other.vault-key")).doesNotExist();
  }

  @Test
  void backup_withoutTheKey_isRefusedAndMakesNone() throws Exception {
    Files.move(folder.resolve("data.vault-key"), folder.resolve("elsewhere"));

    backup().refused("no vault key", "data.vault-key");

    assertThat(folder.resolve("data.vault-key")).doesNotExist();
    assertThat(backups()).isEmpty();
  }

  @Test
  void backup_serverIsRunning_saysToStopIt() throws Exception {
    try (TestServer server = new TestServer(options, Map.of())) {
      ProcessBuilder command =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName(),
                  "backup",
                  file.toString(),
                  "--data",
                  data.toString())
              .redirectErrorStream(true);
      command.environment().put(PassPhraseOptions.VARIABLE, Commands.PHRASE);
      Process process = command.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      new Commands.Ended(process.waitFor(), said)
          .refused("another server uses the folder " + data, "stop it");
      assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void backup_databaseIsAway_saysSo() {
    Commands.run("backup", file.toString(), "--jdbc-url", "jdbc:postgresql://127.0.0.1:1/latchkey")
        .refused("cannot open the database jdbc:postgresql://127.0.0.1:1/latchkey");
  }

  @Test
  void backup_passPhrase_isNeededAndLong() throws Exception {
    String[] args = {"backup", file.toString(), "--data", data.toString()};

    Commands.run(Map.of("LATCHKEY_PASSPHRASE", "short"), args).refused("pass phrase", "12");
    assertThat(backups()).isEmpty();
  }

  @Test
  void backup_settingsOfTheServer_oneFileDoesForAll() throws Exception {
    Path phrase = Files.writeString(folder.resolve("phrase"), Commands.PHRASE + "\n");
    Files.setPosixFilePermissions(phrase, PosixFilePermissions.fromString("rw-------"));
    Path config =
        Files.writeString(
            folder.resolve("latchkey.properties"),
            "public-url=https://prov.example/cfg/\nport=9443\nkeep-audit=365\ndata="
                + data
                + "\npassphrase-file="
                + phrase
                + "\n");
    Map<String, String> none = Map.of();

    Commands.run(none, "backup", file.toString(), "--config", config.toString()).well();
    Commands.run(none, "reseal", "--config", config.toString()).well();
    Commands.run(
            none,
            "restore",
            file.toString(),
            "--config",
            config.toString(),
            "--data",
            other.toString())
        .well();

    Files.writeString(config, "prot=9443\n");
    Commands.run(none, "backup", file.toString(), "--config", config.toString())
        .refused("unknown setting 'prot'");
  }

  @Test
  void restore_newFolder_makesTablesAndKeyAndTheServerGoesOn() throws Exception {
    backup().well();

    assertThat(restore().well().said())
        .contains("made the vault key " + folder.resolve("other.vault-key"))
        .containsPattern("restored [0-9]+ rows into " + other.resolve("latchkey.mv.db"));

    assertThat(folder.resolve("other.vault-key")).exists();
    options.data = other;
    try (TestServer server = new TestServer(options, Map.of())) {
      assertThat(server.management().state(MAC)).isEqualTo("armed");
    }
  }

  @Test
  void restore_storeInUse_isRefusedAndStays() throws Exception {
    backup().well();
    options.data = other;
    try (TestServer server = new TestServer(options, Map.of())) {
      server.enrol("001565aabbcd", "yealink", "T46S");
    }

    restore().refused("must be empty");

    try (TestServer server = new TestServer(options, Map.of())) {
      assertThat(server.management().state("001565aabbcd")).isEqualTo("armed");
      assertThat(server.management().call("GET", "devices/" + MAC, "").status()).isEqualTo(404);
    }
  }

  @Test
  void restore_wrongPassPhrase_isRefusedWithoutSayingIt() {
    backup().well();

    Commands.Ended ended =
        Commands.run(
            Map.of("LATCHKEY_PASSPHRASE", "incorrect horse battery"),
            "restore",
            file.toString(),
            "--data",
            other.toString());

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.said()).contains("pass phrase").doesNotContain("incorrect horse", "\tat ");
    restore().well();
  }

  @Test
  void restore_alteredOrCutShort_restoresNothing() throws Exception {
    backup().well();
    String whole = Files.readString(file);

    alter("T46S", "T46U");
    assertThat(restore().said()).contains("altered").doesNotContain("\tat ");
    Files.writeString(file, whole.substring(0, whole.length() * 2 / 3), StandardCharsets.UTF_8);
    restore().refused("backup");
    Files.writeString(file, whole.substring(0, whole.stripTrailing().lastIndexOf('\n') + 1));
    restore().refused("cut short");
    Files.writeString(file, "{}\n");
    restore().refused("the head of a Latchkey backup");
    Files.writeString(file, whole);

    assertThat(restore().well().said()).doesNotContain("made the vault key");
  }

  @Test
  void restore_noFile_makesNothing() {
    restore().refused("cannot read " + file, "no such file");
    assertThat(other).doesNotExist();
    assertThat(folder.resolve("other.vault-key")).doesNotExist();
  }

  @Test
  void backup_ofARunningServer_isWhole() throws Exception {
    TestDatabase database = TestDatabases.postgresql();
    Map<String, String> environment = TestServer.environment(database);
    try (TestServer server =
        new TestServer(TestServer.on(database, database.url(), data), environment)) {
      server.enrol("001565aabbcd", "yealink", "T46S");

      Commands.run(Commands.with(environment), Commands.on(database, "backup", file.toString()))
          .well();
    }

    restore().well();
    options.data = other;
    try (TestServer server = new TestServer(options, Map.of())) {
      assertThat(server.management().state("001565aabbcd")).isEqualTo("armed");
    }
  }
}
