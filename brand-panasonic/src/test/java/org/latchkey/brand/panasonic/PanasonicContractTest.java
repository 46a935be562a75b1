package org.latchkey.brand.panasonic;

import static org.latchkey.brand.panasonic.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.behind;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.List;
import java.util.Map;
import org.latchkey.brand.Brand;
import org.latchkey.device.Device;
import org.latchkey.device.Entry;
import org.latchkey.device.LineKey;
import org.latchkey.device.Registrar;
import org.latchkey.testkit.contract.BrandContract;

class PanasonicContractTest extends BrandContract {
  private static final Registrar PROXY =
      new Registrar("sbc.acme.example", 5062, Registrar.Transport.TCP);

  @Override
  protected Brand brand() {
    return new PanasonicBrand();
  }

  @Override
  protected List<Device> devices() {
    return List.of(
        phone("KX-HDV230")
            .with(line(1), behind(line(2), PROXY))
            .with(
                key(3, LineKey.Type.BLF, "101", "Bob"),
                key(4, LineKey.Type.SPEED_DIAL, "102", "Door"),
                key(30, LineKey.Type.LINE, "", "Far"))
            .device(
                new Entry("panasonic:HOST_NAME", "desk", ""),
                new Entry("panasonic:KEY_PAD_TONE", "N", ""),
                new Entry("audio.codecs", "g722,pcma", ""),
                new Entry("sip.srtp", "required", "")),
        phone("KX-UT123").with(line(1)).device(new Entry("tls.verify", "no", "")),
        phone("KX-UT136").with(line(1)).with(key(24, LineKey.Type.BLF, "9", "E")).device(),
        phone("KX-UT670").with(line(6)).device(),
        phone("KX-TGP500")
            .with(line(1), line(8))
            .device(new Entry("panasonic:EMERGENCY_CALL1", "112", "")),
        phone("KX-TGP600").with(line(1)).device(),
        phone("KX-UDS124").with(line(255)).device(),
        phone("KX-UTG200")
            .with(line(1), behind(line(2), PROXY))
            .device(
                new Entry("panasonic:Device/Lines/Line.1/CallCtrl/CW_ENABLE", "N", ""),
                new Entry("panasonic:Device/Network/SSH/SSH_ACCESS_DISABLE", "Y", "")));
  }

  @Override
  protected List<String> names(byte[] file) {
    return PhoneFile.of(file).names();
  }

  @Override
  protected Map<String, List<String>> parse(byte[] file) {
    return PhoneFile.of(file).values();
  }

  @Override
  protected Map<String, String> samples() {
    return Map.of("encryption.key", Samples.FORMS.get("encryption.key"));
  }

  @Override
  protected Map<String, String> sameAsUnsaid() {
    return Map.of("local-changes=overwrite", "every element of KX-UTG says so");
  }
}
