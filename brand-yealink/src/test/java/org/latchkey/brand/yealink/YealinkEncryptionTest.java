package org.latchkey.brand.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.yealink.Samples.phone;
import static org.latchkey.brand.yealink.YealinkRendererTest.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameter;

class YealinkEncryptionTest {
  private static final String KEY = "Not-a-real_key#1";
  private static final String LONG_KEY = "Not-a-real_key#1Not-a-real_key~2";
  private static final String AUTO = "static.auto_provision.";

  @Test
  void key_of16Characters_isSaidForAllFirmware() {
    ConfigText text = phone().set("encryption.key", KEY).text();
    assertThat(text.get(AUTO + "aes_key_16.mac")).isEqualTo(KEY);
    assertThat(text.get(AUTO + "aes_key.mac")).isEqualTo(KEY);
    assertThat(text.has(AUTO + "aes_key_16.com")).isFalse();
    assertThat(text.get(AUTO + "aes_key_in_file")).isEqualTo("0");
    assertThat(text.has("auto_provision.aes_key_16.mac")).isFalse();
    ConfigText old = phone("T28P", "2.70.0.140").set("encryption.key", KEY).text();
    assertThat(old.get("auto_provision.aes_key_16.mac")).isEqualTo(KEY);
    assertThat(old.get("auto_provision.aes_key_in_file")).isEqualTo("0");
  }

  @Test
  void key_of32Characters_isSaidForV85AndLater() {
    ConfigText text = phone().set("encryption.common-key", LONG_KEY).text();
    assertThat(text.get(AUTO + "aes_key.com")).isEqualTo(LONG_KEY);
    assertThat(text.has(AUTO + "aes_key_16.com")).isFalse();
    assertThat(text.has(AUTO + "aes_key.mac")).isFalse();
  }

  @Test
  void keys_whatever_doNotMakeThePhoneRefuseOurFiles() {
    ConfigText text =
        phone()
            .set("encryption.key", KEY)
            .set(Layer.DEVICE, "yealink:static.auto_provision.update_file_mode", "1")
            .text();
    assertThat(text.get(AUTO + "update_file_mode")).isEqualTo("0");
    assertThat(phone("T28P", "2.70.0.140").set("encryption.key", KEY).text().values())
        .containsEntry("auto_provision.update_file_mode", "0");
  }

  @Test
  void keys_thatNobodySet_areNotMentioned() {
    assertThat(phone("T46S", "").text().names())
        .noneMatch(name -> name.contains("aes_key") || name.contains("update_file_mode"));
  }

  @Test
  void keys_inPreviews_areMasked() {
    assertThat(
            phone()
                .set("encryption.key", KEY)
                .set("encryption.common-key", LONG_KEY)
                .parameters()
                .masked()
                .list())
        .extracting(Parameter::value)
        .noneMatch(value -> value.contains("Not-a-real_key"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"short", "Not-a-real_key#12", "Not-a-real_key 1", "Not-a-real_key!1", "\"'/\\"})
  void key_thatThePhoneCannotTake_isRefusedWithoutBeingShown(String key) {
    refused(() -> phone().set("encryption.key", key).bytes(), "domain", "encryption.key")
        .hasMessageContaining("16 characters")
        .hasMessageNotContaining(key);
  }
}
