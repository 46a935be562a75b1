package org.latchkey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.latchkey.device.MacAddress;

/**
 * The end of a request target behind the provisioning path, taken apart. Strict: what no phone
 * sends (encoded slashes, double encoding, dot segments, path parameters, blanks, anything but
 * ASCII) is refused before anybody interprets it.
 *
 * @param segments the segments of the path, decoded, without empty ones
 * @param queryMac the MAC of {@code ?mac=}
 */
record RequestTarget(List<String> segments, Optional<MacAddress> queryMac) {
  private static final int LONGEST = 512;
  private static final int LONGEST_SEGMENT = 255;
  private static final String ALLOWED_MARKS = "._-~:@+$(){}!,=&'*#";

  /** Takes a target apart; empty if no phone sends such a one. */
  static Optional<RequestTarget> parse(String file) {
    if (file.length() > LONGEST) {
      return Optional.empty();
    }
    int question = file.indexOf('?');
    String path = question < 0 ? file : file.substring(0, question);
    List<String> segments = new ArrayList<>(2);
    for (String raw : joinedBySlash(path).split("/", -1)) {
      Optional<String> segment = decode(raw);
      if (segment.isEmpty()) {
        return Optional.empty();
      }
      if (!segment.get().isEmpty()) {
        segments.add(segment.get());
      }
    }
    String query = question < 0 ? "" : file.substring(question + 1);
    return Optional.of(new RequestTarget(List.copyOf(segments), queryMac(query)));
  }

  /** The file's name; empty if the target names a folder. */
  String name() {
    return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
  }

  /**
   * A phone that joins URL and file without a slash may put a hyphen there instead. It goes before
   * the segments are judged, or {@code -..} would become two dots.
   */
  private static String joinedBySlash(String path) {
    return path.startsWith("-") ? path.substring(1) : path;
  }

  private static Optional<String> decode(String raw) {
    if (raw.length() > LONGEST_SEGMENT) {
      return Optional.empty();
    }
    String text = raw;
    if (raw.indexOf('%') >= 0) {
      Optional<String> decoded = percentDecode(raw);
      if (decoded.isEmpty()) {
        return decoded;
      }
      text = decoded.get();
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letterOrDigit =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letterOrDigit && ALLOWED_MARKS.indexOf(c) < 0) {
        return Optional.empty();
      }
    }
    return text.equals(".") || text.equals("..") ? Optional.empty() : Optional.of(text);
  }

  private static Optional<String> percentDecode(String raw) {
    byte[] bytes = new byte[raw.length()];
    int length = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '%') {
        bytes[length++] = (byte) (c < 0x80 ? c : 0);
        continue;
      }
      if (i + 2 >= raw.length()) {
        return Optional.empty();
      }
      int high = hex(raw.charAt(i + 1));
      int low = hex(raw.charAt(i + 2));
      if ((high | low) < 0) {
        return Optional.empty();
      }
      bytes[length++] = (byte) ((high << 4) | low);
      i += 2;
    }
    return Optional.of(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
  }

  private static int hex(char c) {
    return HexFormat.isHexDigit(c) ? HexFormat.fromHexDigit(c) : -1;
  }

  private static Optional<MacAddress> queryMac(String query) {
    for (String pair : query.split("&", -1)) {
      if (pair.toLowerCase(Locale.ROOT).startsWith("mac=")) {
        return MacAddress.parse(pair.substring(4).replace("%3A", ":").replace("%3a", ":"));
      }
    }
    return Optional.empty();
  }
}
