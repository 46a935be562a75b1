package org.latchkey.brand.yealink;

import static org.latchkey.brand.yealink.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.behind;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.latchkey.brand.Brand;
import org.latchkey.device.Device;
import org.latchkey.device.Entry;
import org.latchkey.device.LineKey;
import org.latchkey.device.Registrar;
import org.latchkey.testkit.contract.BrandContract;

class YealinkContractTest extends BrandContract {
  private static final Registrar PROXY =
      new Registrar("sbc.acme.example", 5062, Registrar.Transport.TCP);

  @Override
  protected Brand brand() {
    return new YealinkBrand();
  }

  @Override
  protected List<Device> devices() {
    return List.of(
        phone("T46S", "")
            .with(line(1), behind(line(2), PROXY))
            .with(key(3, LineKey.Type.BLF, "101", "Bob"), key(30, LineKey.Type.DTMF, "1", "Door"))
            .device(
                new Entry("yealink:voice.tone.country", "Germany", ""),
                new Entry("audio.codecs", "opus,pcma", ""),
                new Entry("sip.srtp", "required", ""),
                new Entry("phone.admin.name", "boss", "")),
        phone("T28P", "").with(line(1)).with(key(7, LineKey.Type.INTERCOM, "200", "Eve")).device(),
        phone("W80DM", "").with(line(1), line(30)).device(new Entry("dect.pin", "4711", "")),
        phone("CP960", "").with(line(1)).device());
  }

  @Override
  protected Map<String, List<String>> parse(byte[] file) {
    return ConfigText.of(file).all();
  }

  @Override
  protected List<String> spellings(String reserved) {
    List<String> spellings = new ArrayList<>(super.spellings(reserved));
    super.spellings("static." + reserved).forEach(spellings::add);
    spellings.add(reserved.replaceFirst("^static\\.", ""));
    return spellings;
  }

  @Override
  protected Map<String, String> samples() {
    return Map.of(
        "encryption.key", "0123456789abcdef", "encryption.common-key", "fedcba9876543210");
  }
}
