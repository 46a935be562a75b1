package org.latchkey.brand.panasonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.panasonic.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.behind;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latchkey.brand.Renderer;
import org.latchkey.config.Layer;
import org.latchkey.device.LineKey;
import org.latchkey.device.Registrar;
import org.latchkey.secret.Credential;
import org.latchkey.testkit.brand.GoldenFiles;

/**
 * Whole files, byte for byte. A change here makes phones apply their configuration again: say so in
 * the change log. To rewrite all files:
 *
 * <pre>mvn -pl core,testkit,brand-panasonic test -Dtest=PanasonicGoldenTest
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=true</pre>
 */
class PanasonicGoldenTest {
  private static Map<String, Supplier<byte[]>> cases() {
    Map<String, Supplier<byte[]>> cases = new TreeMap<>();
    for (String model : new String[] {"KX-UT123", "KX-UT670", "KX-TGP500", "KX-TGP600"}) {
      add(cases, model, () -> full(model));
    }
    add(cases, "KX-UT136", () -> withKeys("KX-UT136"));
    add(cases, "KX-HDV230", () -> withKeys("KX-HDV230"));
    add(cases, "KX-UDS124", PanasonicGoldenTest::base);
    add(cases, "KX-UTG200", () -> full("KX-UTG200"));
    cases.put("kx-ut123-every-setting.cfg", () -> every("KX-UT123").bytes());
    cases.put("kx-utg200-every-setting.xml", () -> every("KX-UTG200").bytes());
    cases.put("kx-hdv130-nights.cfg", () -> nights().bytes());
    Renderer renderer = Samples.BRAND.renderer();
    for (String name : new String[] {"kx-hdv230.cfg", "kx-tgp500b04.cfg", "kx-utg200b.cfg"}) {
      cases.put("stub-" + name, () -> stub(name));
      cases.put("nothing-" + name, () -> renderer.nothing(name).orElseThrow());
    }
    return cases;
  }

  /** Before the proof and after it. */
  private static void add(
      Map<String, Supplier<byte[]>> cases, String model, Supplier<Samples> phone) {
    String ending = model.startsWith("KX-UTG") ? ".xml" : ".cfg";
    for (boolean proven : new boolean[] {false, true}) {
      String when = proven ? "-proven" : "-first-boot";
      cases.put(
          model.toLowerCase(Locale.ROOT) + when + ending, () -> phone.get().proven(proven).bytes());
    }
  }

  private static byte[] stub(String name) {
    return Samples.BRAND
        .renderer()
        .stub(
            name,
            URI.create("https://prov.example/cfg/"),
            Credential.of("firstboot", "NotARealGlobal1"))
        .orElseThrow();
  }

  static Stream<String> names() {
    return cases().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void bytes_ofEachFile_areThoseOfTheGoldenOne(String name) {
    Supplier<byte[]> written = cases().get(name);
    GoldenFiles.assertSame(name, written);
    assertThat(PhoneFile.of(written.get()).names()).doesNotHaveDuplicates();
  }

  @Test
  void folder_everyFile_isOneOfThem() {
    GoldenFiles.assertNoOthersThan(cases().keySet());
  }

  private static Samples full(String model) {
    return phone(model)
        .with(line(1), behind(Samples.line(2, "", "J\u00f6rg <\"&'>", "fake-sip-<2>"), proxy()))
        .set("time.zone", "Europe/Berlin")
        .set("time.ntp.primary", "ntp.acme.example")
        .set("resync.interval", "720")
        .set("firmware.url", "https://prov.example/cfg/fw/UT11x12x-01.133_HW1.fw")
        .set("audio.codecs", "g722,pcmu")
        .set("dial.plan", "[2-9]11|1xxxxxxxxxx")
        .set("dial.pickup-code", "*8")
        .set("syslog.host", "log.acme.example")
        .set("sip.local-port", "5060")
        .set("tls.verify", "no");
  }

  private static Samples withKeys(String model) {
    return full(model)
        .with(
            key(3, LineKey.Type.BLF, "103", "Bob"),
            key(4, LineKey.Type.SPEED_DIAL, "+15551234567", "Front \"door\""),
            key(5, LineKey.Type.NONE, "", ""))
        .set("sip.srtp", "required")
        .set("display.language", "de")
        .set(Layer.RESELLER, "panasonic:KEY_PAD_TONE", "N");
  }

  private static Samples base() {
    return phone("KX-UDS124").with(line(1), line(2), line(255)).set("time.zone", "Asia/Tokyo");
  }

  private static Samples nights() {
    return phone("KX-HDV130")
        .with(line(1))
        .set("resync.window.start", "22:00")
        .set("resync.window.end", "05:00");
  }

  private static Samples every(String model) {
    return phone(model).with(line(1)).everySetting(Samples.FORMS);
  }

  private static Registrar proxy() {
    return new Registrar("sbc.acme.example", 5061, Registrar.Transport.TLS);
  }
}
