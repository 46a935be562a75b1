package org.latchkey.spi;

import org.latchkey.event.Event;

/**
 * Takes events. Called by many threads at once, in the middle of answers: it must not block, and
 * what it throws is logged and forgotten.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface EventSink {

  /**
   * Takes one event.
   *
   * @param event what happened
   */
  void accept(Event event);
}
