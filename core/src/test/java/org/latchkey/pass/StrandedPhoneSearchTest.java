package org.latchkey.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrandedPhoneSearchTest {
  private static final int DEPTH = 8;
  private static final int LEAST_STATES = 18_000;

  @Test
  void search_yealinkLikePhone_isNeverStranded() {
    StrandSearch search = new StrandSearch(() -> PassFixtures.QUICK, false, DEPTH);
    assertThat(search.run()).isEmpty();
    report("Yealink-like", search);
    assertThat(search.states()).isGreaterThan(LEAST_STATES);
  }

  @Test
  void search_snomLikePhone_isNeverStranded() {
    StrandSearch search = new StrandSearch(() -> PassFixtures.SLOW, true, DEPTH);
    assertThat(search.run()).isEmpty();
    report("Snom-like", search);
    assertThat(search.states()).isGreaterThan(LEAST_STATES);
  }

  /** A search that finds nothing is worth something only if it finds what is there. */
  @ParameterizedTest
  @EnumSource(Mutants.class)
  void search_oneRuleTakenAway_findsIt(Mutants mutant) {
    Optional<StrandSearch.Finding> found =
        new StrandSearch(mutant.under(PassFixtures.SLOW), true, DEPTH).run();
    System.out.println(mutant + " -> " + found);
    assertThat(found).isPresent();
  }

  private static void report(String phone, StrandSearch search) {
    System.out.println(phone + ": " + search.states() + " states");
  }
}
