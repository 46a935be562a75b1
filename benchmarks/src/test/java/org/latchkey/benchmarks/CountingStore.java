package org.latchkey.benchmarks;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.latchkey.device.MacAddress;
import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.spi.AccessRecord;
import org.latchkey.spi.CredentialStore;

/** A store as an embedder may bring it, by the name of its class. */
public final class CountingStore implements CredentialStore, AutoCloseable {
  static final AtomicLong FOUND = new AtomicLong();
  static final AtomicLong OPEN = new AtomicLong();

  private final CredentialStore memory = new MemoryCredentialStore();

  public CountingStore() {
    OPEN.incrementAndGet();
  }

  @Override
  public Optional<AccessRecord> find(MacAddress mac) {
    FOUND.incrementAndGet();
    return memory.find(mac);
  }

  @Override
  public boolean create(AccessRecord first) {
    return memory.create(first);
  }

  @Override
  public boolean replace(AccessRecord expected, AccessRecord next) {
    return memory.replace(expected, next);
  }

  @Override
  public boolean delete(MacAddress mac) {
    return memory.delete(mac);
  }

  @Override
  public void close() {
    OPEN.decrementAndGet();
  }
}
