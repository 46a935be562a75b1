package org.latchkey.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
 * <p>Answers JSON; errors are {@code application/problem+json} (RFC 9457). No answer holds a secret
 * but those to {@code reveal}. Safe for use by many threads.
 *
 * @since 1.0
 */
public final class ManagementServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ManagementServlet.class);
  private static final int MOST_DROPPED = 64 * 1024;
  private static final Pattern COMMA = Pattern.compile(", ");

  /** Who calls. */
  private final transient CallerSource callers;

  /** What the calls do, by the first segment of their path. */
  private final transient Map<String, Calls> calls;

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
    Entries entries = new Entries(administration::holdsSecret);
    this.calls =
        Map.of(
            "devices", new DeviceCalls(administration, entries),
            "devices:import", new ImportCalls(administration, new DeviceReader(entries)),
            "devices:export", new ExportCalls(administration),
            "layers", new LayerCalls(administration.layers(), entries),
            "phone-books", new PhoneBookCalls(administration.phoneBooks()),
            "global-passes", new GlobalPassCalls(administration.globalPasses()),
            "file-links", new FileLinkCalls(administration));
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    begin(response);
    try {
      send(response, answer(request, response));
    } catch (HttpProblem e) {
      refuse(request, response, e);
    } catch (LatchkeyException e) {
      if (e instanceof StoreException || e instanceof SealException) {
        LOG.warn("a management call failed", e);
      }
      refuse(request, response, HttpProblem.of(e));
    } catch (RuntimeException e) {
      LOG.error("a management call could not be answered", e);
      HttpProblem problem =
          new HttpProblem(500, "this should not have happened; the log tells more");
      refuse(request, response, problem);
    }
  }

  private static void begin(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
  }

  /**
   * Answers by a problem. A connection whose request was not read to its end cannot be used again,
   * so a caller that keeps it is told.
   */
  private void refuse(HttpServletRequest request, HttpServletResponse response, HttpProblem problem)
      throws IOException {
    if (response.isCommitted()) {
      // the only way left to tell that the answer is not whole
      throw new IOException("an answer was cut off: " + problem.detail());
    }
    if (response.getContentType() != null) {
      // something else had begun, of which nothing was sent
      response.reset();
      begin(response);
    }
    if (!isReadToItsEnd(request) && request.getProtocol().startsWith("HTTP/1")) {
      response.setHeader("Connection", "close");
    }
    send(response, problem);
  }

  private static boolean isReadToItsEnd(HttpServletRequest request) {
    try {
      return request.getInputStream().readNBytes(MOST_DROPPED).length < MOST_DROPPED;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private Reply answer(HttpServletRequest request, HttpServletResponse response) {
    Optional<Caller> caller = callers.callerOf(request);
    if (caller.isEmpty()) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"management\"");
      throw new HttpProblem(401, "a known bearer token is needed");
    }
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    String[] segments = path.substring(1).split("/", -1);
    Calls about =
        Optional.ofNullable(calls.get(segments[0])).orElseThrow(ManagementServlet::noSuchCall);
    String methods = about.methods(segments).orElseThrow(ManagementServlet::noSuchCall);
    if (!List.of(COMMA.split(methods)).contains(request.getMethod())) {
      response.setHeader("Allow", methods);
      throw new HttpProblem(405, request.getMethod() + " is not for this");
    }
    return about.call(caller.get(), request, segments);
  }

  private static HttpProblem noSuchCall() {
    return new HttpProblem(404, "there is no such call");
  }

  private void send(HttpServletResponse response, Reply reply) throws IOException {
    response.setStatus(reply.status());
    reply.headers().forEach(response::setHeader);
    if (reply.stream().isPresent()) {
      reply.stream().get().writeTo(response.getOutputStream());
      return;
    }
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
    response.setContentType("application/problem+json");
    write(response, node.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(HttpServletResponse response, byte[] body) throws IOException {
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
