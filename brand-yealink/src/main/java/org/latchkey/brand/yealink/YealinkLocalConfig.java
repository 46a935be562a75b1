package org.latchkey.brand.yealink;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.latchkey.format.KeyValueWriter;

/**
 * What users have changed at the phone, as it uploads that in {@code <mac>-local.cfg} and applies
 * it after all other files (Yealink administrator guide for SIP-T2, T4 and T5 phones, "MAC-local
 * CFG file").
 *
 * <p>Nothing is passed on as it came: every line is taken apart and written anew, and what is not
 * plainly one parameter, comments included, is left out. So it does not matter how a firmware's
 * parser takes line ends, NUL or lines that are too long for it.
 */
final class YealinkLocalConfig {
  // a URL of 511 characters, the longest value of the guide, and its name; a parser that cuts lines
  // would make a second parameter of the rest of a longer one
  private static final int LONGEST_LINE = 640;

  /** The guide: such changes are never saved to this file. */
  private static final String STATIC = "static.";

  /** What older firmware calls by the same names without {@link #STATIC}. */
  private static final List<String> STATIC_FAMILIES =
      List.of(
          "auto_provision.",
          "autoprovision.",
          "configuration.",
          "custom.auto_provision.",
          "custom_factory_configuration.",
          "custom_mac_cfg.",
          "dm.",
          "features.custom_factory_config.",
          "firmware.",
          "local_log.",
          "managementserver.",
          "network.",
          "openvpn.",
          "redirect.",
          "security.",
          "server_certificates.",
          "syslog.",
          "trusted_certificates.",
          "web_item_level.",
          "wifi.",
          "zero_touch.");

  private YealinkLocalConfig() {}

  /** The parameters that may go back; empty if the phone would ignore the file as it is. */
  static Optional<byte[]> clean(byte[] file) {
    int end = lineEnd(file, 0);
    if (line(file, 0, end).filter(YealinkLocalConfig::isFirstLine).isEmpty()) {
      return Optional.empty();
    }
    KeyValueWriter writer = new KeyValueWriter(YealinkGrammar.FIRST_LINE);
    for (int start = end + 1; start < file.length; start = end + 1) {
      end = lineEnd(file, start);
      line(file, start, end).ifPresent(line -> write(writer, line));
    }
    return Optional.of(writer.toBytes());
  }

  private static boolean isFirstLine(String line) {
    return line.stripTrailing().equals(YealinkGrammar.FIRST_LINE);
  }

  private static void write(KeyValueWriter writer, String line) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      return;
    }
    String name = line.substring(0, equals).strip();
    String value = line.substring(equals + 1).strip();
    if (YealinkGrammar.isName(name)
        && KeyValueWriter.objection(value).isEmpty()
        && !isStatic(name)
        && !YealinkReserved.isMentionedIn(line)) {
      writer.line(name, value);
    }
  }

  private static boolean isStatic(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    return key.startsWith(STATIC) || STATIC_FAMILIES.stream().anyMatch(key::startsWith);
  }

  /** A line's text; empty if it is too long or not UTF-8. */
  private static Optional<String> line(byte[] file, int start, int end) {
    if (end - start > LONGEST_LINE) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(file, start, end - start);
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static int lineEnd(byte[] file, int start) {
    int end = start;
    while (end < file.length && file[end] != '\n' && file[end] != '\r') {
      end++;
    }
    return end;
  }
}
