package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.latchkey.testdatabases.TestDatabase;
import picocli.CommandLine;

/** Runs commands as the program does, but for the end of the process. */
final class Commands {
  static final String PHRASE = "correct horse battery";

  private Commands() {}

  /** How a command ended. */
  record Ended(int status, String said) {
    /** Refused in words for people. */
    void refused(String... words) {
      assertThat(status).as(said).isEqualTo(1);
      assertThat(said).contains(words).doesNotContain("\tat ", "Exception");
      assertThat(said.lines()).hasSize(1).allMatch(line -> line.startsWith("latchkey: "));
    }

    Ended well() {
      assertThat(status).as(said).isZero();
      return this;
    }
  }

  static Ended run(Map<String, String> environment, String... args) {
    StringWriter said = new StringWriter();
    CommandLine line = Main.commandLine(environment);
    line.setErr(new PrintWriter(said, true));
    int status = line.execute(args);
    return new Ended(status, said.toString());
  }

  /** With the pass phrase of tests. */
  static Ended run(String... args) {
    return run(Map.of(PassPhraseOptions.VARIABLE, PHRASE), args);
  }

  /** Of an environment, with the pass phrase of tests. */
  static Map<String, String> with(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put(PassPhraseOptions.VARIABLE, PHRASE);
    return all;
  }

  /** A command with the settings of a database. */
  static String[] on(TestDatabase database, String... args) {
    return Stream.concat(
            Arrays.stream(args),
            List.of("--jdbc-url", database.url(), "--jdbc-user", database.user()).stream())
        .toArray(String[]::new);
  }
}
