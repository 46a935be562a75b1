package org.latchkey.example.fanvil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latchkey.brand.Brand;
import org.latchkey.brand.ConfigurationPipeline;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Layered;
import org.latchkey.config.Settings;
import org.latchkey.config.Vocabulary;
import org.latchkey.device.Device;
import org.latchkey.device.Entry;
import org.latchkey.device.LineKey;
import org.latchkey.error.RenderException;
import org.latchkey.secret.Credential;

/** The whole file of one phone, to be read by people; {@code -Dgolden.write=true} rewrites it. */
class FanvilGoldenTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/org/latchkey/example/fanvil/x4u.xml");
  private static final Brand BRAND = new FanvilBrand();
  private static final Entry ZONE = new Entry("time.zone", "Europe/Berlin", "");
  private static final Entry LANGUAGE = new Entry("display.language", "de", "");

  @Test
  void file_ofAnX4u_isTheGoldenOne() throws IOException {
    LineKey key = new LineKey(3, LineKey.Type.BLF, "101", "Bob & Co.", Optional.of(1));
    Device phone = FanvilContractTest.phone("X4U", List.of(key), LANGUAGE);
    byte[] file =
        BRAND
            .renderer()
            .write(ConfigurationPipeline.parameters(BRAND, rendering(phone), layers(phone)));
    if (Boolean.getBoolean("golden.write")) {
      Files.write(GOLDEN, file);
    }
    assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void remarks_zoneAndLabelOfAKey_areNamed() {
    LineKey key = new LineKey(3, LineKey.Type.BLF, "101", " Bob", Optional.of(1));
    Device phone = FanvilContractTest.phone("X4U", List.of(key), LANGUAGE, ZONE);
    assertThat(BRAND.renderer().remarks(rendering(phone)))
        .extracting(Remark::what)
        .containsExactly("time.zone", "keys[0].label");
  }

  @Test
  void map_keyThatTheModelHasNot_isRefused() {
    LineKey key = new LineKey(7, LineKey.Type.BLF, "101", "Bob", Optional.empty());
    Rendering rendering = rendering(FanvilContractTest.phone("X4U", List.of(key)));
    assertThatThrownBy(() -> BRAND.renderer().map(rendering))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("keys[0].position");
  }

  private static Rendering rendering(Device phone) {
    return new Rendering(
        phone,
        BRAND.models().get(phone.identity().model()),
        Optional.empty(),
        URI.create("https://prov.example/cfg/"),
        Credential.of("0c383e07e16c", "not-a-real-own-pass1"),
        true,
        Settings.resolve(Vocabulary.standard(), layers(phone))
            .withDefaults(Map.of("phone.admin.password", "NotARealAdmin2")));
  }

  private static List<Layered> layers(Device phone) {
    return List.of(new Layered(Layer.DEVICE, phone.overrides()));
  }
}
