package org.latchkey.brand.panasonic;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.latchkey.config.Parameter;
import org.latchkey.config.Parameters;
import org.latchkey.error.RenderException;

/**
 * A file of {@code NAME="value"} (KX-UT123 guide page 46, KX-UT670 guide pages 117 and 136,
 * KX-HDV100 guide page 49): the first line decides whether it is one, every line ends in CR LF, and
 * the last one is empty. Of a name that stands twice the first counts, so each is written once.
 */
final class PanasonicFlat {
  private static final String FIRST =
      "# Panasonic SIP Phone Standard Format File # DO NOT CHANGE THIS LINE!";
  private static final String FIRST_PCC = "# PCC Standard Format File # DO NOT CHANGE THIS LINE!";
  private static final String END = "\r\n";

  private static final int LONGEST_NAME = 32;
  private static final int LONGEST_LINE = 537;

  /** A phone holds 120 KB in all files, and loads this one under two addresses. */
  private static final int LONGEST_FILE = 60_000;

  /** So does a base for many handsets, which holds 2,040 KB. */
  private static final int LONGEST_FILE_OF_SYSTEM = 1_020_000;

  private static final String HANDSET = "_PS";

  private PanasonicFlat() {}

  /** Writes parameters; the last one of a name counts, in the place of the first. */
  static byte[] write(Parameters parameters) {
    Map<String, Parameter> byName = new LinkedHashMap<>(512);
    boolean pcc = false;
    boolean system = false;
    for (Parameter parameter : parameters.list()) {
      byName.put(parameter.name(), parameter);
      pcc |= PanasonicNames.isLabelOfLine(parameter.name());
      system |= parameter.name().contains(HANDSET);
    }
    return write(byName.values(), pcc, system ? LONGEST_FILE_OF_SYSTEM : LONGEST_FILE);
  }

  /** A valid file with nothing in it, or with one parameter. */
  static byte[] write(boolean pcc, List<Parameter> parameters) {
    return write(parameters, pcc, LONGEST_FILE);
  }

  private static byte[] write(Collection<Parameter> parameters, boolean pcc, int most) {
    StringBuilder out = new StringBuilder(8_192).append(pcc ? FIRST_PCC : FIRST).append(END);
    int length = out.length() + END.length();
    for (Parameter parameter : parameters) {
      int start = out.length();
      append(out, parameter);
      int bytes = bytes(out, start);
      length += bytes;
      if (bytes > LONGEST_LINE) {
        throw refused(parameter, "must fit into a line of " + LONGEST_LINE + " bytes");
      }
      if (length > most) {
        throw refused(parameter, "makes the file longer than " + most + " bytes");
      }
    }
    return out.append(END).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder out, Parameter parameter) {
    String objection = PanasonicText.unwritable(parameter.value(), false);
    if (!isName(parameter.name())) {
      objection =
          "the name may have letters, digits and '_' only, at most " + LONGEST_NAME + " of them";
    }
    if (!objection.isEmpty()) {
      throw refused(parameter, objection);
    }
    out.append(parameter.name()).append("=\"").append(parameter.value()).append('"').append(END);
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      int lower = c | 0x20;
      if (c >= 0x80 || ((lower < 'a' || lower > 'z') && (c < '0' || c > '9') && c != '_')) {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= LONGEST_NAME;
  }

  /** How many bytes of UTF-8 a stretch has. */
  private static int bytes(CharSequence text, int start) {
    int bytes = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      // the two halves of a pair make four bytes
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }

  private static RenderException refused(Parameter parameter, String problem) {
    return new RenderException(parameter.origin().label(), parameter.name(), problem);
  }
}
