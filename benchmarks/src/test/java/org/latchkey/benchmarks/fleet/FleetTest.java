package org.latchkey.benchmarks.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short form: that the driver runs, on each store, and measures no errors. */
class FleetTest {
  private static final PrintStream SILENT =
      new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--work=" + folder.resolve("work"),
                "--requests=12",
                "--warm-up=24",
                "--connections=1,3"));
    arguments.addAll(List.of(more));
    return Fleet.run(new PrintStream(out, true, UTF_8), SILENT, arguments.toArray(String[]::new));
  }

  private List<String[]> rows(String first, String second) {
    return out.toString(UTF_8)
        .lines()
        .map(line -> line.split(" +", -1))
        .filter(cells -> cells.length > 8 && cells[0].equals(first) && cells[1].equals(second))
        .toList();
  }

  @Test
  @Tag("long")
  void everyStore_withFewDevices_isMeasured() {
    assertThat(run("--devices=8,12", "--import-parts=2")).isZero();

    for (String store : List.of("h2", "postgresql", "memory")) {
      // an import; full and conditional requests, by one connection and by three
      assertThat(rows(store, "8")).as(store).hasSize(5);
      assertThat(rows(store, "12")).as(store).hasSize(5);
    }
    assertThat(rows("bare", "any")).hasSize(4);
    // the last columns: beside the smallest fleet, memory and the bare servlet
    for (String[] cells : rows("h2", "12").subList(1, 5)) {
      assertThat(cells[4]).isEqualTo("12");
      assertThat(cells[8]).matches("[0-9.]+");
      assertThat(cells[9]).matches("[0-9.]+");
      assertThat(cells[10]).matches("[0-9.]+");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @Tag("long")
  void challengesOverTls_areMeasured() {
    assertThat(run("--devices=8", "--stores=h2,memory,bare", "--challenged", "--tls")).isZero();

    assertThat(rows("h2", "8")).hasSize(5);
    assertThat(rows("memory", "8")).hasSize(5);
    assertThat(rows("bare", "any")).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--devices=3", "--stores=oracle", "--connections=0", "--requests=0"})
  void option_thatMakesNoSense_fails(String option) {
    assertThat(run(option)).isNotZero();
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void folder_thatExists_isLeftAlone() throws IOException {
    Path file = Files.createDirectory(folder.resolve("work")).resolve("kept");
    Files.writeString(file, "by somebody else");

    assertThat(run("--stores=memory", "--devices=8")).isNotZero();

    assertThat(file).hasContent("by somebody else");
  }

  @Test
  void answers_thatAreNotAsTheyMustBe_endTheLoad() throws Exception {
    try (ServerProcess server =
        new ServerProcess("128m", MemoryServer.class.getName(), List.of(), Map.of(), line -> {})) {
      assertThat(new Importing(server.management(), SILENT).run(8, 1)).isPositive();
      // there are no others
      Resyncs strangers = new Resyncs(server.phones(), 1_000, false);
      Load load = new Load(false, 2, 100, Duration.ofMinutes(1), true);

      assertThatThrownBy(() -> strangers.run(load)).hasMessageContaining("HTTP/1.1 401");
      assertThatThrownBy(() -> new Importing(server.management(), SILENT).run(8, 1))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("8 rows failed");
      assertThat(server.stop()).isPositive();
      assertThatThrownBy(server::stop).hasMessageContaining("ended by itself");
    }
  }

  @Test
  void serverThatDoesNotStart_saysWhy() {
    assertThatThrownBy(
            () ->
                new ServerProcess(
                    "64m", "org.latchkey.NoSuchServer", List.of(), Map.of(), line -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("org.latchkey.NoSuchServer");
  }

  @Test
  void phones_ofAFleet_areAllDifferent() {
    Set<String> macs = new HashSet<>();
    Set<String> passwords = new HashSet<>();
    for (long number = 0; number < 100_000; number++) {
      MadePhone phone = MadePhone.of(number);
      macs.add(phone.mac());
      passwords.add(phone.password());
      assertThat(Kind.of(phone.file())).isEqualTo(phone.kind());
    }

    assertThat(macs).hasSize(100_000);
    assertThat(passwords).hasSize(100_000);
  }
}
