package org.latchkey.brand.snom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.brand.Model;

/** The table of models and what follows from its rows. */
class SnomModelsTest {
  @ParameterizedTest
  @CsvSource({
    "D785, 12, 24, d7",
    "d865, 12, 40, d8",
    "320, 12, 12, old",
    "715, 4, 5, d7",
    "M900, 1000, 0, m",
    "c520-wimi, 3, 0, c",
    "M100SC, 8, 0, s"
  })
  void model_inAnyCase_isFound(String name, int lines, int keys, String family) {
    Model model = Samples.BRAND.models().get(name);
    assertThat(model.lines()).isEqualTo(lines);
    assertThat(model.keys()).isEqualTo(keys);
    assertThat(SnomModels.family(model)).isEqualTo(family);
  }

  @Test
  void models_allHaveAFamilyAndOnlyDectBasesCannotHaveACredential() {
    for (Model model : Samples.BRAND.models().all()) {
      assertThat(SnomModels.family(model)).isIn("old", "d7", "d8", "m", "c", "s");
      assertThat(model.noCredential().isPresent()).isEqualTo(SnomModels.isDect(model));
    }
  }

  @ParameterizedTest
  @EnumSource(SnomQuirk.class)
  void quirk_hasASourceAndAReason(SnomQuirk quirk) {
    assertThat(quirk.source()).isNotBlank();
    assertThat(quirk.reason()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "720, 8.6.9, NO_POLLING, true",
    "720, 8.7, NO_POLLING, false",
    "720, '', NO_POLLING, false",
    "720, 8.7.5.14, KNOWN_HOLES, true",
    "720, 8.7.5.15, KNOWN_HOLES, false",
    "D785, 10.1.33.33, TRUSTED_LIST, true",
    "D785, '', TRUSTED_LIST, false",
    "720, 8.9.3.80, TRUSTED_LIST, false",
    "D865, '', VENDOR_BROKER, true",
    "D785, '', VENDOR_BROKER, false",
    "C620, '', UNKNOWN_NAME_COSTS_MODULE, true"
  })
  void quirk_holdsFromReleaseToRelease(
      String model, String firmware, SnomQuirk quirk, boolean holds) {
    assertThat(
            SnomQuirk.of(Samples.BRAND.models().get(model), SnomFirmware.parse(firmware))
                .contains(quirk))
        .isEqualTo(holds);
  }

  @Test
  void firmware_comparesByNumbers() {
    assertThat(SnomFirmware.parse("10.1").orElseThrow())
        .isGreaterThan(SnomFirmware.parse("8.9.3.80").orElseThrow())
        .isEqualByComparingTo(SnomFirmware.parse("10.1.0.0").orElseThrow());
    assertThat(SnomFirmware.parse("05.20.0001").orElseThrow().numbers()).containsExactly(5, 20, 1);
    for (String none : new String[] {"", "x", "1..2", "1.2.3.4.5", "9999999999"}) {
      assertThat(SnomFirmware.parse(none)).isEqualTo(Optional.empty());
    }
  }
}
