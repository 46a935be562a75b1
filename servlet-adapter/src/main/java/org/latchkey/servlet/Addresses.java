package org.latchkey.servlet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads literal addresses. The DNS is never asked. */
final class Addresses {
  private static final int LONGEST = 64;
  private static final Pattern V4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?::\\w{1,16})?");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:]*+(?:\\.[0-9.]*+)?");
  private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)\\](?::\\w{1,16})?");

  private Addresses() {}

  /** Reads what the container says; nobody's address if that is no IP address. */
  static InetAddress peer(@Nullable String text) {
    if (text != null) {
      int zone = text.indexOf('%');
      String bare = zone < 0 ? text : text.substring(0, zone) + (text.endsWith("]") ? "]" : "");
      Optional<InetAddress> read = parse(bare);
      if (read.isPresent()) {
        return read.get();
      }
    }
    return of(new byte[4]);
  }

  /** Reads an address with or without brackets and port (RFC 7239 section 6). */
  static Optional<InetAddress> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher bracketed = BRACKETED.matcher(text);
    if (bracketed.matches()) {
      return v6(bracketed.group(1));
    }
    Matcher v4 = V4.matcher(text);
    return v4.matches() ? v4(v4) : v6(text);
  }

  private static Optional<InetAddress> v4(Matcher matcher) {
    byte[] bytes = new byte[4];
    for (int i = 0; i < 4; i++) {
      String digits = matcher.group(i + 1);
      int value = Integer.parseInt(digits);
      if (value > 255 || (digits.length() > 1 && digits.charAt(0) == '0')) {
        return Optional.empty();
      }
      bytes[i] = (byte) value;
    }
    return Optional.of(of(bytes));
  }

  private static Optional<InetAddress> v6(String text) {
    // with a colon, and beginning with one or a hex digit, it is never taken for a host name
    if (text.indexOf(':') < 0 || !V6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static InetAddress of(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 bytes", e);
    }
  }
}
