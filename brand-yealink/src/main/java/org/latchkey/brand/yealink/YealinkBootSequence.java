package org.latchkey.brand.yealink;

import java.util.ArrayList;
import java.util.List;
import org.latchkey.brand.BootSequence;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.device.DeviceIdentity;

/**
 * The files of firmware V81 and later, in order. Neither boot file is ever there, so that phones
 * fall back to the two configuration files; V70 to V80 ask for those alone.
 */
final class YealinkBootSequence implements BootSequence {
  /** The boot file of all phones, whatever their model. */
  static final String SHARED_BOOT = "y000000000000.boot";

  private final ModelCatalogue models;

  YealinkBootSequence(ModelCatalogue models) {
    this.models = models;
  }

  @Override
  public List<BootFile> files(DeviceIdentity phone) {
    List<BootFile> files = new ArrayList<>();
    files.add(new BootFile(phone.mac() + ".boot", FileRole.PROBE));
    files.add(new BootFile(SHARED_BOOT, FileRole.PROBE));
    models
        .find(phone.model())
        .flatMap(YealinkModels::commonFile)
        .ifPresent(name -> files.add(new BootFile(name, FileRole.COMMON)));
    files.add(new BootFile(phone.mac() + ".cfg", FileRole.DEVICE));
    return List.copyOf(files);
  }
}
