package org.latchkey.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.pass.PassFixtures.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latchkey.device.Owner;
import org.latchkey.event.EventType;
import org.latchkey.pass.Decision.Answer;
import org.latchkey.pass.DeviceAccess.Armed;
import org.latchkey.pass.DeviceAccess.Issued;
import org.latchkey.pass.DeviceAccess.Locked;
import org.latchkey.pass.DeviceAccess.Provisioned;
import org.latchkey.pass.DeviceAccess.Rotating;
import org.latchkey.pass.Presentation.Ask;
import org.latchkey.secret.Credential;

class TransitionsTableTest {
  private final Transitions quick = new Transitions(QUICK);
  private final Transitions slow = new Transitions(SLOW);

  private static void refused(Decision decision, DeviceAccess same, EventType reason) {
    assertThat(decision.answer()).isEqualTo(Answer.REFUSE);
    assertThat(decision.access()).isSameAs(same);
    assertThat(decision.carries()).isEmpty();
    assertThat(decision.events()).containsExactly(reason);
  }

  private static void served(Decision decision, DeviceAccess same, Credential carries) {
    assertThat(decision.answer()).isEqualTo(Answer.SERVE);
    assertThat(decision.access()).isEqualTo(same);
    assertThat(decision.carries()).contains(carries);
    assertThat(decision.proof()).isFalse();
  }

  @Test
  void global_locked_needsArming() {
    Locked locked = locked();
    refused(quick.global(locked, "p", file(A, T0)), locked, EventType.NEEDS_ARMING);
  }

  @Test
  void global_armedAndOpen_issuesNext() {
    Decision decision = quick.global(armed(provisioned(), true), "p", file(A, T0));
    Issued issued = (Issued) decision.access();
    assertThat(decision.carries()).contains(NEXT);
    assertThat(decision.events()).containsExactly(EventType.ISSUED);
    assertThat(issued.kept()).contains(CURRENT);
    assertThat(issued.window().answers()).isEqualTo(1);
    assertThat(issued.window().holder()).isEqualTo(Holder.of(A));
  }

  @Test
  void global_armedWithoutKeep_retiresCurrent() {
    Issued issued = (Issued) quick.global(armed(provisioned(), false), "p", file(A, T0)).access();
    assertThat(issued.kept()).isEmpty();
    assertThat(issued.standing().former()).containsExactly(CURRENT, OLD);
  }

  @Test
  void global_armedOutsideItsPeriod_needsArming() {
    Armed armed = armed(WEEK);
    refused(quick.global(armed, "p", file(A, at(-1))), armed, EventType.NEEDS_ARMING);
    refused(quick.global(armed, "p", file(A, WEEK.end())), armed, EventType.NEEDS_ARMING);
    assertThat(quick.global(armed, "p", file(A, WEEK.end().minusNanos(1))).answer())
        .isEqualTo(Answer.SERVE);
  }

  @Test
  void global_demandUnmet_contested() {
    Armed near = armed(new Arming(T0, hours(9), List.of(Network.of("198.51.100.0/24")), false));
    refused(quick.global(near, "p", file(A, T0)), near, EventType.CONTESTED);
    Armed certificate = armed(new Arming(T0, hours(9), List.of(), true));
    refused(quick.global(certificate, "p", file(A, T0)), certificate, EventType.CONTESTED);
    Source factory = new Source(A.address(), true);
    assertThat(quick.global(certificate, "p", file(factory, T0)).answer()).isEqualTo(Answer.SERVE);
  }

  @Test
  void global_lookOrOther_consumesNothing() {
    for (Ask ask : List.of(Ask.LOOK, Ask.OTHER)) {
      Armed armed = armed(WEEK);
      served(quick.global(armed, "p", ask(ask, A, T0)), armed, NEXT);
      Issued issued = issuedClean(QUICK);
      served(quick.global(issued, "p", ask(ask, A, at(1))), issued, NEXT);
    }
  }

  @Test
  void global_issuedRepeatedly_sameNextUntilBudgetIsGone() {
    DeviceAccess access = issuedClean(QUICK);
    for (int answer = 2; answer <= 20; answer++) {
      Decision decision = quick.global(access, "p", file(A, at(answer)));
      assertThat(decision.carries()).contains(NEXT);
      assertThat(decision.events().contains(EventType.NOT_APPLIED)).isEqualTo(answer == 5);
      access = decision.access();
      assertThat(((Issued) access).window().answers()).isEqualTo(answer);
    }
    refused(quick.global(access, "p", file(A, at(30))), access, EventType.NEEDS_ARMING);
  }

  @Test
  void global_windowEnd_isLaterOfArmingAnd26HoursWithin72Hours() {
    Issued first = issuedClean(QUICK);
    assertThat(first.window().end()).isEqualTo(WEEK.end());
    Instant late = WEEK.end().minusSeconds(1);
    Issued second = (Issued) quick.global(first, "p", file(A, late)).access();
    assertThat(second.window().end()).isEqualTo(late.plus(Duration.ofHours(26)));
    DeviceAccess access = second;
    for (int i = 1; i <= 3; i++) {
      access = quick.global(access, "p", file(A, late.plus(Duration.ofHours(25L * i)))).access();
    }
    Instant latest = WEEK.end().plus(Duration.ofDays(3));
    assertThat(((Issued) access).window().end()).isEqualTo(latest);
    refused(quick.global(access, "p", file(A, latest)), access, EventType.NEEDS_ARMING);
  }

  @Test
  void global_otherHolder_busyUntilTwoMinutesOfSilence() {
    Issued issued = issuedClean(QUICK);
    Decision early = quick.global(issued, "p", file(B, at(20)));
    assertThat(early.answer()).isEqualTo(Answer.BUSY);
    assertThat(early.retryAfter()).isEqualTo(Duration.ofSeconds(100));
    assertThat(early.events()).containsExactly(EventType.CONTESTED);
    assertThat(((Issued) early.access()).contest()).contains(B.site());
    Decision after = quick.global(early.access(), "p", file(B, at(120)));
    assertThat(after.events()).containsExactly(EventType.REPEATED, EventType.HOLDER_CHANGED);
    assertThat(((Issued) after.access()).contest()).isEmpty();
    assertThat(((Issued) after.access()).window().holder()).isEqualTo(Holder.of(B));
  }

  @Test
  void global_fourthTakeover_busy() {
    DeviceAccess access = issuedClean(QUICK);
    for (int i = 1; i <= 4; i++) {
      Decision decision = quick.global(access, "p", file(i % 2 == 0 ? A : B, at(200L * i)));
      assertThat(decision.answer()).isEqualTo(i < 4 ? Answer.SERVE : Answer.BUSY);
      access = decision.access();
    }
  }

  @Test
  void global_strictHolder_neverTakenOver() {
    PassPolicy strict =
        new PassPolicy(
            Duration.ofDays(7),
            Duration.ofHours(26),
            Duration.ofHours(72),
            Optional.of(20),
            Optional.of(Duration.ZERO),
            Duration.ofMinutes(2),
            3,
            true);
    Decision decision = new Transitions(strict).global(issuedClean(strict), "p", file(B, hours(2)));
    assertThat(decision.answer()).isEqualTo(Answer.BUSY);
  }

  @Test
  void global_dualStackPhone_isOneHolder() {
    Decision decision = quick.global(issuedClean(QUICK), "p", file(SIX, at(1)));
    assertThat(decision.events()).containsExactly(EventType.REPEATED);
  }

  @Test
  void global_closed_staleContestedOrUndecided() {
    for (DeviceAccess access : List.of(provisioned(), rotating())) {
      refused(quick.global(access, "p", ownSeen(at(9))), access, EventType.STALE_PASS);
      refused(quick.global(access, "p", file(B, hours(23))), access, EventType.CONTESTED);
      Decision same = quick.global(access, "p", file(A, at(9)));
      refused(same, access, EventType.NEEDS_ARMING);
      assertThat(same.undecided()).isTrue();
      refused(quick.global(access, "p", file(B, hours(24))), access, EventType.NEEDS_ARMING);
    }
  }

  @Test
  void own_nextInArmed_isIssuedToThisSource() {
    Decision decision = slow.own(armed(WEEK), NEXT, file(B, hours(500)));
    Issued issued = (Issued) decision.access();
    assertThat(issued.window().holder()).isEqualTo(Holder.of(B));
    assertThat(issued.deliveredAt()).isEqualTo(hours(500));
  }

  @Test
  void own_nextInIssued_provesOnlyAfterSettleTime() {
    Issued issued = issued(SLOW);
    served(slow.own(issued, NEXT, file(A, at(44))), issued, NEXT);
    served(slow.own(issued, NEXT, notProving(at(99))), issued, NEXT);
    Decision decision = slow.own(issued, NEXT, file(A, at(45)));
    assertThat(decision.proof()).isTrue();
    assertThat(decision.events()).containsExactly(EventType.PROVED);
    assertThat(decision.access()).isInstanceOf(Provisioned.class);
    assertThat(decision.access().standing().former()).containsExactly(CURRENT, OLD);
    refused(
        slow.global(decision.access(), "p", file(A, at(46))),
        decision.access(),
        EventType.NEEDS_ARMING);
  }

  @Test
  void own_nextAfterClockWentBack_settlesFromThenOn() {
    for (DeviceAccess delivered :
        List.of(issued(SLOW), slow.own(rotating(), CURRENT, file(A, T0)).access())) {
      Decision back = slow.own(delivered, NEXT, file(A, hours(-5)));
      assertThat(back.proof()).isFalse();
      assertThat(back.carries()).contains(NEXT);
      DeviceAccess again = back.access();
      assertThat(slow.own(again, NEXT, file(A, hours(-5).plusSeconds(44))).proof()).isFalse();
      assertThat(slow.own(again, NEXT, file(A, hours(-5).plusSeconds(45))).proof()).isTrue();
    }
  }

  @Test
  void own_nextAfterClockWentBack_provesAtOnceWithoutSettleTime() {
    assertThat(quick.own(issued(QUICK), NEXT, file(A, hours(-5))).proof()).isTrue();
  }

  @Test
  void own_nextInRotating_provesOnlyAfterSettleTime() {
    DeviceAccess delivered = slow.own(rotating(), CURRENT, file(A, T0)).access();
    assertThat(((Rotating) delivered).deliveredAt()).contains(T0);
    served(slow.own(delivered, NEXT, file(A, at(44))), delivered, NEXT);
    Decision decision = slow.own(delivered, NEXT, file(A, at(45)));
    assertThat(decision.proof()).isTrue();
    assertThat(((Provisioned) decision.access()).current()).isEqualTo(NEXT);
  }

  @Test
  void own_current_isServedWhereKept() {
    DeviceAccess kept = armed(provisioned(), true);
    served(quick.own(kept, CURRENT, file(A, at(1))), kept, CURRENT);
    served(quick.own(issued(QUICK), CURRENT, file(A, at(1))), issued(QUICK), CURRENT);
    served(quick.own(provisioned(), CURRENT, file(A, at(1))), provisioned(), CURRENT);
    assertThat(quick.own(rotating(), CURRENT, file(A, at(1))).carries()).contains(NEXT);
    DeviceAccess cleared = armed(provisioned(), false);
    refused(quick.own(cleared, CURRENT, file(A, at(1))), cleared, EventType.OLD_CREDENTIAL);
  }

  @Test
  void own_former_refusedInEveryState() {
    for (DeviceAccess access : everyState()) {
      refused(quick.own(access, OLD, file(A, at(1))), access, EventType.OLD_CREDENTIAL);
    }
  }

  @Test
  void own_armingEndedOrNotBegun_readAsBefore() {
    Armed armed = armed(provisioned(), false);
    served(quick.own(armed, CURRENT, file(A, at(-1))), armed, CURRENT);
    served(quick.own(armed, CURRENT, file(A, WEEK.end())), armed, CURRENT);
  }

  @Test
  void read_otherOwnerOrGeneration_locked() {
    Optional<DeviceAccess> stored = Optional.of(provisioned());
    Owner other = new Owner("other.example", "west");
    assertThat(Transitions.read(stored, OWNER, "g1")).isEqualTo(provisioned());
    assertThat(Transitions.read(stored, other, "g1")).isInstanceOf(Locked.class);
    assertThat(Transitions.read(stored, OWNER, "g2")).isInstanceOf(Locked.class);
    assertThat(Transitions.read(Optional.empty(), OWNER, "g1").known()).isEmpty();
  }
}
