package org.latchkey;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file, as a {@code Range} header asks for it (RFC 9110 section 14). Phones ask for one
 * part at a time; a header of several, or of another form, is read as none, which is allowed.
 *
 * @param from its first byte
 * @param length how many bytes
 */
record Range(long from, long length) {
  private static final Pattern FORM = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  /** The whole file. */
  static Range all(long length) {
    return new Range(0, length);
  }

  /**
   * Reads the header.
   *
   * @return a part; of no bytes if the file has none of those asked for; empty if no part is asked
   *     for
   */
  static Optional<Range> of(List<String> headers, long length) {
    if (headers.size() != 1) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(headers.get(0).strip());
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (matcher.group(1).isEmpty()) {
      long last = Math.min(Long.parseLong(matcher.group(2)), length);
      return Optional.of(new Range(length - last, last));
    }
    long first = Long.parseLong(matcher.group(1));
    long end = matcher.group(2).isEmpty() ? length - 1 : Long.parseLong(matcher.group(2));
    if (end < first && !matcher.group(2).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        first >= length
            ? new Range(first, 0)
            : new Range(first, Math.min(end, length - 1) - first + 1));
  }
}
