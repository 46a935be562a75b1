package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET …/files}: what a phone asks for, and what it would be told. */
class FilesTest {
  private static final String PATH = Api.DEVICE + "/files";

  @RegisterExtension final Api api = new Api();

  @BeforeEach
  void enterPhone() {
    api.post("/devices", Bodies.FULL).ok(201);
  }

  @Test
  void files_list_namesAndRolesInTheOrderOfAsking() {
    assertThat(api.get(PATH).ok().toString())
        .isEqualTo(
            """
            {"files":[{"name":"001565aabbcc.boot","role":"probe"},\
            {"name":"y000000000000.boot","role":"probe"},\
            {"name":"y000000000066.cfg","role":"common"},\
            {"name":"001565aabbcc.cfg","role":"device"}]}""");
  }

  @Test
  void files_preview_isTheFileWithSecretsMasked() {
    Answer preview = api.get(PATH + "?name=001565aabbcc.cfg");

    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.type()).contains("text/plain;charset=utf-8");
    assertThat(preview.text().lines())
        .startsWith("#!version:1.0.0.1")
        .contains(
            "account.1.user_name = 100",
            "account.1.auth_name = auth100",
            "account.1.password = ********",
            "phone_setting.backlight_time = 60",
            "static.auto_provision.server.url = https://prov.example/cfg/",
            "static.auto_provision.server.username = 001565aabbcc",
            "static.auto_provision.server.password = ********");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lock", "arm", "rotate"})
  void files_preview_isShownInEveryState(String action) {
    api.put(Api.DEVICE + "/credential", "{\"password\":\"PlantedOwn1\"}").ok();
    api.post(Api.DEVICE + "/" + action).ok();

    assertThat(api.get(PATH + "?name=001565aabbcc.cfg").text())
        .contains("account.1.password = ********");
  }

  @Test
  void files_preview_ofAFirstBoot_isNoEventAndUsesNothingUp() {
    Object before = api.host.stored();
    api.get(PATH + "?name=001565aabbcc.cfg");

    assertThat(api.host.stored()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "001565aabbcc.boot",
        "y000000000066.cfg",
        "001565000000.cfg",
        "..%2f001565aabbcc.cfg",
        "%2fetc%2fpasswd",
        "001565aabbcc.cfg%00",
        "001565aabbcc.cfg%0d%0aX:%201",
        "001565AABBCC.cfg"
      })
  void files_otherName_notFound(String name) {
    assertThat(api.get(PATH + "?name=" + name).detail(404))
        .isEqualTo("nothing is generated for 001565aabbcc under that name");
  }
}
