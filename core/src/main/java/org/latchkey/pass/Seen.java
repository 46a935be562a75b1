package org.latchkey.pass;

import java.util.Optional;
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
  private static final int LONGEST = 64;

  /**
   * Checks the lengths.
   *
   * @param model the model's name
   * @param firmware the version
   */
  public Seen {
    if (!fits(model, firmware)) {
      throw InvalidValueException.of("seen", "at most 64 characters each", model + " " + firmware);
    }
  }

  /**
   * Keeps what a header says, if a phone may have said it.
   *
   * @param model the model's name
   * @param firmware the version
   * @return both, or empty if one of them is too long
   */
  public static Optional<Seen> find(String model, String firmware) {
    return fits(model, firmware) ? Optional.of(new Seen(model, firmware)) : Optional.empty();
  }

  private static boolean fits(String model, String firmware) {
    return model.length() <= LONGEST && firmware.length() <= LONGEST;
  }
}
