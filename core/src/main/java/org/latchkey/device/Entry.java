package org.latchkey.device;

import java.util.Optional;
import org.latchkey.error.InvalidValueException;

/**
 * One setting of a layer or a device: neutral ({@code resync.interval}) or native and bound to a
 * brand ({@code yealink:voice.tone.country}), so that it never reaches another brand's file.
 *
 * @param parameter 1 to 200 characters without blanks; a brand's id and a colon make it native
 * @param value up to 2,000 characters on one line; may be empty
 * @param description why somebody set it, up to 500 characters; may be empty
 * @since 1.0
 */
public record Entry(String parameter, String value, String description) {
  /**
   * Checks every part.
   *
   * @param parameter the setting's name
   * @param value its value
   * @param description why somebody set it
   */
  public Entry {
    if (parameter.isEmpty() || parameter.chars().anyMatch(c -> c <= 0x20 || c > 0x7e)) {
      throw InvalidValueException.of(
          "parameter", "1 to 200 printable ASCII characters without blanks", parameter);
    }
    Text.line("parameter", parameter, 200);
    // of some parameters the value is a password
    Text.secretLine("value", value, 2_000);
    Text.line("description", description, 500);
  }

  /**
   * Tells which brand the entry is bound to.
   *
   * @return the brand's id, or empty for a neutral setting
   */
  public Optional<String> brand() {
    int colon = parameter.indexOf(':');
    return colon < 0 ? Optional.empty() : Optional.of(parameter.substring(0, colon));
  }

  /**
   * Tells the name without the brand.
   *
   * @return the native name of a bound entry, the neutral name otherwise
   */
  public String name() {
    return parameter.substring(parameter.indexOf(':') + 1);
  }
}
