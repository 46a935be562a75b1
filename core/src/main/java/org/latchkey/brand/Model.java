package org.latchkey.brand;

import java.util.Map;
import java.util.Optional;
import org.latchkey.error.InvalidValueException;

/**
 * One model of a brand: a row of its table.
 *
 * @param name the model's name, such as {@code T46S}
 * @param lines how many SIP accounts it has, at least 1
 * @param keys how many line keys it has, pages included; 0 for none
 * @param columns what else the brand's table says of it
 * @param noCredential why phones of this model cannot be given a credential of their own, in words
 *     for an administrator; empty if they can. Without one a phone cannot be armed and gets no
 *     configuration: "no credential" never means "open"
 * @since 1.0
 */
public record Model(
    String name, int lines, int keys, Map<String, String> columns, Optional<String> noCredential) {
  /**
   * Copies the columns.
   *
   * @param name the model's name
   * @param lines how many SIP accounts
   * @param keys how many line keys
   * @param columns what else the table says
   * @param noCredential why it cannot have a credential of its own
   */
  public Model {
    columns = Map.copyOf(columns);
    if (lines < 1 || keys < 0) {
      throw InvalidValueException.of(name, "a model with at least one line", lines + "/" + keys);
    }
  }

  /**
   * A model that can have a credential of its own.
   *
   * @param name the model's name
   * @param lines how many SIP accounts
   * @param keys how many line keys
   * @param columns what else the table says
   */
  public Model(String name, int lines, int keys, Map<String, String> columns) {
    this(name, lines, keys, columns, Optional.empty());
  }

  /**
   * The same model, which cannot have a credential of its own.
   *
   * @param reason why, in words for an administrator
   * @return the changed model
   */
  public Model withoutCredential(String reason) {
    return new Model(name, lines, keys, columns, Optional.of(reason));
  }
}
