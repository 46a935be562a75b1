package org.latchkey.server;

import java.io.PrintStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.latchkey.device.MacAddress;
import org.latchkey.event.Event;
import org.latchkey.spi.EventSink;

/** One readable line an event. */
final class ConsoleEvents implements EventSink {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PrintStream out;
  private final EventSink next;

  ConsoleEvents(PrintStream out, EventSink next) {
    this.out = out;
    this.next = next;
  }

  @Override
  public void accept(Event event) {
    next.accept(event);
    String times = event.count() > 1 ? " (" + event.count() + " times)" : "";
    String detail = event.detail().isEmpty() ? "" : " [" + event.detail() + "]";
    out.println(
        TIME.format(event.at())
            + "  "
            + event.mac().map(MacAddress::toString).orElse("-")
            + "  "
            + event.type().label()
            + "  "
            + event.type().sentence()
            + detail
            + " from "
            + event.source()
            + times);
  }
}
