package org.latchkey.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.latchkey.Latchkey;

/**
 * Answers all requests below the path at which the host mapped it, for example {@code /cfg/*}.
 *
 * <p>The mapping alone decides which requests are meant: it need be neither the public URL's path
 * nor one of {@link Latchkey#paths}, so a proxy that rewrites paths does no harm. Phones that join
 * URL and file name without a slash do not reach a servlet mapped so; {@link ProvisioningFilter}
 * takes them too. It never redirects and never calls {@code sendError}. Instances are safe for use
 * by many threads.
 *
 * @since 1.0
 */
public final class ProvisioningServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Exchange exchange;

  /**
   * A servlet that believes no proxy.
   *
   * @param latchkey what decides
   */
  public ProvisioningServlet(Latchkey latchkey) {
    this(latchkey, TrustedProxies.none());
  }

  /**
   * A servlet behind proxies.
   *
   * @param latchkey what decides
   * @param proxies the proxies whose word counts
   */
  public ProvisioningServlet(Latchkey latchkey, TrustedProxies proxies) {
    this.exchange = new Exchange(latchkey, proxies);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {
    exchange.answer(request, response, fileOf(request));
  }

  /**
   * The target behind context and mapping. They are counted, not compared, since they may be
   * encoded in the target; and getServletPath throws for targets that Jetty finds ambiguous.
   */
  private static String fileOf(HttpServletRequest request) {
    String target = Exchange.target(request);
    int segments =
        slashes(request.getContextPath()) + slashes(mapped(request.getHttpServletMapping()));
    int query = target.indexOf('?');
    int end = query < 0 ? target.length() : query;
    int at = 0;
    for (int i = 0; i < segments && at < end; i++) {
      int slash = target.indexOf('/', at + 1);
      at = slash < 0 || slash > end ? end : slash;
    }
    return target.substring(at);
  }

  private static String mapped(HttpServletMapping mapping) {
    String pattern = mapping.getPattern();
    if (!pattern.startsWith("/") || pattern.equals("/")) {
      return "";
    }
    return pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : pattern;
  }

  private static int slashes(String path) {
    return Math.toIntExact(path.chars().filter(c -> c == '/').count());
  }
}
