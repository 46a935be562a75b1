package org.latchkey.device;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.latchkey.error.InvalidValueException;

/**
 * Somebody in a phone book.
 *
 * @param name how it is shown, 1 to 100 characters; what no phone can show, such as a control
 *     character, becomes a blank or a question mark
 * @param numbers 1 to 3 numbers, the first of them the one that is dialled where a phone knows one
 *     only; no kind twice
 * @since 1.0
 */
public record Contact(String name, List<PhoneNumber> numbers) {
  private static final int LONGEST_NAME = 100;
  private static final Pattern DIALLABLE = Pattern.compile("\\+?[0-9*#]{1,32}");

  /** What a number is, in the words that all brands have. */
  public enum Kind {
    /** At work: an extension or a desk. */
    WORK,
    /** A mobile phone. */
    MOBILE,
    /** Anything else, such as at home. */
    OTHER
  }

  /**
   * A number of somebody.
   *
   * @param kind what it is
   * @param number what is dialled: 1 to 32 digits, stars and hashes, with or without a plus sign
   *     before them
   */
  public record PhoneNumber(Kind kind, String number) {
    /**
     * Checks that it can be dialled.
     *
     * @param kind what it is
     * @param number what is dialled
     */
    public PhoneNumber {
      if (!DIALLABLE.matcher(number).matches()) {
        throw InvalidValueException.of(
            "number", "1 to 32 digits, '*' or '#', with or without '+' before them", number);
      }
    }
  }

  /**
   * Checks every part and makes the name one that can be shown.
   *
   * @param name how it is shown
   * @param numbers its numbers
   */
  public Contact {
    name = shown(name);
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw InvalidValueException.of("name", "1 to " + LONGEST_NAME + " characters", name);
    }
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    List<PhoneNumber> all = new ArrayList<>(numbers);
    if (all.isEmpty() || !all.stream().allMatch(number -> kinds.add(number.kind()))) {
      throw InvalidValueException.of("numbers", "1 to 3, one of each kind", all.size());
    }
    numbers = List.copyOf(all);
  }

  /**
   * How one number is shown by phones that know one number for each entry.
   *
   * @param number one of the numbers
   * @return the name; with the kind behind it if there are other numbers
   */
  public String nameOf(PhoneNumber number) {
    return numbers.size() == 1
        ? name
        : name + " (" + number.kind().name().toLowerCase(Locale.ROOT) + ")";
  }

  /** A text in which nothing ends a line, and which every grammar can carry. */
  private static String shown(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                shown.append(' ');
              } else if (isNoCharacter(c)) {
                shown.append('?');
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString().strip();
  }

  private static boolean isNoCharacter(int c) {
    return (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        || (c & 0xfffe) == 0xfffe
        || (c >= 0xfdd0 && c <= 0xfdef);
  }
}
