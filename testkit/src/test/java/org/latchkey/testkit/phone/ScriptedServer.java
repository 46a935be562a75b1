package org.latchkey.testkit.phone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/** A server on a loopback port that answers each request with the bytes a test gives it. */
public final class ScriptedServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Thread acceptor;
  private final boolean secure;
  private final Function<Request, byte[]> script;
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());

  /** A request as received; {@code connection} counts from 1. */
  public record Request(
      String method,
      String target,
      Map<String, String> headers,
      String body,
      String from,
      int connection) {
    public String file() {
      return target.substring(target.lastIndexOf('/') + 1);
    }

    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  private ScriptedServer(
      ServerSocketFactory factory, boolean secure, Function<Request, byte[]> script)
      throws IOException {
    this.listener = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.secure = secure;
    this.script = script;
    this.acceptor = start(this::accept);
  }

  public static ScriptedServer plain(Function<Request, byte[]> script) throws IOException {
    return new ScriptedServer(ServerSocketFactory.getDefault(), false, script);
  }

  public static ScriptedServer secure(ServerSocketFactory factory, Function<Request, byte[]> script)
      throws IOException {
    return new ScriptedServer(factory, true, script);
  }

  /** An answer with Content-Length; headers as whole lines. */
  public static byte[] reply(int status, String body, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Text\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Content-Length: ").append(body.getBytes(UTF_8).length).append("\r\n\r\n");
    return (head + body).getBytes(UTF_8);
  }

  /** The connection is closed instead of an answer. */
  public static byte[] hangUp() {
    return new byte[0];
  }

  /** Nothing is sent and the connection stays open. */
  public static byte[] silence() {
    return new byte[] {0};
  }

  public String url(String path) {
    return (secure ? "https" : "http") + "://" + authority() + path;
  }

  public String authority() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  public List<Request> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  private void accept() {
    for (int connection = 1; !listener.isClosed(); connection++) {
      try {
        Socket socket = listener.accept();
        int number = connection;
        open.add(socket);
        start(() -> serve(socket, number));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket, int connection) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        Request request = read(in, socket, connection);
        requests.add(request);
        byte[] answer = script.apply(request);
        if (answer.length == 0) {
          return;
        }
        if (answer.length > 1) {
          socket.getOutputStream().write(answer);
          socket.getOutputStream().flush();
        }
        String text = new String(answer, ISO_8859_1).toLowerCase(Locale.ROOT);
        if (answer.length > 1
            && (text.contains("connection: close") || !text.contains("content-length:"))) {
          return;
        }
      }
    } catch (IOException e) {
      // the phone went away
    }
  }

  private static Request read(InputStream in, Socket socket, int connection) throws IOException {
    String[] first = line(in).split(" ", -1);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    String body = new String(in.readNBytes(length), UTF_8);
    String from = socket.getInetAddress().getHostAddress();
    return new Request(first[0], first[1], headers, body, from, connection);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("end");
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(UTF_8);
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task, "scripted-server");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Returns when no connection can be made any more: a blocked accept outlives the close. */
  @Override
  public void close() throws IOException {
    listener.close();
    try {
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (open) {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }
}
