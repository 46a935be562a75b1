package org.latchkey.memory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Line;
import org.latchkey.device.MacAddress;
import org.latchkey.spi.DeviceCatalogue;
import org.latchkey.spi.EditableDirectory;

/**
 * An inventory in memory.
 *
 * <p>Safe for use by many threads.
 *
 * @since 1.0
 */
public final class MemoryDirectory implements EditableDirectory, DeviceCatalogue {
  private final ConcurrentNavigableMap<MacAddress, Device> devices = new ConcurrentSkipListMap<>();

  /** An empty inventory. */
  public MemoryDirectory() {}

  @Override
  public Optional<DeviceIdentity> identify(MacAddress mac) {
    return load(mac).map(Device::identity);
  }

  @Override
  public Optional<Device> load(MacAddress mac) {
    return Optional.ofNullable(devices.get(mac));
  }

  @Override
  public boolean create(Device device) {
    return devices.putIfAbsent(device.identity().mac(), device) == null;
  }

  @Override
  public boolean replace(Device expected, Device next) {
    return devices.replace(next.identity().mac(), expected, next);
  }

  @Override
  public boolean delete(MacAddress mac) {
    return devices.remove(mac) != null;
  }

  @Override
  public List<Device> list(Query query) {
    ConcurrentNavigableMap<MacAddress, Device> rest =
        query.after().map(mac -> devices.tailMap(mac, false)).orElse(devices);
    return rest.values().stream()
        .filter(device -> matches(device, query))
        .limit(query.limit())
        .toList();
  }

  private static boolean matches(Device device, Query query) {
    DeviceIdentity identity = device.identity();
    return is(query.reseller(), identity.owner().reseller())
        && is(query.domain(), identity.owner().domain())
        && is(query.brand(), identity.brand())
        && contains(device, query.text().toLowerCase(Locale.ROOT));
  }

  private static boolean is(Optional<String> wanted, String value) {
    return wanted.map(value::equals).orElse(true);
  }

  private static boolean contains(Device device, String text) {
    Stream<String> lines = device.lines().stream().flatMap(MemoryDirectory::words);
    Stream<String> others = Stream.of(device.identity().mac().toString(), device.notes());
    return Stream.concat(others, lines)
        .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(text));
  }

  private static Stream<String> words(Line line) {
    return Stream.of(line.label(), line.user());
  }
}
