package org.latchkey.spi;

import java.util.List;
import java.util.Optional;
import org.latchkey.device.MacAddress;
import org.latchkey.pass.GlobalPass;

/**
 * Keeps the phones that knock until somebody adopts them. Bounded: of one site no more than {@link
 * #MOST_OF_A_SITE}, in all no more than {@link #MOST}; beyond that the one that has been silent for
 * longest gives way, first among those of its site.
 *
 * <p>Called by many threads at once, but not once for each knock: those are gathered and handed
 * over at most once a minute, or when somebody looks. What is thrown then is logged, and the phones
 * knock again.
 *
 * @since 1.0
 */
public interface KnockStore {
  /** How many knocks of one site are kept. */
  int MOST_OF_A_SITE = 20;

  /** How many knocks are kept in all. */
  int MOST = 1_000;

  /**
   * Adds a knock, or takes it together with the one of the same MAC and scope ({@link Knock#and}).
   *
   * @param knock the knock
   */
  void add(Knock knock);

  /**
   * Lists knocks.
   *
   * @param reseller only those under passes of this reseller and its domains; empty for all
   * @return the knocks, the latest first
   */
  List<Knock> list(Optional<String> reseller);

  /**
   * Finds the knocks of one MAC, one for each scope.
   *
   * @param mac the MAC
   * @return the knocks, the latest first
   */
  List<Knock> of(MacAddress mac);

  /**
   * Removes a knock.
   *
   * @param mac the MAC
   * @param scope the scope of the pass that it showed
   * @return false if there was none
   */
  boolean delete(MacAddress mac, GlobalPass.Scope scope);
}
