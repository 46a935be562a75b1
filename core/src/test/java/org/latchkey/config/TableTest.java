package org.latchkey.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void rows_commentsAndBlankLines_areLeftOut() {
    assertThat(rows("# head\n\na | b\n  \n c|d e \n"))
        .containsExactly(List.of("a", "b"), List.of("c", "d e"));
  }

  @Test
  void rows_emptyColumns_areKept() {
    assertThat(rows("a | | ")).containsExactly(List.of("a", "", ""));
  }

  @Test
  void rows_numberedRow_isSeveral() {
    assertThat(rows("a.{1-3}.b | x{1-3}"))
        .containsExactly(List.of("a.1.b", "x1"), List.of("a.2.b", "x2"), List.of("a.3.b", "x3"));
  }

  @Test
  void rows_otherNumberOfColumnsOrNoTable_isRefused() {
    assertThatThrownBy(() -> rows("a | b\nc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("t.txt: c");
    assertThatThrownBy(() -> Table.rows("t.txt", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no table t.txt");
  }

  private static List<List<String>> rows(String text) {
    return Table.rows("t.txt", new ByteArrayInputStream(text.getBytes(UTF_8)));
  }
}
