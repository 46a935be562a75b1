package org.latchkey.example.fanvil;

import java.util.Locale;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.error.RenderException;
import org.latchkey.secret.SecretAccess;

/** What keeps a phone ours: all of the modules {@code ap} and {@code ota}. */
final class FanvilReserved {
  private static final String IMAGE = "autoupdate_config_module.auto_image_url";

  private FanvilReserved() {}

  static boolean covers(String name) {
    String key = bare(name);
    return isOf(key, "ap")
        || isOf(key, "ota")
        || (isOf(key, "autoupdate_config_module") && !key.equals(IMAGE));
  }

  static boolean namesFirmware(String name) {
    return bare(name).equals(IMAGE) || isOf(bare(name), "fwcheck");
  }

  static Parameters of(Rendering rendering) {
    String url = rendering.url().toString();
    if (url.indexOf('$') >= 0) {
      throw new RenderException(
          Layer.RESERVED.label(), "ap.FlashServerIP", "must not have $ in it");
    }
    String password = rendering.credential().password().reveal(SecretAccess.granted());
    Parameters.Builder out =
        Parameters.builder()
            .add("ota.FDPSEnable", 0, Layer.RESERVED)
            .add("ap.pnp.PNPEnable", 0, Layer.RESERVED)
            .add("ap.DownloadCommonConf", 0, Layer.RESERVED)
            .add("ap.FlashMode", 1, Layer.RESERVED)
            .add("ap.FlashFileName", "$mac.cfg", Layer.RESERVED);
    if (url.startsWith("http:")) {
      // the number for https is not known: the phone stays with what let it come here
      out.add("ap.FlashProtocol", 4, Layer.RESERVED);
    }
    return out.add("ap.FlashServerIP", url, Layer.RESERVED)
        .add("ap.DefaultUsername", rendering.credential().username(), Layer.RESERVED)
        .addSecret("ap.DefaultPassword", password, Layer.RESERVED)
        .build();
  }

  private static boolean isOf(String key, String module) {
    return key.equals(module) || key.startsWith(module + ".");
  }

  private static String bare(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    return key.startsWith("sysconf.") ? bare(key.substring("sysconf.".length())) : key;
  }
}
