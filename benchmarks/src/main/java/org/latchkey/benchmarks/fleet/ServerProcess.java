package org.latchkey.benchmarks.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, with a heap of its own. */
final class ServerProcess implements AutoCloseable {
  static final String TOKEN = "fleet-token-fleet-token";

  private static final int START_SECONDS = 300;
  private static final int STOP_SECONDS = 900;
  private static final int REMEMBERED = 100;
  private static final String IMPORT = "import of ";
  private static final Pattern EVENT = Pattern.compile("[0-9: -]{19}  [0-9a-f]{12}  |Event\\[");
  private static final Pattern PLACE = Pattern.compile("(Phones|Management): +(\\S+?)(?:api/v1/)?");
  private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+([0-9]+) kB$");
  private static final Pattern LIVE = Pattern.compile("(?m)^Total\\s+[0-9]+\\s+([0-9]+)\\s*$");

  private final Process process;
  private final Consumer<String> listener;
  private final Deque<String> lately = new ArrayDeque<>();
  private final CompletableFuture<URI> phones = new CompletableFuture<>();
  private final CompletableFuture<URI> management = new CompletableFuture<>();

  /**
   * Starts it and waits until it says where it answers.
   *
   * @param heap as behind {@code -Xmx}
   * @param main the name of its main class
   * @param listener told what it says of its imports
   */
  ServerProcess(
      String heap,
      String main,
      List<String> arguments,
      Map<String, String> environment,
      Consumer<String> listener)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Tool.ofJdk("java"),
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                main));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LATCHKEY_ADMIN_TOKEN", TOKEN);
    builder.environment().putAll(environment);
    this.listener = listener;
    process = builder.start();
    Thread reader = new Thread(this::read, "server-output");
    reader.setDaemon(true);
    reader.start();
    try {
      phones.get(START_SECONDS, TimeUnit.SECONDS);
      management.get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      close();
      throw new IOException("a server did not start: " + lastWords(), e);
    } catch (InterruptedException e) {
      close();
      throw e;
    }
  }

  /** Reads on as long as there is something, or the server would wait for it. */
  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        take(line);
      }
    } catch (IOException e) {
      // it was killed
    } finally {
      IOException ended = new IOException("it ended");
      phones.completeExceptionally(ended);
      management.completeExceptionally(ended);
    }
  }

  private void take(String line) {
    if (EVENT.matcher(line).lookingAt()) {
      return;
    }
    Matcher place = PLACE.matcher(line);
    if (place.matches()) {
      URI url = URI.create(place.group(2));
      (place.group(1).equals("Phones") ? phones : management).complete(url);
    }
    if (line.contains(IMPORT)) {
      listener.accept(line.substring(line.indexOf(IMPORT)));
    }
    synchronized (lately) {
      lately.add(line);
      if (lately.size() > REMEMBERED) {
        lately.remove();
      }
    }
  }

  /** Says where a server answers, as {@code latchkey serve} does. */
  static void announce(URI url) {
    System.out.println("Phones:     " + url);
    System.out.println("Management: " + url.resolve("/") + "api/v1/");
  }

  URI phones() {
    return phones.join();
  }

  URI management() {
    return management.join();
  }

  /** What it has said lately, but for events, for whoever looks for the cause of a failure. */
  String lastWords() {
    synchronized (lately) {
      return String.join("\n", lately);
    }
  }

  /** The most memory that it has had so far, in bytes; empty where the system does not tell. */
  Optional<Long> peak() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return Optional.empty();
    }
    Matcher found = PEAK.matcher(Files.readString(status));
    return found.find() ? Optional.of(Long.parseLong(found.group(1)) * 1024) : Optional.empty();
  }

  /** What is on its heap after a full collection, in bytes. */
  long live() throws IOException, InterruptedException {
    String histogram =
        Tool.run(List.of(Tool.ofJdk("jcmd"), Long.toString(process.pid()), "GC.class_histogram"));
    Matcher found = LIVE.matcher(histogram);
    if (!found.find()) {
      throw new IOException("jcmd tells no total");
    }
    return Long.parseLong(found.group(1));
  }

  /** Lets it end by itself; returns the nanoseconds that it took. */
  long stop() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    if (!process.isAlive()) {
      throw new IOException("a server has ended by itself: " + lastWords());
    }
    process.destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      close();
      throw new IOException("a server did not end within " + STOP_SECONDS + " s of SIGTERM");
    }
    return System.nanoTime() - begun;
  }

  /** Ends it at once, if it still runs. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
