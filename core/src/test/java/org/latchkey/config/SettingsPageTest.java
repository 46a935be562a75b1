package org.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/settings.md} true. To write it anew:
 *
 * <pre>mvn -pl core test -Dtest=SettingsPageTest -Ddocs.write=true</pre>
 */
class SettingsPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "."), "..", "docs", "settings.md");

  @Test
  void page_isMadeFromTheVocabulary() throws IOException {
    String page = SettingsPage.text();
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  @Test
  void page_namesEverySetting() throws IOException {
    String page = SettingsPage.text();
    for (Setting setting : Vocabulary.standard().all()) {
      String name = setting.name().replaceAll("(phonebook|softkey)\\.\\d\\.", "$1.N.");
      assertThat(page).contains("| `" + name + "`");
    }
  }
}
