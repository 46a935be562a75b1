package org.latchkey.testkit.cisco;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code $NAME} in rules. What it does not know stays as it is; nothing is replaced twice.
 */
final class Macros {
  private static final Pattern MACRO =
      Pattern.compile(
          "\\$(?:(\\$)|\\(([A-Z][A-Z0-9]*)(?::(\\d{1,4})(?::(\\d{1,4}))?)?\\)|([A-Z][A-Z0-9]*))");
  private static final Pattern LINE = Pattern.compile("(UID|AUTHID|DISPLAYNAME|PROXY)(\\d{1,2})");
  private static final Map<String, String> LINE_PARAMETERS =
      Map.of(
          "UID",
          "User_ID_",
          "AUTHID",
          "Auth_ID_",
          "DISPLAYNAME",
          "Display_Name_",
          "PROXY",
          "Proxy_");

  private final CiscoSetup setup;
  private final Memory memory;
  private final String state;

  /** The state is what {@code $PRVST} stands for: 0 power-up, 1 periodic, 2 retry, -1 by hand. */
  Macros(CiscoSetup setup, Memory memory, String state) {
    this.setup = setup;
    this.memory = memory;
    this.state = state;
  }

  /** Expands a text of a rule outside the bracket. */
  String expand(String text) {
    return expand(text, false);
  }

  /** Expands an option's value, where the secret parameters are known too. */
  String expandOption(String text) {
    return expand(text, true);
  }

  private String expand(String text, boolean secrets) {
    Matcher matcher = MACRO.matcher(text);
    return matcher.replaceAll(m -> Matcher.quoteReplacement(replace(m, secrets)));
  }

  private String replace(MatchResult match, boolean secrets) {
    if (match.group(1) != null) {
      return "$";
    }
    String name = match.group(2) == null ? match.group(5) : match.group(2);
    return value(name, secrets).map(v -> part(v, match)).orElse(match.group());
  }

  /** {@code :p:q} takes q characters from position p. */
  private static String part(String value, MatchResult match) {
    if (match.group(3) == null) {
      return value;
    }
    int from = Math.min(value.length(), Integer.parseInt(match.group(3)));
    int length = match.group(4) == null ? value.length() : Integer.parseInt(match.group(4));
    return value.substring(from, Math.min(value.length(), from + length));
  }

  private Optional<String> value(String name, boolean secrets) {
    if (name.matches("[A-P]")) {
      return Optional.of(memory.get("GPP_" + name));
    }
    if (name.matches("S[A-D]")) {
      return secrets ? Optional.of(memory.get("GPP_" + name)) : Optional.empty();
    }
    Matcher line = LINE.matcher(name);
    if (line.matches()) {
      return Optional.of(memory.get(LINE_PARAMETERS.get(line.group(1)) + line.group(2) + "_"));
    }
    return switch (name) {
      case "MA" -> Optional.of(setup.mac());
      case "MAU" -> Optional.of(setup.mac().toUpperCase(Locale.ROOT));
      case "MAC" -> Optional.of(setup.mac().replaceAll("..(?!$)", "$0:"));
      case "PN" -> Optional.of(setup.model().product());
      case "PSN" -> Optional.of(setup.model().series());
      case "SN" -> Optional.of(setup.serial());
      case "SWVER" -> Optional.of(memory.firmware().load());
      case "PRVST" -> Optional.of(state);
      case "CCERT" -> Optional.of(setup.clientCertificate() ? "Installed" : "Not Installed");
      case "ISCUST" ->
          Optional.of(memory.customization() == Memory.Customization.ACQUIRED ? "1" : "0");
      default -> Optional.empty();
    };
  }
}
