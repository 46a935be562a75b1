package org.latchkey.brand.yealink;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.yealink.Samples.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Rendering;
import org.latchkey.brand.UploadKind;
import org.latchkey.config.Parameter;

class YealinkLocalConfigTest {
  private static final String FIRST = "#!version:1.0.0.1\n";
  private static final String KEPT = "phone_setting.ring_type = Ring2.wav";

  private final Renderer renderer = Samples.BRAND.renderer();

  private String cleaned(String file) {
    return new String(renderer.withoutReserved(file.getBytes(UTF_8)).orElseThrow(), UTF_8);
  }

  /** What is left of one hostile line between two harmless ones. */
  private String left(String hostile) {
    String text = cleaned(FIRST + KEPT + "\n" + hostile + "\n" + "lang.gui = German\n");
    assertThat(text).startsWith(FIRST + KEPT + "\n").endsWith("lang.gui = German\n");
    return text.substring(
        (FIRST + KEPT + "\n").length(), text.length() - "lang.gui = German\n".length());
  }

  @ParameterizedTest
  @CsvSource({
    "001565aabbcc-local.cfg, OVERRIDES",
    "001565aabbcc-contact.xml, CONTENT",
    "001565aabbcc-calllog.xml, LOG",
    "001565aabbcc-sys.log, LOG",
    "001565aabbcc-unheard-of.xml, LOG"
  })
  void uploadKind_eachName_asTheGuideSays(String name, UploadKind kind) {
    assertThat(renderer.uploadKind(name)).isEqualTo(kind);
  }

  @Test
  void clean_whatUsersChange_comesBackInOrder() {
    String uploaded =
        String.join(
            "\r\n",
            "#!version:1.0.0.1",
            "## a comment",
            "",
            "phone_setting.backlight_time=60",
            "  linekey.1.label   =   Bäcker = \"Süd\" € ",
            "account.1.label = first",
            "account.1.label = %NULL%",
            "features.dnd.off_code =");
    assertThat(lines(cleaned(uploaded)))
        .containsExactly(
            "phone_setting.backlight_time = 60",
            "linekey.1.label = Bäcker = \"Süd\" €",
            "account.1.label = first",
            "account.1.label = %NULL%",
            "features.dnd.off_code = ");
  }

  @Test
  void clean_twice_sameBytes() {
    byte[] once = renderer.withoutReserved((FIRST + KEPT).getBytes(UTF_8)).orElseThrow();
    assertThat(renderer.withoutReserved(once))
        .hasValueSatisfying(b -> assertThat(b).isEqualTo(once));
  }

  @Test
  void clean_everyReservedParameter_goneInEverySpelling() {
    for (boolean proven : new boolean[] {true, false}) {
      for (String firmware : new String[] {"66.86.0.15", "2.70.0.140", ""}) {
        Rendering rendering = phone("T46S", firmware).proven(proven).rendering();
        for (Parameter reserved : renderer.reserved(rendering).list()) {
          String name = reserved.name();
          String bare = name.replaceFirst("^static\\.", "");
          for (String spelling :
              List.of(
                  name,
                  bare,
                  "static." + bare,
                  "static.static." + bare,
                  name.toUpperCase(Locale.ROOT),
                  "STATIC." + bare.toUpperCase(Locale.ROOT))) {
            assertThat(left(spelling + " = 1")).as(spelling).isEmpty();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static.auto_provision.server.url = https://evil.example/",
        "auto_provision.server.url=https://evil.example/",
        "\tauto_provision.server.password\t=\tx",
        "Auto_Provision.Server.UserName = x",
        "static.zero_touch.enable = 1",
        "overwrite_mode = 1",
        "specific_model.excluded_mode=1",
        // never saved to this file by a phone
        "static.network.vlan.internet_port_vid = 7",
        "static.security.user_password = admin:evil",
        "Static.Security.User_Password = admin:evil",
        "static.security.trust_certificates = 0",
        "static.auto_provision.custom.sync.path = https://evil.example/",
        "static.firmware.url = https://evil.example/old.rom",
        "static.anything.yet.unknown = 1",
        // the same of older firmware
        "security.user_password = admin:evil",
        "security.trust_certificates = 0",
        "autoprovision.1.url = https://evil.example/",
        "auto_provision.custom.sync.path = https://evil.example/",
        "managementserver.url = https://evil.example/",
        "dm.server.address = evil.example",
        "redirect.enable = 1",
        "trusted_certificates.url = https://evil.example/ca.pem",
        "firmware.url = https://evil.example/old.rom",
        "custom_factory_configuration.url = https://evil.example/",
        "features.custom_factory_config.enable = 1",
        "custom.auto_provision.save_rps_info.enable = 1",
        "network.dhcp_host_name = x",
        "syslog.server = evil.example",
        // other grammars
        "include:config \"https://evil.example/x.cfg?a=b\"",
        "[T46S]include:config <https://evil.example/x.cfg?a=b>",
        "#!encrypt:1.0.0.0",
        "#!version:1.0.0.1 = x",
        "no parameter at all",
        "= nothing",
        "two words = 1",
        "linekey.1.läbel = 1",
        // around a reserved name
        "[T46S]static.auto_provision.server.url = https://evil.example/",
        "\"auto_provision.server.url\" = https://evil.example/",
        "\uFEFFauto_provision.server.url = https://evil.example/",
        "xauto_provision.server.url = https://evil.example/",
        "account.1.label = a auto_provision.server.url = https://evil.example/",
        "account.1.label = AUTO_PROVISION.SERVER.URL = https://evil.example/",
        // what some parser may take for the end of a line
        "account.1.label = a\u0000auto_provision.x = 1",
        "account.1.label = a\u0000b",
        "account.1.label = a\u000bb.c = 1",
        "account.1.label = a\fb.c = 1",
        "account.1.label = a\u0085b.c = 1",
        "account.1.label = a\u2028b.c = 1",
        "account.1.label = a\u2029b.c = 1",
        "account.1\u0000.label = a"
      })
  void clean_hostileLine_isGone(String hostile) {
    assertThat(left(hostile)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\r\r", "\n\r", "\r\n", "\n\n"})
  void clean_anyLineEnd_endsTheLine(String end) {
    assertThat(left("a.b = 1" + end + "auto_provision.server.url = x" + end + "c.d = 2"))
        .isEqualTo("a.b = 1\nc.d = 2\n");
  }

  @Test
  void clean_longLine_isGoneWhateverAParserWouldCutItInto() {
    String longest = "a.b = " + "x".repeat(634);
    assertThat(left(longest)).isEqualTo(longest + "\n");
    assertThat(left(longest + "x")).isEmpty();
    assertThat(left("a.b = " + "x".repeat(1_000_000) + " c.d = 1")).isEmpty();
  }

  @Test
  void clean_notUtf8_thatLineIsGone() {
    byte[] file = (FIRST + "a.b = \u00e4\nc.d = 1\n").getBytes(ISO_8859_1);
    assertThat(new String(renderer.withoutReserved(file).orElseThrow(), UTF_8))
        .isEqualTo(FIRST + "c.d = 1\n");
    // an overlong slash-n
    byte[] overlong = (FIRST + "a.b = \u00c0\u008aauto = 1\n").getBytes(ISO_8859_1);
    assertThat(renderer.withoutReserved(overlong))
        .hasValueSatisfying(b -> assertThat(new String(b, UTF_8)).isEqualTo(FIRST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "a.b = 1\n",
        "\n#!version:1.0.0.1\na.b = 1\n",
        " #!version:1.0.0.1\na.b = 1\n",
        "\uFEFF#!version:1.0.0.1\na.b = 1\n",
        "#!version:1.0.0.2\na.b = 1\n",
        "#!encrypt:1.0.0.0\n",
        "#!version:1.0.0.1\u0000\na.b = 1\n"
      })
  void clean_fileThatThePhoneIgnores_nothing(String file) {
    assertThat(renderer.withoutReserved(file.getBytes(UTF_8))).isEmpty();
    assertThat(renderer.withoutReserved((FIRST + KEPT).getBytes(UTF_16))).isEmpty();
  }

  @Test
  void clean_anyBytes_onlyParametersThatAreNotReserved() {
    Random random = new Random(7);
    List<String> pieces =
        List.of(
            "auto_provision.",
            "server.",
            "url",
            "static.",
            "=",
            " ",
            "\r",
            "\n",
            "\u0000",
            "#",
            "account.1.label",
            "\t",
            "ü",
            "\u2028",
            "zero_touch.enable",
            "security.",
            "%NULL%",
            "[");
    for (int i = 0; i < 5_000; i++) {
      StringBuilder file = new StringBuilder(FIRST);
      for (int j = random.nextInt(40); j > 0; j--) {
        String piece = pieces.get(random.nextInt(pieces.size()));
        file.append(random.nextInt(9) == 0 ? piece.toUpperCase(Locale.ROOT) : piece);
      }
      for (String line : lines(cleaned(file.toString()))) {
        assertThat(line).as(file.toString()).matches("[A-Za-z0-9][A-Za-z0-9._-]* = \\P{Cntrl}*");
        assertThat(line.toLowerCase(Locale.ROOT))
            .doesNotContain("auto_provision.server.", "zero_touch.enable")
            .doesNotStartWith("static.")
            .doesNotStartWith("security.");
      }
    }
  }

  private static List<String> lines(String file) {
    List<String> lines = new ArrayList<>(List.of(file.split("\n", -1)));
    assertThat(lines.remove(0)).isEqualTo("#!version:1.0.0.1");
    assertThat(lines.remove(lines.size() - 1)).isEmpty();
    return lines;
  }
}
