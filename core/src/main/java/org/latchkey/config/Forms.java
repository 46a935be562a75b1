package org.latchkey.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What values of each type look like, and how to say so. */
final class Forms {
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:_-]{0,251}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]{2,45}\\]");
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern DIGITS = Pattern.compile("[0-9*#+]+");
  private static final Pattern REWRITES =
      Pattern.compile("[0-9*#+]+:[0-9*#+]*(,[0-9*#+]+:[0-9*#+]*)*");

  // every repetition is bounded by the length of a value, and no two of them compete
  private static final String ONE = "(?:[0-9*#+x]|\\[(?:[0-9](?:-[0-9])?)+\\])\\.?";
  private static final Pattern DIGITMAP =
      Pattern.compile("(?:" + ONE + ")++T?(?:\\|(?:" + ONE + ")++T?)*+");

  private Forms() {}

  static boolean fits(Setting setting, String value) {
    return switch (setting.type()) {
      case NUMBER -> NUMBER.matcher(value).matches() && within(setting, Long.parseLong(value));
      case FLAG -> value.equals("yes") || value.equals("no");
      case CHOICE -> setting.choices().contains(value);
      case LIST -> isList(setting.choices(), value);
      case TEXT ->
          within(setting, value.length()) && value.chars().noneMatch(Character::isISOControl);
      case SECRET ->
          within(setting, value.length())
              && value.equals(value.strip())
              && value.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
      case HOST -> HOST.matcher(value).matches();
      case URL -> within(setting, value.length()) && isUrl(value);
      case ZONE -> TimeZones.standard().find(value).isPresent();
      case TIME -> TIME.matcher(value).matches();
      case DIGITS -> within(setting, value.length()) && DIGITS.matcher(value).matches();
      case DIGITMAP -> within(setting, value.length()) && DIGITMAP.matcher(value).matches();
      case REWRITES -> within(setting, value.length()) && REWRITES.matcher(value).matches();
    };
  }

  /** The form in words, to follow "must be". */
  static String allowed(Setting setting) {
    return switch (setting.type()) {
      case NUMBER -> (setting.least() + " to " + setting.most() + " " + setting.unit()).strip();
      case FLAG -> "yes or no";
      case CHOICE -> "one of " + String.join(", ", setting.choices());
      case LIST -> "some of " + String.join(",", setting.choices()) + " between commas, none twice";
      case TEXT -> lengths(setting) + " characters on one line";
      case SECRET -> lengths(setting) + " printable ASCII characters without blanks at the ends";
      case HOST -> "a host name or address";
      case URL ->
          "an http or https URL of at most "
              + setting.most()
              + " characters without user and password";
      case ZONE -> "the name of a time zone such as Europe/Berlin";
      case TIME -> "a time of day such as 02:30";
      case DIGITS -> lengths(setting) + " of the digits 0 to 9, '*', '#' and '+'";
      case DIGITMAP -> "number patterns between bars such as [2-9]11|0xxx.T";
      case REWRITES -> "beginnings and what replaces them between commas such as 9:,00:+";
    };
  }

  private static String lengths(Setting setting) {
    return setting.least() > 1
        ? setting.least() + " to " + setting.most()
        : "at most " + setting.most();
  }

  private static boolean within(Setting setting, long number) {
    return number >= setting.least() && number <= setting.most();
  }

  private static boolean isList(List<String> choices, String value) {
    List<String> words = Arrays.asList(value.split(",", -1));
    Set<String> once = new HashSet<>(words);
    return once.size() == words.size() && choices.containsAll(once);
  }

  private static boolean isUrl(String value) {
    try {
      URI url = new URI(value);
      return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
          && url.getRawAuthority() != null
          && !url.getRawAuthority().contains("@");
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
