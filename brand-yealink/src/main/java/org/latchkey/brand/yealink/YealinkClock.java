package org.latchkey.brand.yealink;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.error.RenderException;

/**
 * Time servers, time zone and daylight saving (Yealink administrator guide for SIP-T phones
 * V84-V86, time and date). Zones come from a pinned table, never from the running JDK.
 */
final class YealinkClock {
  private static final String ZONE = "time.zone";
  private static final Map<String, Zone> ZONES =
      YealinkTable.rows("timezones.txt").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.get(0), YealinkClock::zone));

  private YealinkClock() {}

  /** A zone: its offset, {@code none}, {@code auto} or a rule, and its name on the phone. */
  private record Zone(String offset, List<String> daylight, String name) {}

  static void add(Parameters.Builder out, Settings settings) {
    Settings.Value primary = settings.get("time.ntp.primary");
    Settings.Value secondary = settings.get("time.ntp.secondary");
    out.add("local_time.ntp_server1", primary.text(), primary.origin());
    out.add("local_time.ntp_server2", secondary.text(), secondary.origin());

    Settings.Value setting = settings.get(ZONE);
    Layer origin = setting.origin();
    Zone zone =
        Optional.ofNullable(ZONES.get(setting.text()))
            .orElseThrow(
                () ->
                    new RenderException(
                        origin.label(),
                        ZONE,
                        "must be a time zone that Yealink phones can be told of, such as"
                            + " Europe/Berlin, was '"
                            + setting.text()
                            + "'"));
    out.add("local_time.time_zone", zone.offset(), origin);
    if (!zone.name().isEmpty()) {
      out.add("local_time.time_zone_name", zone.name(), origin);
    }
    switch (zone.daylight().get(0)) {
      case "none" -> out.add("local_time.summer_time", 0, origin);
      case "auto" -> out.add("local_time.summer_time", 2, origin);
      default ->
          out.add("local_time.summer_time", 1, origin)
              .add("local_time.dst_time_type", 1, origin)
              .add("local_time.start_time", zone.daylight().get(0), origin)
              .add("local_time.end_time", zone.daylight().get(1), origin)
              .add("local_time.offset_time", zone.daylight().get(2), origin);
    }
  }

  private static Zone zone(List<String> row) {
    return new Zone(row.get(1), List.of(row.get(2).split(" ")), row.get(3));
  }
}
