package org.latchkey.brand.snom;

import java.util.List;
import java.util.Optional;
import org.latchkey.brand.BootSequence;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;

/**
 * The files of a phone, in order. From the factory or by DHCP it has a folder as its address and
 * asks for the files of its type; from its first configuration on it has the address of one file.
 */
final class SnomBootSequence implements BootSequence {
  private final ModelCatalogue models;

  SnomBootSequence(ModelCatalogue models) {
    this.models = models;
  }

  @Override
  public List<BootFile> files(DeviceIdentity phone) {
    MacAddress mac = phone.mac();
    Optional<Model> known = models.find(phone.model());
    BootFile own = new BootFile(SnomFiles.device(mac), FileRole.DEVICE);
    if (known.isEmpty()) {
      return List.of(own);
    }
    Model model = known.get();
    if (SnomModels.isTree(model)) {
      return List.of(
          new BootFile(SnomFiles.tree(model), FileRole.PROBE),
          new BootFile(SnomFiles.tree(model, mac), FileRole.DEVICE));
    }
    BootFile general = new BootFile(SnomFiles.ofType(model), FileRole.COMMON);
    BootFile typed = new BootFile(SnomFiles.ofTypeAndMac(model, mac), FileRole.DEVICE);
    return SnomModels.isDect(model)
        ? List.of(general, typed)
        : List.of(general, typed, own, new BootFile(SnomFiles.firmware(mac), FileRole.PERSONAL));
  }
}
