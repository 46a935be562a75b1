package org.latchkey.testkit.contract;

import org.latchkey.memory.MemoryEvents;

class MemoryEventsTest extends EventsContract {
  @Override
  protected Events noEvents() {
    MemoryEvents events = new MemoryEvents();
    return new Events(events, events);
  }
}
