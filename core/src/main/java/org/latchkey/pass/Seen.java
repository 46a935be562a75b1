package org.latchkey.pass;

import org.latchkey.error.InvalidValueException;

/**
 * Model and firmware that a phone named when it proved its credential. Its configuration is written
 * for these until the next proof, so that the same inputs give the same bytes.
 *
 * @param model the model's name in its brand
 * @param firmware the version as the phone spells it, at most 64 characters
 * @since 1.0
 */
public record Seen(String model, String firmware) {
  /**
   * Checks the lengths.
   *
   * @param model the model's name
   * @param firmware the version
   */
  public Seen {
    if (model.length() > 64 || firmware.length() > 64) {
      throw InvalidValueException.of("seen", "at most 64 characters each", model + " " + firmware);
    }
  }
}
