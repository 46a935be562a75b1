package org.latchkey.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.latchkey.pass.PassFixtures.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.latchkey.device.Owner;
import org.latchkey.error.StateConflictException;
import org.latchkey.event.EventType;
import org.latchkey.pass.AdminTransitions.Change;
import org.latchkey.pass.Decision.Answer;
import org.latchkey.pass.DeviceAccess.Armed;
import org.latchkey.pass.DeviceAccess.Issued;
import org.latchkey.pass.DeviceAccess.Locked;
import org.latchkey.pass.DeviceAccess.Provisioned;
import org.latchkey.pass.DeviceAccess.Rotating;

class AdminTransitionsTableTest {
  private static final Arming LATER = new Arming(hours(1), hours(200), List.of(), false);
  private final AdminTransitions admin = new AdminTransitions(QUICK);

  private static void conflict(Runnable call) {
    assertThatExceptionOfType(StateConflictException.class).isThrownBy(call::run);
  }

  @Test
  void arm_lockedProvisionedRotating_newNext() {
    for (DeviceAccess access : List.of(locked(), provisioned(), rotating())) {
      Armed armed = (Armed) admin.arm(access, LATER, false, FRESH).access();
      assertThat(armed.next()).isEqualTo(FRESH);
      assertThat(armed.before()).isEqualTo(access);
    }
  }

  @Test
  void arm_keepOnRotating_keepsBothWithTheSameNext() {
    Armed armed = (Armed) admin.arm(rotating(), WEEK, true, FRESH).access();
    assertThat(armed.next()).isEqualTo(NEXT);
    Transitions table = new Transitions(QUICK);
    assertThat(table.own(armed, CURRENT, file(A, at(1))).answer()).isEqualTo(Answer.SERVE);
    assertThat(table.own(armed, NEXT, file(A, at(1))).answer()).isEqualTo(Answer.SERVE);
  }

  /** An arming that ended unused is read as Rotating; keep on Rotating keeps both. */
  @Test
  void arm_keepAfterAnUnusedArmingOfRotating_keepsBoth() {
    DeviceAccess ended = admin.arm(rotating(), WEEK, false, FRESH).access();
    Arming again = new Arming(hours(200), hours(300), List.of(), false);
    DeviceAccess kept = admin.arm(ended, again, true, OLD).access();
    Decision decision = new Transitions(QUICK).own(kept, NEXT, file(A, hours(201)));
    assertThat(decision.answer()).isEqualTo(Answer.SERVE);
  }

  @Test
  void arm_armed_newPeriodSameNext() {
    Armed armed = (Armed) admin.arm(armed(provisioned(), true), LATER, false, FRESH).access();
    assertThat(armed.next()).isEqualTo(NEXT);
    assertThat(armed.arming()).isEqualTo(LATER);
    assertThat(armed.kept()).isFalse();
  }

  @Test
  void arm_issued_sameNextFreshWindow() {
    Issued issued = (Issued) admin.arm(issued(QUICK), LATER, false, FRESH).access();
    assertThat(issued.next()).isEqualTo(NEXT);
    assertThat(issued.window().answers()).isZero();
    assertThat(issued.window().changes()).isZero();
    assertThat(issued.window().holder()).isEqualTo(Holder.NOBODY);
  }

  @Test
  void arm_contested_freshNextAndSecretsExposed() {
    Change change = admin.arm(contestedBy(B, QUICK), LATER, false, FRESH);
    assertThat(((Armed) change.access()).next()).isEqualTo(FRESH);
    assertThat(change.events()).containsExactly(EventType.ARMED, EventType.SECRETS_EXPOSED);
  }

  @Test
  void disarm_anyState_backOr409OrUnchanged() {
    assertThat(admin.disarm(armed(rotating(), true)).access()).isEqualTo(rotating());
    conflict(() -> admin.disarm(issued(QUICK)));
    for (DeviceAccess access : List.of(locked(), provisioned(), rotating())) {
      assertThat(admin.disarm(access).access()).isSameAs(access);
    }
  }

  @Test
  void rotate_anyState_onlyFromProvisionedAndNeverTwice() {
    assertThat(((Rotating) admin.rotate(provisioned(), FRESH).access()).next()).isEqualTo(FRESH);
    Rotating rotating = rotating();
    assertThat(admin.rotate(rotating, FRESH).access()).isSameAs(rotating);
    for (DeviceAccess access : List.of(locked(), armed(WEEK), issued(QUICK))) {
      conflict(() -> admin.rotate(access, FRESH));
    }
  }

  @Test
  void set_anyState_asTheTableSays() {
    for (DeviceAccess access : List.of(locked(), armed(WEEK))) {
      assertThat(admin.set(access, FRESH, false).access()).isInstanceOf(Provisioned.class);
    }
    assertThat(((Rotating) admin.set(provisioned(), FRESH, false).access()).next())
        .isEqualTo(FRESH);
    for (DeviceAccess access : List.of(issued(QUICK), rotating())) {
      conflict(() -> admin.set(access, FRESH, false));
    }
    for (DeviceAccess access : everyState()) {
      Provisioned set = (Provisioned) admin.set(access, FRESH, true).access();
      assertThat(set.current()).isEqualTo(FRESH);
      assertThat(set.standing().former()).doesNotContain(FRESH);
    }
  }

  @Test
  void lock_everyState_destroysAllCredentials() {
    for (DeviceAccess access : everyState()) {
      DeviceAccess after = admin.lock(access).access();
      assertThat(after).isInstanceOf(Locked.class);
      assertThat(after.known()).isEmpty();
    }
  }

  @Test
  void disable_thenEnable_findsTheStateAsItWas() {
    for (DeviceAccess access : everyState()) {
      DeviceAccess disabled = admin.disable(access, true).access();
      assertThat(disabled.standing().disabled()).isTrue();
      assertThat(admin.disable(disabled, false).access()).isEqualTo(access);
      assertThat(admin.disable(access, false).events()).isEmpty();
    }
  }

  @Test
  void move_untilItsEnd_belongsToBothOwners() {
    Owner owner = new Owner("new.example", "west");
    DeviceAccess moving = admin.move(provisioned(), owner).access();
    assertThat(Transitions.belongs(moving, OWNER, "g1")).isTrue();
    assertThat(Transitions.belongs(moving, owner, "g1")).isTrue();
    assertThat(Transitions.belongs(AdminTransitions.endMove(moving), OWNER, "g1")).isFalse();
  }
}
