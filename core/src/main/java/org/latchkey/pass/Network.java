package org.latchkey.pass;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.latchkey.error.InvalidValueException;

/**
 * A range of IP addresses in CIDR notation (RFC 4632, RFC 4291 section 2.3).
 *
 * <p>Instances are immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class Network {
  // literal addresses only: a host name would make InetAddress ask the DNS
  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern LITERAL =
      Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET + "|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

  private final byte[] base;
  private final int prefix;

  private Network(byte[] base, int prefix) {
    this.base = base;
    this.prefix = prefix;
  }

  /**
   * Reads a range.
   *
   * @param text such as {@code 192.0.2.0/24}, {@code 2001:db8::/32}, or one address
   * @return the range; bits behind the prefix are ignored
   * @throws InvalidValueException if the text has another form
   */
  public static Network of(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    if (!LITERAL.matcher(address).matches()) {
      throw wrong(text);
    }
    try {
      byte[] base = InetAddress.getByName(address).getAddress();
      int prefix = slash < 0 ? base.length * 8 : Integer.parseInt(text.substring(slash + 1));
      if (prefix < 0 || prefix > base.length * 8) {
        throw wrong(text);
      }
      return new Network(masked(base, prefix), prefix);
    } catch (UnknownHostException | NumberFormatException e) {
      throw wrong(text);
    }
  }

  /**
   * Says whether an address lies in the range.
   *
   * @param address any address; IPv4-mapped IPv6 addresses count as IPv4
   * @return true if it does
   */
  public boolean contains(InetAddress address) {
    byte[] other = address.getAddress();
    return other.length == base.length && Arrays.equals(masked(other, prefix), base);
  }

  static byte[] masked(byte[] address, int prefix) {
    byte[] masked = new byte[address.length];
    for (int i = 0; i < address.length; i++) {
      int kept = Math.max(0, Math.min(8, prefix - 8 * i));
      masked[i] = (byte) (address[i] & (0xff00 >> kept));
    }
    return masked;
  }

  private static InvalidValueException wrong(String text) {
    return InvalidValueException.of(
        "network", "a range such as 192.0.2.0/24 or 2001:db8::/32", text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network that && prefix == that.prefix && Arrays.equals(base, that.base);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(base) * 31 + prefix;
  }

  /** Tells the range in CIDR notation; {@link #of} reads it back. */
  @Override
  public String toString() {
    try {
      return InetAddress.getByAddress(base).getHostAddress() + "/" + prefix;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }
}
