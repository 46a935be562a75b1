package org.latchkey.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.latchkey.Latchkey;

/**
 * Answers the requests of phones and passes all others on.
 *
 * <p>Whether a request is a phone's is decided by {@link Latchkey#fileOf} on the request target as
 * it was sent, context path included. So the filter belongs on {@code /*}, before any filter that
 * asks for a login: with the provisioning path {@code /cfg} it takes {@code /cfg}, {@code /cfg/…},
 * {@code /cfg//…} and siblings such as {@code /cfg001565aabbcc.cfg}, which reach it in the root
 * context only. A context that is itself named {@code /cfg} must be told not to redirect {@code
 * /cfg} to {@code /cfg/}, and containers that refuse empty path segments must be told to let them
 * in: {@link org.latchkey.servlet} says how.
 *
 * <p>It never redirects and never calls {@code sendError}, so that no error page of the host
 * replaces an answer. Instances are safe for use by many threads.
 *
 * @since 1.0
 */
public final class ProvisioningFilter implements Filter {
  private final Latchkey latchkey;
  private final Exchange exchange;

  /**
   * A filter that believes no proxy.
   *
   * @param latchkey what decides
   */
  public ProvisioningFilter(Latchkey latchkey) {
    this(latchkey, TrustedProxies.none());
  }

  /**
   * A filter behind proxies.
   *
   * @param latchkey what decides
   * @param proxies the proxies whose word counts
   */
  public ProvisioningFilter(Latchkey latchkey, TrustedProxies proxies) {
    this.latchkey = latchkey;
    this.exchange = new Exchange(latchkey, proxies);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest asked
        && response instanceof HttpServletResponse answer) {
      Optional<String> file = latchkey.fileOf(Exchange.target(asked));
      if (file.isPresent()) {
        exchange.answer(asked, answer, file.get());
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
