package org.latchkey.brand.cisco;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Product;
import org.latchkey.device.MacAddress;

/**
 * Reads {@code Cisco-CP-8841-3PCC/11.0 (00562b043615)}, {@code Cisco/SPA501G-7.4.4
 * (8843E157DDCC)(CBT141100HR)} and their variants (Cisco IP Phone 8800 Series Multiplatform Phones
 * Provisioning Guide; wazo_cisco_spa). A single parenthesis of SPA phones and adapters is a serial
 * number even where it looks like a MAC; Multiplatform phones have their MAC there. How PhoneOS
 * calls itself is put together from its macros {@code $VERSION ($MA)} and {@code $PN}, and not seen
 * yet.
 */
final class CiscoHeader {
  /** Multiplatform and PhoneOS; every repetition gives nothing back. */
  static final String MULTIPLATFORM =
      "Cisco-(CP-\\w{1,16}+-3PCC|(?:Desk|Video) Phone \\w{1,16}+)/([!-^`-~]{1,40}+)"
          + "(?:_([0-9A-Fa-f]{12})_[!-~]{1,200}+)?+(?: \\(([0-9A-Fa-f]{12})\\))?+";

  /** SPA phones and adapters, Linksys and Sipura. */
  static final String SPA =
      "(?:Cisco|Linksys|Sipura)/((?:SPA|PAP|WRP|RTP|ATA)-?+\\w{1,16}+)-(?:MPP-)?+"
          + "(\\d[!-~]{0,40}+)(?: (?:\\(([0-9A-Fa-f]{12})\\)(?=\\())?+\\(\\w{1,32}+\\))?+";

  private static final Pattern FIRST = Pattern.compile(MULTIPLATFORM);
  private static final Pattern SECOND = Pattern.compile(SPA);

  private CiscoHeader() {}

  static Optional<Product> read(String header, ModelCatalogue models) {
    if (header.startsWith("Cisco-")) {
      Matcher matcher = FIRST.matcher(header);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      String name = matcher.group(1);
      String digits = matcher.group(4) == null ? matcher.group(3) : matcher.group(4);
      return Optional.of(
          product(name.substring(name.lastIndexOf(' ') + 1), matcher.group(2), digits, models));
    }
    if (!header.startsWith("Cisco/")
        && !header.startsWith("Linksys/")
        && !header.startsWith("Sipura/")) {
      return Optional.empty();
    }
    Matcher matcher = SECOND.matcher(header);
    return matcher.matches()
        ? Optional.of(
            product(matcher.group(1).replace("-", ""), matcher.group(2), matcher.group(3), models))
        : Optional.empty();
  }

  private static Product product(
      String model, String firmware, @Nullable String digits, ModelCatalogue models) {
    return new Product(
        models.find(model).map(Model::name).orElse(model),
        firmware,
        Optional.ofNullable(digits).flatMap(MacAddress::parse),
        true);
  }
}
