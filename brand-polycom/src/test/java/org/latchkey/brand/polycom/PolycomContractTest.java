package org.latchkey.brand.polycom;

import static org.latchkey.brand.polycom.Samples.phone;
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

class PolycomContractTest extends BrandContract {
  private static final Registrar PROXY =
      new Registrar("sbc.acme.example", 5062, Registrar.Transport.TCP);

  @Override
  protected Brand brand() {
    return new PolycomBrand();
  }

  @Override
  protected List<Device> devices() {
    return List.of(
        phone("VVX450", "")
            .with(line(1), behind(line(2), PROXY))
            .with(
                key(3, LineKey.Type.BLF, "101", "Bob"),
                key(4, LineKey.Type.SPEED_DIAL, "102", "Door"))
            .device(
                new Entry("polycom:up.idleTimeout", "40", ""),
                new Entry("polycom:device.sec.TLS.customCaCert1", "x", ""),
                new Entry("audio.codecs", "opus,pcma", ""),
                new Entry("tls.verify-host", "yes", ""),
                new Entry("tls.trust", "both", ""),
                new Entry("tls.version", "1.2", ""),
                new Entry("sip.srtp", "required", "")),
        phone("SPIP300", "").with(line(1)).device(),
        phone("SPIP650", "").with(line(1)).with(key(48, LineKey.Type.BLF, "9", "E")).device(),
        phone("Trio8800", "").with(line(1)).device(),
        phone("CCX500", "").with(line(1)).with(key(2, LineKey.Type.BLF_LIST, "l", "")).device(),
        phone("EdgeE450", "").with(line(1)).device(new Entry("phone.vendor-cloud", "no", "")));
  }

  @Override
  protected Map<String, String> sameAsUnsaid() {
    String master = "the master file names the firmware";
    return Map.of(
        "firmware.url=https://files.example/one",
        master,
        "firmware.url=https://files.example/two",
        master,
        "phone.vendor-cloud=no",
        "the cloud is switched off unless a layer wants it",
        "syslog.transport=udp",
        "logs go by UDP unless a layer says otherwise");
  }
}
