package org.latchkey.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileNamesTest {
  @Test
  void of_lines_listsWhatIsLeftOfTheFirstEqualsSign() {
    assertThat(names("a = 1\nb.c=x = y\n")).containsExactly("a", "b.c", "");
  }

  @Test
  void of_valueWithALineEnd_showsTheSecondParameter() {
    assertThat(names("a = 1\u2028evil = 2")).containsExactly("a", "evil");
  }

  @Test
  void of_xml_listsElementsAndAttributes() {
    assertThat(names("<a b=\"1\"><c>x=1\nd=2</c><c/></a>")).containsExactly("a", "@b", "c", "c");
  }

  @Test
  void of_brokenXml_fails() {
    assertThatThrownBy(() -> names("<a>")).isInstanceOf(AssertionError.class);
  }

  @Test
  void values_lines_areLeftAndRightOfTheFirstEqualsSign() {
    assertThat(values("#!1\na = 1\nb=x = y\na=\n"))
        .containsExactly(
            entry("#!1", List.of("")), entry("a", List.of("1", "")), entry("b", List.of("x = y")));
  }

  @Test
  void values_xml_areAttributesAndTextsOfInnermostElements() {
    assertThat(values("<a b=\"1&amp;2\"><c> x</c><d><c>y</c></d><e/></a>"))
        .containsExactly(entry("b", List.of("1&2")), entry("c", List.of(" x", "y")));
  }

  private static Map<String, List<String>> values(String file) {
    return FileNames.values(file.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> names(String file) {
    return FileNames.of(file.getBytes(StandardCharsets.UTF_8));
  }
}
