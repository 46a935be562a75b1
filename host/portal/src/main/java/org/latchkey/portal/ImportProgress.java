package org.latchkey.portal;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.latchkey.caller.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells in the log how far an import is. Its answer comes only at its end, and what a client has
 * sent may be some ten thousand rows ahead of what has been entered.
 */
final class ImportProgress {
  private static final Logger LOG = LoggerFactory.getLogger(ImportProgress.class);
  private static final long EVERY = TimeUnit.SECONDS.toNanos(10);

  private final Caller caller;
  private final boolean dryRun;
  private final LongSupplier nanos;
  private final long begun;
  private long told;

  /**
   * An import that begins now.
   *
   * @param nanos a time that only rises, in nanoseconds
   */
  ImportProgress(Caller caller, boolean dryRun, LongSupplier nanos) {
    this.caller = caller;
    this.dryRun = dryRun;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
    this.told = begun;
  }

  /** A row is done. */
  void row(ImportReport report) {
    long now = nanos.getAsLong();
    if (now - told >= EVERY) {
      told = now;
      tell("so far", report, now);
    }
  }

  /** Nothing more is read. */
  void ended(ImportReport report) {
    tell("in all", report, nanos.getAsLong());
  }

  private void tell(String when, ImportReport report, long now) {
    LOG.info(
        "import of {}{}: {}, {}, {} s",
        caller.name(),
        dryRun ? " (dry run)" : "",
        when,
        report.counts(),
        TimeUnit.NANOSECONDS.toSeconds(now - begun));
  }
}
