package org.latchkey.brand.panasonic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;

class PanasonicModelsTest {
  private final ModelCatalogue models = Samples.BRAND.models();

  @Test
  void models_everyRow_isPlausibleAndKnownByItsHeader() {
    assertThat(models.all()).hasSize(21);
    for (Model model : models.all()) {
      assertThat(model.name()).matches("KX-(UT|HDV|TGP|UDS|UTG)\\d{3}B?");
      assertThat(PanasonicModels.family(model))
          .isIn("ut", "ut670", "hdv", "pcc", "tgp", "uds", "utg");
      assertThat(model.lines()).as(model.name()).isBetween(1, 255);
      assertThat(model.keys()).as(model.name()).isIn(0, 24);
      assertThat(PanasonicModels.expansionKeys(model)).isIn(0, 40);
      assertThat(model.noCredential()).isEmpty();
      assertThat(Samples.BRAND.recogniser().product("Panasonic_" + model.name() + "/01.000"))
          .hasValueSatisfying(product -> assertThat(product.model()).isEqualTo(model.name()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "KX-UT113, 2, 0, 0, ut",
    "KX-UT136, 4, 24, 0, ut",
    "KX-UT670, 6, 24, 0, ut670",
    "kx-hdv100, 1, 0, 0, hdv",
    "KX-HDV230, 6, 24, 40, hdv",
    "KX-TGP500, 8, 0, 0, pcc",
    "KX-TGP600, 8, 0, 0, tgp",
    "KX-UDS124, 255, 0, 0, uds",
    "KX-UTG300B, 6, 0, 0, utg",
  })
  void model_ofTheTable_hasLinesAndKeys(
      String name, int lines, int keys, int expansion, String family) {
    Model model = models.get(name);
    assertThat(model.lines()).isEqualTo(lines);
    assertThat(model.keys()).isEqualTo(keys);
    assertThat(PanasonicModels.expansionKeys(model)).isEqualTo(expansion);
    assertThat(PanasonicModels.family(model)).isEqualTo(family);
    assertThat(PanasonicModels.isXml(model)).isEqualTo(family.equals("utg"));
  }

  @Test
  void quirks_each_haveAModelSourceAndReason() {
    Set<PanasonicQuirk> met = new TreeSet<>();
    models.all().forEach(model -> met.addAll(PanasonicQuirk.of(model)));
    assertThat(met).containsExactly(PanasonicQuirk.values());
    for (PanasonicQuirk quirk : PanasonicQuirk.values()) {
      assertThat(quirk.source()).as(quirk.name()).isNotBlank();
      assertThat(quirk.reason()).as(quirk.name()).isNotBlank();
    }
  }
}
