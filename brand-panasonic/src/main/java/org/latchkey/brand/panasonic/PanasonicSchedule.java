package org.latchkey.brand.panasonic;

import java.util.Optional;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.ResyncWindow;
import org.latchkey.config.Settings;

/**
 * When a phone asks for its configuration besides at each start (KX-UT136 guide page 42, KX-UT670
 * guide page 30, KX-TGP500 guide page 23): every so many minutes, or once a day. A time of day
 * switches the interval off, and with it another try after a failure; so there is none until the
 * proof, when the phone comes back as soon as it can.
 */
final class PanasonicSchedule {
  static final long LONGEST_MINUTES = 40_320;

  private static final int EARLY_MINUTES = 5;
  private static final int RETRY_MINUTES = 30;

  private PanasonicSchedule() {}

  static void add(Parameters.Builder out, Rendering rendering, PanasonicDialect dialect) {
    Settings settings = rendering.settings();
    boolean proven = rendering.proven();
    Optional<ResyncWindow> window = proven ? ResyncWindow.of(settings) : Optional.empty();
    Settings.Value minutes = settings.get("resync.interval");
    Layer origin = proven ? minutes.origin() : Layer.RESERVED;
    long interval = proven ? Math.min(minutes.number(), LONGEST_MINUTES) : EARLY_MINUTES;
    String time =
        window
            .map(all -> all.partOf(rendering.device().identity().mac(), 1).startTime())
            .orElse("");
    out.add(name(dialect, "CFG_RESYNC_FROM_SIP"), "check-sync", Layer.RESERVED)
        .add(name(dialect, "CFG_CYCLIC"), window.isPresent() ? "N" : "Y", Layer.RESERVED)
        .add(name(dialect, "CFG_CYCLIC_INTVL"), interval, origin)
        .add(
            name(dialect, "CFG_RTRY_INTVL"), proven ? RETRY_MINUTES : EARLY_MINUTES, Layer.RESERVED)
        .add(
            name(dialect, "CFG_RESYNC_TIME"),
            time,
            window.isPresent() ? settings.get("resync.window.start").origin() : Layer.RESERVED);
  }

  private static String name(PanasonicDialect dialect, String name) {
    return dialect.name(PanasonicReserved.PROVISIONING, name);
  }
}
