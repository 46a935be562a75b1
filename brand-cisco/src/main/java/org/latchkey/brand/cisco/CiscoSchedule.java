package org.latchkey.brand.cisco;

import java.util.Optional;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.ResyncWindow;
import org.latchkey.config.Settings;

/**
 * When a phone asks (Cisco IP Phone 8800 Series Multiplatform Phones Provisioning Guide). Until the
 * proof it comes back soon by itself, whether a parameter made it restart or not. A time of day
 * takes the place of the interval.
 */
final class CiscoSchedule {
  private static final int SOON = 120;
  private static final int MINUTE = 60;
  private static final int SPREAD = 10;

  /** Never 0: to some of these phones it means no retry, to others one after the other. */
  private static final int RETRY = 300;

  /** The factory's; whether in seconds or steps of twenty Cisco's guides do not agree. */
  private static final int AFTER_START = 2;

  private CiscoSchedule() {}

  static void add(Parameters.Builder out, Rendering rendering) {
    Settings settings = rendering.settings();
    boolean proven = rendering.proven();
    Settings.Value atStart = settings.get("resync.at-power-on");
    Settings.Value notify = settings.get("resync.notify");
    out.add(
            "Resync_On_Reset",
            !proven || atStart.isEmpty() || atStart.flag() ? "Yes" : "No",
            proven ? atStart.origin() : Layer.RESERVED)
        .add("Resync_Random_Delay", AFTER_START, Layer.RESERVED)
        .add("Resync_Error_Retry_Delay", RETRY, Layer.RESERVED)
        .add("Resync_Fails_On_FNF", "Yes", Layer.RESERVED)
        .add("Resync_After_Upgrade_Attempt", "Yes", Layer.RESERVED)
        .add("Resync_From_SIP", notify.text().equals("ignore") ? "No" : "Yes", notify.origin());
    Settings.Value minutes = settings.get("resync.interval");
    out.add(
        "Resync_Periodic",
        proven ? minutes.number() * MINUTE : SOON,
        proven ? minutes.origin() : Layer.RESERVED);
    Optional<ResyncWindow> window = proven ? ResyncWindow.of(settings) : Optional.empty();
    if (window.isEmpty()) {
      out.add("Resync_At__HHmm_", "", Layer.RESERVED);
      return;
    }
    ResyncWindow part = window.get().partOf(rendering.device().identity().mac(), SPREAD);
    Layer origin = settings.get("resync.window.start").origin();
    out.add("Resync_At__HHmm_", part.startTime().replace(":", ""), origin)
        .add("Resync_At_Random_Delay", (long) part.minutes() * MINUTE, origin);
  }
}
