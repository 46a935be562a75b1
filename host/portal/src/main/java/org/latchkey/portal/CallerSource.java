package org.latchkey.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.latchkey.caller.Caller;

/**
 * Tells who sends a management request: the host's sign-in. Called by many threads at once.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface CallerSource {

  /**
   * Tells the caller.
   *
   * @param request the request
   * @return who sends it, or empty if that is not known
   */
  Optional<Caller> callerOf(HttpServletRequest request);
}
