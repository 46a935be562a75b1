package org.latchkey.auth;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The name = value pairs of one Digest header, read in one pass; only the values are copied. */
final class DigestFields {
  /**
   * The fields that are needed. Opaque and extensions (RFC 7616 section 3.4) say nothing that is.
   */
  enum Name {
    USERNAME,
    REALM,
    NONCE,
    URI,
    RESPONSE,
    ALGORITHM,
    CNONCE,
    QOP,
    NC,
    USERHASH
  }

  private static final Name[] NAMES = Name.values();

  private final Map<Name, String> values = new EnumMap<>(Name.class);

  /** Reads the pairs behind the scheme; says what is wrong, or nothing. */
  String read(String header, int start) {
    HeaderReader in = new HeaderReader(header, start);
    in.skipBlanksAndCommas();
    while (!in.isAtEnd()) {
      int nameStart = in.position();
      in.skipToken();
      int nameEnd = in.position();
      in.skipBlanks();
      if (nameEnd == nameStart || !in.take('=')) {
        return "not a list of name=value";
      }
      in.skipBlanks();
      String value = in.take('"') ? in.quoted() : in.token();
      if (value == null) {
        return "a value is empty or its quotes do not end";
      }
      if (!in.isPrintable()) {
        return "values must be printable ASCII";
      }
      if (!put(find(header, nameStart, nameEnd), value)) {
        return "a field stands twice";
      }
      in.skipBlanks();
      if (!in.isAtEnd() && !in.take(',')) {
        return "values must be parted by commas";
      }
      in.skipBlanksAndCommas();
    }
    return "";
  }

  /** The value of a field, or the empty text if the field is not there. */
  String get(Name name) {
    String value = values.get(name);
    return value == null ? "" : value;
  }

  /** Names a field that must be there and is not. */
  String missing() {
    if (isEmpty(Name.USERNAME)) {
      return "username is missing";
    }
    if (isEmpty(Name.NONCE) || isEmpty(Name.URI) || isEmpty(Name.RESPONSE)) {
      return "nonce, uri or response is missing";
    }
    return isEmpty(Name.CNONCE) || isEmpty(Name.NC) ? "cnonce or nc is missing" : "";
  }

  private boolean isEmpty(Name name) {
    return get(name).isEmpty();
  }

  /** Two readings of one header by two programs are how requests are smuggled: no field twice. */
  private boolean put(@Nullable Name name, String value) {
    return name == null || values.put(name, value) == null;
  }

  private static @Nullable Name find(String text, int start, int end) {
    for (Name name : NAMES) {
      int length = name.name().length();
      if (length == end - start && text.regionMatches(true, start, name.name(), 0, length)) {
        return name;
      }
    }
    return null;
  }
}
