package org.latchkey.benchmarks.fleet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/**
 * Jetty and a servlet that writes bytes that it has: what no server can be faster than. The bytes
 * are answers of Latchkey, one for each kind of phone.
 */
final class BareServer {
  /** What Jetty writes by itself. */
  private static final Set<String> JETTYS = Set.of("date", "content-length", "connection");

  private BareServer() {}

  /**
   * Serves until it is ended.
   *
   * @param args the folder of {@link #write}; the keystore, or nothing
   */
  public static void main(String[] args) throws Exception {
    JettyHost host = new JettyHost(args.length > 1 ? Optional.of(args[1]) : Optional.empty());
    host.context().addServlet(new ServletHolder(new Bytes(read(Path.of(args[0])))), "/*");
    host.run();
  }

  /** Keeps the answers for the servlet; each file is header lines, an empty line and the body. */
  static void write(Path folder, Map<Kind, Answer> answers) throws IOException {
    for (Map.Entry<Kind, Answer> each : answers.entrySet()) {
      Answer answer = each.getValue();
      byte[] head = (answer.head() + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
      Files.write(folder.resolve(name(each.getKey()) + ".head"), head);
      Files.write(folder.resolve(name(each.getKey()) + ".body"), answer.body());
    }
  }

  private static Map<Kind, Answer> read(Path folder) throws IOException {
    Map<Kind, Answer> answers = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.ALL) {
      String head =
          Files.readString(folder.resolve(name(kind) + ".head"), StandardCharsets.ISO_8859_1);
      byte[] body = Files.readAllBytes(folder.resolve(name(kind) + ".body"));
      answers.put(kind, new Answer(200, head.strip(), body));
    }
    return answers;
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Answers 200, 304 to whoever names any tag, and 401 to whoever shows no credential at all. */
  private static final class Bytes extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** As long as Latchkey's. */
    private static final String CHALLENGE =
        "Digest realm=\"provisioning\", nonce=\"bm90IGEgbm9uY2UsIGJ1dCBhcyBsb25nIGFzIG9uZQ\","
            + " algorithm=MD5, qop=\"auth\"";

    private final transient Map<Kind, Answer> answers;

    Bytes(Map<Kind, Answer> answers) {
      this.answers = answers;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if (request.getHeader("Authorization") == null) {
        response.setHeader("WWW-Authenticate", CHALLENGE);
        response.setStatus(401);
        response.setContentLength(0);
        return;
      }
      String path = request.getRequestURI();
      Answer answer =
          Optional.ofNullable(answers.get(Kind.of(path.substring(path.lastIndexOf('/') + 1))))
              .orElseThrow();
      for (String line : answer.lines()) {
        int colon = line.indexOf(':');
        String name = line.substring(0, colon);
        if (!JETTYS.contains(name.toLowerCase(Locale.ROOT))) {
          response.setHeader(name, line.substring(colon + 1).strip());
        }
      }
      if (request.getHeader("If-None-Match") != null) {
        response.setStatus(304);
        return;
      }
      response.setContentLength(answer.body().length);
      response.getOutputStream().write(answer.body());
    }
  }
}
