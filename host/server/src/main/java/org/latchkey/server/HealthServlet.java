package org.latchkey.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Says that the process lives and answers: all there is to say while stores are in memory. */
final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = "ok\n".getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/plain; charset=UTF-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
