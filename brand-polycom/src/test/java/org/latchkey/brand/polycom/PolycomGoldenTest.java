package org.latchkey.brand.polycom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.polycom.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.behind;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.nio.charset.StandardCharsets;
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
 * <pre>mvn -pl core,testkit,brand-polycom test -Dtest=PolycomGoldenTest
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=true</pre>
 */
class PolycomGoldenTest {
  private static Map<String, Supplier<byte[]>> cases() {
    Map<String, Supplier<byte[]>> cases = new TreeMap<>();
    cases.put("000000000000.cfg", () -> common("000000000000.cfg"));
    add(cases, "spip300-2.1.3", () -> small("SPIP300", ""));
    add(cases, "spip450-3.2.3.1734", () -> old("SPIP450", "3.2.3.1734"));
    add(cases, "spip550-4.0.15.1047", () -> old("SPIP550", "4.0.15.1047"));
    add(cases, "spip650-unknown", () -> old("SPIP650", ""));
    add(cases, "ssip6000-5.0.3.1667", () -> small("SSIP6000", "5.0.3.1667"));
    add(cases, "vvx450-5.9.7.3480", () -> full("VVX450", "5.9.7.3480"));
    add(cases, "vvx250-6.4.8.0100", () -> full("VVX250", "6.4.8.0100"));
    add(cases, "vvx500-unknown", () -> full("VVX500", ""));
    add(cases, "trio8800-7.2.8.0100", () -> small("Trio8800", "7.2.8.0100"));
    add(cases, "ccx600-8.0.2.3267", () -> full("CCX600", "8.0.2.3267"));
    add(cases, "edgee450-8.0.0.15602", () -> full("EdgeE450", "8.0.0.15602"));
    cases.put("vvx450-every-setting-device.cfg", () -> everySetting().bytes());
    cases.put("vvx450-nights-device.cfg", () -> nights().bytes());
    cases.put(
        "vvx450-directory.xml",
        () -> full("VVX450", "").directory().orElseThrow().getBytes(StandardCharsets.UTF_8));
    return cases;
  }

  /** The master file and the device file, before the proof and after it. */
  private static void add(
      Map<String, Supplier<byte[]>> cases, String name, Supplier<Samples> phone) {
    for (boolean proven : new boolean[] {false, true}) {
      String when = proven ? "-proven" : "-first-boot";
      cases.put(
          name + when + ".cfg",
          () -> phone.get().proven(proven).master().getBytes(StandardCharsets.UTF_8));
      cases.put(name + when + "-device.cfg", () -> phone.get().proven(proven).bytes());
    }
  }

  private static byte[] common(String name) {
    return Samples.BRAND.renderer().common(name).orElseThrow();
  }

  static Stream<String> names() {
    return cases().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void bytes_ofEachFile_areThoseOfTheGoldenOne(String name) {
    Supplier<byte[]> written = cases().get(name);
    GoldenFiles.assertSame(name, written);
    if (name.endsWith(".cfg")) {
      assertThat(ConfigXml.of(written.get()).names()).doesNotHaveDuplicates();
    }
  }

  @Test
  void folder_everyFile_isOneOfThem() {
    GoldenFiles.assertNoOthersThan(cases().keySet());
  }

  private static Samples small(String model, String firmware) {
    return phone(model, firmware)
        .with(line(1))
        .set("time.zone", "Asia/Tokyo")
        .set("sip.srtp", "required")
        .set("tls.version", "1.2")
        .set("audio.codecs", "opus,g722,pcma,pcmu");
  }

  private static Samples old(String model, String firmware) {
    return phone(model, firmware)
        .with(behind(line(1), proxy()))
        .with(key(2, LineKey.Type.BLF, "101", "Bob"))
        .set("time.zone", "America/Denver")
        .set("audio.codecs", "g722,pcmu")
        .set("dial.plan", "[2-9]11|0T|[2-9]xxxxxx|011xxx.T")
        .set("dial.pickup-code", "*8")
        .set("display.language", "es")
        .set("syslog.host", "log.acme.example")
        .set("tls.version", "1.2")
        .set("firmware.url", "https://prov.example/cfg/fw/2345-12450-001.sip.ld");
  }

  private static Samples full(String model, String firmware) {
    return phone(model, firmware)
        .with(line(1), behind(Samples.line(2, "", "J\u00f6rg <\"&'>", "fake-sip-<2>"), proxy()))
        .with(
            new LineKey(3, LineKey.Type.BLF, "101", "Bob", Optional.of(2)),
            key(4, LineKey.Type.SPEED_DIAL, "+15551234567", "Front door"))
        .set("time.zone", "Europe/Berlin")
        .set("time.ntp.primary", "ntp.acme.example")
        .set("resync.interval", "720")
        .set("firmware.url", "https://prov.example/cfg/fw/sip.ld")
        .set("sip.srtp", "optional")
        .set("dial.plan", "[2-9]11|0T|x.T")
        .set("tls.trust", "both")
        .set("tls.verify-host", "yes")
        .set(
            Layer.DOMAIN,
            "polycom:device.sec.TLS.customCaCert1",
            "-----BEGIN CERTIFICATE----- bm90IGEg cmVhbCBv -----END CERTIFICATE-----")
        .set(Layer.RESELLER, "polycom:up.idleTimeout", "40");
  }

  private static Samples nights() {
    return phone("VVX450", "5.9.7.3480")
        .with(line(1), line(3))
        .set("resync.window.start", "22:00")
        .set("resync.window.end", "05:00")
        .set("resync.window.every", "7");
  }

  private static Samples everySetting() {
    return phone("VVX450", "5.9.7.3480").with(line(1)).everySetting(Map.of());
  }

  private static Registrar proxy() {
    return new Registrar("sbc.acme.example", 5061, Registrar.Transport.TLS);
  }
}
