package org.latchkey.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latchkey.device.MacAddress;

/**
 * Lists the records of a credential store by state. A {@link CredentialStore} that can implements
 * it too; without it, what would depend on its answer is allowed.
 *
 * <p>Called by many threads at once; answers may be up to five seconds old.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface CredentialStates {

  /**
   * Lists devices in some states, beginning after one.
   *
   * @param states names of states, as in {@link AccessRecord#state}
   * @param after only larger MACs than this
   * @param limit how many at most, at least 1
   * @return at most {@code limit} addresses, the smallest first
   */
  List<MacAddress> list(Set<String> states, Optional<MacAddress> after, int limit);
}
