package org.latchkey.brand.cisco;

import static org.latchkey.brand.cisco.Samples.phone;
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

class CiscoContractTest extends BrandContract {
  private static final Registrar PROXY =
      new Registrar("sbc.acme.example", 5062, Registrar.Transport.TCP);

  @Override
  protected Brand brand() {
    return new CiscoBrand();
  }

  @Override
  protected List<Device> devices() {
    return List.of(
        phone("CP-8851-3PCC", "")
            .with(line(1), behind(line(2), PROXY))
            .with(
                key(3, LineKey.Type.BLF, "101", "Bob"),
                key(4, LineKey.Type.SPEED_DIAL, "102", "Door"),
                key(11, LineKey.Type.XML_BROWSER, "https://apps.example/x", "News"))
            .device(
                new Entry("cisco:Group_Paging_Script", "pggrp=224.1.1.1:34560;name=All", ""),
                new Entry("cisco:GPP_SA", "hush", ""),
                new Entry("audio.codecs", "opus,pcma", ""),
                new Entry("sip.srtp", "required", "")),
        phone("9851", "").with(line(1)).with(key(2, LineKey.Type.BLF_LIST, "l", "")).device(),
        phone("SPA504G", "").with(line(1)).with(key(36, LineKey.Type.BLF, "9", "E")).device(),
        phone("SPA525G2", "").with(line(1)).device(),
        phone("SPA112", "").with(line(1)).device(),
        phone("ATA192", "")
            .with(line(1), line(2))
            .device(new Entry("cisco:router-configuration/SSH/SSH_ACCESS", "0", "")));
  }

  @Override
  protected Map<String, List<String>> parse(byte[] file) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    ProfileXml.of(file).values().forEach((name, value) -> values.put(name, List.of(value)));
    return values;
  }

  /** Runs of underscores and the last one are lost on people, and the families differ in them. */
  @Override
  protected List<String> spellings(String reserved) {
    List<String> spellings = new java.util.ArrayList<>(super.spellings(reserved));
    spellings.add(reserved.replace("__", "_"));
    spellings.add(reserved.replaceAll("_+$", ""));
    return spellings;
  }
}
