package org.latchkey.brand.polycom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;

class PolycomModelsTest {
  private final ModelCatalogue models = Samples.BRAND.models();

  @Test
  void models_everyRow_isPlausibleAndKnownByItsHeader() {
    assertThat(models.all()).hasSizeGreaterThan(55);
    for (Model model : models.all()) {
      assertThat(model.name()).matches("(SPIP|SSIP|VVX|CCX|EdgeE|Trio)C?\\d{2,4}");
      assertThat(PolycomModels.family(model))
          .isIn("spip", "ssip", "vvx", "trio", "ccx", "edge")
          .matches(family -> model.name().toLowerCase(Locale.ROOT).startsWith(family));
      assertThat(model.lines()).as(model.name()).isBetween(1, 34);
      assertThat(model.keys()).as(model.name()).isBetween(0, 34);
      assertThat(PolycomModels.sideKeys(model)).as(model.name()).isIn(0, 42, 120);
      String token = model.name().replaceFirst("^(SPIP|SSIP|VVX|CCX|Edge|Trio)", "$1_");
      assertThat(Samples.BRAND.recogniser().product("FileTransport PolyX-" + token + "-UA/1.2.3.4"))
          .hasValueSatisfying(product -> assertThat(product.model()).isEqualTo(model.name()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SPIP335, 2, 2, 0",
    "SPIP650, 34, 6, 42",
    "SSIP7000, 1, 0, 0",
    "vvx101, 1, 2, 0",
    "VVX450, 34, 12, 120",
    "VVX601, 34, 16, 120",
    "VVX1500, 6, 6, 0",
    "Trio8800, 1, 0, 0",
    "EdgeE220, 16, 16, 0",
  })
  void model_ofTheTable_hasRegistrationsAndKeys(String name, int lines, int keys, int side) {
    Model model = models.get(name);
    assertThat(model.lines()).isEqualTo(lines);
    assertThat(model.keys()).isEqualTo(keys);
    assertThat(PolycomModels.sideKeys(model)).isEqualTo(side);
  }

  @ParameterizedTest
  @CsvSource({"5.9.7.3480, 5, 9, 7", "4.0.15, 4, 0, 15", "8.0.0.15602, 8, 0, 0"})
  void parse_version_tellsTheRelease(String version, int major, int minor, int patch) {
    assertThat(PolycomFirmware.parse(version)).contains(new PolycomFirmware(major, minor, patch));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "5.9", "5.9.7.1.2", "5.9.7-1", "a.b.c", "1234567890.1.1"})
  void parse_otherText_isUnknown(String version) {
    assertThat(PolycomFirmware.parse(version)).isEmpty();
  }

  @Test
  void quirks_each_saySourceAndReason() {
    for (PolycomQuirk quirk : PolycomQuirk.values()) {
      assertThat(quirk.source()).as(quirk.name()).isNotBlank();
      assertThat(quirk.reason()).as(quirk.name()).isNotBlank();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SPIP450, 3.2.3.1734, NUMBERS_FOR_WORDS, true",
    "SPIP450, 3.3.0.1, NUMBERS_FOR_WORDS, false",
    "SPIP450, '', NUMBERS_FOR_WORDS, false",
    "SPIP501, '', NUMBERS_FOR_WORDS, true",
    "VVX450, '', NUMBERS_FOR_WORDS, false",
    "SPIP450, '', OLD_CODEC_NAMES, true",
    "SPIP450, 4.0.15.1, OLD_CODEC_NAMES, false",
    "SPIP450, 4.0.14.1, NO_TLS_1_2, true",
    "SPIP450, 4.0.15.1, NO_TLS_1_2, false",
    "VVX450, '', NO_TLS_1_2, false",
    "VVX300, 5.0.2.1, LOGS_OPEN_MANY_CONNECTIONS, true",
    "VVX300, 5.1.0.1, LOGS_OPEN_MANY_CONNECTIONS, false",
    "VVX300, '', LOGS_OPEN_MANY_CONNECTIONS, false",
    "VVX300, 4.1.6.1, UPLOADS_OF_CORES_FAIL, true",
    "VVX300, 5.0.3.1, UPLOADS_OF_CORES_FAIL, false",
    "CCX500, '', VENDOR_CLOUD, true",
    "VVX450, '', VENDOR_CLOUD, false",
  })
  void quirk_ofModelAndFirmware_holdsWhereItIsKnown(
      String model, String firmware, PolycomQuirk quirk, boolean holds) {
    Set<PolycomQuirk> quirks =
        PolycomQuirk.of(models.get(model), Optional.of(firmware).flatMap(PolycomFirmware::parse));
    assertThat(quirks.contains(quirk)).isEqualTo(holds);
  }
}
