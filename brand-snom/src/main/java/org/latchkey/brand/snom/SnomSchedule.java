package org.latchkey.brand.snom;

import java.util.Optional;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.ResyncWindow;
import org.latchkey.config.Settings;

/**
 * When a phone of the D family asks for its configuration besides at each start (Snom Service Hub,
 * prov_polling_mode): at an interval or at a time of day, each phone at its own. Until the proof it
 * comes back after a minute, as Tancredi's phones do: by both of the settings for that, since the
 * younger one came with 8.7 and the firmware is not known yet.
 */
final class SnomSchedule {
  private static final String POLLING = "prov_polling_";
  private static final String TIMER = "settings_refresh_timer";
  private static final String ON = POLLING + "enabled";
  private static final String MODE = POLLING + "mode";
  private static final String PERIOD = POLLING + "period";
  private static final int MINUTE = 60;

  private SnomSchedule() {}

  static void add(Parameters.Builder out, Rendering rendering, SnomDialect dialect) {
    Settings settings = rendering.settings();
    Settings.Value minutes = settings.get("resync.interval");
    if (!rendering.proven()) {
      addSoon(out);
      return;
    }
    if (dialect.has(SnomQuirk.NO_POLLING)) {
      out.add(TIMER, minutes.number() * MINUTE, minutes.origin());
      return;
    }
    out.add(TIMER, 0, Layer.RESERVED);
    Optional<ResyncWindow> window = ResyncWindow.of(settings);
    if (window.isEmpty()) {
      addInterval(out, minutes.number() * MINUTE, minutes.origin());
      return;
    }
    ResyncWindow minute = window.get().partOf(rendering.device().identity().mac(), 1);
    out.add(ON, "on", Layer.RESERVED)
        .add(MODE, "abs", Layer.RESERVED)
        .add(POLLING + "time", minute.startTime(), settings.get("resync.window.start").origin());
  }

  static void addSoon(Parameters.Builder out) {
    out.add(TIMER, MINUTE, Layer.RESERVED);
    addInterval(out, MINUTE, Layer.RESERVED);
  }

  private static void addInterval(Parameters.Builder out, long seconds, Layer origin) {
    out.add(ON, "on", Layer.RESERVED).add(MODE, "rel", Layer.RESERVED).add(PERIOD, seconds, origin);
  }
}
