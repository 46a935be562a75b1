package org.latchkey.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
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

  private static List<String> names(String file) {
    return FileNames.of(file.getBytes(StandardCharsets.UTF_8));
  }
}
