package org.latchkey.brand.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.yealink.Samples.behind;
import static org.latchkey.brand.yealink.Samples.key;
import static org.latchkey.brand.yealink.Samples.line;
import static org.latchkey.brand.yealink.Samples.phone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latchkey.config.Layer;
import org.latchkey.device.LineKey;
import org.latchkey.device.Registrar;

/**
 * Whole configurations, byte for byte. A change here makes phones apply their configuration again:
 * say so in the change log. To rewrite all files:
 *
 * <pre>mvn -pl core,testkit,brand-yealink test -Dtest=YealinkGoldenTest
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=true</pre>
 */
class YealinkGoldenTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "golden");

  @Test
  void bytes_ofProvenT46S_areThoseOfTheFile() throws IOException {
    check("t46s-66.86.0.15-proven.cfg", full(phone("T46S", "66.86.0.15")));
  }

  @Test
  void bytes_ofUnprovenT46S_areThoseOfTheFile() throws IOException {
    check("t46s-66.86.0.15-unproven.cfg", full(phone("T46S", "66.86.0.15").proven(false)));
  }

  @Test
  void bytes_ofOldT28P_areThoseOfTheFile() throws IOException {
    check(
        "t28p-2.70.0.140.cfg",
        phone("T28P", "2.70.0.140")
            .with(behind(line(1), proxy()))
            .with(key(2, LineKey.Type.BLF, "101", "Bob"))
            .set(Layer.DOMAIN, "time.zone", "America/Denver"));
  }

  @Test
  void bytes_ofUnknownFirmware_areThoseOfTheFile() throws IOException {
    check(
        "t23g-unknown-unproven.cfg",
        phone("T23G", "").proven(false).with(line(1)).set(Layer.DOMAIN, "time.zone", "Asia/Tokyo"));
  }

  private static Samples full(Samples phone) {
    return phone
        .with(line(1), behind(line(2, "", "J\u00f6rg", "fake-sip-pass-2"), proxy()))
        .with(
            new LineKey(3, LineKey.Type.BLF, "101", "Bob", Optional.of(2)),
            key(4, LineKey.Type.SPEED_DIAL, "+15551234567", "Front door"),
            key(27, LineKey.Type.VOICEMAIL, "*97", ""))
        .set(Layer.DOMAIN, "time.zone", "Europe/Berlin")
        .set(Layer.DOMAIN, "time.ntp.primary", "ntp.acme.example")
        .set(Layer.DOMAIN, "resync.interval", "720")
        .set(Layer.RESELLER, "yealink:voice.tone.country", "Germany");
  }

  private static Registrar proxy() {
    return new Registrar("sbc.acme.example", 5061, Registrar.Transport.TLS);
  }

  private static void check(String name, Samples phone) throws IOException {
    byte[] bytes = phone.bytes();
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(FOLDER);
      Files.write(file, bytes);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertThat(text).as(name).isEqualTo(Files.readString(file));
    assertThat(phone.bytes()).isEqualTo(bytes);
  }
}
