package org.latchkey.testkit.snom;

import java.util.List;
import java.util.Locale;
import org.latchkey.testkit.phone.PhoneUrl;

/** The files that an address stands for. */
record Places(SnomSetup setup, String address) {
  private static final String MAC = "{mac}";

  /**
   * The first files to ask for.
   *
   * @throws IllegalArgumentException if the address cannot be used
   */
  List<PhoneUrl> files() {
    return setup.generation().conference() ? conference() : desk();
  }

  private List<PhoneUrl> desk() {
    PhoneUrl url = PhoneUrl.parse(filled(address));
    String file = url.file();
    if (address.contains(MAC)) {
      return List.of(url);
    }
    if (file.isEmpty() || (!file.contains(".") && !setup.folderNeedsSlash())) {
      // a folder; without a slash at the end its last part is lost
      return List.of(
          url.resolve(setup.type() + ".htm"),
          url.resolve(setup.type() + "-" + setup.fileMac() + ".htm"));
    }
    if (!setup.derivesMacFile()) {
      return List.of(url);
    }
    int dot = file.contains(".") ? file.lastIndexOf('.') : file.length();
    String own = file.substring(0, dot) + "-" + setup.fileMac() + file.substring(dot);
    int end = url.target().indexOf('?');
    String query = end < 0 ? "" : url.target().substring(end);
    return List.of(url, url.resolve(own + query));
  }

  private List<PhoneUrl> conference() {
    PhoneUrl url = PhoneUrl.parse(address);
    if (url.target().contains("?") || url.file().endsWith(".cfg")) {
      return List.of(url);
    }
    PhoneUrl folder = url.file().isEmpty() ? url : url.withTarget(url.target() + "/");
    return List.of(
        folder.resolve(setup.model() + ".cfg"),
        folder.resolve(setup.model() + "_" + setup.fileMac() + ".cfg"));
  }

  /** The variables that the phone replaces itself. */
  String filled(String text) {
    return text.replace(MAC, setup.mac().toUpperCase(Locale.ROOT))
        .replace("{phone_type}", setup.type());
  }
}
