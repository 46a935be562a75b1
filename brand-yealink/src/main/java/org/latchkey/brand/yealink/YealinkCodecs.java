package org.latchkey.brand.yealink;

import java.util.List;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;

/**
 * Which codecs a line may use, the best first (Yealink administrator guide for SIP-T phones
 * V84-V86, audio codecs). All others are switched off.
 */
final class YealinkCodecs {
  private static final List<List<String>> CODECS = YealinkTable.rows("codecs.txt");

  private YealinkCodecs() {}

  static void add(Parameters.Builder out, Settings settings, YealinkDialect dialect, int line) {
    Settings.Value wanted = settings.get("audio.codecs");
    if (wanted.isEmpty()) {
      return;
    }
    List<String> order = wanted.words();
    for (List<String> codec : CODECS) {
      int priority = order.indexOf(codec.get(0)) + 1;
      String account = "account." + line + ".codec.";
      add(out, account + codec.get(1), priority, wanted.origin());
      if (dialect.has(YealinkQuirk.CODECS_BY_SLOT) && !codec.get(2).isEmpty()) {
        String slot = account + codec.get(2);
        out.add(slot + ".payload_type", codec.get(3), wanted.origin())
            .add(slot + ".rtpmap", codec.get(4), wanted.origin());
        add(out, slot, priority, wanted.origin());
      }
    }
  }

  private static void add(Parameters.Builder out, String name, int priority, Layer origin) {
    out.add(name + ".enable", priority > 0 ? 1 : 0, origin)
        .add(name + ".priority", priority, origin);
  }
}
