package org.latchkey;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.device.MacAddress;

/** Request targets read a second way, by patterns and the JDK's decoder. */
final class ReferenceTarget {
  private static final Pattern ESCAPES =
      Pattern.compile("(?:[^%]|%[0-9A-Fa-f]{2})*+", Pattern.DOTALL);
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~:@+$(){}!,=&'*#-]{0,255}");

  private ReferenceTarget() {}

  /** The segments of a target; empty if no phone sends it. */
  static Optional<List<String>> segments(String file) {
    String[] halves = file.split("\\?", 2);
    // a phone that joins without a slash may put a hyphen there instead
    String path = halves[0].startsWith("-") ? halves[0].substring(1) : halves[0];
    List<String> segments = new ArrayList<>();
    for (String raw : path.split("/", -1)) {
      if (raw.length() > 255 || !ESCAPES.matcher(raw).matches()) {
        return Optional.empty();
      }
      String segment = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
      boolean dots = segment.equals(".") || segment.equals("..");
      if (dots || !SEGMENT.matcher(segment).matches()) {
        return Optional.empty();
      }
      if (!segment.isEmpty()) {
        segments.add(segment);
      }
    }
    return file.length() > 512 ? Optional.empty() : Optional.of(segments);
  }

  /** Whether a text spells a MAC, in whatever way it is told to accept. */
  static boolean spells(String text, MacAddress mac) {
    String pairs = mac.toString().replaceAll("(..)(?!$)", "$1[:-]?");
    Matcher plain = Pattern.compile(pairs, Pattern.CASE_INSENSITIVE).matcher(text);
    return plain.find();
  }
}
