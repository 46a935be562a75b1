package org.latchkey.brand.yealink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.latchkey.brand.Model;
import org.latchkey.config.KeyDictionary;
import org.latchkey.device.LineKey;

/** No parameter is written that no source knows. */
class YealinkDictionaryTest {
  private static final String[] FIRMWARE = {
    "", "66.72.0.15", "66.81.0.15", "66.83.0.15", "66.86.0.15"
  };

  private final KeyDictionary dictionary = Samples.BRAND.renderer().dictionary().orElseThrow();

  @Test
  void everyModel_everySettingOn_everyParameterIsKnown() {
    Set<String> unknown = new TreeSet<>();
    for (Model model : Samples.BRAND.models().all()) {
      for (String firmware : FIRMWARE) {
        Samples phone = Samples.phone(model.name(), firmware).with(Samples.line(1));
        LineKey.Type[] types = LineKey.Type.values();
        for (int position = 1; position <= model.keys(); position++) {
          LineKey.Type type = types[position % types.length];
          phone.with(Samples.key(position, type, "101", "Bob"));
        }
        unknown.addAll(phone.everySetting().unknownParameters());
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void knows_anyIndex_butNoSlipOfThePen() {
    assertThat(dictionary.knows("account.16.label")).isTrue();
    assertThat(dictionary.knows("local_time.ntp_server1")).isTrue();
    assertThat(dictionary.knows("local_time.ntp_server9")).isFalse();
    assertThat(dictionary.knows("account.N.labels")).isFalse();
    assertThat(dictionary.nearest("account.2.lable")).contains("account.N.label");
  }
}
