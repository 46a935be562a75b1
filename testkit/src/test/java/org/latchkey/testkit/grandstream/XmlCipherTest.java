package org.latchkey.testkit.grandstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class XmlCipherTest {
  /** Made by openssl with {@code -aes-256-cbc -md md5}, password {@code gs-Test-1359}. */
  static final String VECTOR =
      "U2FsdGVkX18BAgMEBQYHCK0piTRh0WB3L3cyUESba6ccjInjMdj7k6Wy/cv5V/PlHfrABUi0TXQBff6pHasxgN8pKIbo"
          + "rDdo32u1SewdSDrNzRX5DQ62u3zI5kFE/gTAZjbSBT8M0QAQIdsYtjIawdqZ5WhIcOh59CJpfHVk128W/uJazzef"
          + "VeAcFODweMTZ+2DxguN/KhZ46hGBq84fVw==";

  /** {@code printf '<gs_provision/>' | openssl enc -aes-256-cbc -md md5 -nosalt -k key}, as hex. */
  private static final String WITHOUT_SALT = "4e4e28552b4e7c4a0bd472bb633f7873";

  private static final String TEXT =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><gs_provision version=\"1\">"
          + "<config version=\"1\"><P1360>u1</P1360><P1361>p1</P1361></config></gs_provision>";

  @Test
  void decrypt_vector_plainText() throws Exception {
    byte[] file = Base64.getDecoder().decode(VECTOR);

    assertThat(XmlCipher.decrypt(file, "gs-Test-1359")).asString(UTF_8).isEqualTo(TEXT);
  }

  @Test
  void decrypt_withoutMark_noSalt() throws Exception {
    assertThat(XmlCipher.decrypt(HexFormat.of().parseHex(WITHOUT_SALT), "key"))
        .asString(UTF_8)
        .isEqualTo("<gs_provision/>");
  }

  @Test
  void decrypt_otherPasswordOrCutFile_rejectedWithoutThePassword() {
    byte[] file = Base64.getDecoder().decode(VECTOR);

    assertThatThrownBy(() -> XmlCipher.decrypt(file, "gs-Test-1358"))
        .isInstanceOf(FileException.class)
        .hasMessage("cannot be decrypted");
    assertThatThrownBy(() -> XmlCipher.decrypt(Arrays.copyOf(file, 100), "gs-Test-1359"))
        .isInstanceOf(FileException.class);
  }
}
