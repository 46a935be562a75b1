package org.latchkey.brand.snom;

import static org.latchkey.brand.snom.Samples.phone;
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
 * <pre>mvn -pl core,testkit,brand-snom test -Dtest=SnomGoldenTest
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=true</pre>
 */
class SnomGoldenTest {
  private static Map<String, Supplier<byte[]>> cases() {
    Map<String, Supplier<byte[]>> cases = new TreeMap<>();
    cases.put("snomd785.htm", () -> Samples.BRAND.renderer().common("snomd785.htm").orElseThrow());
    cases.put(
        "d785-firmware.xml",
        () ->
            full("D785", Samples.NEW)
                .firmwareFile()
                .orElseThrow()
                .getBytes(StandardCharsets.UTF_8));
    add(cases, "320-8.7.5.35", () -> small("320", "8.7.5.35"));
    add(cases, "360-6.5.20", () -> small("360", "6.5.20"));
    add(cases, "720-8.9.3.80", () -> full("720", "8.9.3.80"));
    add(cases, "d120-10.1.54.13", () -> small("D120", "10.1.54.13"));
    add(cases, "d785-10.1.169.16", () -> full("D785", "10.1.169.16"));
    add(cases, "d865-unknown", () -> full("D865", ""));
    add(cases, "m900-05.20.0001", () -> dect());
    add(cases, "c520-unknown", () -> conference("C520-WiMi"));
    add(cases, "c620-unknown", () -> conference("C620"));
    add(cases, "m100kle-unknown", () -> conference("M100KLE"));
    cases.put("d785-every-setting.xml", () -> every("D785").bytes());
    cases.put("c620-every-setting.xml", () -> every("C620").bytes());
    cases.put("d785-nights-kept.xml", () -> nights().bytes());
    return cases;
  }

  /** The device file before the proof and after it. */
  private static void add(
      Map<String, Supplier<byte[]>> cases, String name, Supplier<Samples> phone) {
    cases.put(name + "-first-boot.xml", () -> phone.get().proven(false).bytes());
    cases.put(name + "-proven.xml", () -> phone.get().bytes());
  }

  static Stream<String> names() {
    return cases().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void bytes_ofEachFile_areThoseOfTheGoldenOne(String name) {
    Supplier<byte[]> written = cases().get(name);
    GoldenFiles.assertSame(name, written);
    SnomFile.of(written.get());
  }

  @Test
  void folder_everyFile_isOneOfThem() {
    GoldenFiles.assertNoOthersThan(cases().keySet());
  }

  private static Samples small(String model, String firmware) {
    return phone(model, firmware)
        .with(line(1))
        .with(key(2, LineKey.Type.BLF, "101", "Bob"))
        .set("time.zone", "America/Denver")
        .set("resync.window.start", "02:00")
        .set("sip.srtp", "required")
        .set("audio.codecs", "opus,g722,pcma,pcmu");
  }

  private static Samples full(String model, String firmware) {
    return phone(model, firmware)
        .with(line(1), behind(line(2, "", "J\u00f6rg <\"&'>", "fake-sip-<2>"), proxy()))
        .with(
            new LineKey(1, LineKey.Type.LINE, "", "Desk", Optional.of(2)),
            key(2, LineKey.Type.BLF, "101", "Bob & Bill"),
            key(3, LineKey.Type.SPEED_DIAL, "+15551234567", "Front door"),
            key(4, LineKey.Type.CALL_PARK, "700", "Park"),
            key(5, LineKey.Type.DND, "", "DND"))
        .set("time.zone", "Europe/Berlin")
        .set("time.ntp.primary", "ntp.acme.example")
        .set("display.language", "fr")
        .set("resync.interval", "720")
        .set("firmware.url", "https://prov.example/cfg/fw/snomD785-10.1.215.13-SIP-r.bin")
        .set("dial.plan", "[2-9]11|0T|1xx|x.T")
        .set("dial.pickup-code", "*8")
        .set("sip.backup.host", "sip2.acme.example")
        .set("tls.verify-host", "yes")
        .set(Layer.DOMAIN, "snom:certificate.1", "bm90IGEgcmVhbCBvbmU=")
        .set(Layer.RESELLER, "snom:dim_timer", "40");
  }

  private static Samples dect() {
    return phone("M900", "05.20.0001")
        .with(line(1), behind(line(20), proxy()))
        .set("dect.pin", "4711")
        .set("phonebook.1.url", "https://prov.example/cfg/book.xml");
  }

  private static Samples conference(String model) {
    return phone(model, "")
        .with(behind(line(2, "Room", "J\u00f6rg <\"&'>", "fake-sip-<2>"), proxy()))
        .set("time.zone", "Europe/Berlin")
        .set("audio.codecs", "g722,pcma")
        .set("firmware.url", "https://prov.example/cfg/fw/C520.img")
        .set("firmware.handset.url", "https://elsewhere.example/mic.img")
        .set("tls.verify", "yes")
        .set("snom:sip_account.2.dscp", "46");
  }

  private static Samples nights() {
    return phone()
        .with(line(1), line(3))
        .with(key(2, LineKey.Type.BLF, "101", "Bob"))
        .set("local-changes", "keep")
        .set("display.clock", "24h")
        .set("resync.window.start", "22:00")
        .set("resync.window.end", "05:00");
  }

  private static Samples every(String model) {
    return phone(model, Samples.NEW).with(line(1)).everySetting(Map.of());
  }

  private static Registrar proxy() {
    return new Registrar("sbc.acme.example", 5061, Registrar.Transport.TLS);
  }
}
