package org.latchkey;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.latchkey.device.MacAddress;
import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.spi.AccessRecord;
import org.latchkey.spi.CredentialStore;

/** A credential store that counts, and that can be told to lose races or to fail when it writes. */
final class CountedStore implements CredentialStore {
  final MemoryCredentialStore records = new MemoryCredentialStore();
  final AtomicInteger finds = new AtomicInteger();
  final AtomicInteger writes = new AtomicInteger();
  final AtomicInteger replaced = new AtomicInteger();
  volatile boolean failing;

  /** What somebody else does between a look and the next write. */
  volatile Optional<Runnable> faster = Optional.empty();

  AccessRecord row(MacAddress mac) {
    return records.find(mac).orElseThrow();
  }

  void forgetCounts() {
    finds.set(0);
    writes.set(0);
    replaced.set(0);
  }

  @Override
  public Optional<AccessRecord> find(MacAddress mac) {
    finds.incrementAndGet();
    return records.find(mac);
  }

  @Override
  public boolean create(AccessRecord first) {
    beforeWrite();
    return records.create(first);
  }

  @Override
  public boolean replace(AccessRecord expected, AccessRecord next) {
    beforeWrite();
    boolean won = records.replace(expected, next);
    replaced.addAndGet(won ? 1 : 0);
    return won;
  }

  @Override
  public boolean delete(MacAddress mac) {
    beforeWrite();
    return records.delete(mac);
  }

  private void beforeWrite() {
    writes.incrementAndGet();
    Optional<Runnable> first = faster;
    faster = Optional.empty();
    first.ifPresent(Runnable::run);
    if (failing) {
      throw new IllegalStateException("read only");
    }
  }
}
