package org.latchkey.benchmarks.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.HttpsURLConnection;
import org.latchkey.testkit.phone.AnyCertificate;

/**
 * Enters a fleet as an operator would: as CSV through the management API, made while it is sent.
 * The server reads as it enters, so what was sent is what was entered, but for the some ten
 * megabytes that the system holds between them.
 */
final class Importing {
  private static final int SECONDS = 5;
  private static final int CHUNK = 64 * 1024;
  private static final double NANOS = 1e9;

  private final URI management;
  private final PrintStream progress;
  private final AtomicLong sent = new AtomicLong();

  /**
   * @param management where the API is
   * @param progress told every few seconds how many rows were sent
   */
  Importing(URI management, PrintStream progress) {
    this.management = management;
    this.progress = progress;
  }

  /**
   * Enters the phones 0 to {@code devices - 1}; returns the nanoseconds that it took.
   *
   * @param parts how many files of like length are sent at once
   */
  long run(long devices, int parts) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    ExecutorService pool = Executors.newFixedThreadPool(parts);
    try {
      List<Future<JsonNode>> reports = new ArrayList<>();
      for (int i = 0; i < parts; i++) {
        long first = devices * i / parts;
        long end = devices * (i + 1) / parts;
        reports.add(pool.submit(() -> send(first, end)));
      }
      long entered = 0;
      for (Future<JsonNode> report : reports) {
        entered += awaited(report, begun, devices).path("entered").asLong();
      }
      if (entered != devices) {
        throw new IOException("of " + devices + " rows " + entered + " were entered");
      }
      return System.nanoTime() - begun;
    } finally {
      pool.shutdownNow();
    }
  }

  private JsonNode awaited(Future<JsonNode> report, long begun, long devices)
      throws IOException, InterruptedException {
    while (true) {
      long before = sent.get();
      try {
        return report.get(SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        long now = sent.get();
        progress.printf(
            Locale.ROOT,
            "  sent: %,d of %,d rows in %.0f s, %,d rows/s now%n",
            now,
            devices,
            (System.nanoTime() - begun) / NANOS,
            (now - before) / SECONDS);
      } catch (ExecutionException e) {
        throw new IOException("an import failed: " + e.getCause(), e.getCause());
      }
    }
  }

  private JsonNode send(long first, long end) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) management.resolve("/api/v1/devices:import").toURL().openConnection();
    if (connection instanceof HttpsURLConnection https) {
      https.setSSLSocketFactory(AnyCertificate.CONTEXT.getSocketFactory());
      https.setHostnameVerifier((name, session) -> true);
    }
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "text/csv; charset=utf-8");
    connection.setRequestProperty("Authorization", "Bearer " + ServerProcess.TOKEN);
    connection.setChunkedStreamingMode(CHUNK);
    connection.setDoOutput(true);
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(connection.getOutputStream(), StandardCharsets.UTF_8))) {
      out.write(MadePhone.HEADER);
      for (long number = first; number < end; number++) {
        out.write(MadePhone.of(number).row());
        sent.incrementAndGet();
      }
    }
    if (connection.getResponseCode() != 200) {
      throw new IOException("an import was answered by " + connection.getResponseCode());
    }
    try (InputStream in = connection.getInputStream()) {
      JsonNode report = new ObjectMapper().readTree(in);
      if (report.path("failed").asLong() > 0) {
        throw new IOException(
            report.path("failed") + " rows failed, first " + report.path("errors").path(0));
      }
      return report;
    }
  }
}
