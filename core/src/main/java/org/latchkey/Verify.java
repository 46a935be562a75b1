package org.latchkey;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.latchkey.Verified.Global;
import org.latchkey.Verified.Own;
import org.latchkey.Verified.Proof;
import org.latchkey.Verified.Stale;
import org.latchkey.Verified.Stored;
import org.latchkey.Verified.Wrong;
import org.latchkey.auth.Authorization;
import org.latchkey.auth.DigestCheck;
import org.latchkey.auth.NonceCounts;
import org.latchkey.auth.Nonces;
import org.latchkey.auth.Realm;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.error.StoreException;
import org.latchkey.internal.AccessBook;
import org.latchkey.internal.Outage;
import org.latchkey.internal.Setup;
import org.latchkey.pass.GlobalPass;
import org.latchkey.secret.Credential;

/**
 * Step 4: what the shown credential fits. The first look at the stores; the same work for known and
 * unknown devices, so that time tells nothing.
 */
final class Verify {
  private final Setup setup;
  private final Realm realm;
  private final Nonces nonces;
  private final NonceCounts counts;
  private final Clock clock;
  private final Credential nobodys;

  Verify(Setup setup, Realm realm, Nonces nonces, NonceCounts counts) {
    this.setup = setup;
    this.realm = realm;
    this.nonces = nonces;
    this.counts = counts;
    this.clock = setup.clock();
    this.nobodys = Credential.generate("nobody", setup.secrets());
  }

  /** Says what an offered credential fits. */
  Verified verify(Authorization offered, Located located, ProvisioningRequest request) {
    if (offered instanceof Authorization.Basic basic) {
      String username = basic.username();
      return verify(
          username, located, credential -> credential.password().equals(basic.password()));
    }
    Authorization.Digest digest = (Authorization.Digest) offered;
    DigestCheck check = new DigestCheck(digest, request.method());
    Verified verified = verify(digest.username(), located, check::matches);
    boolean wrong = verified.proof() instanceof Wrong;
    return wrong || isFresh(digest, request.secure())
        ? verified
        : new Verified(new Stale(), verified.mac(), verified.stored(), verified.cost());
  }

  private boolean isFresh(Authorization.Digest digest, boolean secure) {
    return digest.realm().equals(realm.name())
        && nonces.age(digest.nonce(), clock.instant()) == Nonces.Age.FRESH
        // phones that repeat a count exist; where nobody listens they may
        && (secure || counts.use(digest.nonce(), digest.nonceCount()));
  }

  private Verified verify(String username, Located located, Predicate<Credential> matches) {
    Optional<MacAddress> mac = located.device(username);
    Stored stored = mac.map(this::look).orElse(Stored.NOTHING);
    Cost cost = new Cost(setup.passes(), username, matches, nobodys);
    return new Verified(proof(stored, cost), mac, stored, cost);
  }

  /** What the stores say of a device now. */
  Stored look(MacAddress mac) {
    Optional<DeviceIdentity> identity =
        Outage.guard("device directory", () -> setup.directory().identify(mac));
    if (identity.filter(i -> !i.mac().equals(mac)).isPresent()) {
      throw new StoreException("the device directory answered with another device");
    }
    Optional<AccessBook.Page> page = setup.book().find(mac);
    return new Stored(identity, page);
  }

  private static Proof proof(Stored stored, Cost cost) {
    List<Credential> known = stored.page().map(p -> p.access().known()).orElse(List.of());
    for (Credential own : known) {
      if (cost.fits(own)) {
        return new Own(own);
      }
    }
    for (GlobalPass pass : cost.passesNamed()) {
      if (cost.fits(pass.credential())) {
        return new Global(pass);
      }
    }
    // now, not only at the refusal: if a store fails at this, nothing is recorded as refused yet
    cost.level();
    return new Wrong();
  }
}
