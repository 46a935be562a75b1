package org.latchkey.brand.panasonic;

import java.util.List;
import org.latchkey.brand.BootSequence;
import org.latchkey.brand.FileRole;
import org.latchkey.device.DeviceIdentity;

/**
 * The file of the model, which a phone asks for as long as it knows no better, and its own, which
 * it then asks for under the standard file's address and once more under the product file's.
 */
final class PanasonicBootSequence implements BootSequence {
  @Override
  public List<BootFile> files(DeviceIdentity phone) {
    boolean xml = PanasonicFiles.isXml(phone.model());
    return List.of(
        new BootFile(phone.model() + PanasonicFiles.FLAT, FileRole.BOOTSTRAP),
        new BootFile(PanasonicFiles.device(phone.mac(), xml), FileRole.DEVICE));
  }
}
