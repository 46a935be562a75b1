package org.latchkey.store.jdbc;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Listens to what a class logs. */
final class LogLines extends Handler {
  private final Logger logger;
  private final List<String> lines;

  private LogLines(Logger logger, List<String> lines) {
    this.logger = logger;
    this.lines = lines;
  }

  static LogLines of(Class<?> type, List<String> lines) {
    LogLines listener = new LogLines(Logger.getLogger(type.getName()), lines);
    listener.logger.addHandler(listener);
    return listener;
  }

  @Override
  public void publish(LogRecord entry) {
    lines.add(new SimpleFormatter().formatMessage(entry));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
