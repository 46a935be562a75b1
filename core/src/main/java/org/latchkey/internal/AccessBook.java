package org.latchkey.internal;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.error.LatchkeyException;
import org.latchkey.error.StoreException;
import org.latchkey.pass.AccessCodec;
import org.latchkey.pass.DeviceAccess;
import org.latchkey.pass.DeviceAccess.Provisioned;
import org.latchkey.pass.Standing;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretSource;
import org.latchkey.secret.Vault;
import org.latchkey.spi.AccessRecord;
import org.latchkey.spi.CredentialStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens and seals what the credential store keeps. */
public final class AccessBook {
  private static final Logger LOG = LoggerFactory.getLogger(AccessBook.class);
  private static final MacAddress NOBODY = MacAddress.of("020000000001");

  private final CredentialStore store;
  private final Vault vault;
  private final SecretSource secrets;
  private final AccessRecord dummy;

  /**
   * A book over a store.
   *
   * @param store where records are kept
   * @param vault what seals them
   * @param secrets where randomness comes from
   */
  public AccessBook(CredentialStore store, Vault vault, SecretSource secrets) {
    this.store = store;
    this.vault = vault;
    this.secrets = secrets;
    Standing standing = Standing.fresh(new Owner("nobody", "nobody"), "0");
    Credential credential = Credential.generate(NOBODY.toString(), secrets);
    this.dummy =
        seal(NOBODY, firstVersion(), new Provisioned(standing, credential, Optional.empty()));
  }

  /**
   * A record and what it says.
   *
   * @param row the record as it is stored
   * @param access what it says
   * @param formerKey whether a former key of the vault has sealed it
   */
  public record Page(AccessRecord row, DeviceAccess access, boolean formerKey) {}

  /**
   * Finds a device's page. Takes the same work whether there is one or not.
   *
   * @param mac the device's address
   * @return the page, or empty if the device has none
   * @throws StoreException if the store fails or answers with another device's record
   * @throws org.latchkey.error.SealException if the record cannot be opened
   */
  public Optional<Page> find(MacAddress mac) {
    Optional<AccessRecord> row = Outage.guard("credential store", () -> store.find(mac));
    if (row.isEmpty()) {
      open(dummy);
      return Optional.empty();
    }
    if (!row.get().mac().equals(mac)) {
      throw new StoreException("the credential store answered with another device's record");
    }
    boolean formerKey = !vault.isCurrent(row.get().sealed());
    return Optional.of(new Page(row.get(), open(row.get()), formerKey));
  }

  /**
   * Writes a device's access, if nobody has changed it since it was read.
   *
   * @param mac the device's address
   * @param read what was read, empty if there was nothing
   * @param next what to write
   * @return false if somebody else was faster; then nothing changed
   */
  public boolean write(MacAddress mac, Optional<Page> read, DeviceAccess next) {
    if (read.isEmpty()) {
      AccessRecord first = seal(mac, firstVersion(), next);
      return Outage.guard("credential store", () -> store.create(first));
    }
    AccessRecord expected = read.get().row();
    AccessRecord row = seal(mac, expected.version() + 1, next);
    return Outage.guard("credential store", () -> store.replace(expected, row));
  }

  /**
   * Seals a page with the vault's current key if a former one has sealed it. It says the same
   * afterwards; so it does not matter if somebody else was faster or the store fails: then the next
   * use does it.
   *
   * @param page what was read
   */
  public void reseal(Page page) {
    if (!page.formerKey()) {
      return;
    }
    MacAddress mac = page.row().mac();
    try {
      write(mac, Optional.of(page), page.access());
    } catch (LatchkeyException e) {
      LOG.warn("the access of {} stays sealed with a former vault key: {}", mac, e.getMessage());
    }
  }

  /**
   * Removes a device's access.
   *
   * @param mac the device's address
   */
  public void delete(MacAddress mac) {
    Outage.guard("credential store", () -> store.delete(mac));
  }

  private DeviceAccess open(AccessRecord row) {
    return AccessCodec.decode(vault.unseal(AccessRecord.purpose(row.mac()), row.sealed()));
  }

  private AccessRecord seal(MacAddress mac, long version, DeviceAccess access) {
    String sealed = vault.seal(AccessRecord.purpose(mac), AccessCodec.encode(access), secrets);
    return new AccessRecord(mac, version, access.state(), access.openUntil(), sealed);
  }

  /** Not 1: a record that is deleted and made anew must not look like the one before. */
  private long firstVersion() {
    byte[] random = new byte[Long.BYTES];
    secrets.fill(random);
    return ByteBuffer.wrap(random).getLong() >>> 16;
  }
}
