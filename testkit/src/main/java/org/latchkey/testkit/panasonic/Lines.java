package org.latchkey.testkit.panasonic;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines out of a configuration. Which of the two parameters for the user counts if both
 * are set is not documented; here it is {@code SIP_URI}.
 */
final class Lines {
  private static final Pattern USER =
      Pattern.compile("(?:PHONE_NUMBER|SIP_URI)((?:_PS\\d{1,3})?_\\d{1,3})");
  private static final Pattern URI = Pattern.compile("(?:sips?:)?([^@]*)(?:@.*)?");

  private final Map<String, String> values;

  Lines(Map<String, String> values) {
    this.values = values;
  }

  /** SIP users of the lines that are on, in order. */
  Set<String> users() {
    Set<String> users = new LinkedHashSet<>();
    for (String name : values.keySet()) {
      Matcher matcher = USER.matcher(name);
      if (matcher.matches() && enabled(matcher.group(1))) {
        users.add(user(matcher.group(1)));
      }
    }
    users.remove("");
    return users;
  }

  private String user(String index) {
    String uri = values.getOrDefault("SIP_URI" + index, "");
    Matcher matcher = URI.matcher(uri);
    return uri.isEmpty() || !matcher.matches()
        ? values.getOrDefault("PHONE_NUMBER" + index, "")
        : matcher.group(1);
  }

  private boolean enabled(String index) {
    return !isOff("LINE_ENABLE" + index) && !isOff("PROFILE_ENABLE" + index);
  }

  private boolean isOff(String name) {
    String value = values.getOrDefault(name, "");
    return value.equals("Disabled") || value.equals("No");
  }
}
