package org.latchkey.spi;

import java.util.List;
import org.latchkey.pass.GlobalPass;

/**
 * The global passes of an installation, its resellers and domains.
 *
 * <p>Called by many threads at once, with every proof that does not fit the device; answers may be
 * up to five seconds old.
 *
 * @since 1.0
 */
public interface GlobalPasses {

  /**
   * Finds passes by user name.
   *
   * @param username the user name that a phone showed
   * @return the current pass of that name and, while it is being rotated, the previous one
   */
  List<GlobalPass> named(String username);

  /**
   * Finds the passes of exactly one scope.
   *
   * @param scope the scope
   * @return its current and previous pass, or nothing if it has none
   */
  List<GlobalPass> of(GlobalPass.Scope scope);
}
