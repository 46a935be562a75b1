package org.latchkey.brand.snom;

import static org.latchkey.brand.snom.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.behind;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.latchkey.brand.Brand;
import org.latchkey.device.Device;
import org.latchkey.device.Entry;
import org.latchkey.device.LineKey;
import org.latchkey.device.Registrar;
import org.latchkey.testkit.contract.BrandContract;

class SnomContractTest extends BrandContract {
  private static final Registrar PROXY =
      new Registrar("sbc.acme.example", 5062, Registrar.Transport.TCP);

  @Override
  protected Brand brand() {
    return new SnomBrand();
  }

  @Override
  protected List<Device> devices() {
    return List.of(
        phone("D785", "")
            .with(line(1), behind(line(2), PROXY))
            .with(
                key(1, LineKey.Type.LINE, "", "Desk"),
                key(3, LineKey.Type.BLF, "101", "Bob"),
                key(25, LineKey.Type.SPEED_DIAL, "102", "Door"))
            .device(
                new Entry("snom:dim_timer", "40", ""),
                new Entry("snom:fkey.4@label", "Free", ""),
                new Entry("snom:certificate.1", "bm90IGEgcmVhbCBvbmU=", ""),
                new Entry("tls.verify", "yes", "")),
        phone("320", "").with(line(1)).device(),
        phone("720", "").with(line(1)).with(key(2, LineKey.Type.CALL_PARK, "9", "E")).device(),
        phone("D865", "").with(line(1)).device(new Entry("phone.vendor-cloud", "yes", "")),
        phone("C520-WiMi", "")
            .with(line(1), behind(line(3), PROXY))
            .device(new Entry("snom:sip_account.1.dscp", "46", "")),
        phone("C620", "").with(line(1)).device(),
        phone("M100KLE", "").with(line(2)).device());
  }

  @Override
  protected List<String> names(byte[] file) {
    return SnomFile.of(file).all();
  }

  @Override
  protected Map<String, List<String>> parse(byte[] file) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    SnomFile.of(file).values().forEach((name, value) -> values.put(name, List.of(value)));
    return values;
  }

  @Override
  protected Map<String, String> sameAsUnsaid() {
    return Map.of(
        "firmware.url",
        "the image stands in a file of its own, which the configuration names",
        "phone.vendor-cloud=no",
        "the vendor's broker is switched off unless a layer wants it");
  }
}
