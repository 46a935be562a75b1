package org.latchkey.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.latchkey.error.InvalidValueException;

/**
 * One neutral setting of the {@link Vocabulary}: what may be said about any phone, in no brand's
 * words.
 *
 * @param name its name, such as {@code resync.interval}
 * @param type what its values are
 * @param unit the unit of a number; empty for other types
 * @param least the least number
 * @param most the largest number
 * @param defaultValue what holds where no layer says anything
 * @param description what it does
 * @since 1.0
 */
public record Setting(
    String name,
    Type type,
    String unit,
    long least,
    long most,
    String defaultValue,
    String description) {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9\\[][A-Za-z0-9.:_\\]-]{0,252}");

  /** What the values of a setting are. */
  public enum Type {
    /** A whole number within a range. */
    NUMBER,
    /** {@code yes} or {@code no}. */
    FLAG,
    /** A host name or address; empty for none. */
    HOST,
    /** The name of a time zone in the IANA data base. */
    ZONE
  }

  /**
   * Checks a value.
   *
   * @param value the value in the spelling of layers and REST
   * @throws InvalidValueException if the setting does not allow it; the field is the setting's name
   */
  public void check(String value) {
    boolean good =
        switch (type) {
          case NUMBER -> value.matches("\\d{1,9}") && inRange(Long.parseLong(value));
          case FLAG -> value.equals("yes") || value.equals("no");
          case HOST -> value.isEmpty() || HOST.matcher(value).matches();
          case ZONE -> isZone(value);
        };
    if (!good) {
      throw InvalidValueException.of(name, allowed(), value);
    }
  }

  private boolean inRange(long number) {
    return number >= least && number <= most;
  }

  private static boolean isZone(String value) {
    try {
      return !value.isEmpty() && ZoneId.of(value) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private String allowed() {
    return switch (type) {
      case NUMBER -> (least + " to " + most + " " + unit).strip();
      case FLAG -> "yes or no";
      case HOST -> "a host name or address, or empty";
      case ZONE -> "the name of a time zone such as Europe/Berlin";
    };
  }

  static Type type(String text) {
    return Type.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
