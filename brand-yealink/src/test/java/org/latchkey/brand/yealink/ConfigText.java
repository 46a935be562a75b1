package org.latchkey.brand.yealink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A configuration as a phone may read it. Takes for a line end whatever any parser may, so that a
 * value which breaks out of its line is seen; shares nothing with the writer.
 */
record ConfigText(List<String> names, Map<String, String> values, Map<String, List<String>> all) {
  private static final String LINE_ENDS = "\r\n\u000b\f\u0085\u2028\u2029\u0000\u001a";

  static ConfigText of(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (LINE_ENDS.indexOf(c) >= 0) {
        lines.add(line.toString());
        line.setLength(0);
      } else {
        line.append(c);
      }
    }
    if (line.length() > 0) {
      throw new AssertionError("the last line has no end");
    }
    if (!lines.remove(0).equals("#!version:1.0.0.1")) {
      throw new AssertionError("the first line is wrong");
    }
    List<String> names = new ArrayList<>();
    Map<String, String> values = new TreeMap<>();
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String each : lines) {
      int equals = each.indexOf(" = ");
      if (equals < 1 || each.startsWith("#")) {
        throw new AssertionError("no parameter: " + each);
      }
      names.add(each.substring(0, equals));
      values.put(each.substring(0, equals), each.substring(equals + 3));
      all.computeIfAbsent(each.substring(0, equals), name -> new ArrayList<>())
          .add(each.substring(equals + 3));
    }
    return new ConfigText(names, values, all);
  }

  /** The value, or the empty text where there is none: the writer never writes an empty one. */
  String get(String name) {
    return values.getOrDefault(name, "");
  }

  boolean has(String name) {
    return values.containsKey(name);
  }
}
