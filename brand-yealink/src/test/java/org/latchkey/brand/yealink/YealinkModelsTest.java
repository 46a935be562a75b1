package org.latchkey.brand.yealink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.BootSequence.BootFile;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Owner;

class YealinkModelsTest {
  private final ModelCatalogue models = Samples.BRAND.models();

  @Test
  void models_everyRow_isPlausible() {
    assertThat(models.all()).hasSizeGreaterThan(70);
    for (Model model : models.all()) {
      assertThat(model.lines()).as(model.name()).isBetween(1, 250);
      assertThat(model.keys()).as(model.name()).isBetween(0, 95);
      assertThat(model.columns().get("code")).as(model.name()).matches("\\d{1,3}");
      assertThat(YealinkModels.family(model)).as(model.name()).isIn("phone", "dect");
      assertThat(YealinkModels.memoryKeys(model)).as(model.name()).isIn(0, 10);
      assertThat(YealinkModels.sideCars(model)).as(model.name()).isIn(0, 3, 6);
      assertThat(YealinkModels.keysOfSideCar(model)).as(model.name()).isIn(0, 40, 60, 78);
      assertThat(model.name()).matches("(T|W|CP|AX|VP)[0-9]{2,3}[A-Z]*(_E2)?");
      assertThat(Samples.BRAND.recogniser().product("Yealink SIP-" + model.name() + " 1.86.0.1"))
          .hasValueSatisfying(product -> assertThat(product.model()).isEqualTo(model.name()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "T28P, y000000000000.cfg, 6, 6",
    "T46S, y000000000066.cfg, 16, 27",
    "t46u, y000000000108.cfg, 16, 27",
    "T23P, y000000000044.cfg, 3, 3",
    "T23G, y000000000044.cfg, 3, 3",
    "T41U, y000000000116.cfg, 6, 15",
    "T42U, y000000000116.cfg, 12, 15",
    "T19P_E2, y000000000053.cfg, 1, 0",
    "T58V, y000000000058.cfg, 16, 27",
    "W90DM, y000000000130.cfg, 250, 0",
  })
  void model_ofTheTable_hasCodeAccountsAndKeys(String name, String file, int lines, int keys) {
    Model model = models.get(name);
    assertThat(YealinkModels.commonFile(model)).contains(file);
    assertThat(model.lines()).isEqualTo(lines);
    assertThat(model.keys()).isEqualTo(keys);
  }

  @Test
  void files_knownModel_areInTheOrderOfThePhone() {
    assertThat(Samples.BRAND.bootSequence().files(phone("T46S")))
        .containsExactly(
            new BootFile("001565aabbcc.boot", FileRole.PROBE),
            new BootFile("y000000000000.boot", FileRole.PROBE),
            new BootFile("y000000000066.cfg", FileRole.COMMON),
            new BootFile("001565aabbcc.cfg", FileRole.DEVICE));
  }

  @Test
  void files_ofEveryModel_haveTheRolesThatTheRecogniserTells() {
    for (Model model : models.all()) {
      for (BootFile file : Samples.BRAND.bootSequence().files(phone(model.name()))) {
        assertThat(Samples.BRAND.recogniser().file(file.name()))
            .hasValueSatisfying(claim -> assertThat(claim.role()).isEqualTo(file.role()));
      }
    }
  }

  @Test
  void files_unknownModel_leaveOutTheCommonFile() {
    List<BootFile> files = Samples.BRAND.bootSequence().files(phone("T999"));
    assertThat(files).extracting(BootFile::role).doesNotContain(FileRole.COMMON).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"66.86.0.15, 86", "25.30.0.2, 30", "91.283.0.10, 283", "2.70.0.140, 70"})
  void parse_version_tellsTheRelease(String version, int release) {
    assertThat(YealinkFirmware.parse(version)).contains(new YealinkFirmware(release));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "86", "66.86.0", "66.86.0.15.1", "66..0.15", "v66.86.0.15", "a.b.c.d"})
  void parse_otherText_isUnknown(String version) {
    assertThat(YealinkFirmware.parse(version)).isEmpty();
  }

  @Test
  void quirks_each_saySourceAndReason() {
    for (YealinkQuirk quirk : YealinkQuirk.values()) {
      assertThat(quirk.source()).as(quirk.name()).isNotBlank();
      assertThat(quirk.reason()).as(quirk.name()).isNotBlank();
    }
  }

  private static DeviceIdentity phone(String model) {
    return new DeviceIdentity(
        Samples.MAC, "yealink", model, new Owner("acme.example", "west"), "1");
  }
}
