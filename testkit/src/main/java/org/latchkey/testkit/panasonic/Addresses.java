package org.latchkey.testkit.panasonic;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as people and networks give them, made into what is asked for. */
final class Addresses {
  static final String MODEL_FILE = "{MODEL}.cfg";
  static final String DEVICE_FILE = "Config{MAC}.cfg";

  private static final Pattern USER_INFO = Pattern.compile("(?<=://)([^/]*@)?");

  private Addresses() {}

  /** Puts a credential before the host, in the place of one that is there. */
  static String withCredential(String url, String user, String password) {
    if (user.isEmpty() && password.isEmpty()) {
      return url;
    }
    return USER_INFO
        .matcher(url)
        .replaceFirst(Matcher.quoteReplacement(user + ":" + password + "@"));
  }

  /** What a person types who was given a folder only: the phone insists on a file. */
  static String withFile(String url, String file) {
    return endsInFolder(url) ? join(url, file) : url;
  }

  /**
   * The address that a bootstrap source stands for. DHCP and PnP name a folder unless they name a
   * configuration file, the redirect service hands over an address as it was registered.
   *
   * @param bootFile DHCP option 67, or the name that stands for it
   */
  static String bootstrap(Source source, String url, String bootFile) {
    if (source == Source.REDIRECT) {
      return withFile(url, MODEL_FILE);
    }
    boolean dhcp = source != Source.PNP;
    return namesConfig(url) ? url : join(url, dhcp ? bootFile : MODEL_FILE);
  }

  /** Whether the address says by what protocol; DHCP option 66 without means TFTP. */
  static boolean hasScheme(String url) {
    return url.contains("://");
  }

  private static boolean endsInFolder(String url) {
    return url.endsWith("/") || afterScheme(url).indexOf('/') < 0;
  }

  private static boolean namesConfig(String url) {
    String lower = afterScheme(url).toLowerCase(Locale.ROOT);
    return lower.matches(".*/[^/]*\\.(cfg|xml)") || lower.contains("?");
  }

  private static String join(String folder, String file) {
    return folder + (folder.endsWith("/") ? "" : "/") + file;
  }

  private static String afterScheme(String url) {
    int scheme = url.indexOf("://");
    return scheme < 0 ? url : url.substring(scheme + 3);
  }
}
