package org.latchkey.portal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.error.InvalidValueException;

/**
 * A column of a fleet's CSV.
 *
 * @param name its name in the header row
 * @param line the number of the line that it tells of, 0 if it is none
 * @param field its name without that number
 */
record CsvColumn(String name, int line, String field) {
  static final List<String> OF_DEVICE =
      List.of("mac", "brand", "model", "domain", "reseller", "serial", "pin", "notes");
  static final List<String> OF_LINE =
      List.of(
          "label",
          "display_name",
          "user",
          "auth_user",
          "password",
          "registrar",
          "port",
          "transport",
          "expires",
          "voicemail");
  static final String USERNAME = "provisioning_username";
  static final String PASSWORD = "provisioning_password";
  static final String ALLOW = "allow_global_password";
  static final String UNTIL = "armed_until";
  static final List<String> OF_ACCESS = List.of(USERNAME, PASSWORD, ALLOW, UNTIL);

  private static final int MOST_LINES = 255;
  private static final Pattern LINE = Pattern.compile("line([1-9][0-9]{0,2})_([a-z_]+)");
  private static final String ALLOWED =
      "one of "
          + String.join(", ", OF_DEVICE)
          + ", line1_ to line255_ and "
          + String.join(", ", OF_LINE)
          + ", "
          + String.join(", ", OF_ACCESS);

  /** How many columns a table can have. */
  static int most() {
    return OF_DEVICE.size() + MOST_LINES * OF_LINE.size() + OF_ACCESS.size();
  }

  /** The columns of a header row, in its order. */
  static List<CsvColumn> header(List<String> cells) {
    // else the first row of data may have been taken for the header, and is not repeated
    if (!cells.contains("mac")) {
      throw InvalidValueException.ofSecret(
          "header", "a row of column names with commas between them, one of which is mac");
    }
    List<CsvColumn> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String cell : cells) {
      CsvColumn column =
          parse(cell).orElseThrow(() -> InvalidValueException.of("header", ALLOWED, cell));
      if (!seen.add(cell)) {
        throw InvalidValueException.of("header", "each column once", cell);
      }
      columns.add(column);
    }
    return columns;
  }

  /** The names of all columns of a table whose devices have lines up to a number. */
  static List<String> names(int lines) {
    List<String> names = new ArrayList<>(OF_DEVICE);
    for (int line = 1; line <= lines; line++) {
      for (String field : OF_LINE) {
        names.add(ofLine(line, field));
      }
    }
    names.addAll(OF_ACCESS);
    return names;
  }

  static String ofLine(int line, String field) {
    return "line" + line + "_" + field;
  }

  private static Optional<CsvColumn> parse(String name) {
    if (OF_DEVICE.contains(name) || OF_ACCESS.contains(name)) {
      return Optional.of(new CsvColumn(name, 0, name));
    }
    Matcher line = LINE.matcher(name);
    if (!line.matches() || !OF_LINE.contains(line.group(2))) {
      return Optional.empty();
    }
    int number = Integer.parseInt(line.group(1));
    return number > MOST_LINES
        ? Optional.empty()
        : Optional.of(new CsvColumn(name, number, line.group(2)));
  }
}
