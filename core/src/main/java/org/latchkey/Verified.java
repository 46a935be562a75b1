package org.latchkey;

import java.util.Optional;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.internal.AccessBook.Page;
import org.latchkey.pass.GlobalPass;
import org.latchkey.secret.Credential;

/**
 * What a shown credential is.
 *
 * @param proof what it fits
 * @param mac the device, as far as path, user name and header tell
 * @param stored what is stored of the device
 * @param cost what it has cost to find out
 */
record Verified(Proof proof, Optional<MacAddress> mac, Stored stored, Cost cost) {

  /**
   * What the stores say of a device at one moment.
   *
   * @param identity what the inventory says
   * @param page what the credential store says
   */
  record Stored(Optional<DeviceIdentity> identity, Optional<Page> page) {
    static final Stored NOTHING = new Stored(Optional.empty(), Optional.empty());
  }

  /** What a shown credential fits. */
  sealed interface Proof {}

  /** A credential that is or was the device's own. */
  record Own(Credential credential) implements Proof {}

  /** A global pass. */
  record Global(GlobalPass pass) implements Proof {}

  /** Nothing. */
  record Wrong() implements Proof {}

  /** Something, but under a nonce that is old, foreign or used: the phone is to ask again. */
  record Stale() implements Proof {}
}
