package org.latchkey.example.fanvil;

import java.util.List;
import java.util.Optional;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Product;
import org.latchkey.brand.Recogniser;
import org.latchkey.device.MacAddress;

/** Tells the phones by {@code <mac>.cfg} and by {@code Fanvil X6U Pro 0.0.10 0c383e2cd782}. */
final class FanvilRecogniser implements Recogniser {
  private static final String CONFIG = ".cfg";
  private static final String SHARED = "f0";
  private static final String VENDOR = "Fanvil ";
  private static final int LONGEST_MODEL = 32;

  private final ModelCatalogue models;

  FanvilRecogniser(ModelCatalogue models) {
    this.models = models;
  }

  @Override
  public Optional<FileClaim> file(String name) {
    int end = name.length() - CONFIG.length();
    if (end <= 0 || !name.regionMatches(true, end, CONFIG, 0, CONFIG.length())) {
      return Optional.empty();
    }
    Optional<MacAddress> mac = MacAddress.parse(name, 0, end);
    if (mac.isPresent()) {
      return Optional.of(new FileClaim(FileRole.DEVICE, mac));
    }
    return name.regionMatches(true, 0, SHARED, 0, SHARED.length())
        ? Optional.of(new FileClaim(FileRole.COMMON, Optional.empty()))
        : Optional.empty();
  }

  /** Read from behind: the model alone may have blanks in it. */
  @Override
  public Optional<Product> product(String header) {
    int beforeMac = header.lastIndexOf(' ');
    int beforeFirmware = header.lastIndexOf(' ', beforeMac - 1);
    if (beforeFirmware < VENDOR.length()
        || beforeFirmware > VENDOR.length() + LONGEST_MODEL
        || !header.regionMatches(true, 0, VENDOR, 0, VENDOR.length())) {
      return Optional.empty();
    }
    String model = header.substring(VENDOR.length(), beforeFirmware).replace(' ', '-');
    String firmware = header.substring(beforeFirmware + 1, beforeMac);
    Optional<MacAddress> mac = MacAddress.parse(header, beforeMac + 1, header.length());
    if (mac.isEmpty() || !isOf(model, true) || !isOf(firmware, false)) {
      return Optional.empty();
    }
    String known = models.find(model).map(Model::name).orElse(model);
    return Optional.of(new Product(known, firmware, mac, true));
  }

  private static boolean isOf(String text, boolean letters) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int lower = c | 0x20;
      boolean wanted =
          (c >= '0' && c <= '9')
              || (letters ? c == '-' || (lower >= 'a' && lower <= 'z') : c == '.');
      if (!wanted) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  @Override
  public List<String> headerPatterns() {
    return List.of("^Fanvil [A-Za-z0-9 -]{1,32} [0-9.]+ [0-9a-f:-]{12,17}$");
  }
}
