package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MountsTest {
  private static final Mounts MOUNTS = new Mounts("/cfg", List.of("/app/prov", "/app"));

  private static boolean isTarget(String uri, String target) {
    String file = MOUNTS.fileOf(target).orElseThrow();
    return MOUNTS.isTarget(
        uri,
        new ProvisioningRequest(
            "GET",
            target,
            file,
            name -> List.of(),
            InetAddress.getLoopbackAddress(),
            true,
            List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app/prov/a.cfg?x",
        "/cfg/a.cfg?x",
        "http://p.example/cfg/a.cfg?x",
        "https://p.example:8443/app/prov/a.cfg?x"
      })
  void isTarget_asArrivedOrAsKnown_isTrue(String uri) {
    assertThat(isTarget(uri, "/app/prov/a.cfg?x")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "/",
        "*",
        "/cfg/a.cfg",
        "/cfg/a.cfg?",
        "/cfg/a.cfg?x?",
        "/cfg/b.cfg?x",
        "/a.cfg?x",
        "http://",
        "https://p.example",
        "http:/cfg/a.cfg?x",
        "ftp://p.example/cfg/a.cfg?x",
        "//p.example/cfg/a.cfg?x"
      })
  void isTarget_another_isFalse(String uri) {
    assertThat(isTarget(uri, "/app/prov/a.cfg?x")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/cfg/a.cfg?,/app/prov/a.cfg",
    "/cfg/a.cfg,/app/prov/a.cfg?",
    "/app/prov/a.cfg?,/app/prov/a.cfg",
    "http://p.example/cfg/a.cfg?,/app/prov/a.cfg"
  })
  void isTarget_emptyQuery_isNone(String uri, String target) {
    assertThat(isTarget(uri, target)).isTrue();
  }

  @Test
  void fileOf_longestPath_wins() {
    assertThat(MOUNTS.fileOf("/app/prov/x")).contains("/x");
    assertThat(MOUNTS.fileOf("/app/x")).contains("/x");
    assertThat(MOUNTS.fileOf("/cfg/x")).isEmpty();
  }
}
