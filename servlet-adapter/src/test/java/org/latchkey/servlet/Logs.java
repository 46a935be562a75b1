package org.latchkey.servlet;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What everybody logs, from start to close. */
final class Logs extends Handler {
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  void start() {
    Logger.getLogger("").addHandler(this);
  }

  List<String> lines(Level least) {
    return records.stream()
        .filter(line -> line.getLevel().intValue() >= least.intValue())
        .map(line -> line.getLoggerName() + ": " + line.getMessage())
        .toList();
  }

  @Override
  public void publish(LogRecord line) {
    records.add(line);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
