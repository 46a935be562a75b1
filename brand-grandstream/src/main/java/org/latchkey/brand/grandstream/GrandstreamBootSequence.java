package org.latchkey.brand.grandstream;

import java.util.List;
import java.util.Locale;
import org.latchkey.brand.BootSequence;
import org.latchkey.brand.FileRole;
import org.latchkey.device.DeviceIdentity;

/**
 * The files of most families in their order (vendor's guide 11/2023). Older ones and some firmware
 * ask for XML first, an HT for the file of its model last, and it can be configured (P8501): no
 * order makes a difference to the answers.
 */
final class GrandstreamBootSequence implements BootSequence {
  @Override
  public List<BootFile> files(DeviceIdentity phone) {
    String model = phone.model().toLowerCase(Locale.ROOT);
    String config = "cfg" + phone.mac();
    return List.of(
        new BootFile(config, FileRole.PROBE),
        new BootFile(config + ".xml", FileRole.DEVICE),
        new BootFile("cfg" + model + ".xml", FileRole.PROBE),
        new BootFile("cfg.xml", FileRole.PROBE),
        new BootFile(model + "fw.bin", FileRole.FIRMWARE),
        new BootFile("phonebook.xml", FileRole.FIRMWARE));
  }
}
