package org.latchkey.testkit.yealink;

import org.latchkey.testkit.phone.PhoneUrl;

/** Makes addresses of files from the provisioning address. */
final class Locations {
  private static final int MAX_LENGTH = 511;

  private final YealinkSetup setup;
  private final PhoneUrl base;

  /**
   * Reads the provisioning address.
   *
   * @throws IllegalArgumentException if the phone cannot use it
   */
  Locations(YealinkSetup setup, String address) {
    if (address.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("url: longer than " + MAX_LENGTH + " characters");
    }
    this.setup = setup;
    this.base = PhoneUrl.parse(address);
  }

  PhoneUrl base() {
    return base;
  }

  PhoneUrl of(String file) {
    return join(base, file);
  }

  PhoneUrl localConfig(Settings settings) {
    return special(settings, "auto_provision.custom.sync.path", "-local.cfg");
  }

  PhoneUrl contacts(Settings settings) {
    return special(settings, "auto_provision.local_contact.backup.path", "-contact.xml");
  }

  private PhoneUrl special(Settings settings, String key, String suffix) {
    PhoneUrl folder = settings.text(key).map(PhoneUrl::parse).orElse(base);
    return join(folder, setup.mac() + suffix);
  }

  private PhoneUrl join(PhoneUrl folder, String file) {
    String name = folder.file();
    if (name.endsWith(".cfg") || name.endsWith(".boot")) {
      return folder.resolve(file);
    }
    String target = folder.target();
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    String glue = path.endsWith("/") || setup.joinsWithoutSlash() ? "" : "/";
    return folder.withTarget(path + glue + file);
  }
}
