package org.latchkey.brand.snom;

import java.util.List;
import java.util.Optional;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Product;
import org.latchkey.brand.Recogniser;
import org.latchkey.device.MacAddress;

/**
 * Tells Snom's phones by what they ask for; {@link SnomHeader} reads how they call themselves.
 * Names that other brands share, such as {@code <MAC>.cfg} of the old m3, are left to those.
 */
final class SnomRecogniser implements Recogniser {
  private static final int DIGITS = 12;
  private static final int SPELLED = 17;
  private static final int LONGEST_TYPE = 32;

  private final ModelCatalogue models;
  private final SnomHeader header;

  SnomRecogniser(ModelCatalogue models) {
    this.models = models;
    this.header = new SnomHeader(models);
  }

  @Override
  public Optional<FileClaim> file(String name) {
    for (SnomFiles.Shared shared : SnomFiles.SHARED) {
      if (name.equalsIgnoreCase(shared.name()) && isAscii(name)) {
        return claim(shared.role());
      }
    }
    boolean snom = begins(name, SnomFiles.SNOM);
    if (snom && ends(name, SnomFiles.FIRMWARE)) {
      return firmwareFile(name);
    }
    for (String ending : SnomFiles.DEVICE_ENDINGS) {
      if (ends(name, ending)) {
        Optional<MacAddress> mac = own(name, name.length() - ending.length(), snom, ending);
        if (mac.isPresent()) {
          return Optional.of(new FileClaim(FileRole.DEVICE, mac));
        }
      }
    }
    if (snom && ends(name, SnomFiles.HTM)) {
      int end = name.length() - SnomFiles.HTM.length();
      return isWord(name, SnomFiles.SNOM.length(), end) ? claim(FileRole.COMMON) : Optional.empty();
    }
    return image(name, snom).or(() -> general(name));
  }

  /** Ours, with a MAC behind the hyphen; or that of a type, which nobody makes. */
  private static Optional<FileClaim> firmwareFile(String name) {
    int start = SnomFiles.SNOM.length() + 1;
    int end = name.length() - SnomFiles.FIRMWARE.length();
    if (name.startsWith("-", start - 1) && start < end) {
      Optional<MacAddress> mac = MacAddress.parse(name, start, end);
      return mac.map(m -> new FileClaim(FileRole.PERSONAL, mac));
    }
    return isWord(name, start - 1, end) ? claim(FileRole.PROBE) : Optional.empty();
  }

  /**
   * The MAC of a device file, at the end of its name: behind {@code snom<type>-}; alone, where
   * other brands have no such name; behind the model of a C family's phone; or as a phone makes it
   * of the address of any file.
   */
  private static Optional<MacAddress> own(String name, int end, boolean snom, String ending) {
    boolean xml = ending.equals(SnomFiles.HTM) || ending.equals(".xml");
    for (int length = DIGITS; length <= SPELLED; length += SPELLED - DIGITS) {
      int start = end - length;
      if (start < 0) {
        continue;
      }
      char before = start == 0 ? '/' : name.charAt(start - 1);
      boolean fits =
          switch (before) {
            case '/' -> xml;
            case '-' ->
                snom
                    ? start == SnomFiles.SNOM.length() + 1
                        || isWord(name, SnomFiles.SNOM.length(), start - 1)
                    : xml && SnomHeader.isVendor(name, start);
            case '_' -> ending.equals(".cfg") && isModel(name, start - 1);
            default -> false;
          };
      if (fits) {
        Optional<MacAddress> mac = MacAddress.parse(name, start, end);
        if (mac.isPresent()) {
          return mac;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<FileClaim> image(String name, boolean snom) {
    for (String ending : SnomFiles.IMAGE_ENDINGS) {
      if (ends(name, ending)) {
        boolean dect = ending.equals(".fwu") && begins(name, "m");
        boolean conference = ending.equals(".img") && begins(name, "c6");
        return snom || dect || conference ? claim(FileRole.FIRMWARE) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The C family's general file: asked for by habit. */
  private Optional<FileClaim> general(String name) {
    if (!ends(name, ".cfg") || !isAscii(name)) {
      return Optional.empty();
    }
    Optional<Model> model = models.find(name.substring(0, name.length() - ".cfg".length()));
    return model.filter(SnomModels::isTree).flatMap(m -> claim(FileRole.PROBE));
  }

  @Override
  public Optional<Product> product(String text) {
    return header.read(text);
  }

  /**
   * What does not end in a slash is the address of a file to phones of the D family (Snom Service
   * Hub, Auto Provisioning). What they then make of it themselves is not confirmed.
   */
  @Override
  public Optional<String> bareUrl(Product product) {
    boolean desk =
        models
            .find(product.model())
            .filter(model -> SnomModels.isDect(model) || SnomModels.isTree(model))
            .isEmpty();
    return desk ? Optional.of("") : Optional.empty();
  }

  @Override
  public List<String> headerPatterns() {
    return SnomHeader.PATTERNS;
  }

  private static Optional<FileClaim> claim(FileRole role) {
    return Optional.of(new FileClaim(role, Optional.empty()));
  }

  private static boolean begins(String name, String start) {
    return isAscii(name.substring(0, Math.min(name.length(), start.length())))
        && name.regionMatches(true, 0, start, 0, start.length());
  }

  private static boolean ends(String name, String end) {
    int start = name.length() - end.length();
    return start >= 0
        && name.regionMatches(true, start, end, 0, end.length())
        && isAscii(name.substring(start));
  }

  /** Letters beyond ASCII that are like one of it in another case are none. */
  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7e) {
        return false;
      }
    }
    return true;
  }

  /** A phone's type: letters and digits. */
  private static boolean isWord(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!SnomHeader.isWord(text.charAt(i))) {
        return false;
      }
    }
    return end > start && end - start <= LONGEST_TYPE;
  }

  /** A model of the C family: letters, digits and hyphens. */
  private static boolean isModel(String text, int end) {
    for (int i = 0; i < end; i++) {
      if (!SnomHeader.isWord(text.charAt(i)) && text.charAt(i) != '-') {
        return false;
      }
    }
    return end > 0 && end <= LONGEST_TYPE;
  }
}
