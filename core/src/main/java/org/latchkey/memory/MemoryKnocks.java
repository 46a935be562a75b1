package org.latchkey.memory;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.latchkey.device.MacAddress;
import org.latchkey.pass.GlobalPass;
import org.latchkey.spi.Knock;
import org.latchkey.spi.KnockStore;

/**
 * The phones that knock, in memory.
 *
 * <p>Safe for use by many threads.
 *
 * @since 1.0
 */
public final class MemoryKnocks implements KnockStore {
  private static final Comparator<Knock> BY_LAST = Comparator.comparing(Knock::last);

  private final Map<Key, Knock> knocks = new LinkedHashMap<>();

  /** An empty list. */
  public MemoryKnocks() {}

  private record Key(MacAddress mac, GlobalPass.Scope scope) {}

  @Override
  public synchronized void add(Knock knock) {
    Key key = new Key(knock.mac(), knock.scope());
    knocks.merge(key, knock, Knock::and);
    String site = knock.site();
    if (knocks.values().stream().filter(k -> k.site().equals(site)).count() > MOST_OF_A_SITE) {
      dropOldest(k -> k.site().equals(site));
    }
    if (knocks.size() > MOST) {
      dropOldest(k -> true);
    }
  }

  private void dropOldest(Predicate<Knock> among) {
    Collection<Knock> all = knocks.values();
    all.stream().filter(among).min(BY_LAST).ifPresent(all::remove);
  }

  @Override
  public synchronized List<Knock> list(Optional<String> reseller) {
    return latestFirst(
        k -> reseller.isEmpty() || k.scope().reseller().filter(reseller.get()::equals).isPresent());
  }

  @Override
  public synchronized List<Knock> of(MacAddress mac) {
    return latestFirst(k -> k.mac().equals(mac));
  }

  private List<Knock> latestFirst(Predicate<Knock> which) {
    return knocks.values().stream().filter(which).sorted(BY_LAST.reversed()).toList();
  }

  @Override
  public synchronized boolean delete(MacAddress mac, GlobalPass.Scope scope) {
    return knocks.remove(new Key(mac, scope)) != null;
  }
}
