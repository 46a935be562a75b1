package org.latchkey.brand.grandstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.grandstream.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.behind;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latchkey.config.Layer;
import org.latchkey.device.LineKey;
import org.latchkey.device.Registrar;
import org.latchkey.testkit.brand.GoldenFiles;

/**
 * Whole files, byte for byte. A change here makes phones apply their configuration again: say so in
 * the change log. To rewrite all files:
 *
 * <pre>mvn -pl core,testkit,brand-grandstream test -Dtest=GrandstreamGoldenTest
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=true</pre>
 */
class GrandstreamGoldenTest {
  private static Map<String, Supplier<byte[]>> cases() {
    Map<String, Supplier<byte[]>> cases = new TreeMap<>();
    add(cases, "HT802", "");
    add(cases, "HT802", "1.0.10.6");
    add(cases, "HT802V2", "1.0.5.3");
    add(cases, "HT818", "1.0.49.2");
    add(cases, "GXP1630", "1.0.7.81");
    add(cases, "GXP1780", "1.0.1.8");
    add(cases, "GXP2130", "1.0.11.79");
    add(cases, "GXP2170", "1.0.11.79");
    add(cases, "GRP2614", "1.0.5.15");
    add(cases, "GHP621W", "1.0.1.49");
    add(cases, "GXV3380", "1.0.1.33");
    add(cases, "WP820", "1.0.1.16");
    add(cases, "WP836", "1.0.1.20");
    add(cases, "DP750", "1.0.2.16");
    add(cases, "GXW4248", "1.0.4.7");
    cases.put("grp2614-every-setting.xml", () -> everySetting("GRP2614").bytes());
    cases.put("gxp2130-every-setting.xml", () -> everySetting("GXP2130").bytes());
    cases.put("ht802-nights.xml", () -> nights("HT802").bytes());
    cases.put("grp2614-nights.xml", () -> nights("GRP2614").bytes());
    return cases;
  }

  /** The device file, before the proof and after it. */
  private static void add(Map<String, Supplier<byte[]>> cases, String model, String firmware) {
    String name =
        model.toLowerCase(Locale.ROOT) + "-" + (firmware.isEmpty() ? "unknown" : firmware);
    cases.put(name + "-first-boot.xml", () -> full(model, firmware).proven(false).bytes());
    cases.put(name + "-proven.xml", () -> full(model, firmware).bytes());
  }

  static Stream<String> names() {
    return cases().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void bytes_ofEachFile_areThoseOfTheGoldenOne(String name) {
    Supplier<byte[]> written = cases().get(name);
    GoldenFiles.assertSame(name, written);
    assertThat(ConfigXml.of(written.get()).names()).doesNotHaveDuplicates();
  }

  @Test
  void folder_everyFile_isOneOfThem() {
    GoldenFiles.assertNoOthersThan(cases().keySet());
  }

  private static Samples full(String model, String firmware) {
    int keys = Samples.BRAND.models().get(model).keys();
    int lines = Samples.BRAND.models().get(model).lines();
    Samples phone = phone(model, firmware).with(line(1));
    if (lines > 1) {
      phone.with(
          model.startsWith("GX") && keys > 0
              ? behind(Samples.line(2, "", "J\u00f6rg <\"&'>", "fake-sip-<2>"), proxy())
              : line(2));
    }
    if (keys > 2) {
      int line = Math.min(2, lines);
      phone.with(new LineKey(3, LineKey.Type.BLF, "101", "Bob", Optional.of(line)));
    }
    if (keys > 3) {
      phone.with(key(keys, LineKey.Type.SPEED_DIAL, "+15551234567", "Front <door>"));
    }
    return phone
        .set("time.zone", "Europe/Berlin")
        .set("time.ntp.primary", "ntp.acme.example")
        .set("resync.interval", "720")
        .set("firmware.url", "https://prov.example/cfg/fw/")
        .set("sip.srtp", "optional")
        .set("dial.plan", "[2-9]11|0T|xxx.T")
        .set("audio.codecs", "g722,pcma,pcmu")
        .set("tls.verify", "yes")
        .set("tls.verify-host", "yes")
        .set("grandstream:P276", "0")
        .set(Layer.RESELLER, "grandstream:lcd.backlight.activeTimeout", "5");
  }

  private static Samples nights(String model) {
    return phone(model, "")
        .with(line(1))
        .set("resync.window.start", "22:00")
        .set("resync.window.end", "05:00")
        .set("resync.window.days", "saturday");
  }

  private static Samples everySetting(String model) {
    return phone(model, "").with(line(1)).everySetting(Map.of());
  }

  private static Registrar proxy() {
    return new Registrar("sbc.acme.example", 5061, Registrar.Transport.TLS);
  }
}
