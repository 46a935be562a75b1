package org.latchkey.testkit.cisco;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.testkit.phone.PhoneCredential;

/** The bracket of a rule. Never prints its values. */
final class RuleOptions {
  private static final Pattern TOKEN = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Set<String> FLAGS = Set.of("--delta", "--status");

  private final Map<String, String> values = new HashMap<>();
  private final Set<String> flags = new HashSet<>();

  private RuleOptions() {}

  /** Reads a bracket; the values are expanded, user name and password as the setup says. */
  static RuleOptions parse(String text, CiscoSetup setup, Macros macros) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    RuleOptions options = new RuleOptions();
    for (int i = 0; i < tokens.size(); i++) {
      String name = tokens.get(i);
      if (FLAGS.contains(name)) {
        options.flags.add(name);
      } else if (name.startsWith("--") && i + 1 < tokens.size()) {
        i++;
        boolean secrets = name.equals("--key") || setup.secretMacrosInCredential();
        String raw = tokens.get(i);
        options.values.put(name, secrets ? macros.expandOption(raw) : macros.expand(raw));
      }
    }
    if (!setup.model().family().ruleCredentials()) {
      options.values.keySet().removeAll(Set.of("--uid", "--pwd"));
    }
    return options;
  }

  /** The credential, present as soon as one half of it is written. */
  Optional<PhoneCredential> credential() {
    return values.containsKey("--uid") || values.containsKey("--pwd")
        ? Optional.of(
            new PhoneCredential(values.getOrDefault("--uid", ""), values.getOrDefault("--pwd", "")))
        : Optional.empty();
  }

  Optional<String> key() {
    return Optional.ofNullable(values.get("--key"));
  }

  /** The parameter whose value is posted. */
  Optional<String> post() {
    return Optional.ofNullable(values.get("--post"));
  }

  boolean delta() {
    return flags.contains("--delta");
  }

  @Override
  public String toString() {
    return values.keySet() + " " + flags;
  }
}
