package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassPhraseOptionsTest {
  private static final String PHRASE = Commands.PHRASE;

  @TempDir private Path folder;
  private final PassPhraseOptions options = new PassPhraseOptions();
  private final List<String> asked = new ArrayList<>();

  private Optional<PassPhraseOptions.Prompt> typing(String... answers) {
    Iterator<String> next = Arrays.asList(answers).iterator();
    return Optional.of(
        question -> {
          asked.add(question);
          return next.hasNext() ? next.next().toCharArray() : null;
        });
  }

  private String find(Map<String, String> environment) {
    return options.find(environment, Optional.empty(), true);
  }

  @Test
  void find_chosen_isAskedTwice() {
    assertThat(options.find(Map.of(), typing(PHRASE, PHRASE), true)).isEqualTo(PHRASE);
    assertThat(asked).hasSize(2);
    assertThatThrownBy(() -> options.find(Map.of(), typing(PHRASE, "another phrase"), true))
        .hasMessageContaining("differ")
        .hasMessageNotContaining("another phrase");
  }

  @Test
  void find_toRestore_isAskedOnce() {
    assertThat(options.find(Map.of(), typing(PHRASE), false)).isEqualTo(PHRASE);
    assertThat(asked).hasSize(1);
  }

  @Test
  void find_nobodyAnswers_isRefused() {
    assertThatThrownBy(() -> options.find(Map.of(), typing(), true))
        .isInstanceOf(StartException.class);
    assertThatThrownBy(() -> find(Map.of()))
        .hasMessageContainingAll("LATCHKEY_PASSPHRASE", "--passphrase-file");
  }

  @Test
  void find_fileOrVariable_isNotAskedFor() throws Exception {
    assertThat(find(Map.of("LATCHKEY_PASSPHRASE", PHRASE))).isEqualTo(PHRASE);
    Path file = Files.writeString(folder.resolve("phrase"), PHRASE + "\n");
    options.file = file;
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> find(Map.of())).hasMessageContaining("chmod 600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(find(Map.of())).isEqualTo(PHRASE);
    assertThatThrownBy(() -> find(Map.of("LATCHKEY_PASSPHRASE", PHRASE)))
        .hasMessageContaining("exclude each other");
  }
}
