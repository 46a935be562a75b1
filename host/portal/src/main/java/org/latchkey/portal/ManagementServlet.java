package org.latchkey.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.latchkey.admin.Administration;
import org.latchkey.caller.Caller;
import org.latchkey.error.LatchkeyException;
import org.latchkey.error.SealException;
import org.latchkey.error.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The management REST API. Map it to any path that ends in {@code /*}, such as {@code /api/v1/*}.
 *
 * <p>Answers JSON; errors are {@code application/problem+json} (RFC 9457). No answer holds a
 * secret. Safe for use by many threads.
 *
 * @since 1.0
 */
public final class ManagementServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ManagementServlet.class);
  private static final int LONGEST_BODY = 1024 * 1024;

  /** Who calls. */
  private final transient CallerSource callers;

  /** What the calls do. */
  private final transient DeviceCalls calls;

  /** Reads and writes JSON. */
  private final transient ObjectMapper mapper = new ObjectMapper();

  /**
   * An API over an administration.
   *
   * @param administration what does it all
   * @param callers who may
   */
  public ManagementServlet(Administration administration, CallerSource callers) {
    this.callers = callers;
    this.calls = new DeviceCalls(administration);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    try {
      send(response, answer(request));
    } catch (HttpProblem e) {
      send(response, e);
    } catch (LatchkeyException e) {
      if (e instanceof StoreException || e instanceof SealException) {
        LOG.warn("a management call failed", e);
      }
      send(response, HttpProblem.of(e));
    }
  }

  private Reply answer(HttpServletRequest request) throws IOException {
    Caller caller =
        callers
            .callerOf(request)
            .orElseThrow(
                () -> new HttpProblem(401, "Unauthorized", "a known bearer token is needed"));
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    String[] segments = path.substring(1).split("/", -1);
    if (!segments[0].equals("devices") || segments.length > 3) {
      throw new HttpProblem(404, "Not found", "there is no such call");
    }
    return calls.call(caller, request, segments, () -> body(request));
  }

  private JsonNode body(HttpServletRequest request) {
    String type = Optional.ofNullable(request.getContentType()).orElse("application/json");
    try {
      byte[] bytes = request.getInputStream().readNBytes(LONGEST_BODY + 1);
      if (bytes.length > LONGEST_BODY) {
        throw new HttpProblem(413, "Too large", "a body may have 1 MiB");
      }
      if (bytes.length == 0) {
        return mapper.createObjectNode();
      }
      if (!type.startsWith("application/json")) {
        throw new HttpProblem(415, "Unsupported media type", "send application/json");
      }
      return mapper.readTree(bytes);
    } catch (JsonProcessingException e) {
      // the parser's own message would repeat the body, and with it a secret
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new HttpProblem(400, "Malformed JSON", "at line " + line);
    } catch (IOException e) {
      throw new HttpProblem(400, "Incomplete body", "the body ended early");
    }
  }

  private void send(HttpServletResponse response, Reply reply) throws IOException {
    response.setStatus(reply.status());
    reply.headers().forEach(response::setHeader);
    byte[] body =
        reply.text().isPresent()
            ? reply.text().get()
            : reply.json().isPresent() ? mapper.writeValueAsBytes(reply.json().get()) : new byte[0];
    if (body.length > 0) {
      response.setContentType(
          reply.text().isPresent() ? "text/plain; charset=UTF-8" : "application/json");
    }
    write(response, body);
  }

  private void send(HttpServletResponse response, HttpProblem problem) throws IOException {
    ObjectNode node = mapper.createObjectNode();
    node.put("type", "about:blank");
    node.put("title", problem.title());
    node.put("status", problem.status());
    node.put("detail", problem.detail());
    problem.field().ifPresent(field -> node.put("field", field));
    response.setStatus(problem.status());
    if (problem.status() == 401) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    if (problem.status() == 405) {
      response.setHeader("Allow", "GET, POST, PUT, DELETE");
    }
    response.setContentType("application/problem+json");
    write(response, node.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(HttpServletResponse response, byte[] body) throws IOException {
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
