package org.latchkey.brand;

import java.util.Map;
import org.latchkey.error.InvalidValueException;

/**
 * One model of a brand: a row of its table.
 *
 * @param name the model's name, such as {@code T46S}
 * @param lines how many SIP accounts it has, at least 1
 * @param keys how many line keys it has, pages included; 0 for none
 * @param columns what else the brand's table says of it
 * @since 1.0
 */
public record Model(String name, int lines, int keys, Map<String, String> columns) {
  /**
   * Copies the columns.
   *
   * @param name the model's name
   * @param lines how many SIP accounts
   * @param keys how many line keys
   * @param columns what else the table says
   */
  public Model {
    columns = Map.copyOf(columns);
    if (lines < 1 || keys < 0) {
      throw InvalidValueException.of(name, "a model with at least one line", lines + "/" + keys);
    }
  }
}
