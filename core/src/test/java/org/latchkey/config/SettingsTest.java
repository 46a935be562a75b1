package org.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.latchkey.config.Settings.Value;
import org.latchkey.device.Entry;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.RenderException;

class SettingsTest {
  private static final String PASSWORD = "phone.admin.password";

  @Test
  void resolve_strongerLayer_wins() {
    Settings settings =
        resolve(
            layer(Layer.RESELLER, "resync.interval", "60"),
            layer(Layer.DOMAIN, "resync.interval", "720"),
            layer(Layer.DEVICE, "yealink:resync.interval", "1"));
    assertThat(settings.get("resync.interval")).isEqualTo(new Value("720", Layer.DOMAIN));
    assertThat(settings.get("resync.interval").number()).isEqualTo(720);
    assertThat(settings.get("resync.at-power-on")).isEqualTo(new Value("yes", Layer.LIBRARY));
  }

  @Test
  void resolve_emptyText_takesBackWhatAWeakerLayerSaid() {
    Settings settings =
        resolve(layer(Layer.DOMAIN, "sip.srtp", "required"), layer(Layer.DEVICE, "sip.srtp", ""));
    assertThat(settings.get("sip.srtp").isEmpty()).isTrue();
    assertThat(settings.get("sip.srtp").origin()).isEqualTo(Layer.DEVICE);
  }

  @Test
  void resolve_wrongEntry_isRefusedByLayerAndName() {
    assertThatThrownBy(() -> resolve(layer(Layer.DOMAIN, "sip.srtp", "maybe")))
        .isInstanceOf(RenderException.class)
        .hasMessage(
            "sip.srtp (set by domain): must be one of off, optional, required, or empty,"
                + " was 'maybe'");
    assertThatThrownBy(() -> resolve(layer(Layer.DEVICE, "sip.srtpp", "off")))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("sip.srtpp (set by device)")
        .hasMessageContaining("nearest: sip.srtp");
  }

  @Test
  void words_ofAList_keepTheirOrder() {
    Settings settings = resolve(layer(Layer.DOMAIN, "audio.codecs", "pcma,opus"));
    assertThat(settings.get("audio.codecs").words()).containsExactly("pcma", "opus");
    assertThat(resolve().get("audio.codecs").words()).isEmpty();
  }

  @Test
  void withDefaults_holdOnlyWhereNothingIsSaid() {
    Map<String, String> generated = Map.of(PASSWORD, "NotARealOne1", "sip.srtp", "off");
    Settings settings =
        resolve(layer(Layer.DOMAIN, "sip.srtp", "required"), layer(Layer.DEVICE, PASSWORD, ""))
            .withDefaults(generated);
    assertThat(settings.get("sip.srtp").text()).isEqualTo("required");
    assertThat(settings.get(PASSWORD)).isEqualTo(new Value("NotARealOne1", Layer.LIBRARY, true));
    assertThatThrownBy(() -> resolve().withDefaults(Map.of(PASSWORD, "no")))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void toString_ofASecret_isMasked() {
    Value secret = resolve(layer(Layer.DEVICE, PASSWORD, "NotARealOne1")).get(PASSWORD);
    assertThat(secret.text()).isEqualTo("NotARealOne1");
    assertThat(secret).hasToString("******** (device)");
    assertThat(new Value("60", Layer.DOMAIN)).hasToString("60 (domain)");
  }

  private static Settings resolve(Layered... layers) {
    return Settings.resolve(Vocabulary.standard(), List.of(layers));
  }

  private static Layered layer(Layer layer, String name, String value) {
    return new Layered(layer, List.of(new Entry(name, value, "")));
  }
}
