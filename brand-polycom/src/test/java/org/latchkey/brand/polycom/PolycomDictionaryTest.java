package org.latchkey.brand.polycom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.latchkey.brand.Model;
import org.latchkey.config.KeyDictionary;
import org.latchkey.device.LineKey;

/** No parameter is written that no source knows. */
class PolycomDictionaryTest {
  private static final String[] FIRMWARE = {"", "3.2.3.1734", "4.0.13.1445", "5.9.7.0", "6.4.6.0"};

  private final KeyDictionary dictionary = Samples.BRAND.renderer().dictionary().orElseThrow();

  @Test
  void everyModel_everySettingOn_everyParameterIsKnown() {
    Set<String> unknown = new TreeSet<>();
    for (Model model : Samples.BRAND.models().all()) {
      for (String firmware : FIRMWARE) {
        Samples phone = Samples.phone(model.name(), firmware).with(Samples.line(1));
        LineKey.Type[] types = {LineKey.Type.LINE, LineKey.Type.BLF, LineKey.Type.SPEED_DIAL};
        for (int position = 1; position <= model.keys(); position++) {
          LineKey.Type type = types[position % types.length];
          phone.with(Samples.key(position, type, "101", "Bob"));
        }
        unknown.addAll(phone.everySetting(Map.of()).unknownParameters());
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void knows_anyIndex_butNoSlipOfThePen() {
    assertThat(dictionary.knows("reg.34.address")).isTrue();
    assertThat(dictionary.knows("device.prov.user.set")).isTrue();
    assertThat(dictionary.knows("reg.1.adress")).isFalse();
    assertThat(dictionary.nearest("reg.1.adress")).contains("reg.N.address");
  }
}
