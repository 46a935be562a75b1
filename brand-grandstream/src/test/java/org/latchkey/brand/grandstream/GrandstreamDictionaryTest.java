package org.latchkey.brand.grandstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.latchkey.brand.Model;
import org.latchkey.config.KeyDictionary;
import org.latchkey.device.LineKey;

/** No parameter is written that no source knows. */
class GrandstreamDictionaryTest {
  private static final String[] FIRMWARE = {"", "1.0.10.6", "1.0.65.3"};

  private final KeyDictionary dictionary = Samples.BRAND.renderer().dictionary().orElseThrow();

  @Test
  void everyModel_everySettingOn_everyParameterIsKnown() {
    Set<String> unknown = new TreeSet<>();
    for (Model model : Samples.BRAND.models().all()) {
      for (String firmware : FIRMWARE) {
        unknown.addAll(full(model, firmware).unknownParameters());
        unknown.addAll(full(model, firmware).proven(false).unknownParameters());
      }
    }
    assertThat(unknown).isEmpty();
  }

  private static Samples full(Model model, String firmware) {
    Samples phone = Samples.phone(model.name(), firmware);
    for (int number = 1; number <= model.lines(); number++) {
      phone.with(Samples.line(number));
    }
    for (int position = model.lines() + 1; position <= model.keys(); position++) {
      phone.with(Samples.key(position, LineKey.Type.BLF, "101", "Bob"));
    }
    return phone.everySetting(
        Map.of("firmware.url", "https://prov.example/cfg/fw/" + model.name() + "fw.bin"));
  }

  @Test
  void knows_numbersAsTheyAreAndNamesWithAnyIndex_butNoSlipOfThePen() {
    assertThat(dictionary.knows("P1360")).isTrue();
    assertThat(dictionary.knows("account.16.sip.userid")).isTrue();
    assertThat(dictionary.knows("account.1.sip.usrid")).isFalse();
    assertThat(dictionary.nearest("account.1.sip.usrid")).contains("account.N.sip.userid");
    assertThat(dictionary.knows("P99999999")).isFalse();
  }
}
