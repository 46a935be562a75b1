package org.latchkey.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.brand.Brand;
import org.latchkey.brand.Product;
import org.latchkey.device.MacAddress;
import org.latchkey.pass.GlobalPass;
import org.latchkey.pass.Source;
import org.latchkey.spi.Knock;
import org.latchkey.spi.KnockStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers knocks in bounded memory and hands them over at most once a minute, so that a phone that
 * knocks all day makes no host write all day, and its answer takes no longer than any refusal.
 *
 * <p>Safe for use by many threads.
 */
public final class Knocks {
  private static final Logger LOG = LoggerFactory.getLogger(Knocks.class);
  private static final int LONGEST_MODEL = 64;
  private static final Duration FLUSH_EVERY = Duration.ofMinutes(1);

  private final KnockStore store;
  private final Clock clock;
  private final Map<Key, Knock> gathered = new LinkedHashMap<>();
  private final Map<String, Integer> ofSite = new HashMap<>();
  private volatile Instant nextFlush = Instant.MIN;
  private volatile boolean any;

  private record Key(MacAddress mac, GlobalPass.Scope scope) {}

  /**
   * Knocks on their way to a store.
   *
   * @param store the host's store
   * @param clock the present
   */
  public Knocks(KnockStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A phone knocked. Beyond the store's own bounds it is forgotten: it knocks again.
   *
   * @param mac the MAC that it named
   * @param pass the pass that it showed
   * @param source from where
   * @param brand the brand that its header names
   * @param product what else its header says
   * @param file what it asked for
   */
  public void note(
      MacAddress mac,
      GlobalPass pass,
      Source source,
      Optional<Brand> brand,
      Optional<Product> product,
      String file) {
    Instant now = clock.instant();
    String site = source.site();
    Knock knock =
        new Knock(
            mac,
            pass.scope(),
            pass.id(),
            site,
            brand.map(Brand::id),
            product.map(p -> p.model().substring(0, Math.min(LONGEST_MODEL, p.model().length()))),
            file,
            now,
            now,
            1);
    Key key = new Key(mac, pass.scope());
    synchronized (this) {
      if (gathered.computeIfPresent(key, (same, first) -> first.and(knock)) == null
          && gathered.size() < KnockStore.MOST
          && ofSite.getOrDefault(site, 0) < KnockStore.MOST_OF_A_SITE) {
        gathered.put(key, knock);
        ofSite.merge(site, 1, Integer::sum);
        if (!any) {
          nextFlush = now.plus(FLUSH_EVERY);
          any = true;
        }
      }
    }
  }

  /** Hands the knocks over if the first of them has waited for a minute. */
  public void flushIfDue() {
    if (any && !clock.instant().isBefore(nextFlush)) {
      flush();
    }
  }

  /** Hands the knocks over now. */
  public void flush() {
    List<Knock> all;
    synchronized (this) {
      all = List.copyOf(gathered.values());
      gathered.clear();
      ofSite.clear();
      any = false;
    }
    try {
      all.forEach(store::add);
    } catch (RuntimeException e) {
      LOG.warn("the knock store failed; the phones will knock again", e);
    }
  }

  /**
   * Lists all knocks.
   *
   * @param reseller only those under passes of this reseller; empty for all
   * @return the knocks, the latest first
   */
  public List<Knock> list(Optional<String> reseller) {
    flush();
    return Outage.guard("knock store", () -> store.list(reseller));
  }

  /**
   * Finds the knocks of one MAC.
   *
   * @param mac the MAC
   * @return the knocks, one for each scope
   */
  public List<Knock> of(MacAddress mac) {
    flush();
    return Outage.guard("knock store", () -> store.of(mac));
  }

  /**
   * Removes a knock.
   *
   * @param knock the knock
   */
  public void delete(Knock knock) {
    Outage.guard("knock store", () -> store.delete(knock.mac(), knock.scope()));
  }
}
