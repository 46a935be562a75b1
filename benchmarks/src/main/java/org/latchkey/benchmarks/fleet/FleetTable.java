package org.latchkey.benchmarks.fleet;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.latchkey.benchmarks.fleet.Result.Imported;
import org.latchkey.benchmarks.fleet.Result.Kept;
import org.latchkey.benchmarks.fleet.Result.Row;

/** Prints what was measured, with the ratios that promises are made of. */
final class FleetTable {
  private static final double MIB = 1024 * 1024;
  private static final double NANOS = 1e9;
  private static final String IMPORTS = "%-10s %10s %6s %9s %8s %9s %9s %9s %10s %9s %7s %7s";
  private static final String RESYNCS = "%-10s %10s %-5s %5s %8s %10s %10s %8s %8s %8s %8s";

  private final List<Result> results;
  private final PrintStream out;

  FleetTable(List<Result> results, PrintStream out) {
    this.results = results;
    this.out = out;
  }

  void print() {
    line(
        IMPORTS,
        "import",
        "devices",
        "heap",
        "s",
        "rows/s",
        "peak MiB",
        "live MiB",
        "disk MiB",
        "bytes/row",
        "ended MiB",
        "stop s",
        "start s");
    for (Result result : results) {
      result.imported().ifPresent(imported -> line(result, imported));
    }
    out.println();
    line(
        RESYNCS,
        "resync",
        "devices",
        "",
        "conn.",
        "requests",
        "median us",
        "99% us",
        "per s",
        "/ fewest",
        "/ memory",
        "/ bare");
    for (Result result : results) {
      for (Row row : result.rows()) {
        line(result, row);
      }
    }
    out.println();
    out.println("peak: memory of the server's process while it imported; live: its heap after a");
    out.println(
        "full collection; disk: while it ran, ended: after its orderly end. The last three");
    out.println("columns: this median through that of the smallest fleet of the same store, of");
    out.println("memory and of the bare servlet.");
    for (Result result : results) {
      out.printf(
          Locale.ROOT,
          "%s, %,d devices, while phones asked: peak %s MiB, live %.0f MiB of -Xmx%s%n",
          name(result),
          result.devices(),
          mib(result.peak()),
          result.live() / MIB,
          result.heap());
    }
  }

  private void line(Result result, Imported imported) {
    Optional<Kept> kept = imported.kept();
    line(
        IMPORTS,
        name(result),
        result.devices(),
        result.heap(),
        number(imported.nanos() / NANOS, 1),
        number(result.devices() * NANOS / imported.nanos(), 0),
        mib(imported.peak()),
        number(imported.live() / MIB, 0),
        mib(kept.map(Kept::running)),
        kept.map(k -> number((double) k.running() / result.devices(), 0)).orElse("-"),
        mib(kept.map(Kept::ended)),
        kept.map(k -> number(k.stopNanos() / NANOS, 1)).orElse("-"),
        kept.map(k -> number(k.startNanos() / NANOS, 1)).orElse("-"));
  }

  private void line(Result result, Row row) {
    Timings timings = row.timings();
    line(
        RESYNCS,
        name(result),
        result.subject() == Subject.BARE ? "any" : result.devices(),
        row.load().title(),
        row.load().connections(),
        timings.count(),
        number(timings.medianMicros(), 0),
        number(timings.p99Micros(), 0),
        number(timings.perSecond(), 0),
        ratio(
            row,
            result,
            other -> other.subject() == result.subject() && other.devices() < result.devices()),
        ratio(row, result, other -> other.subject() == Subject.MEMORY),
        ratio(row, result, other -> other.subject() == Subject.BARE));
  }

  /** With the first such result that has the same load, which is that of the smallest fleet. */
  private String ratio(Row row, Result result, Predicate<Result> which) {
    return results.stream()
        .filter(which)
        .filter(other -> !other.equals(result))
        .flatMap(other -> other.rows().stream())
        .filter(other -> other.load().equals(row.load()))
        .findFirst()
        .map(other -> row.timings().medianMicros() / other.timings().medianMicros())
        .map(through -> number(through, 2))
        .orElse("-");
  }

  private static String name(Result result) {
    return result.subject().name().toLowerCase(Locale.ROOT);
  }

  private static String mib(Optional<Long> bytes) {
    return bytes.map(some -> number(some / MIB, 0)).orElse("-");
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private void line(String form, Object... cells) {
    out.printf(Locale.ROOT, form + "%n", cells);
  }
}
