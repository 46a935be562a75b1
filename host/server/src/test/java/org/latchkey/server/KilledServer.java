package org.latchkey.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A server in a process of its own, killed without a word and started again at its old address. */
final class KilledServer implements Home, AutoCloseable {
  private static final int REMEMBERED = 200;

  private final List<String> arguments;
  private final Map<String, String> environment;
  private final int port;
  private final Deque<String> lately = new ArrayDeque<>();
  private Process process;
  private int starts;
  private boolean up;

  /** Starts it; {@code more} says where it keeps things. */
  KilledServer(Path data, List<String> more, Map<String, String> environment) throws IOException {
    this.environment = environment;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    arguments =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--plain-http",
                "--host=127.0.0.1",
                "--port=" + port,
                "--data=" + data));
    arguments.addAll(more);
    process = launch();
    up = true;
  }

  @Override
  public String url() {
    return "http://127.0.0.1:" + port + "/cfg/";
  }

  private Process launch() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(arguments).redirectErrorStream(true);
    builder.environment().put("LATCHKEY_ADMIN_TOKEN", TOKEN);
    builder.environment().put("LATCHKEY_GLOBAL_PASS", PASS_USER + ":" + PASS_PASSWORD);
    builder.environment().putAll(environment);
    Process started = builder.start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
    List<String> said = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      if (line.startsWith("Management:")) {
        // or it would wait for somebody to read on
        Thread reader = new Thread(() -> drain(lines), "server-output");
        reader.setDaemon(true);
        reader.start();
        return started;
      }
    }
    throw new IOException("the server ended: " + String.join("\n", said));
  }

  private void drain(BufferedReader lines) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        remember(line);
      }
    } catch (IOException e) {
      // it was killed
    }
  }

  private synchronized void remember(String line) {
    lately.add(line);
    if (lately.size() > REMEMBERED) {
      lately.remove();
    }
  }

  /** What it has said lately, for those who look for the cause of a failure. */
  synchronized String lately() {
    return String.join("\n", lately);
  }

  /** Kills it in the middle of whatever it does, and starts it again. */
  void killAndStart() throws IOException {
    kill();
    start();
  }

  void kill() {
    synchronized (this) {
      up = false;
    }
    process.destroyForcibly().onExit().join();
  }

  void start() throws IOException {
    process = launch();
    synchronized (this) {
      starts++;
      up = true;
      notifyAll();
    }
  }

  @Override
  public synchronized int starts() {
    return starts;
  }

  @Override
  public synchronized void awaitUp() throws InterruptedException {
    while (!up) {
      wait();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
