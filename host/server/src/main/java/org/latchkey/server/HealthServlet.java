package org.latchkey.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** Says whether something is as it should be: 200, or 503 and a time to ask again. */
final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient BooleanSupplier good;

  HealthServlet(BooleanSupplier good) {
    this.good = good;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean fine = good.getAsBoolean();
    byte[] body = (fine ? "ok\n" : "not ready\n").getBytes(StandardCharsets.UTF_8);
    if (!fine) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.setHeader("Retry-After", "5");
    }
    response.setContentType("text/plain; charset=UTF-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
