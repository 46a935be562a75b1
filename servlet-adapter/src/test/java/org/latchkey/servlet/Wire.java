package org.latchkey.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One connection, byte by byte. Every answer is checked to have a length and no chunks. */
final class Wire implements AutoCloseable {
  private final Socket socket;

  Wire(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(10_000);
  }

  record Reply(int status, List<String> lines, String body) {
    List<String> values(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return lines.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .toList();
    }

    String value(String name) {
      assertThat(values(name)).as(name).hasSize(1);
      return values(name).get(0);
    }
  }

  Reply get(String target, String... headers) throws IOException {
    return ask("GET", target, "", headers);
  }

  Reply ask(String method, String target, String body, String... headers) throws IOException {
    String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
    send(head(method, target, headers) + length + "\r\n" + body);
    return read(method.equals("HEAD"));
  }

  /** Sends a PUT up to its body. */
  void beginPut(String target, String... headers) throws IOException {
    send(head("PUT", target, headers) + "\r\n");
  }

  private static String head(String method, String target, String... headers) {
    StringBuilder head =
        new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: p.example\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.toString();
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  Reply read(boolean head) throws IOException {
    InputStream in = socket.getInputStream();
    List<String> lines = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      lines.add(line);
    }
    Reply reply = new Reply(Integer.parseInt(lines.get(0).split(" ", -1)[1]), lines, "");
    assertThat(reply.values("Transfer-Encoding")).isEmpty();
    if (reply.status() == 100 || reply.status() == 304) {
      return reply;
    }
    int length = Integer.parseInt(reply.value("Content-Length"));
    byte[] body = head ? new byte[0] : in.readNBytes(length);
    assertThat(body).hasSize(head ? 0 : length);
    return new Reply(reply.status(), lines, new String(body, ISO_8859_1));
  }

  /** The status of an interim answer, which has no length and no body. */
  int status() throws IOException {
    InputStream in = socket.getInputStream();
    int status = Integer.parseInt(line(in).split(" ", -1)[1]);
    while (!line(in).isEmpty()) {
      // its headers say nothing
    }
    return status;
  }

  /** Sends nothing more, but goes on reading. */
  void end() throws IOException {
    socket.shutdownOutput();
  }

  boolean isClosed() throws IOException {
    return socket.getInputStream().read() < 0;
  }

  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("after: " + line.toString(ISO_8859_1));
      }
      line.write(c);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
