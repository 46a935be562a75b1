package org.latchkey.brand.polycom;

import java.util.Optional;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.ResyncWindow;
import org.latchkey.config.Settings;

/**
 * When a phone asks for its configuration besides at each start (RealPresence Trio Visual+
 * Administrator Guide, page 174, prov.polling): at an interval, or at a time of day, every day or
 * once in some days. Until the proof it comes back as soon as it can, which is after an hour; a
 * phone that has stored its credential restarts and is back much sooner.
 */
final class PolycomSchedule {
  private static final String POLLING = "prov.polling.";
  private static final int SHORTEST_SECONDS = 3_601;
  private static final int MINUTE = 60;
  private static final int DAY = 24 * 60 * MINUTE;

  private PolycomSchedule() {}

  static void add(Parameters.Builder out, Rendering rendering) {
    Settings settings = rendering.settings();
    Optional<ResyncWindow> window =
        rendering.proven() ? ResyncWindow.of(settings) : Optional.empty();
    out.add(POLLING + "enabled", 1, Layer.RESERVED);
    if (window.isEmpty()) {
      Settings.Value minutes = settings.get("resync.interval");
      long seconds = rendering.proven() ? minutes.number() * MINUTE : 0;
      out.add(POLLING + "mode", "rel", Layer.RESERVED)
          .add(
              POLLING + "period",
              Math.max(seconds, SHORTEST_SECONDS),
              rendering.proven() ? minutes.origin() : Layer.RESERVED);
      return;
    }
    Settings.Value every = settings.get("resync.window.every");
    ResyncWindow minute = window.get().partOf(rendering.device().identity().mac(), 1);
    out.add(POLLING + "mode", "abs", Layer.RESERVED)
        .add(POLLING + "period", every.number() * DAY, every.origin())
        .add(POLLING + "time", minute.startTime(), settings.get("resync.window.start").origin());
  }
}
