package org.latchkey.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Writes {@code docs/settings.md} from the vocabulary's resource file. */
final class SettingsPage {
  private static final String RESOURCE = "settings.txt";
  private static final String HEAD =
      """
      # Neutral settings

      Made from `%s` by the command in CONTRIBUTING.md; do not edit.

      A setting is an entry of a layer or of one device (`"overrides":[{"parameter":"resync.interval","value":"60"}]`) and means
      the same on phones of every brand. It holds for the whole phone; what concerns SIP holds for all of its lines alike. What one line or one brand
      shall do otherwise is a native entry with the brand before it, such as `yealink:account.2.srtp_encryption`, and a native entry beats a neutral one.

      A setting without a default may be empty: the phone keeps its own default, and what a weaker layer said is taken back.
      A setting that a model cannot express changes nothing there.
      """
          .formatted("core/src/main/resources/org/latchkey/config/" + RESOURCE);

  private SettingsPage() {}

  static String text() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    for (String line : lines()) {
      if (line.startsWith("## ")) {
        page.append('\n').append(line).append("\n\n");
        page.append("| Setting | Values | Default | What it does |\n|---|---|---|---|\n");
      } else if (!line.isBlank() && !line.startsWith("#")) {
        page.append(row(line.substring(0, line.indexOf('|')).strip()));
      }
    }
    return page.toString();
  }

  private static String row(String name) {
    Setting setting = Vocabulary.standard().get(name.replaceAll("\\{1-\\d\\}", "1"));
    String shown = name.replaceAll("\\{1-\\d\\}", "N");
    String numbers = name.replaceAll(".*\\{1-(\\d)\\}.*", " (N = 1 to $1)");
    return "| `"
        + shown
        + "`"
        + (numbers.equals(name) ? "" : numbers)
        + " | "
        + Forms.allowed(setting).replace("|", "\\|")
        + " | "
        + (setting.defaultValue().isEmpty() ? "" : "`" + setting.defaultValue() + "`")
        + " | "
        + setting.description().replace("|", "\\|")
        + " |\n";
  }

  private static List<String> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Vocabulary.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
