package org.latchkey.testkit.cisco;

import java.util.regex.Pattern;

/** Writes the configuration as phones report it: without secrets, but rules as they are. */
final class ReportFile {
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(?:passw(?:or)?d|private_key).*|GPP_S[A-D]|IKM_.*");

  private final Memory memory;

  ReportFile(Memory memory) {
    this.memory = memory;
  }

  /** All parameters, or only those that are not as in the last report. */
  String write(boolean delta) {
    StringBuilder xml = new StringBuilder("<device>\n<flat-profile>\n");
    memory
        .current()
        .forEach(
            (name, value) -> {
              boolean wanted = !delta || !value.equals(memory.reported().get(name));
              if (wanted && !SECRET.matcher(name).matches()) {
                element(xml, name, value);
              }
            });
    return xml.append("</flat-profile>\n</device>\n").toString();
  }

  private static void element(StringBuilder xml, String name, String value) {
    String[] path = name.split("/", -1);
    for (String step : path) {
      xml.append('<').append(step).append('>');
    }
    xml.append(value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    for (int i = path.length - 1; i >= 0; i--) {
      xml.append("</").append(path[i]).append('>');
    }
    xml.append('\n');
  }
}
