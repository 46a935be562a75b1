package org.latchkey.brand.yealink;

import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.error.RenderException;

/**
 * Who may change the phone by its menus and pages (Yealink administrator guide for SIP-T phones
 * V84-V86, user and administrator identification). The password is a command that names its owner,
 * so the names come first.
 */
final class YealinkAccess {
  private YealinkAccess() {}

  static void add(Parameters.Builder out, Settings settings, YealinkDialect dialect) {
    for (String role : new String[] {"admin", "user"}) {
      Settings.Value name = name(settings, role);
      for (String spelling : dialect.spellings("static.security.user_name." + role)) {
        out.add(spelling, name.text(), name.origin());
      }
    }
    for (String role : new String[] {"admin", "user"}) {
      Settings.Value password = settings.get("phone." + role + ".password");
      if (!password.isEmpty()) {
        String both = name(settings, role).text() + ":" + password.text();
        for (String spelling : dialect.spellings("static.security.user_password")) {
          out.addSecret(spelling, both, password.origin());
        }
      }
    }
  }

  private static Settings.Value name(Settings settings, String role) {
    Settings.Value name = settings.get("phone." + role + ".name");
    if (name.isEmpty()) {
      return new Settings.Value(role, Layer.LIBRARY);
    }
    if (name.text().chars().anyMatch(c -> c <= 0x20 || c > 0x7e || c == ':')) {
      throw new RenderException(
          name.origin().label(),
          "phone." + role + ".name",
          "must be printable ASCII without blanks and colons");
    }
    return name;
  }
}
