package org.latchkey.testkit.grandstream;

import java.util.Locale;
import java.util.Optional;
import org.latchkey.testkit.phone.PhoneUrl;

/**
 * A folder on a server.
 *
 * @param base scheme and path; files come behind it with a slash, whatever it ends with
 */
record Location(String base) {
  /** Where the configuration is, as stored. */
  static Location config(GrandstreamSetup setup, Memory memory) {
    return of(setup, memory.get(P.SERVER), memory.get(P.PROTOCOL));
  }

  /** Where images are; empty if no path is set. */
  static Optional<Location> firmware(GrandstreamSetup setup, Memory memory) {
    String path = memory.get(P.FIRMWARE_SERVER);
    String own = memory.get(P.FIRMWARE_PROTOCOL);
    boolean shared = setup.kind().has(Habit.ONE_SERVER_PAIR) || own.isEmpty();
    return path.isEmpty()
        ? Optional.empty()
        : Optional.of(of(setup, path, shared ? memory.get(P.PROTOCOL) : own));
  }

  /** Where the phone book is; empty if it is off or by TFTP. */
  static Optional<Location> phonebook(Memory memory) {
    String path = memory.get(P.PHONEBOOK_SERVER);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    return switch (memory.get(P.PHONEBOOK_MODE)) {
      case "1" -> Optional.of(new Location("http://" + path));
      case "3" -> Optional.of(new Location("https://" + path));
      default -> Optional.empty();
    };
  }

  /** What the network offers, a whole address; a slash at its end is no part of it. */
  static Location offered(String url) {
    return new Location(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
  }

  private static Location of(GrandstreamSetup setup, String path, String protocol) {
    boolean whole =
        setup.kind().has(Habit.SCHEME_IN_PATH)
            && path.toLowerCase(Locale.ROOT).matches("(http|ftp)s?://.*|tftp://.*");
    return new Location(whole ? path : scheme(protocol) + path);
  }

  private static String scheme(String protocol) {
    return switch (protocol) {
      case "0" -> "tftp://";
      case "1" -> "http://";
      case "3" -> "ftp://";
      case "4" -> "ftps://";
      default -> "https://";
    };
  }

  /** Whether this is the vendor's redirect service. */
  boolean gaps() {
    return base.endsWith("://" + P.GAPS);
  }

  /**
   * The address of a file.
   *
   * @throws IllegalArgumentException if the phone cannot ask there
   */
  PhoneUrl file(String name) {
    return PhoneUrl.parse(base + "/" + name);
  }

  /** The same with what is put around the names of configuration files. */
  PhoneUrl config(String name, Memory memory) {
    return file(memory.get(P.PREFIX) + name + memory.get(P.POSTFIX));
  }
}
