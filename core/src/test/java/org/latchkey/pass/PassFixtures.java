package org.latchkey.pass;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.latchkey.device.Owner;
import org.latchkey.pass.DeviceAccess.Armed;
import org.latchkey.pass.DeviceAccess.Issued;
import org.latchkey.pass.DeviceAccess.Locked;
import org.latchkey.pass.DeviceAccess.Proof;
import org.latchkey.pass.DeviceAccess.Provisioned;
import org.latchkey.pass.DeviceAccess.Rotating;
import org.latchkey.pass.Presentation.Ask;
import org.latchkey.secret.Credential;

/** One value of every state, and short words for requests. */
final class PassFixtures {
  static final Instant T0 = Instant.parse("2026-11-24T08:00:00Z");
  static final Owner OWNER = new Owner("acme.example", "west");
  static final Standing STANDING = Standing.fresh(OWNER, "g1");
  static final Credential CURRENT = Credential.of("001565aabbcc", "current-password");
  static final Credential NEXT = Credential.of("001565aabbcc", "next-password");
  static final Credential FRESH = Credential.of("001565aabbcc", "fresh-password");
  static final Credential OLD = Credential.of("001565aabbcc", "old-password");
  static final Duration SETTLE = Duration.ofSeconds(45);
  static final PassPolicy QUICK = PassPolicy.DEFAULTS.completedBy(20, Duration.ZERO);
  static final PassPolicy SLOW = PassPolicy.DEFAULTS.completedBy(20, SETTLE);
  static final Arming WEEK = new Arming(T0, T0.plus(Duration.ofDays(7)), List.of(), false);
  static final Source A = source("192.0.2.1");
  static final Source B = source("192.0.2.2");
  static final Source SIX = source("2001:db8::1");

  private PassFixtures() {}

  static Source source(String literal) {
    try {
      return Source.of(InetAddress.getByName(literal));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(literal, e);
    }
  }

  static Instant at(long seconds) {
    return T0.plusSeconds(seconds);
  }

  static Instant hours(long hours) {
    return T0.plus(Duration.ofHours(hours));
  }

  static Presentation file(Source source, Instant now) {
    return new Presentation(Ask.DELIVERY, source, now, true, Optional.empty(), false);
  }

  static Presentation ask(Ask ask, Source source, Instant now) {
    return new Presentation(ask, source, now, true, Optional.empty(), false);
  }

  static Presentation notProving(Instant now) {
    return new Presentation(Ask.OTHER, A, now, false, Optional.empty(), false);
  }

  static Presentation ownSeen(Instant now) {
    return new Presentation(Ask.DELIVERY, A, now, true, Optional.empty(), true);
  }

  static Locked locked() {
    return new Locked(STANDING.retire(OLD));
  }

  static Provisioned provisioned() {
    return new Provisioned(STANDING.retire(OLD), CURRENT, Optional.of(new Proof(T0, A.site())));
  }

  static Rotating rotating() {
    return new Rotating(
        STANDING.retire(OLD),
        CURRENT,
        Optional.of(new Proof(T0, A.site())),
        NEXT,
        Optional.empty());
  }

  static Armed armed(DeviceAccess before, boolean kept) {
    return new Armed(before.standing(), before, kept, NEXT, WEEK);
  }

  static Armed armed(Arming arming) {
    return new Armed(STANDING.retire(OLD), locked(), false, NEXT, arming);
  }

  /** Issued at T0 to address A. */
  static Issued issued(PassPolicy policy) {
    return (Issued)
        new Transitions(policy).global(armed(provisioned(), true), "p", file(A, T0)).access();
  }

  static Issued issuedClean(PassPolicy policy) {
    return (Issued) new Transitions(policy).global(armed(WEEK), "p", file(A, T0)).access();
  }

  static Issued contestedBy(Source other, PassPolicy policy) {
    return (Issued)
        new Transitions(policy).global(issuedClean(policy), "p", file(other, at(5))).access();
  }

  static List<DeviceAccess> everyState() {
    return List.of(
        locked(),
        armed(locked(), false),
        armed(provisioned(), true),
        armed(rotating(), true),
        issued(QUICK),
        contestedBy(B, QUICK),
        armed(contestedBy(SIX, QUICK), false),
        provisioned(),
        new Provisioned(STANDING, CURRENT, Optional.empty()),
        rotating());
  }
}
