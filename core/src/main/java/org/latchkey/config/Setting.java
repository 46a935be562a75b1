package org.latchkey.config;

import java.util.List;
import java.util.Locale;
import org.latchkey.error.InvalidValueException;

/**
 * One neutral setting of the {@link Vocabulary}: what may be said about any phone, in no brand's
 * words. It holds for the whole phone; what concerns SIP holds for all of its lines alike, and what
 * one line shall do otherwise is a native entry.
 *
 * @param name its name, such as {@code resync.interval}
 * @param type what its values are
 * @param choices the words that a choice or a list is made of; empty for other types
 * @param unit the unit of a number; empty for other types
 * @param least the least number, or the least length of a text
 * @param most the largest number, or the greatest length of a text
 * @param defaultValue what holds where no layer says anything; empty leaves the phone's own default
 * @param description what it does
 * @since 1.0
 */
public record Setting(
    String name,
    Type type,
    List<String> choices,
    String unit,
    long least,
    long most,
    String defaultValue,
    String description) {

  /**
   * Copies the choices.
   *
   * @param name its name
   * @param type what its values are
   * @param choices the words of a choice or a list
   * @param unit the unit of a number
   * @param least the least number or length
   * @param most the largest number or greatest length
   * @param defaultValue what holds where no layer says anything
   * @param description what it does
   */
  public Setting {
    choices = List.copyOf(choices);
  }

  /** What the values of a setting are. */
  public enum Type {
    /** A whole number within a range. */
    NUMBER,
    /** {@code yes} or {@code no}. */
    FLAG,
    /** One of some words. */
    CHOICE,
    /** Some of some words in the order that matters, between commas, none twice. */
    LIST,
    /** Any text on one line. */
    TEXT,
    /** A text that is never shown: printable ASCII. */
    SECRET,
    /** A host name or address. */
    HOST,
    /** An http or https URL without user and password. */
    URL,
    /** The name of a time zone in the IANA data base. */
    ZONE,
    /** A time of day: {@code HH:MM}. */
    TIME,
    /** What a telephone can dial: digits, {@code *}, {@code #} and {@code +}. */
    DIGITS,
    /**
     * Patterns of numbers between bars, in the manner of a digit map (RFC 3435 section 2.1.5):
     * digits, {@code x} for any digit, {@code [2-9]} for one of several, {@code .} for any number
     * of the last, {@code T} at the end for a pause.
     */
    DIGITMAP,
    /** Beginnings of numbers and what replaces them, such as {@code 9:,00:+}. */
    REWRITES
  }

  /**
   * Checks a value. The empty text is a value of every setting that has no default: it leaves the
   * phone's own default, and takes back what a weaker layer said.
   *
   * @param value the value in the spelling of layers and REST
   * @throws InvalidValueException if the setting does not allow it; the field is the setting's
   *     name, and the message never has the value of a secret
   */
  public void check(String value) {
    if (value.isEmpty() ? !defaultValue.isEmpty() : !Forms.fits(this, value)) {
      String allowed = Forms.allowed(this) + (defaultValue.isEmpty() ? ", or empty" : "");
      throw secret()
          ? InvalidValueException.ofSecret(name, allowed)
          : InvalidValueException.of(name, allowed, value);
    }
  }

  /**
   * Tells whether values must never be shown.
   *
   * @return true for secrets
   */
  public boolean secret() {
    return type == Type.SECRET;
  }

  static Type type(String text) {
    return Type.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
