package org.latchkey.brand.grandstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Product;
import org.latchkey.error.RenderException;
import org.latchkey.testkit.brand.SamplePhone;

class GrandstreamModelsTest {
  private final ModelCatalogue models = Samples.BRAND.models();

  @Test
  void models_everyRow_isPlausibleAndKnownByItsHeader() {
    assertThat(models.all()).hasSizeGreaterThan(60);
    for (Model model : models.all()) {
      assertThat(model.name()).matches("(HT|GXP|GRP|GHP|GXV|WP|DP|GXW)\\d{3,4}(V2|[PW])?");
      assertThat(GrandstreamModels.virtualKeys(model)).isBetween(0, model.keys());
      assertThat(GrandstreamModels.keyNames(model).equals("none")).isEqualTo(model.keys() == 0);
      boolean numbers = GrandstreamNumbers.column(GrandstreamModels.family(model)) >= 0;
      assertThat(numbers)
          .as(model.name())
          .isEqualTo(
              !GrandstreamModels.readsItems(model)
                  || GrandstreamModels.family(model).equals("gxp21"));
      String header =
          "Grandstream Model HW "
              + model.name().toLowerCase(Locale.ROOT)
              + " SW 1.0.1.2 DevId "
              + Samples.MAC;
      assertThat(Samples.BRAND.recogniser().product(header).map(Product::model))
          .contains(model.name());
    }
  }

  @Test
  void models_everyLineOfEveryRow_isToldUserAndPassword() {
    for (Model model : models.all()) {
      Samples phone = Samples.phone(model.name(), "");
      for (int number = 1; number <= model.lines(); number++) {
        phone.with(SamplePhone.line(number, "L", "D", "fake-sip-pass-" + number));
      }
      ConfigXml text = phone.text();
      for (int number = 1; number <= model.lines(); number++) {
        assertThat(text.values()).as(model.name()).containsValue("10" + number);
        assertThat(text.values()).as(model.name()).containsValue("fake-sip-pass-" + number);
      }
      assertThat(text.version()).isEqualTo(GrandstreamModels.readsItems(model) ? "2" : "1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HT802", "GXP1630", "GRP2614", "GHP621", "DP750", "GXW4216"})
  void line_beyondTheModel_isRefusedWithItsPath(String name) {
    int number = models.get(name).lines() + 1;
    Samples phone = Samples.phone(name, "").with(SamplePhone.line(number));
    assertThatThrownBy(phone::bytes)
        .isInstanceOfSatisfying(
            RenderException.class, e -> assertThat(e.parameter()).isEqualTo("lines[0].number"));
  }

  @ParameterizedTest
  @CsvSource({"GXP1200,", "GXP2000,", "GXP2020,", "BT200,", "HT286,", "GXP280,"})
  void modelsThatReadABinaryFileOnly_areKnownByTheirHeaderAndHaveNoRow(String name) {
    assertThat(models.find(name)).isEmpty();
    String header = "Grandstream " + name + " (gxp2000e.bin:1.2.5.3/boot55e.bin:1.1.6.9)";
    assertThat(Samples.BRAND.recogniser().product(header).map(Product::model)).contains(name);
  }
}
