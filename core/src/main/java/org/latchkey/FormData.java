package org.latchkey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A form with a file in it, as phones send problem reports: {@code multipart/form-data} (RFC 7578,
 * RFC 2046 section 5.1). Read strictly, once from left to right: no text before the first part or
 * behind the last, no encoding of a part, few parts and short heads.
 *
 * @param parts its parts in their order
 */
record FormData(List<Part> parts) {
  /** How many bytes a form may have besides the file in it. */
  static final int ENVELOPE = 16 * 1024;

  static final int MOST_PARTS = 16;

  private static final String TYPE = "multipart/form-data";
  private static final String DISPOSITION = "content-disposition";
  private static final String TRANSFER = "content-transfer-encoding";
  private static final Set<String> AS_IT_IS = Set.of("7bit", "8bit", "binary");
  private static final String BOUNDARY_MARKS = "'()+_,-./:=? ";
  private static final int LONGEST_BOUNDARY = 70;
  private static final int LONGEST_LINE = 1_024;
  private static final int MOST_LINES = 8;

  /** Copies the list. */
  FormData {
    parts = List.copyOf(parts);
  }

  /**
   * One field of a form.
   *
   * @param name the field's name
   * @param file the name that its file has at the sender; empty if the field is no file
   * @param start where its content begins in the form
   * @param end where its content ends
   */
  record Part(String name, Optional<String> file, int start, int end) {}

  /** Whether a body is said to be a form; whether it can be read as one is another question. */
  static boolean isSaid(List<String> contentTypes) {
    return contentTypes.stream()
        .anyMatch(
            type -> {
              String text = type.strip();
              int end = TYPE.length();
              return text.regionMatches(true, 0, TYPE, 0, end)
                  && (text.length() == end || " \t;".indexOf(text.charAt(end)) >= 0);
            });
  }

  /** The content of the one file in a form; empty if it has none or several or cannot be read. */
  static Optional<byte[]> file(List<String> contentTypes, byte[] body) {
    List<Part> files =
        read(contentTypes, body).stream()
            .flatMap(form -> form.parts().stream())
            .filter(part -> part.file().isPresent())
            .toList();
    return files.size() == 1
        ? Optional.of(Arrays.copyOfRange(body, files.get(0).start(), files.get(0).end()))
        : Optional.empty();
  }

  /** Reads a form; empty if it is none. */
  static Optional<FormData> read(List<String> contentTypes, byte[] body) {
    if (contentTypes.size() != 1) {
      return Optional.empty();
    }
    return FieldValue.parse(contentTypes.get(0))
        .filter(type -> type.value().equals(TYPE))
        .map(type -> type.parameters().getOrDefault("boundary", ""))
        .filter(FormData::isBoundary)
        .flatMap(boundary -> new Reader(body, boundary).read());
  }

  private static boolean isBoundary(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_BOUNDARY
        && !text.endsWith(" ")
        && text.chars()
            .allMatch(
                c ->
                    (c >= '0' && c <= '9')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= 'a' && c <= 'z')
                        || BOUNDARY_MARKS.indexOf(c) >= 0);
  }

  private static final class Reader {
    private final byte[] body;
    private final byte[] delimiter;
    private final List<Part> parts = new ArrayList<>();
    private int at;

    Reader(byte[] body, String boundary) {
      this.body = body;
      this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
    }

    Optional<FormData> read() {
      // the first delimiter has no line end before it
      if (matched(0, 2) < delimiter.length - 2) {
        return Optional.empty();
      }
      at = delimiter.length - 2;
      while (!isLast()) {
        if (parts.size() == MOST_PARTS || !takeBlankEnd() || !readPart()) {
          return Optional.empty();
        }
      }
      at += 2;
      boolean ends = at == body.length || (takeBlankEnd() && at == body.length);
      return ends ? Optional.of(new FormData(parts)) : Optional.empty();
    }

    private boolean isLast() {
      return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
    }

    /** The rest of a delimiter's line: blanks that a relay may have put there (RFC 2046). */
    private boolean takeBlankEnd() {
      while (at < body.length && (body[at] == ' ' || body[at] == '\t')) {
        at++;
      }
      return takeLineEnd();
    }

    private boolean takeLineEnd() {
      if (at + 1 >= body.length || body[at] != '\r' || body[at + 1] != '\n') {
        return false;
      }
      at += 2;
      return true;
    }

    private boolean readPart() {
      Optional<FieldValue> disposition = Optional.empty();
      for (int lines = 0; !takeLineEnd(); lines++) {
        Optional<String> line = lines < MOST_LINES ? line() : Optional.empty();
        int colon = line.map(text -> text.indexOf(':')).orElse(-1);
        if (colon < 1) {
          return false;
        }
        String name = line.get().substring(0, colon).toLowerCase(Locale.ROOT);
        String value = line.get().substring(colon + 1);
        if (name.equals(DISPOSITION)) {
          if (disposition.isPresent()) {
            return false;
          }
          disposition = FieldValue.parse(value).filter(d -> d.value().equals("form-data"));
          if (disposition.isEmpty()) {
            return false;
          }
        }
        if (name.equals(TRANSFER) && !AS_IT_IS.contains(value.strip().toLowerCase(Locale.ROOT))) {
          return false;
        }
      }
      int start = at;
      int end = end(start);
      if (end < 0 || disposition.filter(d -> d.parameters().containsKey("name")).isEmpty()) {
        return false;
      }
      FieldValue said = disposition.get();
      Optional<String> file = Optional.ofNullable(said.parameters().get("filename"));
      parts.add(new Part(said.parameters().getOrDefault("name", ""), file, start, end));
      at = end + delimiter.length;
      return true;
    }

    /** One line of a part's head without its end; empty if it is too long or never ends. */
    private Optional<String> line() {
      int start = at;
      int most = Math.min(body.length, start + LONGEST_LINE);
      while (at < most && body[at] != '\r' && body[at] != '\n') {
        at++;
      }
      int length = at - start;
      return takeLineEnd()
          ? Optional.of(new String(body, start, length, StandardCharsets.ISO_8859_1))
          : Optional.empty();
    }

    /**
     * Where the next delimiter begins; -1 if there is none. A delimiter has one CR, its first byte,
     * so none begins within what has matched: no byte is compared more than twice.
     */
    private int end(int start) {
      int from = start;
      while (from < body.length) {
        int matched = matched(from, 0);
        if (matched == delimiter.length) {
          return from;
        }
        from += Math.max(1, matched);
      }
      return -1;
    }

    /** How many bytes of the delimiter, from one of them on, stand at a place. */
    private int matched(int start, int first) {
      int count = 0;
      while (first + count < delimiter.length
          && start + count < body.length
          && body[start + count] == delimiter[first + count]) {
        count++;
      }
      return count;
    }
  }
}
