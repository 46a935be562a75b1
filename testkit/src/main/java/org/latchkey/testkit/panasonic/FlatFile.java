package org.latchkey.testkit.panasonic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.testkit.phone.Defect;

/**
 * Reads lines {@code NAME="value"}. The guides let the file end with an empty line; whether an
 * empty rest after the last CR LF would do is not said, so this phone insists on a whole line.
 */
final class FlatFile {
  private static final String LINE_END = "\r\n";
  private static final int MAX_LINE = 537;
  private static final int MAX_NAME = 32;
  private static final int MAX_VALUE = 500;
  private static final Pattern PARAMETER =
      Pattern.compile("([A-Za-z0-9_]+)=\"([^\"\\p{Cntrl}]*)\"");

  private FlatFile() {}

  static ConfigFile parse(Family family, byte[] bytes) {
    String text = new String(bytes, UTF_8);
    if (!text.startsWith(family.firstLine())) {
      return ConfigFile.invalid(Defect.Kind.BAD_FIRST_LINE, "");
    }
    String[] lines = text.split(LINE_END, -1);
    if (lines.length < 3 || !text.endsWith(LINE_END + LINE_END)) {
      return ConfigFile.invalid(Defect.Kind.BAD_LINE, "no empty line at the end");
    }
    Map<String, ConfigFile.Value> values = new LinkedHashMap<>();
    List<Integer> ignored = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      if (line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0) {
        return ConfigFile.invalid(Defect.Kind.BAD_LINE, "line " + (i + 1) + " without CR LF");
      }
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher parameter = PARAMETER.matcher(line);
      if (family.shortLines() && (line + LINE_END).getBytes(UTF_8).length > MAX_LINE) {
        ignored.add(i + 1);
      } else if (!parameter.matches()) {
        return ConfigFile.invalid(Defect.Kind.BAD_LINE, "line " + (i + 1));
      } else if (family.shortLines() && tooLong(parameter.group(1), parameter.group(2))) {
        ignored.add(i + 1);
      } else {
        // names are the same in thousands of phones; of two the first wins
        values.putIfAbsent(
            parameter.group(1).intern(), new ConfigFile.Value(parameter.group(2), false));
      }
    }
    return new ConfigFile(Optional.empty(), values, List.copyOf(ignored));
  }

  private static boolean tooLong(String name, String value) {
    return name.length() > MAX_NAME || value.length() > MAX_VALUE;
  }
}
