package org.latchkey.benchmarks.fleet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.latchkey.testkit.phone.AnyCertificate;

/**
 * One connection that is kept alive, with as little around it as can be: what the driver takes of
 * the processors the server does not get. For one thread.
 */
final class Wire implements AutoCloseable {
  private static final int SILENCE_MILLIS = 60_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[32 * 1024];

  Wire(URI url) throws IOException {
    socket =
        url.getScheme().equals("https")
            ? AnyCertificate.CONTEXT.getSocketFactory().createSocket(url.getHost(), url.getPort())
            : new Socket(url.getHost(), url.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(SILENCE_MILLIS);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /** Sends a request without a body, which ends in an empty line, and reads the answer. */
  Answer ask(String request) throws IOException {
    out.write(request.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    int filled = 0;
    int end = -1;
    while (end < 0) {
      int more = in.read(buffer, filled, buffer.length - filled);
      if (more <= 0) {
        throw new EOFException("the server ended the connection in the midst of an answer");
      }
      end = endOfHead(Math.max(0, filled - 3), filled + more);
      filled += more;
    }
    String head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
    Answer answer = new Answer(Integer.parseInt(head.substring(9, 12)), head, new byte[0]);
    int length = length(answer);
    int start = end + 4;
    if (filled - start > length) {
      throw new IOException("an answer of status " + answer.status() + " has more than it says");
    }
    byte[] body = new byte[length];
    System.arraycopy(buffer, start, body, 0, filled - start);
    int rest = length - (filled - start);
    if (in.readNBytes(body, filled - start, rest) < rest) {
      throw new EOFException("the server ended the connection in the midst of a file");
    }
    return new Answer(answer.status(), head, body);
  }

  private static int length(Answer answer) throws IOException {
    if (answer.status() == 304) {
      return 0;
    }
    return Integer.parseInt(
        answer
            .value("Content-Length")
            .orElseThrow(() -> new IOException("an answer without its length: " + answer.head())));
  }

  private int endOfHead(int from, int to) {
    for (int i = from; i + 3 < to; i++) {
      if (buffer[i] == '\r'
          && buffer[i + 1] == '\n'
          && buffer[i + 2] == '\r'
          && buffer[i + 3] == '\n') {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
