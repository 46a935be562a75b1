package org.latchkey.testkit.phone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one HTTP/1.1 answer from a stream, byte by byte where it matters. */
final class AnswerReader {
  private static final int MAX_LINE = 16_384;
  private static final int MAX_HEADERS = 200;
  private static final int MAX_BODY = 64 << 20;

  private final InputStream in;
  private final RoundLog log;
  private final String where;
  private final boolean cutInBody;
  private final boolean headOnly;
  private boolean endsWithConnection;
  private long received;

  /** An answer to HEAD is {@code headOnly}: it has no body, whatever length it tells. */
  AnswerReader(InputStream in, RoundLog log, String where, boolean cutInBody, boolean headOnly) {
    this.in = in;
    this.log = log;
    this.where = where;
    this.cutInBody = cutInBody;
    this.headOnly = headOnly;
  }

  /** Reads the answer; a body that ends early is an error. */
  HttpAnswer read() throws IOException {
    int status = statusLine();
    List<HttpAnswer.Header> headers = headers();
    while (status < 200) {
      status = statusLine();
      headers = headers();
    }
    HttpAnswer head = new HttpAnswer(status, headers, new byte[0]);
    endsWithConnection = head.all("Connection").stream().anyMatch("close"::equalsIgnoreCase);
    return new HttpAnswer(status, headers, body(head));
  }

  /** Whether the connection cannot be used again after this answer. */
  boolean endsWithConnection() {
    return endsWithConnection;
  }

  /** Bytes of the body read so far. */
  long received() {
    return received;
  }

  private byte[] body(HttpAnswer head) throws IOException {
    if (headOnly) {
      cutHalfWay(0);
      return new byte[0];
    }
    Optional<String> coding = head.first("Transfer-Encoding");
    if (coding.isPresent() && coding.get().toLowerCase(Locale.ROOT).endsWith("chunked")) {
      log.defect(Defect.Kind.CHUNKED, where);
      cutHalfWay(0);
      return chunks();
    }
    Optional<String> length = head.first("Content-Length");
    if (length.isPresent()) {
      int size = number(length.get(), 10);
      cutHalfWay(size);
      return exactly(size);
    }
    if (head.status() == 204 || head.status() == 304) {
      cutHalfWay(0);
      return new byte[0];
    }
    log.defect(Defect.Kind.MISSING_LENGTH, where);
    endsWithConnection = true;
    cutHalfWay(0);
    byte[] rest = in.readNBytes(MAX_BODY);
    received = rest.length;
    return rest;
  }

  private void cutHalfWay(int size) throws IOException {
    if (cutInBody) {
      received = in.readNBytes(size / 2).length;
      throw new PowerLostException("power cut after " + received + " bytes of the body");
    }
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      String line = line();
      int semicolon = line.indexOf(';');
      int size = number(semicolon < 0 ? line : line.substring(0, semicolon), 16);
      if (size == 0) {
        headers();
        return all.toByteArray();
      }
      if (all.size() + size > MAX_BODY) {
        throw new ProtocolException("body larger than " + MAX_BODY + " bytes");
      }
      all.write(exactly(size));
      line();
    }
  }

  private byte[] exactly(int size) throws IOException {
    byte[] bytes = in.readNBytes(size);
    received += bytes.length;
    if (bytes.length < size) {
      throw new EOFException("body ended after " + bytes.length + " of " + size + " bytes");
    }
    return bytes;
  }

  private static int number(String text, int radix) throws IOException {
    try {
      int number = Integer.parseInt(text.strip(), radix);
      if (number >= 0 && number <= MAX_BODY) {
        return number;
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw new ProtocolException("length is not a number from 0 to " + MAX_BODY);
  }

  private int statusLine() throws IOException {
    String line = line();
    if (!line.matches("HTTP/1\\.[01] [1-9][0-9]{2}( .*)?")) {
      throw new ProtocolException("no HTTP/1.x status line");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private List<HttpAnswer.Header> headers() throws IOException {
    List<HttpAnswer.Header> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1 || headers.size() >= MAX_HEADERS) {
        throw new ProtocolException("bad header line");
      }
      headers.add(
          new HttpAnswer.Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    return headers;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("connection closed by the server");
      }
      if (line.size() >= MAX_LINE) {
        throw new ProtocolException("line longer than " + MAX_LINE + " bytes");
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(ISO_8859_1);
  }
}
