package org.latchkey.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.latchkey.device.MacAddress;
import org.latchkey.event.Event;

/**
 * Remembers events.
 *
 * <p>Called by many threads at once.
 *
 * @since 1.0
 */
public interface EventLog {

  /**
   * Lists a device's events.
   *
   * @param mac the device's address
   * @param most how many at most
   * @return the latest events, newest first
   */
  List<Event> of(MacAddress mac, int most);

  /**
   * Tells when a device last got a configuration.
   *
   * @param mac the device's address
   * @return the instant, or empty if that is not known
   */
  Optional<Instant> lastContact(MacAddress mac);
}
