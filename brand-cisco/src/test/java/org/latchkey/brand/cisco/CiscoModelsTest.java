package org.latchkey.brand.cisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.Model;
import org.latchkey.error.StateConflictException;

class CiscoModelsTest {
  @Test
  void models_everyRow_isPlausibleAndKnownByItsHeader() {
    assertThat(Samples.BRAND.models().all()).hasSizeGreaterThan(50);
    for (Model model : Samples.BRAND.models().all()) {
      String family = CiscoModels.family(model);
      assertThat(family)
          .isIn("mpp", "pos", "spa", "spa525", "ata1", "ata19", "legacy", "enterprise");
      assertThat(model.lines()).as(model.name()).isBetween(1, 16);
      assertThat(model.keys()).as(model.name()).isBetween(0, 16);
      assertThat(CiscoModels.moduleKeys(model)).as(model.name()).isIn(0, 32, 64, 96);
      boolean refused = Set.of("legacy", "enterprise").contains(family);
      assertThat(model.noCredential().isPresent()).as(model.name()).isEqualTo(refused);
      if (!family.equals("enterprise")) {
        assertThat(CiscoModels.firstFiles(model)).as(model.name()).isNotEmpty();
        assertThat(Samples.BRAND.recogniser().product(header(model, family)))
            .hasValueSatisfying(product -> assertThat(product.model()).isEqualTo(model.name()));
      }
    }
  }

  private static String header(Model model, String family) {
    return switch (family) {
      case "mpp" -> "Cisco-" + model.name() + "/12.0.3 (00562b043615)";
      case "pos" -> "Cisco-Desk Phone " + model.name() + "/3.2.1 (00562b043615)";
      case "ata19" -> "Cisco/" + model.name() + "-MPP-11-1-0 (FCH2443D9R4)";
      case "legacy" -> "Linksys/" + model.name().replaceFirst("^SPA", "SPA-") + "-6.1.5(a)";
      default -> "Cisco/" + model.name().toUpperCase(Locale.ROOT) + "-7.4.4";
    };
  }

  @ParameterizedTest
  @CsvSource({
    "CP-6821-3PCC, 2, 2, 0",
    "cp-6851-3pcc, 4, 4, 32",
    "CP-7811-3PCC, 1, 0, 0",
    "CP-7861-3PCC, 16, 16, 0",
    "CP-8851-3PCC, 10, 10, 64",
    "CP-8865-3PCC, 10, 10, 96",
    "9861, 16, 16, 0",
    "SPA301, 1, 0, 0",
    "SPA504G, 4, 4, 64",
    "SPA509G, 12, 12, 64",
    "ATA192, 2, 0, 0",
  })
  void model_ofTheSheet_hasItsLinesAndKeys(String name, int lines, int keys, int modules) {
    Model model = Samples.BRAND.models().get(name);
    assertThat(model.lines()).isEqualTo(lines);
    assertThat(model.keys()).isEqualTo(keys);
    assertThat(CiscoModels.moduleKeys(model)).isEqualTo(modules);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPA942", "PAP2T", "SPA2102", "ATA190", "CP-7940", "CP-8841"})
  void model_withoutCredential_canBeEnteredAndNotArmed(String name) {
    CiscoGate gate = new CiscoGate(name, false);
    assertThatThrownBy(gate::arm)
        .isInstanceOf(StateConflictException.class)
        .hasMessageContaining("a " + name);
    assertThat(gate.state()).isEqualTo("locked");
    assertThat(gate.ask("GET", CiscoGate.FILE, CiscoGate.PASS, "").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "12.0.3, 12, 0",
    "11.0, 11, 0",
    "11-1-0-MSR4, 11, 1",
    "sip88xx.11-3-1MSR2-6, 11, 3",
    "sip7832.11-3-2MPP0001-609, 11, 3",
    "7.5.2b, 7, 5",
    "6.1.5(a), 6, 1",
  })
  void firmware_asPhonesSpellIt_isRead(String version, int major, int minor) {
    assertThat(CiscoFirmware.parse(version)).contains(new CiscoFirmware(major, minor));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "x", "99999.1", "1.99999", ".1"})
  void firmware_anythingElse_isUnknown(String version) {
    assertThat(CiscoFirmware.parse(version)).isEqualTo(Optional.empty());
  }

  @Test
  void quirks_everyOne_hasSourceAndReasonAndSomeModel() {
    for (CiscoQuirk quirk : CiscoQuirk.values()) {
      assertThat(quirk.source()).isNotBlank();
      assertThat(quirk.reason()).isNotBlank();
      assertThat(Samples.BRAND.models().all())
          .as(quirk.name())
          .anyMatch(model -> CiscoQuirk.of(model, Optional.empty()).contains(quirk));
    }
  }
}
