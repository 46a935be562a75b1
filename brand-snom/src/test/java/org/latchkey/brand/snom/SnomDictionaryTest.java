package org.latchkey.brand.snom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.latchkey.brand.Model;
import org.latchkey.brand.Renderer;
import org.latchkey.config.KeyDictionary;
import org.latchkey.config.Parameter;

/** No parameter is written that no source knows. */
class SnomDictionaryTest {
  private static final String[] FIRMWARE = {"", "6.5.20", "8.7.3.25", "8.7.5.35", "10.1.169.16"};

  private final Renderer renderer = Samples.BRAND.renderer();
  private final KeyDictionary dictionary = renderer.dictionary().orElseThrow();

  @Test
  void everyModel_everySettingOn_everyParameterIsKnownAndSpoken() {
    Set<String> unknown = new TreeSet<>();
    for (Model model : Samples.BRAND.models().all()) {
      for (String firmware : FIRMWARE) {
        for (boolean proven : new boolean[] {false, true}) {
          Samples phone =
              Samples.phone(model.name(), firmware)
                  .with(Samples.line(1))
                  .everySetting(Map.of())
                  .proven(proven);
          unknown.addAll(phone.unknownParameters());
          for (Parameter each : phone.parameters().list()) {
            if (!renderer.speaks(model, each.name())) {
              unknown.add(model.name() + ": " + each.name());
            }
          }
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void knows_anyIndexAndPerm_butNoSlipOfThePen() {
    assertThat(dictionary.knows("user_name.12")).isTrue();
    assertThat(dictionary.knows("user_name.12@perm")).isTrue();
    assertThat(dictionary.knows("fkey.219@label")).isTrue();
    assertThat(dictionary.knows("gui_fkey1")).isTrue();
    assertThat(dictionary.knows("sip_account.3.codec_priority.7")).isTrue();
    assertThat(dictionary.knows("user_nam.1")).isFalse();
    assertThat(dictionary.knows("user_name.1@label")).isFalse();
    assertThat(dictionary.nearest("user_nam.1")).contains("user_name");
    assertThat(dictionary.nearest("sip_acount.1.label")).contains("sip_account.N.label");
  }

  @Test
  void speaks_namesOfTheModelsOwnTreeOnly() {
    assertThat(speaks("C620", "profile.support.access_password")).isTrue();
    assertThat(speaks("C520-WiMi", "profile.support.access_password")).isFalse();
    assertThat(speaks("M100KLE", "hs_settings.autoreg_enable")).isTrue();
    assertThat(speaks("C620", "hs_settings.autoreg_enable")).isFalse();
    assertThat(speaks("D785", "anything.7@label")).isTrue();
    assertThat(speaks("D785", "any.thing")).isFalse();
    assertThat(speaks("D785", "user_name.01")).isFalse();
  }

  private boolean speaks(String model, String name) {
    return renderer.speaks(Samples.BRAND.models().get(model), name);
  }
}
