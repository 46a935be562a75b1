package org.latchkey.brand.polycom;

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
 * Tells Polycom's and Poly's phones. Header: {@code FileTransport PolycomVVX-VVX_450-UA/5.9.1.0615
 * (SN:0004f2aabbcc) Type/Application}, as wazo_polycom and public logs have met it; the MAC is
 * there once {@code device.prov.tagSerialNo} is set, the stage from UC software 3.3 on. What a
 * phone's microbrowser asks for is no provisioning.
 */
final class PolycomRecogniser implements Recogniser {
  private static final String HEADER =
      "FileTransport[ \\t]++Poly\\w*+-(?=_{0,31}[A-Za-z0-9])(\\w{1,32}+)-UA/"
          + "(\\d{1,9}(?:\\.\\d{1,9}){3})(?s:[ \\t].*+)?";

  private static final String TRANSPORT = "FileTransport";
  private static final String VENDOR = "Poly";
  private static final String AGENT = "-UA/";
  private static final String SERIAL = "(SN:";
  private static final String APPLICATION = "Type/Application";
  private static final String UPDATER = "Type/Updater";
  private static final int LONGEST_MODEL = 32;
  private static final int LONGEST_NUMBER = 9;
  private static final int NUMBERS = 4;
  private static final int DIGITS = 12;
  private static final int SPELLED = 17;

  private final ModelCatalogue models;

  PolycomRecogniser(ModelCatalogue models) {
    this.models = models;
  }

  @Override
  public Optional<FileClaim> file(String name) {
    for (int length = DIGITS; length <= SPELLED; length += SPELLED - DIGITS) {
      if (name.length() > length) {
        Optional<MacAddress> mac = MacAddress.parse(name, 0, length);
        if (mac.isPresent()) {
          Optional<FileRole> role = role(PolycomFiles.OF_ONE_PHONE, name, length);
          return role.isPresent() ? role.map(r -> new FileClaim(r, mac)) : shared(name);
        }
      }
    }
    if (name.startsWith(PolycomFiles.NO_MAC)) {
      Optional<FileRole> role = role(PolycomFiles.OF_ALL_PHONES, name, DIGITS);
      if (role.isPresent()) {
        return role.map(PolycomRecogniser::claim);
      }
    }
    return shared(name);
  }

  private static Optional<FileRole> role(
      List<PolycomFiles.Ending> endings, String name, int start) {
    for (PolycomFiles.Ending ending : endings) {
      if (ending.endsFrom(name, start)) {
        return Optional.of(ending.role());
      }
    }
    return Optional.empty();
  }

  private static Optional<FileClaim> shared(String name) {
    for (PolycomFiles.Ending ending : PolycomFiles.SHARED) {
      if (ending.ends(name)) {
        return Optional.of(claim(ending.role()));
      }
    }
    String dictionary = PolycomFiles.WEB_DICTIONARY;
    return name.regionMatches(true, 0, dictionary, 0, dictionary.length())
        ? Optional.of(claim(FileRole.FIRMWARE))
        : Optional.empty();
  }

  private static FileClaim claim(FileRole role) {
    return new FileClaim(role, Optional.empty());
  }

  @Override
  public Optional<Product> product(String header) {
    int vendor = afterBlanks(header, TRANSPORT.length());
    if (vendor == TRANSPORT.length()
        || !header.startsWith(TRANSPORT)
        || !header.startsWith(VENDOR, vendor)) {
      return Optional.empty();
    }
    int model = afterWord(header, vendor + VENDOR.length()) + 1;
    int modelEnd = afterWord(header, Math.min(model, header.length()));
    if (!header.startsWith("-", model - 1)
        || modelEnd - model > LONGEST_MODEL
        || !header.startsWith(AGENT, modelEnd)) {
      return Optional.empty();
    }
    String token = header.substring(model, modelEnd).replace("_", "");
    int version = modelEnd + AGENT.length();
    int versionEnd = afterVersion(header, version);
    if (token.isEmpty() || versionEnd < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Product(
            models.find(token).map(Model::name).orElse(token),
            header.substring(version, versionEnd),
            serial(header, afterBlanks(header, versionEnd)),
            isApplication(header, versionEnd, header.startsWith("Polycom", vendor))));
  }

  @Override
  public List<String> headerPatterns() {
    return List.of(HEADER);
  }

  private static Optional<MacAddress> serial(String header, int start) {
    int end = start + SERIAL.length() + DIGITS;
    return header.startsWith(SERIAL, start) && header.startsWith(")", end)
        ? MacAddress.parse(header, start + SERIAL.length(), end)
        : Optional.empty();
  }

  /**
   * Whether the version is that of the phone's application. Phones of before UC software 3.3 do not
   * name a stage, and their boot loader has versions of its own; PVOS has none of that kind.
   */
  private static boolean isApplication(String header, int start, boolean polycom) {
    return hasWord(header, start, APPLICATION) || (!polycom && !hasWord(header, start, UPDATER));
  }

  private static boolean hasWord(String header, int start, String word) {
    for (int at = header.indexOf(word, start); at >= 0; at = header.indexOf(word, at + 1)) {
      int end = at + word.length();
      if (isBlank(header, at - 1) && (end == header.length() || isBlank(header, end))) {
        return true;
      }
    }
    return false;
  }

  /** Where four numbers between dots end, or -1 if there are none or more stands behind them. */
  private static int afterVersion(String text, int start) {
    int at = start;
    for (int number = 1; number <= NUMBERS; number++) {
      int end = at;
      while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
        end++;
      }
      boolean good = end > at && end - at <= LONGEST_NUMBER;
      if (!good || (number < NUMBERS && !text.startsWith(".", end))) {
        return -1;
      }
      at = end + 1;
    }
    int end = at - 1;
    return end == text.length() || isBlank(text, end) ? end : -1;
  }

  private static int afterBlanks(String text, int start) {
    int at = start;
    while (at < text.length() && isBlank(text, at)) {
      at++;
    }
    return at;
  }

  private static int afterWord(String text, int start) {
    int at = start;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(String text, int at) {
    return text.charAt(at) == ' ' || text.charAt(at) == '\t';
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
