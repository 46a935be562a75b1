package org.latchkey.brand.cisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.cisco.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.behind;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.net.URI;
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
import org.latchkey.secret.Credential;
import org.latchkey.testkit.brand.GoldenFiles;

/**
 * Whole files, byte for byte. A change here makes phones apply their configuration again: say so in
 * the change log. To rewrite all files:
 *
 * <pre>mvn -pl core,testkit,brand-cisco test -Dtest=CiscoGoldenTest
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=true</pre>
 */
class CiscoGoldenTest {
  private static Map<String, Supplier<byte[]>> cases() {
    Map<String, Supplier<byte[]>> cases = new TreeMap<>();
    cases.put("stub.xml", CiscoGoldenTest::stub);
    add(cases, "cp-8851-3pcc-12.0.3", () -> full("CP-8851-3PCC", "12.0.3"));
    add(cases, "cp-6841-3pcc-11.3.1", () -> small("CP-6841-3PCC", "11-3-1MSR2"));
    add(cases, "9851-3.2.1", () -> small("9851", "3.2.1"));
    add(cases, "spa504g-7.5.2b", () -> full("SPA504G", "7.5.2b"));
    add(cases, "spa525g2-7.6.1", () -> small("SPA525G2", "7.6.1(ES_RC01)"));
    add(cases, "spa112-unknown", () -> small("SPA112", ""));
    add(cases, "ata192-11-1-0", () -> small("ATA192", "11-1-0-MSR4"));
    cases.put("cp-6871-3pcc-unknown-nights.xml", () -> nights().bytes());
    cases.put("cp-6871-3pcc-every-setting.xml", () -> everySetting("CP-6871-3PCC").bytes());
    cases.put("ata192-every-setting.xml", () -> everySetting("ATA192").bytes());
    return cases;
  }

  /** The device file before the proof and after it. */
  private static void add(
      Map<String, Supplier<byte[]>> cases, String name, Supplier<Samples> phone) {
    cases.put(name + "-first-boot.xml", () -> phone.get().proven(false).bytes());
    cases.put(name + "-proven.xml", () -> phone.get().proven(true).bytes());
  }

  private static byte[] stub() {
    return Samples.BRAND
        .renderer()
        .stub(
            "",
            URI.create("https://prov.example/cfg/"),
            Credential.of("firstboot", "GlobalPassword42"))
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
    assertThat(ProfileXml.of(written.get()).names()).endsWith("Profile_Rule");
  }

  @Test
  void folder_everyFile_isOneOfThem() {
    GoldenFiles.assertNoOthersThan(cases().keySet());
  }

  private static Samples small(String model, String firmware) {
    return phone(model, firmware)
        .with(line(1))
        .set("time.zone", "Asia/Kathmandu")
        .set("sip.srtp", "optional")
        .set("web.http", "yes")
        .set("audio.codecs", "g722,pcma,pcmu,g729")
        .set("syslog.host", "log.acme.example")
        .set("syslog.port", "5514")
        .set("tls.ca.url", "https://prov.example/cfg/ca.pem");
  }

  private static Samples full(String model, String firmware) {
    return phone(model, firmware)
        .with(
            line(1), behind(Samples.line(2, "", "J\u00f6rg <\"&'> $USER", "fake-sip-<2>"), proxy()))
        .with(
            new LineKey(3, LineKey.Type.BLF, "101", "Bob; really", Optional.of(2)),
            key(4, LineKey.Type.SPEED_DIAL, "+15551234567", "Front door"),
            key(12, LineKey.Type.BLF, "102", "Carol"))
        .set("time.zone", "Europe/Berlin")
        .set("time.ntp.primary", "ntp.acme.example")
        .set("resync.interval", "720")
        .set("firmware.url", "https://prov.example/cfg/fw/Zk3v/sip88xx.12-0-7MPP0201-66.loads")
        .set("sip.backup.host", "sip2.acme.example")
        .set("sip.backup.port", "5061")
        .set("dial.plan", "[2-9]11|0T|x.T")
        .set("network.vlan.phone", "30")
        .set("phone.user.password", "not-a-real-user2")
        .set(Layer.RESELLER, "cisco:Interdigit_Short_Timer", "2");
  }

  private static Samples nights() {
    return phone("CP-6871-3PCC", "")
        .with(line(1), line(3))
        .set("resync.window.start", "22:00")
        .set("resync.window.end", "05:00")
        .set("resync.notify", "ignore")
        .set("phone.reset", "guarded");
  }

  private static Samples everySetting(String model) {
    return phone(model, "").with(line(1)).everySetting(Map.of());
  }

  private static Registrar proxy() {
    return new Registrar("sbc.acme.example", 0, Registrar.Transport.TLS);
  }
}
