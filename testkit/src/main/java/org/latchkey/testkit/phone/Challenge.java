package org.latchkey.testkit.phone;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One challenge of a {@code WWW-Authenticate} line.
 *
 * @param scheme the scheme's name as sent
 * @param parameters parameters by lower-case name, quotes and escapes removed
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1">RFC 9110 section 11.6.1</a>
 * @since 1.0
 */
public record Challenge(String scheme, Map<String, String> parameters) {
  /**
   * Copies the parameters.
   *
   * @param scheme the scheme's name as sent
   * @param parameters parameters by lower-case name
   */
  public Challenge {
    parameters = Map.copyOf(parameters);
  }

  /**
   * One parameter.
   *
   * @param name its name in lower case
   * @return the value, or empty if it was not sent
   */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /**
   * Tells whether this challenge is of a scheme.
   *
   * @param wanted the scheme
   * @return whether the names are equal without regard to letter case
   */
  public boolean is(AuthScheme wanted) {
    return scheme.equalsIgnoreCase(wanted.token());
  }

  /**
   * Tells whether only the nonce was too old.
   *
   * @return whether {@code stale} is true
   */
  public boolean stale() {
    return parameter("stale").map(s -> s.toLowerCase(Locale.ROOT).equals("true")).orElse(false);
  }
}
