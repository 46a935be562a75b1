package org.latchkey.brand.grandstream;

import java.net.URI;
import java.util.List;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;

/**
 * The phone book on a server (fusionpbx, gxp16xx, P330 to P332): a folder without a scheme, in
 * which the phone asks for {@code phonebook.xml}.
 */
final class GrandstreamBooks {
  private static final String FILE = "/phonebook.xml";
  private static final String BOOK = "phonebook.1.";
  private static final String DOWNLOAD = "phonebook.download.";
  private static final String REFRESH = "phonebook.refresh";
  private static final int MOST_MINUTES = 720;

  private GrandstreamBooks() {}

  static void add(Parameters.Builder out, Settings settings, GrandstreamDialect dialect) {
    Settings.Value url = settings.get(BOOK + "url");
    if (!url.isEmpty()) {
      boolean secure = "https".equalsIgnoreCase(URI.create(url.text()).getScheme());
      String mode =
          secure ? dialect.word("3", "EnabledUseHTTPS") : dialect.word("1", "EnabledUseHTTP");
      dialect.put(out, DOWNLOAD + "mode", new Settings.Value(mode, url.origin()));
      dialect.put(
          out, DOWNLOAD + "server", new Settings.Value(folder(url.text(), FILE), url.origin()));
    }
    dialect.add(out, DOWNLOAD + "username", settings.get(BOOK + "user"));
    dialect.add(out, DOWNLOAD + "password", settings.get(BOOK + "password"));
    Settings.Value minutes = settings.get(REFRESH);
    if (!minutes.isEmpty()) {
      long told = Math.min(minutes.number(), MOST_MINUTES);
      dialect.put(
          out, DOWNLOAD + "interval", new Settings.Value(Long.toString(told), minutes.origin()));
    }
  }

  /** What is told otherwise than it was said. */
  static List<Remark> remarks(Settings settings, GrandstreamDialect dialect) {
    Settings.Value minutes = settings.get(REFRESH);
    return minutes.isEmpty()
            || minutes.number() <= MOST_MINUTES
            || !dialect.knows(DOWNLOAD + "interval")
        ? List.of()
        : List.of(
            new Remark(REFRESH, minutes.origin(), "these phones know at most " + MOST_MINUTES));
  }

  /** A URL as these phones know folders: without scheme, the file's own name and last slash. */
  static String folder(String url, String file) {
    String path = url.substring(url.indexOf("://") + 3);
    if (path.regionMatches(true, path.length() - file.length(), file, 0, file.length())) {
      path = path.substring(0, path.length() - file.length());
    }
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
