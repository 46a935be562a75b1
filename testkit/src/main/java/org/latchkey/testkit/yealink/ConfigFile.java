package org.latchkey.testkit.yealink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * A configuration file of lines {@code key = value}, as the phone reads it.
 *
 * @param valid whether the first line is the one the phone insists on
 * @param entries settings in order; a key may come again
 * @param badLines numbers, from 1, of the lines that are neither setting nor comment
 */
record ConfigFile(boolean valid, List<Entry> entries, List<Integer> badLines) {
  /** The value that brings a setting back to its default. */
  static final String DEFAULT = "%NULL%";

  /** The value that makes a setting empty. Unconfirmed by the vendor's guides. */
  static final String EMPTY = "%EMPTY%";

  private static final String FIRST_LINE = "#!version:1.0.0.1";

  /** One setting. */
  record Entry(String key, String value) {}

  static ConfigFile parse(byte[] bytes) {
    List<String> lines = lines(bytes);
    List<Entry> entries = new ArrayList<>();
    List<Integer> bad = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      int equals = line.indexOf('=');
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (equals < 1) {
        bad.add(i + 1);
        continue;
      }
      String key = line.substring(0, equals).strip().intern(); // the same in thousands of phones
      entries.add(new Entry(key, line.substring(equals + 1).strip()));
    }
    return new ConfigFile(hasFirstLine(lines), List.copyOf(entries), List.copyOf(bad));
  }

  static List<String> lines(byte[] bytes) {
    return new String(bytes, UTF_8).lines().toList();
  }

  static boolean hasFirstLine(List<String> lines) {
    return !lines.isEmpty() && lines.get(0).stripTrailing().equals(FIRST_LINE);
  }
}
