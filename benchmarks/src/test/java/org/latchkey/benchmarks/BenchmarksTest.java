package org.latchkey.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The short form: that every benchmark runs, with every parameter. Says nothing of speed. */
class BenchmarksTest {
  private static ChainedOptionsBuilder briefly() {
    return new OptionsBuilder()
        .forks(0)
        .warmupIterations(0)
        .measurementIterations(2)
        .measurementTime(TimeValue.milliseconds(20))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }

  private static Set<String> names(Collection<RunResult> results) {
    return results.stream()
        .map(result -> result.getParams().getBenchmark())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyBenchmark_aFewTimes_runs() throws RunnerException {
    Set<String> all =
        BenchmarkList.defaultList()
            .getAll(
                OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
            .stream()
            .map(BenchmarkListEntry::getUsername)
            .collect(Collectors.toCollection(TreeSet::new));

    Collection<RunResult> results = new Runner(briefly().build()).run();

    assertThat(all).hasSizeGreaterThanOrEqualTo(13);
    assertThat(names(results)).isEqualTo(all);
    assertThat(results)
        .allSatisfy(
            result -> {
              assertThat(result.getPrimaryResult().getSampleCount()).isPositive();
              assertThat(result.getPrimaryResult().getScore()).isPositive();
            });
  }

  @Test
  void store_namedByClass_isTheOneMeasured() throws RunnerException {
    CountingStore.FOUND.set(0);

    new Runner(
            briefly()
                .include("DecisionBenchmark")
                .param("store", CountingStore.class.getName())
                .build())
        .run();

    assertThat(CountingStore.FOUND.get()).isPositive();
    assertThat(CountingStore.OPEN.get()).isZero();
  }

  @Test
  void store_noSuchClass_isRefusedByName() {
    for (String name : List.of("nothing.Here", "java.lang.String", "")) {
      assertThatThrownBy(() -> Stores.open(name))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + name + "'")
          .hasMessageContaining("CredentialStore");
    }
  }
}
