package org.latchkey.server;

import java.io.Console;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * What secrets in a backup are sealed under. There is no flag for it: flags are seen by everybody.
 */
final class PassPhraseOptions {
  static final String VARIABLE = "LATCHKEY_PASSPHRASE";

  @Option(
      names = "--passphrase-file",
      description =
          "file with the pass phrase of the backup, at least 12 characters, unless"
              + " LATCHKEY_PASSPHRASE is set; without both it is asked for")
  @Nullable Path file;

  /** Asks a person, without showing what is typed. */
  @FunctionalInterface
  interface Prompt {
    /** The answer, or null if there is none. */
    char @Nullable [] ask(String question);
  }

  static Optional<Prompt> console() {
    Console console = System.console();
    return Optional.ofNullable(console).map(c -> question -> c.readPassword("%s: ", question));
  }

  /**
   * The pass phrase.
   *
   * @param chosen whether it is only now chosen, so that a slip of the finger must be noticed
   */
  String find(Map<String, String> environment, Optional<Prompt> prompt, boolean chosen) {
    String given = environment.get(VARIABLE);
    if (given != null && file != null) {
      throw new StartException(VARIABLE + " and --passphrase-file exclude each other");
    }
    if (given != null) {
      return given;
    }
    if (file != null) {
      return PrivateFiles.readText("--passphrase-file", file);
    }
    Prompt person =
        prompt.orElseThrow(
            () ->
                new StartException(
                    "a pass phrase is needed: in "
                        + VARIABLE
                        + " or in a file named by --passphrase-file"));
    char[] first = answer(person, "Pass phrase of the backup");
    if (chosen && !Arrays.equals(first, answer(person, "Once more"))) {
      throw new StartException("the two pass phrases differ");
    }
    return new String(first);
  }

  private static char[] answer(Prompt person, String question) {
    char[] answer = person.ask(question);
    if (answer == null) {
      throw new StartException("no pass phrase was given");
    }
    return answer;
  }
}
