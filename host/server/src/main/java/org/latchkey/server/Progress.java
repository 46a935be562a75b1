package org.latchkey.server;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Tells a person who waits how far something is, every few seconds. For one thread. */
final class Progress {
  private static final long PAUSE = Duration.ofSeconds(5).toNanos();

  private final PrintWriter out;
  private final LongSupplier nanos;
  private long told;
  private long rows;

  Progress(PrintWriter out, LongSupplier nanos) {
    this.out = out;
    this.nanos = nanos;
    this.told = nanos.getAsLong();
  }

  void rows(long all) {
    rows = all;
    long now = nanos.getAsLong();
    if (now - told >= PAUSE) {
      told = now;
      out.println("latchkey: " + rows + " rows so far");
      out.flush();
    }
  }

  private void lines(byte[] bytes, int offset, int length) {
    long found = 0;
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '\n') {
        found++;
      }
    }
    if (found > 0) {
      rows(rows + found);
    }
  }

  /** Each line that is read from it is a row. */
  InputStream counting(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        lines(bytes, offset, Math.max(0, read));
        return read;
      }
    };
  }

  /** Each line that is written to it is a row. */
  OutputStream counting(OutputStream target) {
    return new FilterOutputStream(target) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        target.write(bytes, offset, length);
        lines(bytes, offset, length);
      }
    };
  }
}
