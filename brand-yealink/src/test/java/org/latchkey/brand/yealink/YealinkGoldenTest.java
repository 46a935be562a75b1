package org.latchkey.brand.yealink;

import static org.latchkey.brand.yealink.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.behind;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

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
 * Whole configurations, byte for byte. A change here makes phones apply their configuration again:
 * say so in the change log. To rewrite all files:
 *
 * <pre>mvn -pl core,testkit,brand-yealink test -Dtest=YealinkGoldenTest
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=true</pre>
 */
class YealinkGoldenTest {
  private static Map<String, Supplier<Samples>> cases() {
    Map<String, Supplier<Samples>> cases = new TreeMap<>();
    cases.put("t23g-unknown-unproven", () -> small("T23G", "").proven(false));
    cases.put("t23g-44.84.0.140", () -> small("T23G", "44.84.0.140"));
    cases.put("t28p-2.70.0.140", () -> old("T28P", "2.70.0.140"));
    cases.put("t46g-28.73.0.50", () -> old("T46G", "28.73.0.50"));
    cases.put("t46g-28.80.0.130", () -> old("T46G", "28.80.0.130"));
    cases.put("t46s-66.86.0.15-proven", () -> full("T46S", "66.86.0.15"));
    cases.put("t46s-66.86.0.15-unproven", () -> full("T46S", "66.86.0.15").proven(false));
    cases.put("t46s-66.86.0.15-every-setting", YealinkGoldenTest::everySetting);
    cases.put("t46s-66.86.0.15-nights", YealinkGoldenTest::nights);
    cases.put("t46s-66.86.0.15-natives", YealinkGoldenTest::natives);
    cases.put("t48s-66.86.0.15-side-cars", YealinkGoldenTest::sideCars);
    cases.put("t54w-96.86.0.23", () -> full("T54W", "96.86.0.23"));
    cases.put("t54w-96.87.0.15", () -> full("T54W", "96.87.0.15"));
    cases.put("t58-58.86.0.20", () -> full("T58", "58.86.0.20"));
    cases.put("t88-185.87.0.10", () -> small("T88", "185.87.0.10"));
    cases.put("ax83h-180.86.0.5", () -> small("AX83H", "180.86.0.5"));
    cases.put("cp960-73.86.0.5", () -> small("CP960", "73.86.0.5"));
    cases.put("w52p-25.81.0.30", () -> base("W52P", "25.81.0.30"));
    cases.put("w60b-77.86.0.20", () -> base("W60B", "77.86.0.20"));
    cases.put("w80b-103.83.0.80", () -> base("W80B", "103.83.0.80"));
    cases.put("w80dm-103.85.0.20", () -> base("W80DM", "103.85.0.20"));
    return cases;
  }

  static Stream<String> names() {
    return cases().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void bytes_ofEachPhone_areThoseOfTheFile(String name) {
    GoldenFiles.assertSame(name + ".cfg", () -> cases().get(name).get().bytes());
  }

  @Test
  void folder_everyFile_isOneOfThem() {
    GoldenFiles.assertNoOthersThan(names().map(name -> name + ".cfg").toList());
  }

  private static Samples small(String model, String firmware) {
    return phone(model, firmware)
        .with(line(1))
        .set("time.zone", "Asia/Tokyo")
        .set("sip.srtp", "required")
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
        .set("syslog.host", "log.acme.example");
  }

  private static Samples full(String model, String firmware) {
    return phone(model, firmware)
        .with(line(1), behind(line(2, "", "J\u00f6rg", "fake-sip-pass-2"), proxy()))
        .with(
            new LineKey(3, LineKey.Type.BLF, "101", "Bob", Optional.of(2)),
            key(4, LineKey.Type.SPEED_DIAL, "+15551234567", "Front door"),
            key(27, LineKey.Type.VOICEMAIL, "*97", ""))
        .set("time.zone", "Europe/Berlin")
        .set("time.ntp.primary", "ntp.acme.example")
        .set("resync.interval", "720")
        .set("firmware.url", "https://prov.example/cfg/fw/image.rom")
        .set("sip.srtp", "optional")
        .set("dial.plan", "[2-9]11|0T|x.T")
        .set(Layer.RESELLER, "yealink:voice.tone.country", "Germany");
  }

  private static Samples nights() {
    return phone("T46S", "66.86.0.15")
        .with(line(1))
        .set("resync.window.start", "22:00")
        .set("resync.window.end", "05:00")
        .set("resync.window.days", "saturday,sunday");
  }

  /** What only Yealink's phones have, and what no other golden file shows. */
  private static Samples natives() {
    return phone("T46S", "66.86.0.15")
        .with(line(1))
        .set("resync.window.start", "22:00")
        .set("resync.window.days", "monday")
        .set("resync.window.weeks", "4")
        .set("resync.window.idle", "10")
        .set("hardkey.hold.type", "dnd")
        .set("encryption.common-key", "not-a-real-key-1not-a-real-key-2")
        .set("yealink:static.zero_touch.wait_time", "10")
        .set("yealink:static.autoprovision.1.name", "Head office")
        .set("yealink:static.autoprovision.1.code", "*11")
        .set("yealink:static.autoprovision.1.url", "https://prov.example/cfg/")
        .set("yealink:static.autoprovision.1.user", "fitter")
        .set("yealink:static.autoprovision.1.password", "not-a-real-code-pass")
        .set("yealink:security.sip.tls_cipher_list", "HIGH:!aNULL")
        .set("yealink:features.action_uri_limit_ip", "192.0.2.1,192.0.2.2")
        .set("yealink:local_time.summer_time", "1")
        .set("yealink:local_time.dst_time_type", "0")
        .set("yealink:local_time.start_time", "03/31/02")
        .set("yealink:local_time.end_time", "10/27/03")
        .set("yealink:lang.gui", "Turkish");
  }

  private static Samples sideCars() {
    return phone("T48S", "66.86.0.15")
        .with(line(1))
        .with(
            key(30, LineKey.Type.BLF, "101", "Bob"),
            key(69, LineKey.Type.PAGING, "224.5.6.20:10008", "Everybody"),
            key(70, LineKey.Type.PARK_RETRIEVE, "*88", "Parked"));
  }

  private static Samples base(String model, String firmware) {
    return phone(model, firmware)
        .with(line(1), line(3), behind(line(4), proxy()))
        .set("time.zone", "Europe/Rome")
        .set("display.language", "it")
        .set("sip.backup.host", "backup.acme.example")
        .set("firmware.handset.url", "https://prov.example/cfg/fw/handset.rom")
        .set("syslog.host", "log.acme.example");
  }

  private static Samples everySetting() {
    return phone("T46S", "66.86.0.15").with(line(1)).everySetting();
  }

  private static Registrar proxy() {
    return new Registrar("sbc.acme.example", 5061, Registrar.Transport.TLS);
  }
}
