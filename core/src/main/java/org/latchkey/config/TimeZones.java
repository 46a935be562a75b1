package org.latchkey.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latchkey.config.ZoneRule.Change;
import org.latchkey.config.ZoneRule.Daylight;

/**
 * Time zones by their names in the IANA data base. Their rules are pinned in a resource and never
 * those of the running JDK, so that two nodes never say different things.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class TimeZones {
  private static final String RESOURCE = "zones.txt";
  private static final TimeZones STANDARD =
      of(Table.rows(RESOURCE, TimeZones.class.getResourceAsStream(RESOURCE)));

  private final Map<String, ZoneRule> byName;

  private TimeZones(Map<String, ZoneRule> byName) {
    this.byName = byName;
  }

  /**
   * The zones of this version.
   *
   * @return all zones
   */
  public static TimeZones standard() {
    return STANDARD;
  }

  /**
   * Finds a zone.
   *
   * @param name its name, such as {@code Europe/Berlin}
   * @return its rule, or empty if there is no such zone
   */
  public Optional<ZoneRule> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * Lists the zones.
   *
   * @return their names
   */
  public Set<String> names() {
    return Set.copyOf(byName.keySet());
  }

  /** Zones of rows: name, offset, then start, end and minutes saved between blanks, or nothing. */
  static TimeZones of(List<List<String>> rows) {
    Map<String, ZoneRule> byName = new LinkedHashMap<>();
    for (List<String> row : rows) {
      int offset = Integer.parseInt(row.get(1));
      byName.put(row.get(0), new ZoneRule(offset, daylight(row.get(2))));
    }
    return new TimeZones(byName);
  }

  private static Optional<Daylight> daylight(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String[] part = text.split(" ", 3);
    return Optional.of(new Daylight(change(part[0]), change(part[1]), Integer.parseInt(part[2])));
  }

  private static Change change(String text) {
    String[] part = text.split("/", 4);
    return new Change(
        Integer.parseInt(part[0]),
        Integer.parseInt(part[1]),
        Integer.parseInt(part[2]),
        Integer.parseInt(part[3]));
  }
}
