package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.pass.GlobalPass;
import org.latchkey.secret.Credential;
import org.latchkey.store.jdbc.JdbcStores;
import org.latchkey.testdatabases.TestDatabase;
import org.latchkey.testdatabases.TestDatabases;

/**
 * A fleet goes from one database to another by backup and restore, and no phone notices. With
 * {@code -Dmove.devices=10000} it is a large one, and the figures are printed.
 */
class FleetMoveTest {
  private static final int DEVICES = Integer.getInteger("move.devices", 80);

  @TempDir private Path folder;
  private ServeOptions first;

  @Test
  void fleet_fromH2ToPostgresqlToMariadbAndBack_isServedTheSame() throws Exception {
    first = TestServer.embedded(folder.resolve("first"));
    first.publicUrl = URI.create("https://127.0.0.1:" + first.port + "/cfg/");
    MovedFleet fleet = new MovedFleet(DEVICES);
    List<JsonNode> told;
    List<List<String>> before;
    try (TestServer server = new TestServer(first, Map.of())) {
      addDomainPass();
      fleet.fill(server);
      before = fleet.answers(server);
      server.running().flush();
      told = fleet.told(server);
    }

    Place at = new Place(first, Map.of());
    List<Optional<TestDatabase>> route =
        Stream.concat(
                Stream.of(Optional.of(TestDatabases.postgresql())),
                Stream.concat(
                    TestDatabases.mariadb().stream().map(Optional::of),
                    Stream.of(Optional.<TestDatabase>empty())))
            .toList();
    for (int i = 0; i < route.size(); i++) {
      Place next = place("place" + i, route.get(i));
      move(at, next, folder.resolve("backup" + i));
      at = next;
      try (TestServer server = new TestServer(at.options(), at.environment())) {
        assertThat(fleet.told(server)).isEqualTo(told);
        List<List<String>> after = fleet.answers(server);
        assertThat(after).isEqualTo(before);
        if (i == route.size() - 1) {
          fleet.goOn(server);
        }
      }
    }
  }

  private record Place(ServeOptions options, Map<String, String> environment) {
    String[] command(String... args) {
      Stream<String> all =
          Stream.concat(Stream.of(args), Stream.of("--data", options.data.toString()));
      String url = options.store.url;
      String user = options.store.user;
      if (url != null && user != null) {
        all = Stream.concat(all, Stream.of("--jdbc-url", url, "--jdbc-user", user));
      }
      return all.toArray(String[]::new);
    }
  }

  /** Phones find the new place where they found the old one. */
  private Place place(String name, Optional<TestDatabase> database) throws Exception {
    ServeOptions options = TestServer.embedded(folder.resolve(name));
    options.port = first.port;
    options.publicUrl = first.publicUrl;
    if (database.isPresent()) {
      options.store.url = database.get().url();
      options.store.user = database.get().user();
    }
    Files.createDirectory(options.data);
    Files.copy(first.data.resolve("tls.p12"), options.data.resolve("tls.p12"));
    return new Place(
        options,
        database.map(d -> Map.of("LATCHKEY_JDBC_PASSWORD", d.password())).orElse(Map.of()));
  }

  private static void move(Place from, Place to, Path file) throws Exception {
    long begun = System.nanoTime();
    Commands.run(Commands.with(from.environment()), from.command("backup", file.toString())).well();
    long written = System.nanoTime();
    Commands.Ended ended =
        Commands.run(Commands.with(to.environment()), to.command("restore", file.toString()))
            .well();
    if (System.getProperty("move.devices") != null) {
      System.out.printf(
          "%s backup %d ms, restore %d ms, %d bytes%n",
          ended.said().strip(),
          (written - begun) / 1_000_000,
          (System.nanoTime() - written) / 1_000_000,
          Files.size(file));
    }
  }

  /** Beside the server, which has no call for that. */
  private void addDomainPass() {
    try (HikariDataSource source =
        DataSources.openForAll(first.store, first.data, Map.of(), false)) {
      JdbcStores.open(
              source,
              VaultKeys.find(
                  first.store, first.data, Map.of(), SealedRows.keyIds(source), Optional.empty()))
          .globalPasses()
          .add(
              new GlobalPass(
                  "branch",
                  new GlobalPass.Scope(Optional.of("west"), Optional.of(MovedFleet.OTHER_DOMAIN)),
                  Credential.of(MovedFleet.DOMAIN_USER, MovedFleet.DOMAIN_PASSWORD),
                  false));
    }
  }
}
