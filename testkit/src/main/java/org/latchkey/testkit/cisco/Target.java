package org.latchkey.testkit.cisco;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule as evaluated at this moment: where to go and what to do before.
 *
 * @param url address with its scheme, or empty if nothing is asked
 * @param options the bracket
 * @param assignments parameters that the rule itself sets
 */
record Target(String url, RuleOptions options, Map<String, String> assignments) {
  private static final Pattern ASSIGNMENT =
      Pattern.compile("\\s*([\\w-]+)\\s*=\\s*(?:\"([^\"]*)\"|([^;]*))\\s*;?");

  /**
   * Evaluates a rule: the first alternative counts whose condition holds.
   *
   * @throws IllegalArgumentException if it cannot be read; the text is not repeated
   */
  static Target of(String rule, CiscoSetup setup, Macros macros, String dhcpBase) {
    for (Rule.Alternative alternative : Rule.parse(rule).alternatives()) {
      if (alternative.condition().isEmpty() || Condition.holds(alternative.condition(), macros)) {
        String url = macros.expand(alternative.url()).replace(" ", "%20");
        return new Target(
            absolute(url, dhcpBase),
            RuleOptions.parse(alternative.options(), setup, macros),
            assignments(alternative.assignment(), macros));
      }
    }
    return new Target("", RuleOptions.parse("", setup, macros), Map.of());
  }

  /** Without scheme TFTP, without host that of DHCP. */
  private static String absolute(String url, String dhcpBase) {
    if (url.isEmpty() || url.contains("://")) {
      return url;
    }
    if (url.startsWith("/")) {
      return dhcpBase.isEmpty() ? "" : dhcpBase + url;
    }
    return "tftp://" + url;
  }

  private static Map<String, String> assignments(String text, Macros macros) {
    Map<String, String> all = new LinkedHashMap<>();
    Matcher matcher = ASSIGNMENT.matcher(text);
    while (matcher.find()) {
      String quoted = matcher.group(2);
      all.put(matcher.group(1), macros.expand(quoted == null ? matcher.group(3) : quoted).strip());
    }
    return all;
  }

  /** Without the credential. */
  @Override
  public String toString() {
    return url;
  }
}
