package org.latchkey.brand.snom;

import java.util.Optional;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.error.RenderException;
import org.latchkey.secret.Credential;

/**
 * The phone's own credential within the limits that are known: 30 and 20 characters (tine20
 * Voipmanager, "because of the phone"), and none that the phone would take for a word of its own.
 *
 * @param username the user name
 * @param password the password in the clear
 */
record SnomCredential(String username, String password) {
  private static final int LONGEST_USER = 30;
  private static final int LONGEST_PASSWORD = 20;

  /**
   * The credential of a rendering, refused under the names of the parameters that shall hold it.
   */
  static SnomCredential of(Rendering rendering, String prefix) {
    String username = rendering.credential().username();
    String password = SnomRenderer.clear(rendering.credential().password());
    check(prefix + "user", username, LONGEST_USER);
    check(prefix + "pass", password, LONGEST_PASSWORD);
    return new SnomCredential(username, password);
  }

  /** What a phone has shown, unless it could not be told to show it once more. */
  static Optional<SnomCredential> shown(Credential shown) {
    String username = shown.username();
    String password = SnomRenderer.clear(shown.password());
    return objection(username, LONGEST_USER).isEmpty()
            && objection(password, LONGEST_PASSWORD).isEmpty()
        ? Optional.of(new SnomCredential(username, password))
        : Optional.empty();
  }

  /** The address that the phone must keep: never with a user in it. */
  static String url(Rendering rendering, String file) {
    String url = rendering.url().toString();
    String objection = SnomText.objection(url);
    if (rendering.url().getRawUserInfo() != null) {
      objection = "must have no user name in it";
    }
    if (!objection.isEmpty()) {
      throw new RenderException(Layer.RESERVED.label(), "setting_server", objection);
    }
    return url + file;
  }

  private static void check(String parameter, String text, int longest) {
    String objection = objection(text, longest);
    if (!objection.isEmpty()) {
      throw new RenderException(Layer.RESERVED.label(), parameter, objection);
    }
  }

  private static String objection(String text, int longest) {
    if (text.isEmpty() || text.length() > longest) {
      return "must be 1 to " + longest + " characters";
    }
    return text.chars().allMatch(c -> c > 0x20 && c < 0x7f)
        ? SnomText.objection(text)
        : "must be printable ASCII without blanks";
  }

  /** Tells no secret. */
  @Override
  public String toString() {
    return username;
  }
}
