package org.latchkey.brand.polycom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.polycom.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.Renderer;

class PolycomOverridesTest {
  private static final String HEADER =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private final Renderer renderer = Samples.BRAND.renderer();

  private String cleaned(String file) {
    return new String(renderer.withoutReserved(file.getBytes(UTF_8)).orElseThrow(), UTF_8);
  }

  @Test
  void clean_whatUsersChange_comesBackInOrder() {
    assertThat(
            cleaned(
                HEADER
                    + "<!-- Application SIP --><PHONE_CONFIG>\n"
                    + "<OVERRIDES up.idleTimeout=\"40\" reg.1.label='B\u00e4cker &amp; \"S\u00fcd\"'"
                    + " call.x=\"a&#10;b\"/><more np.ring=\"&lt;1&gt;\"/></PHONE_CONFIG>"))
        .isEqualTo(
            HEADER
                + "<PHONE_CONFIG>\n  <OVERRIDES\n    up.idleTimeout=\"40\"\n"
                + "    reg.1.label=\"B\u00e4cker &amp; &quot;S\u00fcd&quot;\"\n"
                + "    np.ring=\"&lt;1&gt;\"/>\n</PHONE_CONFIG>\n");
  }

  @Test
  void clean_twice_sameBytes() {
    byte[] once = renderer.withoutReserved("<a b='1'/>".getBytes(UTF_8)).orElseThrow();
    assertThat(renderer.withoutReserved(once))
        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(once));
  }

  @Test
  void clean_ofWholeConfigurations_nothingReservedIsLeft() {
    for (boolean proven : new boolean[] {false, true}) {
      byte[] sent =
          phone("CCX500", "").with(line(1)).proven(proven).set("tls.trust", "both").bytes();
      ConfigXml kept = ConfigXml.of(renderer.withoutReserved(sent).orElseThrow());
      assertThat(kept.names()).contains("reg.1.label").noneMatch(renderer::reserves);
      assertThat(kept.names()).noneMatch(name -> name.startsWith("device."));
      assertThat(kept.values()).doesNotContainValue("not-a-real-own-pass1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "device.prov.user='x'",
        "DEVICE.PROV.USER='x'",
        "Device.Prov.Password='x'",
        "device.prov.&#117;ser='x'",
        "device.set='1'",
        "device.prov.user.set='1'",
        "device.dhcp.bootSrvUseOpt='Option66'",
        "device.auth.localAdminPassword='456'",
        "device.sec.TLS.customCaCert1='x'",
        "prov.polling.enabled='0'",
        "PROV.Polling.period='9'",
        "prov.quickSetup.enabled='1'",
        "sec.TLS.customCaCert.1='x'",
        "sec.encryption.upload.overrides='1'",
        "upgrade.custom.server.url='x'",
        "feature.lens.enabled='1'",
        "APP_FILE_PATH='x'",
        "CONFIG_FILES='x'",
        "config_files_VVX450='x'",
        "OVERRIDES_DIRECTORY='x'",
        "x:device.prov.user='x'",
        "devic\u0435.prov.user='x'",
        "d\u0131al.x='x'",
        "_y.\u00e4='x'"
      })
  void clean_hostileAttribute_isGoneOrTheWholeFileIs(String attribute) {
    String file = "<a up.a='1' " + attribute + "><b " + attribute + " up.b='2'/></a>";
    renderer
        .withoutReserved(file.getBytes(UTF_8))
        .ifPresent(
            bytes -> assertThat(ConfigXml.of(bytes).names()).containsExactly("up.a", "up.b"));
  }

  @Test
  void clean_referenceInAName_isNoXml() {
    assertThat(renderer.withoutReserved("<a device.prov.&#117;ser='x' up.a='1'/>".getBytes(UTF_8)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "up.a='1'",
        "<a up.a='1'>",
        "<a up.a='1' up.a='2'/>",
        "<a up.a='1'/><b/>",
        "<a up.a='1'/>rest",
        "\n<?xml version='1.0'?><a up.a='1'/>",
        "<!DOCTYPE a><a up.a='1'/>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a up.a='&e;'/>",
        "<!DOCTYPE a [<!ATTLIST a device.prov.user CDATA 'x'>]><a up.a='1'/>",
        "<!DOCTYPE a SYSTEM 'http://evil.example/a.dtd'><a up.a='1'/>",
        "<a up.a='&evil;'/>",
        "<a up.a='<'/>",
        "<a up.a='\u0001'/>",
        "<a up.a='&#0;'/>",
        "<a>no attribute at all</a>",
        "<a device.prov.user='x'/>"
      })
  void clean_whatIsNoXmlOrHasNothing_isNothing(String file) {
    assertThat(renderer.withoutReserved(file.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void clean_otherEncodings_areReadAsTheySay() {
    String text = "<a up.a='\u00e4'/>";
    for (byte[] file :
        List.of(
            ("<?xml version='1.0' encoding='UTF-16'?>" + text).getBytes(UTF_16),
            ("<?xml version='1.0' encoding='ISO-8859-1'?>" + text).getBytes(ISO_8859_1),
            ("\ufeff" + text).getBytes(UTF_8))) {
      assertThat(ConfigXml.of(renderer.withoutReserved(file).orElseThrow()).values())
          .isEqualTo(Map.of("up.a", "\u00e4"));
    }
    assertThat(renderer.withoutReserved(text.getBytes(ISO_8859_1))).isEmpty();
  }

  @Test
  void clean_theSameNameTwice_keepsTheFirst() {
    ConfigXml kept =
        ConfigXml.of(cleaned("<a><b up.a='1'/><c up.a='2' up.A='3'/></a>").getBytes(UTF_8));
    assertThat(kept.values()).isEqualTo(Map.of("up.a", "1", "up.A", "3"));
  }

  @Test
  void clean_valuesThatAParserMayCut_areGone() {
    String longest = "x".repeat(2_048);
    assertThat(cleaned("<a up.a='" + longest + "' up.b='" + longest + "x'/>"))
        .doesNotContain("up.b");
    assertThat(cleaned("<a up.a='1' up.b='a&#13;b' up.c='a&#x85;b' up.d='a&#x2028;b'/>"))
        .doesNotContain("up.b", "up.c", "up.d");
  }

  @Test
  void clean_deepOrWide_endsWithoutAnError() {
    String deep = "<a up.a='1'>".repeat(50_000) + "</a>".repeat(50_000);
    assertThat(cleaned(deep)).contains("up.a");
    StringBuilder wide = new StringBuilder("<a");
    for (int i = 0; i < 20_000; i++) {
      wide.append(String.format(Locale.ROOT, " up.a%d='1'", i));
    }
    renderer
        .withoutReserved(wide.append("/>").toString().getBytes(UTF_8))
        .ifPresent(bytes -> assertThat(ConfigXml.of(bytes).names()).hasSize(20_000));
  }
}
