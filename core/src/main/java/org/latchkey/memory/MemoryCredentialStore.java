package org.latchkey.memory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.latchkey.device.MacAddress;
import org.latchkey.spi.AccessRecord;
import org.latchkey.spi.CredentialStates;
import org.latchkey.spi.CredentialStore;

/**
 * A credential store in memory.
 *
 * <p>Safe for use by many threads.
 *
 * @since 1.0
 */
public final class MemoryCredentialStore implements CredentialStore, CredentialStates {
  private final Map<MacAddress, AccessRecord> records = new ConcurrentHashMap<>();

  /** An empty store. */
  public MemoryCredentialStore() {}

  @Override
  public Optional<AccessRecord> find(MacAddress mac) {
    return Optional.ofNullable(records.get(mac));
  }

  @Override
  public boolean create(AccessRecord first) {
    return records.putIfAbsent(first.mac(), first) == null;
  }

  @Override
  public boolean replace(AccessRecord expected, AccessRecord next) {
    boolean[] replaced = new boolean[1];
    records.computeIfPresent(
        expected.mac(),
        (mac, found) -> {
          replaced[0] = found.version() == expected.version();
          return replaced[0] ? next : found;
        });
    return replaced[0];
  }

  @Override
  public boolean delete(MacAddress mac) {
    return records.remove(mac) != null;
  }

  @Override
  public List<MacAddress> list(Set<String> states, Optional<MacAddress> after, int limit) {
    return records.values().stream()
        .filter(found -> states.contains(found.state()))
        .map(AccessRecord::mac)
        .filter(mac -> after.map(last -> mac.compareTo(last) > 0).orElse(true))
        .sorted()
        .limit(limit)
        .toList();
  }

  /**
   * Everything that a dump of this store would show.
   *
   * @return a copy of all records
   */
  public Collection<AccessRecord> dump() {
    return List.copyOf(records.values());
  }
}
