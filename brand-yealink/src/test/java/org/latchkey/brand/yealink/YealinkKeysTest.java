package org.latchkey.brand.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.yealink.Samples.phone;
import static org.latchkey.brand.yealink.YealinkRendererTest.refused;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.device.LineKey;

class YealinkKeysTest {

  @ParameterizedTest
  @CsvSource({
    "T28P, 6, linekey.6.",
    "T28P, 7, memorykey.1.",
    "T28P, 16, memorykey.10.",
    "T26P, 4, memorykey.1.",
    "T46S, 27, linekey.27.",
    "T46S, 28, expansion_module.1.key.1.",
    "T46S, 67, expansion_module.1.key.40.",
    "T46S, 68, expansion_module.2.key.1.",
    "T46S, 267, expansion_module.6.key.40.",
    "T48U, 30, expansion_module.1.key.1.",
    "T57W, 209, expansion_module.3.key.60.",
    "T88, 96, expansion_module.1.key.1.",
    "T88, 329, expansion_module.3.key.78.",
  })
  void key_beyondTheLineKeys_isAMemoryKeyOrOnASideCar(String model, int position, String name) {
    ConfigText text =
        phone(model, "").with(line(1)).with(key(position, LineKey.Type.DTMF, "1", "Door")).text();
    assertThat(text.get(name + "type")).isEqualTo("11");
    assertThat(text.get(name + "value")).isEqualTo("1");
    assertThat(text.get(name + "label")).isEqualTo("Door");
    assertThat(text.get(name + "line")).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({"T28P, 17", "T46S, 268", "T31P, 3", "T88, 330"})
  void key_beyondTheLastSideCar_isRefused(String model, int position) {
    refused(
        () -> phone(model, "").with(key(position, LineKey.Type.DND, "", "")).bytes(),
        "device",
        "keys[0].position");
  }

  @Test
  void memoryKeys_notSet_doNothing() {
    ConfigText text = phone("T28P", "").with(line(1), line(6)).text();
    assertThat(text.get("linekey.6.type")).isEqualTo("15");
    assertThat(text.get("memorykey.1.type")).isEqualTo("0");
    assertThat(text.get("memorykey.10.type")).isEqualTo("0");
  }

  @Test
  void sideCars_upToTheLastOneInUse_areNamedWhole() {
    ConfigText text = phone().with(line(1)).with(key(70, LineKey.Type.BLF, "101", "Bob")).text();
    assertThat(text.get("expansion_module.2.key.3.type")).isEqualTo("16");
    assertThat(text.get("expansion_module.1.key.1.type")).isEqualTo("0");
    assertThat(text.get("expansion_module.2.key.40.type")).isEqualTo("0");
    assertThat(text.has("expansion_module.3.key.1.type")).isFalse();
    assertThat(phone().text().names()).noneMatch(name -> name.startsWith("expansion_module"));
  }

  @Test
  void sideCar_keysThatTurnItsPages_areLeftAloneAndRefused() {
    ConfigText text = phone("T27G", "").with(key(23, LineKey.Type.DND, "", "")).text();
    assertThat(text.has("expansion_module.1.key.1.type")).isFalse();
    assertThat(text.get("expansion_module.1.key.2.type")).isEqualTo("5");
    assertThat(text.has("expansion_module.1.key.21.type")).isFalse();
    assertThat(text.get("expansion_module.1.key.22.type")).isEqualTo("0");
    for (int position : new int[] {22, 42, 62}) {
      refused(
              () -> phone("T27G", "").with(key(position, LineKey.Type.DND, "", "")).bytes(),
              "device",
              "keys[0].position")
          .hasMessageContaining("turns the pages");
    }
  }

  @Test
  void pickupCode_ofWatchingKeys_isToldInBothSpellingsWherePhonesAreOld() {
    LineKey blf = key(2, LineKey.Type.BLF, "101", "Bob");
    LineKey dial = key(3, LineKey.Type.SPEED_DIAL, "102", "Eve");
    ConfigText current = phone().with(blf, dial).set("dial.pickup-code", "*8").text();
    assertThat(current.get("linekey.2.extension")).isEqualTo("*8");
    assertThat(current.has("linekey.2.pickup_value")).isFalse();
    assertThat(current.has("linekey.3.extension")).isFalse();
    ConfigText old = phone("T28P", "2.73.0.50").with(blf).set("dial.pickup-code", "*8").text();
    assertThat(old.get("linekey.2.pickup_value")).isEqualTo("*8");
    assertThat(phone().with(blf).text().get("linekey.2.extension")).isEqualTo("%NULL%");
  }
}
