package org.latchkey.brand.snom;

import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;

/**
 * Who gets into the phone's menus and pages (Snom Service Hub, admin_mode_password; wazo_snom,
 * which writes the names of both generations). The pages can show all secrets, and without names of
 * our own they are open.
 */
final class SnomAccess {
  private static final String ADMIN = "phone.admin.";
  private static final String USER = "phone.user.";

  private SnomAccess() {}

  static void add(Parameters.Builder out, Settings settings) {
    // the writer lets it be changed, or nobody could log in as administrator any more
    out.add("admin_mode", "off", Layer.LIBRARY);
    addPassword(out, settings, ADMIN, "admin_mode_password");
    addPassword(out, settings, ADMIN, "admin_mode_password_confirm");
    addPair(out, settings, ADMIN, "http_user", "http_pass");
    addPair(out, settings, ADMIN, "webserver_admin_name", "webserver_admin_password");
    addPair(out, settings, USER, "webserver_user_name", "webserver_user_password");
  }

  /** The roles of a base's pages, of which the engineer may do no less than the administrator. */
  static void addRoles(Parameters.Builder out, Settings settings) {
    addPair(out, settings, ADMIN, "http_user", "http_pass");
    addPair(out, settings, ADMIN, "http_engineer_user", "http_engineer_pass");
    addPair(out, settings, USER, "http_basic_user", "http_basic_pass");
  }

  private static void addPair(
      Parameters.Builder out, Settings settings, String who, String name, String password) {
    Settings.Value own = settings.get(who + "name");
    SnomText.check(who + "name", own);
    String standard = who.equals(ADMIN) ? "admin" : "user";
    out.add(name, own.isEmpty() ? standard : own.text(), own.origin());
    addPassword(out, settings, who, password);
  }

  static void addPassword(Parameters.Builder out, Settings settings, String who, String name) {
    Settings.Value password = settings.get(who + "password");
    if (!password.isEmpty()) {
      SnomText.check(who + "password", password);
      out.addSecret(name, password.text(), password.origin());
    }
  }
}
