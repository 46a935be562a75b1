package org.latchkey;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.latchkey.auth.Authorization;
import org.latchkey.auth.Authorization.Basic;
import org.latchkey.auth.Authorization.Digest;
import org.latchkey.auth.DigestCheck;
import org.latchkey.brand.Brand;
import org.latchkey.brand.Brands;
import org.latchkey.device.MacAddress;
import org.latchkey.event.EventType;
import org.latchkey.internal.Failures;
import org.latchkey.internal.Failures.Over;
import org.latchkey.internal.Recorder;
import org.latchkey.pass.Source;
import org.latchkey.secret.Credential;

/**
 * Step 2: no more requests at once than the host can bear, and no more failed proofs from one
 * source than a site full of honest phones makes; the others are told to come again. Asks no store,
 * so that known and unknown devices are told the same.
 */
final class Admit {
  private final Semaphore permits;
  private final Failures failures;
  private final Recorder recorder;
  private final List<Credential> factory;

  Admit(int most, Failures failures, Recorder recorder, Brands brands) {
    this.permits = new Semaphore(most);
    this.failures = failures;
    this.recorder = recorder;
    this.factory = brands.all().stream().flatMap(Admit::factoryCredentials).toList();
  }

  private static Stream<Credential> factoryCredentials(Brand brand) {
    return brand.traits().factoryCredentials().stream();
  }

  /** Takes a permit, to be given back with {@link #leave}; false if there is none. */
  boolean enter() {
    return permits.tryAcquire();
  }

  void leave() {
    permits.release();
  }

  /**
   * Says whether a proof is looked at. A device that has proven itself from there is always heard,
   * whatever somebody else did in its name or from its address.
   */
  boolean admits(Source source, Optional<MacAddress> mac, String file) {
    Over over = failures.over(source, mac);
    if (over == Over.NONE || isProven(source, mac)) {
      return true;
    }
    // of a source over its limit one event is told, not one for each MAC that it tried
    recorder.refused(
        EventType.LIMITED,
        over == Over.DEVICE ? mac : Optional.empty(),
        Optional.empty(),
        source.toString(),
        file);
    return false;
  }

  /**
   * Counts a proof that fitted nothing. Not that of a device that has proven itself from there: it
   * is heard anyway, and a site of phones that begin with a password that is gone must not stand in
   * the way of its new ones.
   */
  void failed(Source source, Optional<MacAddress> mac, Authorization offered, String method) {
    if (!isFactoryCredential(offered, method) && !isProven(source, mac)) {
      failures.add(source, mac);
    }
  }

  private boolean isProven(Source source, Optional<MacAddress> mac) {
    return mac.isPresent() && recorder.ownSeen(mac.get(), source);
  }

  private boolean isFactoryCredential(Authorization offered, String method) {
    for (Credential credential : factory) {
      if (credential.username().equals(offered.username())
          && isMadeWith(credential, offered, method)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMadeWith(Credential credential, Authorization offered, String method) {
    return offered instanceof Basic basic
        ? basic.password().equals(credential.password())
        : offered instanceof Digest digest && new DigestCheck(digest, method).matches(credential);
  }
}
