package org.latchkey.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.error.StoreException;
import org.latchkey.secret.SecretSource;
import org.latchkey.secret.Vault;
import org.latchkey.spi.UploadQuota;
import org.latchkey.spi.UploadRecord;
import org.latchkey.spi.UploadSink;
import org.latchkey.spi.UploadSink.Item;

/**
 * Seals and opens what phones have sent. A file belongs to one MAC, one owner and one inventory
 * entry: of a device that was sold or entered anew it is read as absent, whether or not it could be
 * purged.
 */
public final class UploadShelf {
  private final UploadSink sink;
  private final UploadQuota quota;
  private final Vault vault;
  private final SecretSource secrets;

  /**
   * A shelf over a store.
   *
   * @param sink where uploads are kept
   * @param quota how much of them
   * @param vault what seals them
   * @param secrets where randomness comes from
   */
  public UploadShelf(UploadSink sink, UploadQuota quota, Vault vault, SecretSource secrets) {
    this.sink = sink;
    this.quota = quota;
    this.vault = vault;
    this.secrets = secrets;
  }

  /**
   * How long a file may be.
   *
   * @return the limit in bytes
   */
  public int longestFile() {
    return quota.fileBytes();
  }

  /**
   * Stores a file in place of that of the same name.
   *
   * @param device whose it is
   * @param name its name
   * @param at the present
   * @param content its bytes
   * @return what was stored, or empty if there is no room
   */
  public Optional<UploadRecord> put(
      DeviceIdentity device, String name, Instant at, byte[] content) {
    Item item = new Item(name, entry(device), at.truncatedTo(ChronoUnit.MILLIS), content.length);
    UploadRecord upload =
        new UploadRecord(
            device.mac(),
            item,
            vault.seal(UploadRecord.purpose(device.mac(), item), content, secrets));
    return guard(() -> sink.store(upload, quota)) ? Optional.of(upload) : Optional.empty();
  }

  /**
   * Finds a file.
   *
   * @param device whose
   * @param name its name
   * @return its bytes, or empty if this device has not sent it
   * @throws org.latchkey.error.SealException if it cannot be opened
   */
  public Optional<byte[]> find(DeviceIdentity device, String name) {
    Optional<UploadRecord> found = guard(() -> sink.find(device.mac(), name));
    if (found.filter(f -> !isAskedFor(f, device.mac(), name)).isPresent()) {
      throw new StoreException("the upload store answered with another file");
    }
    return found
        .filter(upload -> upload.item().entry().equals(entry(device)))
        .map(
            upload ->
                vault.unseal(UploadRecord.purpose(device.mac(), upload.item()), upload.sealed()));
  }

  /**
   * Lists the files of a device.
   *
   * @param device whose
   * @return its files, sent last comes last
   */
  public List<Item> list(DeviceIdentity device) {
    return guard(() -> sink.list(device.mac())).stream()
        .filter(item -> item.entry().equals(entry(device)))
        .toList();
  }

  /**
   * Takes a file back, unless another one has taken its place.
   *
   * @param upload what was stored
   */
  public void remove(UploadRecord upload) {
    guard(() -> sink.remove(upload));
  }

  /**
   * Removes everything that a device has sent.
   *
   * @param mac the device's address
   */
  public void purge(MacAddress mac) {
    guard(
        () -> {
          sink.purge(mac);
          return true;
        });
  }

  private static <T> T guard(Supplier<@Nullable T> call) {
    return Outage.guard("upload store", call);
  }

  private static boolean isAskedFor(UploadRecord found, MacAddress mac, String name) {
    return found.mac().equals(mac) && found.item().name().equals(name);
  }

  /** None of the three can hold a slash. */
  private static String entry(DeviceIdentity device) {
    return device.owner().reseller() + "/" + device.owner().domain() + "/" + device.generation();
  }
}
