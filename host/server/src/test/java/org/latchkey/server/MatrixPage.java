package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The section of one kind of phones in {@code docs/boot-matrix.md}, made of what they went through.
 * To write all of them anew:
 *
 * <pre>mvn -Pmatrix -pl host/server -am test -Dtest='*BootMatrixTest'
 *     -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.write=true</pre>
 */
final class MatrixPage {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "."), "..", "..", "docs", "boot-matrix.md");

  private static final String HEAD =
      """
      # The boot matrix

      Made from a run of the tests `*BootMatrixTest` in `host/server` by the command in CONTRIBUTING.md; do not edit.

      Simulated phones against the real server over real TLS. A *walk* is a story that is told to phones; a *cell* is one telling, with the fault at one
      place. *After it*: the states in which the walk left the devices. *Boots*: how often a phone that was then left alone had to be switched on, besides
      its scheduled rounds, before everything was settled. *Requests*: all that a phone sent, 401s included, until then and once more. *At the end*: the
      states then. A phone that ends in `provisioned` shows its own credential, does not hold the global pass and finds nothing new.
      """;

  private static final String VARY = "vary";
  private static final String TABLE =
      """
      | Walk | Cells | After it | Boots | Requests | At the end |
      |---|---|---|---|---|---|
      """;

  private final String title;
  private final Map<String, List<MatrixCell>> rows = new TreeMap<>();
  private final Set<String> skipped = new TreeSet<>();

  MatrixPage(String title) {
    this.title = title;
  }

  void add(MatrixCell cell) {
    if (cell.traces().isEmpty() && cell.reason().isEmpty()) {
      skipped.add(cell.walk()); // not possible on this machine
    } else {
      rows.computeIfAbsent(cell.walk(), walk -> new ArrayList<>()).add(cell);
    }
  }

  /**
   * Compares what is written with what happened.
   *
   * @param whole whether every walk was gone; else only those that were are looked at
   */
  void check(boolean whole) throws IOException {
    List<String> lines = rows.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toList();
    if (Boolean.getBoolean("docs.write")) {
      Map<String, String> all = new TreeMap<>();
      if (!whole) {
        written().forEach(line -> all.put(walk(line), line));
      }
      lines.forEach(line -> all.put(walk(line), line));
      write(all.values());
    }
    List<String> written = written();
    assertThat(written).as("section %s of docs/boot-matrix.md", title).containsAll(lines);
    if (whole) {
      assertThat(written)
          .as("section %s of docs/boot-matrix.md, walks that nobody went", title)
          .filteredOn(line -> !lines.contains(line) && !skipped.contains(walk(line)))
          .isEmpty();
    }
  }

  private List<String> written() throws IOException {
    return sections()
        .getOrDefault(title, "")
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| Walk |"))
        .toList();
  }

  private static String walk(String line) {
    return line.substring(2, line.indexOf(" |", 2));
  }

  private void write(Collection<String> lines) throws IOException {
    Map<String, String> sections = sections();
    sections.put(title, TABLE + String.join("\n", lines) + "\n");
    StringBuilder page = new StringBuilder(HEAD);
    sections.forEach((name, body) -> page.append("\n## ").append(name).append("\n\n").append(body));
    Files.writeString(PAGE, page.toString());
  }

  static Map<String, String> sections() throws IOException {
    Map<String, String> sections = new TreeMap<>();
    if (Files.exists(PAGE)) {
      Arrays.stream(Files.readString(PAGE).split("\n## ", -1))
          .skip(1)
          .forEach(
              text -> {
                int end = text.indexOf('\n');
                sections.put(text.substring(0, end), text.substring(end).strip() + "\n");
              });
    }
    return sections;
  }

  private static String row(String walk, List<MatrixCell> cells) {
    List<String> reasons = cells.stream().flatMap(cell -> cell.reason().stream()).toList();
    if (!reasons.isEmpty()) {
      return "| " + walk + " | 0 | not applicable: " + reasons.get(0) + " | | | |";
    }
    List<MatrixCell.Trace> traces = cells.stream().flatMap(cell -> cell.traces().stream()).toList();
    // phones that run at once do not do the same each time; how it ends is the same
    boolean alike = cells.stream().allMatch(MatrixCell::counted);
    return Stream.of(
            walk,
            String.valueOf(cells.size()),
            alike ? states(traces, MatrixCell.Trace::after) : VARY,
            alike ? range(traces, MatrixCell.Trace::boots) : VARY,
            alike ? range(traces, MatrixCell.Trace::requests) : VARY,
            states(traces, MatrixCell.Trace::end))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String states(
      List<MatrixCell.Trace> traces, Function<MatrixCell.Trace, String> which) {
    Map<String, Long> counts =
        traces.stream().collect(Collectors.groupingBy(which, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(e -> counts.size() == 1 ? e.getKey() : e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String range(
      List<MatrixCell.Trace> traces, ToIntFunction<MatrixCell.Trace> which) {
    int least = traces.stream().mapToInt(which).min().orElse(0);
    int most = traces.stream().mapToInt(which).max().orElse(0);
    return least == most ? String.valueOf(least) : least + " to " + most;
  }
}
