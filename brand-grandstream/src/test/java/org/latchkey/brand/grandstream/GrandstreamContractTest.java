package org.latchkey.brand.grandstream;

import static org.latchkey.brand.grandstream.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.behind;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.latchkey.brand.Brand;
import org.latchkey.device.Device;
import org.latchkey.device.Entry;
import org.latchkey.device.LineKey;
import org.latchkey.device.Registrar;
import org.latchkey.testkit.contract.BrandContract;

class GrandstreamContractTest extends BrandContract {
  private static final Registrar PROXY =
      new Registrar("sbc.acme.example", 5062, Registrar.Transport.TCP);

  @Override
  protected Brand brand() {
    return new GrandstreamBrand();
  }

  @Override
  protected List<Device> devices() {
    return List.of(
        phone("GRP2614", "")
            .with(line(1), behind(line(2), PROXY))
            .with(
                key(3, LineKey.Type.BLF, "101", "Bob"),
                key(17, LineKey.Type.SPEED_DIAL, "102", "Door"))
            .device(
                new Entry("grandstream:lcd.backlight.activeTimeout", "5", ""),
                new Entry("grandstream:P122", "1", ""),
                new Entry("audio.codecs", "opus,pcma", ""),
                new Entry("sip.srtp", "required", "")),
        phone("HT802", "")
            .with(line(1), behind(line(2), PROXY))
            .device(
                new Entry("grandstream:P4040", "c=2000/4000;", ""),
                new Entry("grandstream:P64", "auto", "")),
        phone("HT818", "").with(line(8)).device(),
        phone("GXP1630", "")
            .with(line(1))
            .with(key(8, LineKey.Type.BLF, "9", "E"))
            .device(new Entry("grandstream:P1357", "1", "")),
        phone("GXP2130", "").with(line(3)).with(key(2, LineKey.Type.BLF_LIST, "l", "")).device(),
        phone("GHP621W", "").with(line(1)).with(key(2, LineKey.Type.VOICEMAIL, "", "")).device(),
        phone("GXV3380", "").with(line(1), line(16)).device(),
        phone("WP820", "").with(line(1)).device(),
        phone("DP750", "").with(line(10)).device(),
        phone("GXW4248", "").with(line(48)).device());
  }

  @Override
  protected List<String> names(byte[] file) {
    return ConfigXml.of(file).names();
  }

  @Override
  protected Map<String, List<String>> parse(byte[] file) {
    Map<String, List<String>> values = new HashMap<>();
    ConfigXml.of(file).values().forEach((name, value) -> values.put(name, List.of(value)));
    return values;
  }

  @Override
  protected Map<String, String> sameAsUnsaid() {
    String none = "without a port the phone looks it up";
    return Map.of("sip.backup.port=0", none, "sip.backup-proxy.port=0", none);
  }
}
