package org.latchkey.brand.polycom;

import java.util.List;
import org.latchkey.brand.BootSequence;
import org.latchkey.brand.FileRole;
import org.latchkey.device.DeviceIdentity;

/**
 * The files of UC software 3.3 and later, in order: the updater sends its log and asks for the
 * master file and the firmware, then the application asks for the rest. The shared master file is
 * asked for only where there is no own one.
 */
final class PolycomBootSequence implements BootSequence {
  @Override
  public List<BootFile> files(DeviceIdentity phone) {
    return PolycomFiles.BOOT_ORDER.stream()
        .map(name -> file(phone.mac().toString(), name))
        .toList();
  }

  private static BootFile file(String mac, String name) {
    if (name.startsWith(PolycomFiles.NO_MAC)) {
      String ending = name.substring(PolycomFiles.NO_MAC.length());
      return new BootFile(name, role(PolycomFiles.OF_ALL_PHONES, ending));
    }
    return name.charAt(0) == '-' || name.charAt(0) == '.'
        ? new BootFile(mac + name, role(PolycomFiles.OF_ONE_PHONE, name))
        : new BootFile(name, FileRole.FIRMWARE);
  }

  private static FileRole role(List<PolycomFiles.Ending> endings, String text) {
    return endings.stream().filter(e -> e.text().equals(text)).findFirst().orElseThrow().role();
  }
}
