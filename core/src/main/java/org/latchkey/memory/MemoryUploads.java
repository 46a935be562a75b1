package org.latchkey.memory;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.device.MacAddress;
import org.latchkey.spi.UploadQuota;
import org.latchkey.spi.UploadRecord;
import org.latchkey.spi.UploadSink;

/**
 * Uploads in memory. How much memory that takes at most is the quota's {@link UploadQuota#allBytes}
 * and a third more.
 *
 * <p>Safe for use by many threads.
 *
 * @since 1.0
 */
public final class MemoryUploads implements UploadSink {
  // the files of a device in the order in which they were stored
  private final Map<MacAddress, Map<String, UploadRecord>> devices = new HashMap<>();
  private long allBytes;

  /** An empty store. */
  public MemoryUploads() {}

  @Override
  public synchronized boolean store(UploadRecord upload, UploadQuota quota) {
    Map<String, UploadRecord> present = devices.getOrDefault(upload.mac(), Map.of());
    UploadRecord replaced = present.get(upload.item().name());
    int files = present.size() + (replaced == null ? 1 : 0);
    long more = upload.item().size() - (replaced == null ? 0L : replaced.item().size());
    if (files > quota.deviceFiles()
        || bytes(present) + more > quota.deviceBytes()
        || allBytes + more > quota.allBytes()) {
      return false;
    }
    Map<String, UploadRecord> kept =
        devices.computeIfAbsent(upload.mac(), mac -> new LinkedHashMap<>(4));
    // or it would stay in its former place
    kept.remove(upload.item().name());
    kept.put(upload.item().name(), upload);
    allBytes += more;
    return true;
  }

  @Override
  public synchronized Optional<UploadRecord> find(MacAddress mac, String name) {
    return Optional.ofNullable(devices.getOrDefault(mac, Map.of()).get(name));
  }

  @Override
  public synchronized List<Item> list(MacAddress mac) {
    return devices.getOrDefault(mac, Map.of()).values().stream().map(UploadRecord::item).toList();
  }

  @Override
  public synchronized boolean remove(UploadRecord upload) {
    Map<String, UploadRecord> files = devices.getOrDefault(upload.mac(), Map.of());
    if (!upload.equals(files.get(upload.item().name()))) {
      return false;
    }
    files.remove(upload.item().name());
    allBytes -= upload.item().size();
    if (files.isEmpty()) {
      devices.remove(upload.mac());
    }
    return true;
  }

  @Override
  public synchronized void purge(MacAddress mac) {
    Map<String, UploadRecord> files = devices.remove(mac);
    allBytes -= files == null ? 0 : bytes(files);
  }

  /**
   * Everything that a dump of this store would show.
   *
   * @return a copy of all records
   */
  public synchronized List<UploadRecord> dump() {
    return devices.values().stream().flatMap(files -> files.values().stream()).toList();
  }

  private static long bytes(Map<String, UploadRecord> files) {
    return files.values().stream().mapToLong(file -> file.item().size()).sum();
  }
}
