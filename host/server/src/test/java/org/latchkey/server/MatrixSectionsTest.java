package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The page of the matrix has every kind of simulated phones, whichever were booted today. */
class MatrixSectionsTest {
  @Test
  void page_hasEveryKindAndNoOther() throws IOException {
    Set<String> titles = new TreeSet<>();
    for (MatrixSite everyDay :
        new MatrixSite[] {
          new YealinkBootMatrixTest(),
          new PolycomBootMatrixTest(),
          new SnomBootMatrixTest(),
          new GrandstreamBootMatrixTest(),
          new PanasonicBootMatrixTest(),
          new CiscoBootMatrixTest()
        }) {
      titles.add(everyDay.title());
    }
    for (MatrixKind kind : MatrixKind.all()) {
      assertThat(titles.add(kind.title())).as(kind.title()).isTrue();
    }
    assertThat(MatrixPage.sections().keySet()).isEqualTo(titles);
  }
}
