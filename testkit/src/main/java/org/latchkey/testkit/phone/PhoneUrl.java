package org.latchkey.testkit.phone;

import java.util.Locale;
import java.util.Optional;

/**
 * An HTTP address as phones read it: the credential before the host is split at the last {@code @}
 * and then at the first {@code :}, and nothing is decoded or encoded.
 *
 * <p>Instances are immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class PhoneUrl {
  private final boolean secure;
  private final String host;
  private final int port;
  private final String target;
  private final Optional<PhoneCredential> credential;

  private PhoneUrl(
      boolean secure, String host, int port, String target, Optional<PhoneCredential> credential) {
    this.secure = secure;
    this.host = host;
    this.port = port;
    this.target = target;
    this.credential = credential;
  }

  /**
   * Reads an absolute address.
   *
   * @param text address that starts with {@code http://} or {@code https://}
   * @return the address
   * @throws IllegalArgumentException if it is not such an address; the text is not repeated, it may
   *     hold a password
   */
  public static PhoneUrl parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean secure = lower.startsWith("https://");
    if (!secure && !lower.startsWith("http://")) {
      throw new IllegalArgumentException("url: expected http:// or https://");
    }
    if (text.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
      throw new IllegalArgumentException("url: blank or control character");
    }
    String rest = text.substring(secure ? 8 : 7);
    int hash = rest.indexOf('#', Math.max(0, rest.indexOf('/')));
    rest = hash < 0 ? rest : rest.substring(0, hash);
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    String target = slash < 0 ? "/" : rest.substring(slash);
    Optional<PhoneCredential> credential = Optional.empty();
    int at = authority.lastIndexOf('@');
    if (at >= 0) {
      credential = Optional.of(pair(authority.substring(0, at)));
      authority = authority.substring(at + 1);
    }
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon > authority.lastIndexOf(']');
    String host = hasPort ? authority.substring(0, colon) : authority;
    int port = hasPort ? port(authority.substring(colon + 1)) : secure ? 443 : 80;
    if (host.isEmpty()) {
      throw new IllegalArgumentException("url: no host");
    }
    return new PhoneUrl(secure, host, port, target, credential);
  }

  private static PhoneCredential pair(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new PhoneCredential(text, "")
        : new PhoneCredential(text.substring(0, colon), text.substring(colon + 1));
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw new IllegalArgumentException("url: port is not a number from 1 to 65535");
  }

  /**
   * Resolves a reference: an absolute address, a path from the root, or a name beside this one.
   *
   * @param reference the reference as it stands in a header or file
   * @return the address; a relative one keeps this address's credential
   * @throws IllegalArgumentException if it is of another protocol or cannot be read
   */
  public PhoneUrl resolve(String reference) {
    if (reference.contains("://")) {
      return parse(reference);
    }
    if (reference.startsWith("//")) {
      return parse((secure ? "https:" : "http:") + reference);
    }
    return reference.startsWith("/") ? withTarget(reference) : withTarget(folder() + reference);
  }

  /**
   * The same server and credential with another target.
   *
   * @param newTarget the target, starting with a slash
   * @return the address
   */
  public PhoneUrl withTarget(String newTarget) {
    return new PhoneUrl(secure, host, port, newTarget, credential);
  }

  /**
   * Tells whether TLS is used.
   *
   * @return true for {@code https}
   */
  public boolean secure() {
    return secure;
  }

  /**
   * Host to connect to, an IPv6 address without its brackets.
   *
   * @return name or address
   */
  public String host() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /**
   * Port to connect to.
   *
   * @return 1 to 65535
   */
  public int port() {
    return port;
  }

  /**
   * Path and query as sent in the request line.
   *
   * @return text that starts with a slash
   */
  public String target() {
    return target;
  }

  /**
   * Credential written before the host.
   *
   * @return the credential, or empty if the address has none
   */
  public Optional<PhoneCredential> credential() {
    return credential;
  }

  /**
   * Value of the {@code Host} line.
   *
   * @return host, and port unless it is the scheme's default
   */
  public String authority() {
    return port == (secure ? 443 : 80) ? host : host + ":" + port;
  }

  /**
   * Last segment of the path.
   *
   * @return the file name, possibly empty
   */
  public String file() {
    return path().substring(folder().length());
  }

  private String folder() {
    return path().substring(0, path().lastIndexOf('/') + 1);
  }

  private String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The address without any credential. */
  @Override
  public String toString() {
    return (secure ? "https://" : "http://") + authority() + target;
  }
}
