package org.latchkey.testkit.grandstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The old binary file: length, checksum, MAC, an empty line, and pairs as in a URL, closed by the
 * pair {@code gnkey}.
 */
final class BinaryFile {
  private static final int HEAD = 16;
  private static final String LAST = "gnkey";

  private BinaryFile() {}

  /**
   * Reads one file.
   *
   * @return values by P number, in order
   * @throws FileException if the phone rejects it, whatever is in it
   */
  static Map<String, String> parse(byte[] bytes, String mac) throws FileException {
    if (bytes.length < HEAD || bytes.length % 2 != 0) {
      throw new FileException("too short, or of odd length");
    }
    ByteBuffer words = ByteBuffer.wrap(bytes);
    if (Integer.toUnsignedLong(words.getInt(0)) * 2 != bytes.length) {
      throw new FileException("tells another length");
    }
    int sum = 0;
    while (words.hasRemaining()) {
      sum += words.getShort();
    }
    if ((sum & 0xffff) != 0) {
      throw new FileException("wrong checksum");
    }
    if (!HexFormat.of().formatHex(bytes, 6, 12).equals(mac)) {
      throw new FileException("MAC addresses are not matched");
    }
    if (!new String(bytes, 12, 4, ISO_8859_1).equals("\r\n\r\n")) {
      throw new FileException("no empty line before the values");
    }
    return values(new String(Arrays.copyOfRange(bytes, HEAD, bytes.length), ISO_8859_1));
  }

  private static Map<String, String> values(String body) throws FileException {
    Map<String, String> values = new LinkedHashMap<>();
    String last = "";
    for (String pair : body.replaceFirst("\0*$", "").split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new FileException("a pair without name");
      }
      last = pair.substring(0, equals);
      try {
        values.put(last, URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      } catch (IllegalArgumentException e) {
        throw new FileException("a value that is not encoded as in a URL");
      }
    }
    if (!last.equals(LAST)) {
      throw new FileException("does not end with gnkey");
    }
    values.remove(LAST);
    return values;
  }
}
