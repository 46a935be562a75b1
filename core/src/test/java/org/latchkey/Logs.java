package org.latchkey;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Everything that Latchkey logs during one test, down to the finest, instead of the console. */
final class Logs extends Handler implements BeforeEachCallback, AfterEachCallback {
  // held, since the log manager forgets loggers that nobody holds
  private static final Logger LOGGER = Logger.getLogger("org.latchkey");

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  @Override
  public void beforeEach(ExtensionContext context) {
    LOGGER.addHandler(this);
    LOGGER.setLevel(Level.ALL);
    LOGGER.setUseParentHandlers(false);
    setLevel(Level.ALL);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    LOGGER.removeHandler(this);
    LOGGER.setLevel(null);
    LOGGER.setUseParentHandlers(true);
  }

  /** The records of a level and above. */
  List<LogRecord> from(Level level) {
    return records.stream().filter(r -> r.getLevel().intValue() >= level.intValue()).toList();
  }

  /** All that a log file would hold, stack traces included. */
  String text() {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    SimpleFormatter formatter = new SimpleFormatter();
    for (LogRecord entry : records) {
      out.println(formatter.format(entry));
    }
    return text.toString();
  }

  @Override
  public void publish(LogRecord entry) {
    records.add(entry);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
