package org.latchkey.brand.grandstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latchkey.device.MacAddress;

/**
 * The forms of the header, as wazo_grandstream, GS3, the xivo gateway plug-in and public logs have
 * met them. Any run of blanks parts two words; what stands behind the MAC in the first form is up
 * to whoever set it up (P4899), and a lone blank where nobody did. Each form is read once from left
 * to right.
 */
final class GrandstreamHeader {
  private static final String BLANKS = "[ \\t]++";
  private static final String MODEL = "((?=[A-Za-z0-9])[A-Za-z0-9-]{1,32}+)";
  private static final String MAC = "[0-9A-Fa-f:-]{12,17}+";
  private static final String VERSION = "(\\d{1,9}+(?:\\.\\d{1,9}+){%d,5}+)";

  /** What {@link #read} does, in the order in which it tries. */
  static final List<String> PATTERNS =
      List.of(
          // Grandstream Model HW GXV3350  V1.3A SW 1.0.1.8 DevId c074ad150b88
          "(?i:Grandstream"
              + BLANKS
              + "Model"
              + BLANKS
              + "HW)"
              + BLANKS
              + MODEL
              + BLANKS
              + "(?:(?!(?i:SW)[ \\t])[!-~]{1,32}+"
              + BLANKS
              + ")?+(?i:SW)"
              + BLANKS
              + "([!-~]{1,64}+)"
              + BLANKS
              + "(?i:DevId)"
              + BLANKS
              + "("
              + MAC
              + ")(?:[ \\t](?s:.*+))?+",
          // Grandstream GXW4248 (DevId c074ad18429a / c074ad18429b)
          "(?i:Grandstream)"
              + BLANKS
              + MODEL
              + BLANKS
              + "\\((?i:DevId)"
              + BLANKS
              + "("
              + MAC
              + "(?:[ \\t]*+/[ \\t]*+"
              + MAC
              + "){0,7}+)\\)[ \\t]*+",
          // Grandstream GXP2000 (gxp2000e.bin:1.2.5.3/boot55e.bin:1.1.6.9) DevId 000b822726c8
          "(?i:Grandstream)"
              + BLANKS
              + MODEL
              + BLANKS
              + "\\([\\w.-]{1,64}+:"
              + VERSION.replace("%d", "1")
              + "/[^)]*+\\)"
              + "(?:"
              + BLANKS
              + "(?i:DevId)"
              + BLANKS
              + "("
              + MAC
              + "))?+[ \\t]*+",
          // Grandstream BT110 1.0.8.33
          "(?i:Grandstream)"
              + BLANKS
              + MODEL
              + BLANKS
              + VERSION.replace("%d", "2")
              + "(?:"
              + BLANKS
              + "("
              + MAC
              + "))?+[ \\t]*+");

  private static final int LONGEST_MODEL = 32;
  private static final int LONGEST_REVISION = 32;
  private static final int LONGEST_VERSION = 64;
  private static final int LONGEST_FILE = 64;
  private static final int LONGEST_NUMBER = 9;
  private static final int MOST_NUMBERS = 6;
  private static final int MOST_MACS = 8;
  private static final int SHORTEST_MAC = 12;
  private static final int LONGEST_MAC = 17;

  private final String text;
  private int at;

  private GrandstreamHeader(String text) {
    this.text = text;
  }

  /**
   * What a header says.
   *
   * @param version empty where the form has none
   * @param macs the MACs in their order, without what is none
   */
  record Found(String model, String version, List<MacAddress> macs) {}

  static Optional<Found> read(String header) {
    GrandstreamHeader reader = new GrandstreamHeader(header);
    if (!reader.word("Grandstream") || !reader.blanks()) {
      return Optional.empty();
    }
    int start = reader.at;
    Optional<Found> found = reader.newForm();
    if (found.isEmpty()) {
      reader.at = start;
      found = reader.oldForms();
    }
    return found;
  }

  private Optional<Found> newForm() {
    if (!word("Model") || !blanks() || !word("HW") || !blanks()) {
      return Optional.empty();
    }
    String model = model();
    if (model.isEmpty() || !blanks()) {
      return Optional.empty();
    }
    if (!isSoftware() && (printable(LONGEST_REVISION).isEmpty() || !blanks())) {
      return Optional.empty();
    }
    if (!word("SW") || !blanks()) {
      return Optional.empty();
    }
    String version = printable(LONGEST_VERSION);
    List<MacAddress> macs = new ArrayList<>(1);
    if (version.isEmpty() || !blanks() || !word("DevId") || !blanks() || !mac(macs)) {
      return Optional.empty();
    }
    return at == text.length() || isBlank(text.charAt(at))
        ? Optional.of(new Found(model, version, macs))
        : Optional.empty();
  }

  private boolean isSoftware() {
    return isAt("SW") && at + 2 < text.length() && isBlank(text.charAt(at + 2));
  }

  private Optional<Found> oldForms() {
    String model = model();
    if (model.isEmpty() || !blanks()) {
      return Optional.empty();
    }
    if (!literal('(')) {
      return ofVersion(model);
    }
    int start = at;
    Optional<Found> found = ofMacs(model);
    if (found.isEmpty()) {
      at = start;
      found = ofFiles(model);
    }
    return found;
  }

  private Optional<Found> ofVersion(String model) {
    String version = version(3);
    if (version.isEmpty()) {
      return Optional.empty();
    }
    List<MacAddress> macs = new ArrayList<>(1);
    if (blanks() && at < text.length() && !mac(macs)) {
      return Optional.empty();
    }
    return end(new Found(model, version, macs));
  }

  private Optional<Found> ofMacs(String model) {
    List<MacAddress> macs = new ArrayList<>(2);
    if (!word("DevId") || !blanks() || !mac(macs)) {
      return Optional.empty();
    }
    for (int more = 1; more < MOST_MACS; more++) {
      int back = at;
      blanks();
      if (!literal('/')) {
        at = back;
        break;
      }
      blanks();
      if (!mac(macs)) {
        return Optional.empty();
      }
    }
    return literal(')') ? end(new Found(model, "", macs)) : Optional.empty();
  }

  private Optional<Found> ofFiles(String model) {
    int file = at;
    while (at < text.length() && isFile(text.charAt(at)) && at - file <= LONGEST_FILE) {
      at++;
    }
    if (at == file || at - file > LONGEST_FILE || !literal(':')) {
      return Optional.empty();
    }
    String version = version(2);
    if (version.isEmpty() || !literal('/')) {
      return Optional.empty();
    }
    at = Math.max(text.indexOf(')', at), at);
    if (!literal(')')) {
      return Optional.empty();
    }
    List<MacAddress> macs = new ArrayList<>(1);
    if (blanks() && at < text.length() && (!word("DevId") || !blanks() || !mac(macs))) {
      return Optional.empty();
    }
    return end(new Found(model, version, macs));
  }

  private Optional<Found> end(Found found) {
    blanks();
    return at == text.length() ? Optional.of(found) : Optional.empty();
  }

  private boolean word(String word) {
    if (!isAt(word)) {
      return false;
    }
    at += word.length();
    return true;
  }

  /** In any case of ASCII letters; the platform's own comparison knows other scripts too. */
  private boolean isAt(String word) {
    if (at + word.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = text.charAt(at + i);
      if (c != word.charAt(i) && (!isLetter(c) || (c ^ 0x20) != word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean literal(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private boolean blanks() {
    int start = at;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at > start;
  }

  private String model() {
    int start = at;
    while (at < text.length() && at - start < LONGEST_MODEL && isModel(text.charAt(at))) {
      at++;
    }
    return at > start && text.charAt(start) != '-' ? text.substring(start, at) : "";
  }

  private String printable(int longest) {
    int start = at;
    while (at < text.length()
        && at - start < longest
        && text.charAt(at) > 0x20
        && text.charAt(at) < 0x7f) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Numbers between dots, at least so many; else nothing. */
  private String version(int least) {
    int start = at;
    for (int count = 0; ; count++) {
      int number = at;
      while (at < text.length() && at - number < LONGEST_NUMBER && isDigit(text.charAt(at))) {
        at++;
      }
      if (at == number) {
        // a dot without a number behind it is not of the version
        at -= count > 0 ? 1 : 0;
        return count >= least ? text.substring(start, at) : "";
      }
      if (count + 1 == MOST_NUMBERS || !literal('.')) {
        return count + 1 >= least ? text.substring(start, at) : "";
      }
    }
  }

  /** What may be a MAC; added if it is one. */
  private boolean mac(List<MacAddress> macs) {
    int start = at;
    while (at < text.length() && at - start < LONGEST_MAC && isMac(text.charAt(at))) {
      at++;
    }
    MacAddress.parse(text, start, at).ifPresent(macs::add);
    return at - start >= SHORTEST_MAC;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isModel(char c) {
    return isLetter(c) || isDigit(c) || c == '-';
  }

  private static boolean isFile(char c) {
    return isModel(c) || c == '_' || c == '.';
  }

  private static boolean isMac(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '-';
  }
}
