package org.latchkey.brand;

import java.time.Duration;
import java.util.List;
import org.latchkey.secret.Credential;

/**
 * How phones of a brand behave, as far as the gate must know it.
 *
 * @param challenge the authentication schemes to offer, in this order
 * @param settleTime how long after its delivery a credential proves nothing, because the phone may
 *     use it within the pass that delivered it; zero for phones that do not
 * @param budget how many answers with secrets a first boot may need
 * @param contentType the media type of a device file
 * @param repeatsServerErrors whether the phones repeat at once what was answered by 5xx: over a
 *     limit they are answered by 404 instead, which they take for "no such file now"
 * @param factoryCredentials what the phones show as long as nobody has told them better; it opens
 *     nothing and is never counted as a failed proof
 * @since 1.0
 */
public record Traits(
    List<Scheme> challenge,
    Duration settleTime,
    int budget,
    String contentType,
    boolean repeatsServerErrors,
    List<Credential> factoryCredentials) {
  /**
   * Copies the lists.
   *
   * @param challenge the authentication schemes
   * @param settleTime how long a credential proves nothing
   * @param budget how many answers with secrets
   * @param contentType the media type
   * @param repeatsServerErrors whether a 5xx is repeated at once
   * @param factoryCredentials what the phones show from the factory
   */
  public Traits {
    challenge = List.copyOf(challenge);
    factoryCredentials = List.copyOf(factoryCredentials);
  }

  /**
   * Traits of phones that wait after a 5xx and show nothing from the factory.
   *
   * @param challenge the authentication schemes
   * @param settleTime how long a credential proves nothing
   * @param budget how many answers with secrets
   * @param contentType the media type
   */
  public Traits(List<Scheme> challenge, Duration settleTime, int budget, String contentType) {
    this(challenge, settleTime, budget, contentType, false, List.of());
  }

  /**
   * The same phones, which repeat a 5xx at once.
   *
   * @return the changed traits
   */
  public Traits repeatingServerErrors() {
    return new Traits(challenge, settleTime, budget, contentType, true, factoryCredentials);
  }

  /**
   * The same phones with what they show from the factory.
   *
   * @param credentials such as Polycom's {@code PlcmSpIp} with the same word as its password
   * @return the changed traits
   */
  public Traits withFactoryCredentials(Credential... credentials) {
    return new Traits(
        challenge, settleTime, budget, contentType, repeatsServerErrors, List.of(credentials));
  }

  /** An HTTP authentication scheme. */
  public enum Scheme {
    /** RFC 7616. */
    DIGEST,
    /** RFC 7617; offered on secure requests only. */
    BASIC
  }
}
