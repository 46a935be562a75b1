package org.latchkey.brand.yealink;

import java.util.List;
import java.util.Optional;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Product;
import org.latchkey.brand.Recogniser;
import org.latchkey.device.MacAddress;

/**
 * Tells Yealink's phones. File names: Yealink auto provisioning guide V80 and administrator guides
 * V81 to V86. Header: {@code Yealink SIP-T46S 66.86.0.15 00:15:65:aa:bb:cc} and its variants as the
 * open-source provisioning servers have met them; the MAC may be missing.
 */
final class YealinkRecogniser implements Recogniser {
  private static final List<Suffix> SUFFIXES =
      List.of(
          new Suffix(".cfg", FileRole.DEVICE),
          new Suffix(".boot", FileRole.PROBE),
          new Suffix(YealinkRenderer.LOCAL_CONFIG, FileRole.PERSONAL),
          new Suffix(YealinkRenderer.CONTACTS, FileRole.PERSONAL),
          new Suffix(YealinkPhoneBook.SUFFIX, FileRole.FIRMWARE),
          new Suffix("-calllog.xml", FileRole.UPLOAD),
          new Suffix("-boot.log", FileRole.UPLOAD),
          new Suffix("-sys.log", FileRole.UPLOAD));
  private static final String KEY_FILE = "_Security.enc";
  private static final String IMAGE = ".rom";
  private static final String CONFIG = ".cfg";
  private static final int DIGITS = 12;

  private final ModelCatalogue models;

  YealinkRecogniser(ModelCatalogue models) {
    this.models = models;
  }

  private record Suffix(String text, FileRole role) {}

  @Override
  public Optional<FileClaim> file(String name) {
    for (Suffix suffix : SUFFIXES) {
      if (ends(name, suffix.text())) {
        Optional<MacAddress> mac =
            MacAddress.parse(name, 0, name.length() - suffix.text().length());
        if (mac.isPresent()) {
          return Optional.of(new FileClaim(suffix.role(), mac));
        }
      }
    }
    if (name.equalsIgnoreCase(YealinkBootSequence.SHARED_BOOT)) {
      return claim(FileRole.PROBE);
    }
    if (isCommon(name)) {
      return claim(FileRole.COMMON);
    }
    if (ends(name, KEY_FILE)) {
      Optional<MacAddress> mac = MacAddress.parse(name, 0, name.length() - KEY_FILE.length());
      return Optional.of(new FileClaim(FileRole.PROBE, mac));
    }
    return ends(name, IMAGE) ? claim(FileRole.FIRMWARE) : Optional.empty();
  }

  @Override
  public Optional<Product> product(String header) {
    return YealinkHeader.read(header, models);
  }

  @Override
  public List<String> headerPatterns() {
    return List.of(YealinkHeader.PATTERN);
  }

  private static Optional<FileClaim> claim(FileRole role) {
    return Optional.of(new FileClaim(role, Optional.empty()));
  }

  /** Whether a name is {@code y} and twelve digits; code 0 is a model too. */
  private static boolean isCommon(String name) {
    if (name.length() != 1 + DIGITS + CONFIG.length()
        || !ends(name, CONFIG)
        || (name.charAt(0) | 0x20) != 'y') {
      return false;
    }
    for (int i = 1; i <= DIGITS; i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Whether a name ends so, whatever the case, and has something before it. */
  private static boolean ends(String name, String suffix) {
    int start = name.length() - suffix.length();
    return start > 0 && name.regionMatches(true, start, suffix, 0, suffix.length());
  }
}
