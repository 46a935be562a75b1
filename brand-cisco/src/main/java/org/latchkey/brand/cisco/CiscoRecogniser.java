package org.latchkey.brand.cisco;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Product;
import org.latchkey.brand.Recogniser;
import org.latchkey.device.MacAddress;

/**
 * Tells Cisco's phones. The bare URL is theirs too: it is the first that a Multiplatform phone
 * tries of what DHCP names, before {@code /$PSN.xml} and {@code /Cisco/$PN/$MA.cfg}.
 */
final class CiscoRecogniser implements Recogniser {
  private final ModelCatalogue models;
  private final Set<String> firstFiles = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  CiscoRecogniser(ModelCatalogue models) {
    this.models = models;
    models.all().forEach(model -> firstFiles.addAll(CiscoModels.firstFiles(model)));
  }

  @Override
  public Optional<FileClaim> file(String name) {
    if (name.isEmpty()) {
      return claim(FileRole.BOOTSTRAP);
    }
    Optional<MacAddress> mac = CiscoFiles.deviceMac(name);
    if (mac.isPresent()) {
      return Optional.of(new FileClaim(FileRole.DEVICE, mac));
    }
    Optional<MacAddress> sender = CiscoFiles.uploadMac(name);
    if (sender.isPresent()) {
      return Optional.of(new FileClaim(FileRole.UPLOAD, sender));
    }
    if (isAscii(name) && firstFiles.contains(name)) {
      return claim(FileRole.BOOTSTRAP);
    }
    return CiscoFiles.shared(name).flatMap(CiscoRecogniser::claim);
  }

  @Override
  public Optional<Product> product(String header) {
    return CiscoHeader.read(header, models);
  }

  @Override
  public List<String> headerPatterns() {
    return List.of(CiscoHeader.MULTIPLATFORM, CiscoHeader.SPA);
  }

  private static Optional<FileClaim> claim(FileRole role) {
    return Optional.of(new FileClaim(role, Optional.empty()));
  }

  /** Letters of other scripts may be one with ASCII letters when case does not count. */
  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
