package org.latchkey.testkit.yealink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.yealink.ConfigFile.Entry;

class ConfigFileTest {
  private static ConfigFile parse(String text) {
    return ConfigFile.parse(text.getBytes(UTF_8));
  }

  @Test
  void parse_usualFile_entriesInOrder() {
    ConfigFile file =
        parse(
            "#!version:1.0.0.1\r\n## note = 1\r\n\r\na.b=1\r\n a.c = x = y#z \r\na.b = 2\r\n"
                + "empty =\r\nno setting\r\n= 3");

    assertThat(file.valid()).isTrue();
    assertThat(file.entries())
        .containsExactly(
            new Entry("a.b", "1"),
            new Entry("a.c", "x = y#z"),
            new Entry("a.b", "2"),
            new Entry("empty", ""));
    assertThat(file.badLines()).containsExactly(8, 9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a = 1\n#!version:1.0.0.1",
        "\n#!version:1.0.0.1\n",
        " #!version:1.0.0.1\n",
        "#!version:1.0.0.2\n",
        "\uFEFF#!version:1.0.0.1\n"
      })
  void parse_otherFirstLine_invalid(String text) {
    assertThat(parse(text).valid()).isFalse();
  }

  @Test
  void bootFile_modelsAndFlags_referencesForModel() {
    BootFile boot =
        BootFile.parse(
            """
            #!version:1.0.0.1
            [T53, T46S]include:config "s.cfg"
            include:config <g.cfg>
            [T20]include:config "o.cfg"
            overwrite_mode = 1
            what
            """
                .getBytes(UTF_8));

    assertThat(boot.valid()).isTrue();
    assertThat(boot.overwrite()).isTrue();
    assertThat(boot.badLines()).containsExactly(6);
    assertThat(boot.referencesFor("T46S")).containsExactly("s.cfg", "g.cfg");
    assertThat(boot.referencesFor("T30")).containsExactly("g.cfg");
  }

  @Test
  void bootFile_excludedMode_modelReplacesGeneral() {
    BootFile boot =
        new BootFile(
            true,
            List.of(
                new BootFile.Include(List.of("T46S"), "s.cfg"),
                new BootFile.Include(List.of(), "g.cfg")),
            false,
            true,
            List.of());

    assertThat(boot.referencesFor("T46S")).containsExactly("s.cfg");
    assertThat(boot.referencesFor("T30")).containsExactly("g.cfg");
  }
}
