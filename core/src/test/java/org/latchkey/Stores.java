package org.latchkey;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.memory.MemoryDirectory;
import org.latchkey.memory.MemoryGlobalPasses;
import org.latchkey.pass.GlobalPass;
import org.latchkey.spi.AccessRecord;
import org.latchkey.spi.CredentialStates;
import org.latchkey.spi.CredentialStore;
import org.latchkey.spi.DeviceCatalogue;
import org.latchkey.spi.EditableDirectory;
import org.latchkey.spi.GlobalPasses;

/**
 * A host's stores, in memory, which count how often they are asked and do something else instead
 * when told so. Methods go by their names in the SPI.
 */
final class Stores {
  private final MemoryDirectory directory;
  private final MemoryCredentialStore credentials;
  private final MemoryGlobalPasses passes;
  private final Map<String, Integer> calls = new ConcurrentHashMap<>();
  private final Map<String, Supplier<?>> instead = new ConcurrentHashMap<>();
  private final List<AccessRecord> written = new CopyOnWriteArrayList<>();
  private volatile BooleanSupplier lost = () -> false;

  Stores(MemoryDirectory directory, MemoryCredentialStore credentials, MemoryGlobalPasses passes) {
    this.directory = directory;
    this.credentials = credentials;
    this.passes = passes;
  }

  /** From now on a method does this. */
  void instead(String method, Supplier<?> act) {
    instead.put(method, act);
  }

  /** From now on a method fails. */
  void down(String method) {
    instead(
        method,
        () -> {
          throw new IllegalStateException("the host's words about " + method);
        });
  }

  /** From now on a replacement is lost whenever it is said so. */
  void replaceUnless(BooleanSupplier lost) {
    this.lost = lost;
  }

  /** The records that replaced another one, in the order of their versions. */
  List<AccessRecord> written() {
    return written.stream().sorted(Comparator.comparing(AccessRecord::version)).toList();
  }

  /** From now on everything works. */
  void up() {
    instead.clear();
    lost = () -> false;
  }

  /** How often each method was called since this was asked last. */
  Map<String, Integer> calls() {
    Map<String, Integer> sorted = new TreeMap<>(calls);
    calls.clear();
    return sorted;
  }

  @SuppressWarnings("unchecked")
  private <T> T call(String method, Supplier<T> real) {
    calls.merge(method, 1, Integer::sum);
    return (T) instead.getOrDefault(method, real).get();
  }

  EditableDirectory directory() {
    return new Directory();
  }

  CredentialStore credentials() {
    return new Credentials();
  }

  GlobalPasses passes() {
    return new Passes();
  }

  private final class Directory implements EditableDirectory, DeviceCatalogue {
    @Override
    public Optional<DeviceIdentity> identify(MacAddress mac) {
      return call("identify", () -> directory.identify(mac));
    }

    @Override
    public Optional<Device> load(MacAddress mac) {
      return call("load", () -> directory.load(mac));
    }

    @Override
    public boolean create(Device device) {
      return directory.create(device);
    }

    @Override
    public boolean replace(Device expected, Device next) {
      return directory.replace(expected, next);
    }

    @Override
    public boolean delete(MacAddress mac) {
      return directory.delete(mac);
    }

    @Override
    public List<Device> list(Query query) {
      return directory.list(query);
    }
  }

  private final class Credentials implements CredentialStore, CredentialStates {
    @Override
    public List<MacAddress> list(Set<String> states, Optional<MacAddress> after, int limit) {
      return call("states", () -> credentials.list(states, after, limit));
    }

    @Override
    public Optional<AccessRecord> find(MacAddress mac) {
      return call("find", () -> credentials.find(mac));
    }

    @Override
    public boolean create(AccessRecord first) {
      return call("create", () -> credentials.create(first));
    }

    @Override
    public boolean replace(AccessRecord expected, AccessRecord next) {
      return call("replace", () -> reallyReplace(expected, next));
    }

    private boolean reallyReplace(AccessRecord expected, AccessRecord next) {
      boolean replaced = !lost.getAsBoolean() && credentials.replace(expected, next);
      if (replaced) {
        written.add(next);
      }
      return replaced;
    }

    @Override
    public boolean delete(MacAddress mac) {
      return call("delete", () -> credentials.delete(mac));
    }
  }

  private final class Passes implements GlobalPasses {
    @Override
    public List<GlobalPass> named(String username) {
      return call("named", () -> passes.named(username));
    }

    @Override
    public List<GlobalPass> of(GlobalPass.Scope scope) {
      return call("of", () -> passes.of(scope));
    }
  }
}
