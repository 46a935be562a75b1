package org.latchkey.brand.cisco;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.latchkey.brand.BootSequence;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.device.DeviceIdentity;

/**
 * The files of a first boot, in order: what the phone tries of the URL that DHCP names (which it
 * asks for first as it is), then what our rule names. SPA phones ask for a call manager's files
 * before.
 */
final class CiscoBootSequence implements BootSequence {
  private final ModelCatalogue models;

  CiscoBootSequence(ModelCatalogue models) {
    this.models = models;
  }

  @Override
  public List<BootFile> files(DeviceIdentity phone) {
    List<BootFile> files = new ArrayList<>();
    String mac = phone.mac().toString();
    Optional<Model> model = models.find(phone.model());
    String family = model.map(CiscoModels::family).orElse("");
    if (family.startsWith("spa") || family.equals(CiscoModels.ENTERPRISE)) {
      String upper = mac.toUpperCase(Locale.ROOT);
      files.add(new BootFile("CTLSEP" + upper + ".tlv", FileRole.PROBE));
      files.add(new BootFile("SEP" + upper + ".cnf.xml", FileRole.PROBE));
      files.add(new BootFile("XMLDefault.cnf.xml", FileRole.PROBE));
    }
    for (String first : model.map(CiscoModels::firstFiles).orElse(List.of())) {
      files.add(new BootFile(first, FileRole.BOOTSTRAP));
    }
    if (family.equals("mpp")) {
      files.add(
          new BootFile(
              "Cisco/" + model.map(Model::name).orElse("") + "/" + mac + ".cfg", FileRole.DEVICE));
    }
    if (model.filter(m -> m.noCredential().isPresent()).isEmpty()) {
      files.add(new BootFile(CiscoFiles.device(phone.mac()), FileRole.DEVICE));
    }
    return List.copyOf(files);
  }
}
