package org.latchkey.brand.panasonic;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.error.RenderException;
import org.latchkey.secret.Credential;

/**
 * Addresses with a credential in them, {@code https://user:password@host/path/file}, as KX-HDV100,
 * HDV130 and TGP700 are known to take them (guides, pages 36, 28 and 28). There is no other place
 * for the credential.
 */
final class PanasonicAddresses {
  private static final int LONGEST_USER = 16;
  private static final int LONGEST_PASSWORD = 32;
  private static final String SEPARATOR = "://";

  private PanasonicAddresses() {}

  /** Where the phone's own file is, with its own credential. */
  static String own(Rendering rendering, boolean xml, String parameter) {
    String objection = objection(rendering.credential());
    String file = PanasonicFiles.device(rendering.device().identity().mac(), xml);
    if (objection.isEmpty()) {
      String address = with(rendering.credential(), rendering.url() + file);
      objection = PanasonicText.objection(address, false);
      if (objection.isEmpty() && rendering.url().getRawUserInfo() == null) {
        return address;
      }
    }
    throw new RenderException(
        Layer.RESERVED.label(),
        parameter,
        objection.isEmpty() ? "must have no user name of its own" : objection);
  }

  /** The same without the credential, for phones that have another place for it besides. */
  static String bare(Rendering rendering, boolean xml) {
    return rendering.url() + PanasonicFiles.device(rendering.device().identity().mac(), xml);
  }

  /**
   * Puts a credential into an address.
   *
   * @param credential one without objection
   * @param address an address without user name
   */
  static String with(Credential credential, String address) {
    int host = address.indexOf(SEPARATOR) + SEPARATOR.length();
    return address.substring(0, host)
        + credential.username()
        + ":"
        + PanasonicRenderer.clear(credential.password())
        + "@"
        + address.substring(host);
  }

  /**
   * What is wrong with a credential, or the empty text; never holds it. How phones read escapes in
   * this place is not known, so there is nothing in it that would need one.
   */
  static String objection(Credential credential) {
    return isPlain(credential.username(), LONGEST_USER)
            && isPlain(PanasonicRenderer.clear(credential.password()), LONGEST_PASSWORD)
        ? ""
        : "needs a user name of at most "
            + LONGEST_USER
            + " and a password of at most "
            + LONGEST_PASSWORD
            + " letters and digits";
  }

  /**
   * Whether an address is at the provisioning server, and as safe: only there the credential goes.
   */
  static boolean isOurs(URI url, String address) {
    try {
      URI other = new URI(address);
      return url.getHost() != null
          && url.getHost().equalsIgnoreCase(other.getHost())
          && url.getScheme().equalsIgnoreCase(other.getScheme())
          && port(url) == port(other);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static int port(URI url) {
    boolean secure = url.getScheme().toLowerCase(Locale.ROOT).equals("https");
    return url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
  }

  private static boolean isPlain(String text, int most) {
    return !text.isEmpty()
        && text.length() <= most
        && text.chars()
            .allMatch(
                c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
  }
}
