package org.latchkey.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.latchkey.Latchkey;
import org.latchkey.ProvisioningRequest;
import org.latchkey.ProvisioningResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Translates a request to the core's words and its response back. */
final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final int MOST_DROPPED = 512 * 1024;

  private final Latchkey latchkey;
  private final OriginReader origins;

  Exchange(Latchkey latchkey, TrustedProxies proxies) {
    this.latchkey = latchkey;
    this.origins = new OriginReader(proxies);
  }

  /** The request target as it was sent; without scheme and host if it had them. */
  static String target(HttpServletRequest request) {
    String path = request.getRequestURI();
    String query = request.getQueryString();
    return path == null ? "" : query == null ? path : path + "?" + query;
  }

  void answer(HttpServletRequest request, HttpServletResponse response, String file) {
    Origin origin = origins.read(request);
    ProvisioningResponse answer =
        latchkey.handle(
            new ProvisioningRequest(
                request.getMethod(),
                target(request),
                file,
                name -> OriginReader.values(request, name),
                origin.address(),
                origin.secure(),
                origin.certificates(),
                most -> readBody(request, most)));
    boolean whole = dropBody(request);
    try {
      send(answer, request, response, whole);
    } catch (IOException e) {
      LOG.debug("{} went away during the answer", origin.address().getHostAddress(), e);
    }
  }

  private static void send(
      ProvisioningResponse answer,
      HttpServletRequest request,
      HttpServletResponse response,
      boolean whole)
      throws IOException {
    response.setStatus(answer.status());
    Set<String> sent = new HashSet<>();
    for (ProvisioningResponse.Header header : answer.headers()) {
      String name = header.name().toLowerCase(Locale.ROOT);
      if (name.equals("content-length")) {
        continue;
      }
      // the first line of a name replaces what filters of the host have set
      if (sent.add(name)) {
        response.setHeader(header.name(), header.value());
      } else {
        response.addHeader(header.name(), header.value());
      }
    }
    if (!whole && request.getProtocol().startsWith("HTTP/1")) {
      response.setHeader("Connection", "close");
    }
    // last: containers may take a length of 0 for the end of the response
    if (answer.header("Content-Length").isPresent()) {
      response.setContentLengthLong(Long.parseLong(answer.header("Content-Length").get()));
    }
    answer.writeTo(response.getOutputStream());
    response.flushBuffer();
  }

  /** Reads a body that is wanted; empty if it is too long, and then not read if it says so. */
  private static Optional<byte[]> readBody(HttpServletRequest request, int most)
      throws IOException {
    long length = request.getContentLengthLong();
    if (length > most) {
      return Optional.empty();
    }
    byte[] body;
    try {
      body = request.getInputStream().readNBytes(most + 1);
    } catch (RuntimeException e) {
      throw new IOException("the container cannot read the body", e);
    }
    if (body.length < length) {
      throw new EOFException("the body ends after " + body.length + " of " + length + " bytes");
    }
    return body.length > most ? Optional.empty() : Optional.of(body);
  }

  /**
   * Reads a body that nobody wants, since a connection whose request was not read to its end cannot
   * be used again.
   *
   * @return false if the body is too long or cannot be read
   */
  private static boolean dropBody(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    if (length == 0 || (length < 0 && isBodiless(request))) {
      return true;
    }
    if (length > MOST_DROPPED && request.getHeader("Expect") != null) {
      // the phone waits for a word before it sends: the answer is that word
      return false;
    }
    byte[] buffer = new byte[8 * 1024];
    int total = 0;
    try {
      InputStream body = request.getInputStream();
      while (total <= MOST_DROPPED) {
        int read = body.read(buffer, 0, Math.min(buffer.length, MOST_DROPPED + 1 - total));
        if (read < 0) {
          return true;
        }
        total += read;
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("a body cannot be read", e);
    }
    return false;
  }

  private static boolean isBodiless(HttpServletRequest request) {
    String method = request.getMethod();
    return (method.equals("GET") || method.equals("HEAD"))
        && request.getHeader("Transfer-Encoding") == null;
  }
}
