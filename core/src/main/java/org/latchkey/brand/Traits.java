package org.latchkey.brand;

import java.time.Duration;
import java.util.List;

/**
 * How phones of a brand behave, as far as the gate must know it.
 *
 * @param challenge the authentication schemes to offer, in this order
 * @param settleTime how long after its delivery a credential proves nothing, because the phone may
 *     use it within the pass that delivered it; zero for phones that do not
 * @param budget how many answers with secrets a first boot may need
 * @param contentType the media type of a device file
 * @since 1.0
 */
public record Traits(List<Scheme> challenge, Duration settleTime, int budget, String contentType) {
  /**
   * Copies the list.
   *
   * @param challenge the authentication schemes
   * @param settleTime how long a credential proves nothing
   * @param budget how many answers with secrets
   * @param contentType the media type
   */
  public Traits {
    challenge = List.copyOf(challenge);
  }

  /** An HTTP authentication scheme. */
  public enum Scheme {
    /** RFC 7616. */
    DIGEST,
    /** RFC 7617; offered on secure requests only. */
    BASIC
  }
}
