package org.latchkey.brand.panasonic;

import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.error.RenderException;

/**
 * Who may change the phone by its menus and pages. From the factory both passwords are known to
 * everybody, so both are always set. What all of them take is 6 to 16 letters and digits (KX-TGP500
 * guide page 52, KX-HDV230 guide page 111, KX-HDV430 guide page 93).
 */
final class PanasonicAccess {
  private static final String SECTION = "Device/System/LoginAcc";
  private static final int SHORTEST = 6;
  private static final int LONGEST = 16;

  private PanasonicAccess() {}

  static void add(Parameters.Builder out, Settings settings, PanasonicDialect dialect) {
    for (String role : new String[] {"admin", "user"}) {
      String prefix = role.equals("admin") ? "ADMIN_" : "USER_";
      Settings.Value name = settings.get("phone." + role + ".name");
      if (name.isEmpty()) {
        out.add(dialect.name(SECTION, prefix + "ID"), role, Layer.LIBRARY);
      } else {
        check("phone." + role + ".name", name, 1);
        out.add(dialect.name(SECTION, prefix + "ID"), name.text(), name.origin());
      }
      Settings.Value password = settings.get("phone." + role + ".password");
      if (!password.isEmpty()) {
        check("phone." + role + ".password", password, SHORTEST);
        out.addSecret(dialect.name(SECTION, prefix + "PASS"), password.text(), password.origin());
      }
    }
  }

  private static void check(String setting, Settings.Value value, int shortest) {
    String text = value.text();
    boolean fits =
        text.length() >= shortest
            && text.length() <= LONGEST
            && text.chars()
                .allMatch(
                    c ->
                        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    if (!fits) {
      throw new RenderException(
          value.origin().label(),
          setting,
          "must be " + shortest + " to " + LONGEST + " letters and digits");
    }
  }
}
