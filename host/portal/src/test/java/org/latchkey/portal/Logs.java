package org.latchkey.portal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps what is logged: Latchkey's words at every level, Jetty's warnings. */
final class Logs extends Handler {
  // held, since the platform forgets loggers that nobody holds
  private static final Logger LATCHKEY = Logger.getLogger("org.latchkey");
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");
  private static final Logger ROOT = Logger.getLogger("");

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  Logs() {
    setLevel(Level.ALL);
  }

  void open() {
    LATCHKEY.setLevel(Level.ALL);
    JETTY.setLevel(Level.WARNING);
    ROOT.addHandler(this);
  }

  /** Lines of at least a level, with their stack traces. */
  List<String> lines(Level least) {
    SimpleFormatter formatter = new SimpleFormatter();
    return records.stream()
        .filter(line -> line.getLevel().intValue() >= least.intValue())
        .map(line -> line.getLoggerName() + ": " + formatter.formatMessage(line) + trace(line))
        .toList();
  }

  private static String trace(LogRecord line) {
    if (line.getThrown() == null) {
      return "";
    }
    StringWriter trace = new StringWriter();
    line.getThrown().printStackTrace(new PrintWriter(trace, true));
    return "\n" + trace;
  }

  @Override
  public void publish(LogRecord line) {
    records.add(line);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
    LATCHKEY.setLevel(null);
  }
}
