package org.latchkey.brand.grandstream;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;

/**
 * Where firmware is: a folder, in which a phone asks for an image with a name of its own, such as
 * {@code ht802fw.bin}. A phone with a second credential for that server is told its own one only if
 * it is this server, else one that opens nothing, so that none from before is shown there; one
 * without is told this server or none.
 */
final class GrandstreamImages {
  private static final String URL = "firmware.url";
  private static final String FIRMWARE = "provisioning.firmware.";
  private static final String IMAGE = "fw.bin";
  private static final String NOBODY = "anonymous";

  private GrandstreamImages() {}

  static void add(Parameters.Builder out, Rendering rendering, GrandstreamDialect dialect) {
    Settings.Value url = rendering.settings().get(URL);
    if (!rendering.proven() || url.isEmpty() || isElsewhere(rendering, dialect)) {
      return;
    }
    String folder = GrandstreamBooks.folder(url.text(), image(url.text()));
    boolean secure = GrandstreamReserved.isSecure(URI.create(url.text()));
    dialect.put(out, FIRMWARE + "serverPath", new Settings.Value(folder, url.origin()));
    dialect.put(
        out,
        FIRMWARE + "protocol",
        new Settings.Value(GrandstreamReserved.protocol(secure, dialect), url.origin()));
    boolean ours = isOurs(rendering);
    String user = ours ? rendering.credential().username() : NOBODY;
    String password = ours ? GrandstreamRenderer.clear(rendering.credential().password()) : NOBODY;
    dialect.keep(out, FIRMWARE + "username", user);
    dialect.put(out, FIRMWARE + "password", new Settings.Value(password, Layer.RESERVED, true));
  }

  /** The slash and name of an image at the end of a URL; a slash if it ends otherwise. */
  private static String image(String url) {
    int slash = url.lastIndexOf('/');
    String name = url.substring(slash);
    boolean image =
        name.regionMatches(true, name.length() - IMAGE.length(), IMAGE, 0, IMAGE.length());
    return image ? name : "/";
  }

  private static boolean isElsewhere(Rendering rendering, GrandstreamDialect dialect) {
    return dialect.has(GrandstreamQuirk.ONE_CREDENTIAL_FOR_ALL) && !isOurs(rendering);
  }

  private static boolean isOurs(Rendering rendering) {
    URI image = URI.create(rendering.settings().get(URL).text());
    URI own = rendering.url();
    return image.getScheme().equalsIgnoreCase(own.getScheme())
        && Optional.ofNullable(image.getRawAuthority())
            .filter(authority -> authority.equalsIgnoreCase(own.getRawAuthority()))
            .isPresent();
  }

  /** What is told otherwise than it was said. */
  static List<Remark> remarks(Rendering rendering, GrandstreamDialect dialect) {
    Settings.Value url = rendering.settings().get(URL);
    List<Remark> remarks = new ArrayList<>();
    if (url.isEmpty()) {
      return remarks;
    }
    if (isElsewhere(rendering, dialect)) {
      remarks.add(
          new Remark(
              URL,
              url.origin(),
              "this model would show its own credential there: only the provisioning server is"
                  + " told"));
    } else if (image(url.text()).equals("/")) {
      remarks.add(
          new Remark(
              URL,
              url.origin(),
              "taken for a folder, in which the phone asks for its image, such as ht802fw.bin"));
    }
    return remarks;
  }
}
