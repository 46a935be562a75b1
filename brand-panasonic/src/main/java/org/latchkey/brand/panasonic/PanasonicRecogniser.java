package org.latchkey.brand.panasonic;

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
 * Tells Panasonic's phones. Header: {@code Panasonic_KX-UT113/01.133 (0080f0c8c381)}, as
 * wazo_panasonic has met it. It is a parameter, so it may have been changed: FusionPBX's templates
 * put a stray <code>{/</code> before the version, and of SIP a form with a hyphen is known. The MAC
 * in it is text of the client's and takes no one's place.
 */
final class PanasonicRecogniser implements Recogniser {
  private static final String HEADER =
      "Panasonic[_-]KX-[A-Za-z0-9]{1,29}+/(?:\\{/)?[!-'*-z|~]{1,60}+(?![!-'*-z|~])(?s:.*+)";

  private static final String VENDOR = "Panasonic";
  private static final String BRAND = "KX-";
  private static final String STRAY = "{/";
  private static final int LONGEST_MODEL = 29;
  private static final int LONGEST_VERSION = 60;
  private static final int DIGITS = 12;
  private static final int NUMBER = 3;

  private final ModelCatalogue models;

  PanasonicRecogniser(ModelCatalogue models) {
    this.models = models;
  }

  @Override
  public Optional<FileClaim> file(String name) {
    for (PanasonicFiles.Ending ending : PanasonicFiles.OTHERS) {
      if (ends(name, ending.text())) {
        return claim(ending.role());
      }
    }
    Optional<MacAddress> book = PanasonicPhoneBook.mac(name);
    if (book.isPresent()) {
      return Optional.of(new FileClaim(FileRole.FIRMWARE, book));
    }
    boolean encrypted = ends(name, PanasonicFiles.ENCRYPTED_XML);
    if (!encrypted && !ends(name, PanasonicFiles.FLAT) && !ends(name, PanasonicFiles.XML)) {
      return Optional.empty();
    }
    Optional<FileClaim> plain = plain(name, name.length() - PanasonicFiles.FLAT.length());
    return encrypted ? plain.map(c -> new FileClaim(FileRole.PROBE, c.mac())) : plain;
  }

  /** A name that ends in one of the endings of configurations, all of one length. */
  private static Optional<FileClaim> plain(String name, int end) {
    String config = PanasonicFiles.CONFIG;
    boolean ours = name.regionMatches(true, 0, config, 0, config.length());
    int start = ours ? config.length() : 0;
    Optional<MacAddress> mac = start < end ? MacAddress.parse(name, start, end) : Optional.empty();
    if (mac.isPresent()) {
      return Optional.of(new FileClaim(FileRole.DEVICE, mac));
    }
    if (!ours) {
      return PanasonicFiles.isModel(name, 0, end) ? claim(FileRole.BOOTSTRAP) : Optional.empty();
    }
    int model = name.startsWith("-", start) ? start + 1 : start;
    String all = PanasonicFiles.ALL;
    boolean shared =
        PanasonicFiles.isModel(name, model, end)
            || (end == all.length() && name.regionMatches(true, 0, all, 0, end));
    return shared ? claim(FileRole.COMMON) : Optional.empty();
  }

  private static Optional<FileClaim> claim(FileRole role) {
    return Optional.of(new FileClaim(role, Optional.empty()));
  }

  private static boolean ends(String name, String ending) {
    int start = name.length() - ending.length();
    return start >= 0 && name.regionMatches(true, start, ending, 0, ending.length());
  }

  @Override
  public Optional<Product> product(String header) {
    int model = VENDOR.length() + 1;
    if (!header.startsWith(VENDOR)
        || !header.startsWith(BRAND, model)
        || (header.charAt(model - 1) != '_' && header.charAt(model - 1) != '-')) {
      return Optional.empty();
    }
    int number = model + BRAND.length();
    int modelEnd = afterWord(header, number);
    if (modelEnd == number
        || modelEnd - number > LONGEST_MODEL
        || !header.startsWith("/", modelEnd)) {
      return Optional.empty();
    }
    int version = modelEnd + 1;
    if (header.startsWith(STRAY, version)) {
      version += STRAY.length();
    }
    int versionEnd = afterVersion(header, version);
    if (versionEnd == version || versionEnd - version > LONGEST_VERSION) {
      return Optional.empty();
    }
    return Optional.of(
        new Product(
            known(header.substring(model, modelEnd)),
            header.substring(version, versionEnd),
            mac(header, versionEnd),
            true));
  }

  /** A typed address is that of a file, whatever its name (administrator guide of KX-HDV100). */
  @Override
  public Optional<String> bareUrl(Product product) {
    return Optional.of(product.model() + PanasonicFiles.FLAT);
  }

  @Override
  public List<String> headerPatterns() {
    return List.of(HEADER);
  }

  /** The catalogue's name of a model, whatever letters and digits tell where it was sold. */
  private String known(String token) {
    int end = BRAND.length();
    while (end < token.length() && (token.charAt(end) < '0' || token.charAt(end) > '9')) {
      end++;
    }
    String base = token.substring(0, Math.min(token.length(), end + NUMBER));
    return models.find(token).or(() -> models.find(base)).map(Model::name).orElse(token);
  }

  private static Optional<MacAddress> mac(String header, int versionEnd) {
    int open = versionEnd;
    while (open < header.length() && isBlank(header.charAt(open))) {
      open++;
    }
    int start = open + 1;
    int end = start + DIGITS;
    return open > versionEnd && header.startsWith("(", open) && header.startsWith(")", end)
        ? MacAddress.parse(header, start, end)
        : Optional.empty();
  }

  private static int afterWord(String text, int start) {
    int at = start;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int afterVersion(String text, int start) {
    int at = start;
    while (at < text.length() && isOfVersion(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isOfVersion(char c) {
    return c > 0x20 && c < 0x7f && c != '(' && c != ')' && c != '{' && c != '}';
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
