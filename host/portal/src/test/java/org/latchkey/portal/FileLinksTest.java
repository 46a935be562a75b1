package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /file-links}: addresses that need no password. */
class FileLinksTest {
  @RegisterExtension final Api api = new Api();

  @Test
  void link_toAFile_isItsAddress() {
    var link = api.get("/file-links?path=cisco/sip88xx.loads").ok();
    assertThat(link.get("path").asText()).isEqualTo("cisco/sip88xx.loads");
    assertThat(link.get("url").asText())
        .matches("https://prov\\.example/cfg/t/[A-Za-z0-9_-]{24}/cisco/sip88xx\\.loads");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?path=", "?path=../x", "?path=a//b", "?path=%2e%2e/x", "?path=a%00"})
  void link_toNothing_isAFieldError(String query) {
    Answer answer = api.get("/file-links" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("\"field\":\"path\"");
  }

  @Test
  void link_officeManager_forbidden() {
    assertThat(api.as("acme").get("/file-links?path=x.rom").status()).isEqualTo(403);
  }

  @Test
  void link_otherMethod_isNotAllowed() {
    assertThat(api.post("/file-links", "{}").status()).isEqualTo(405);
  }
}
