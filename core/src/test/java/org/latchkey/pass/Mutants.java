package org.latchkey.pass;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.latchkey.event.EventType;
import org.latchkey.pass.AdminTransitions.Change;
import org.latchkey.pass.Decision.Answer;
import org.latchkey.pass.DeviceAccess.Armed;
import org.latchkey.pass.DeviceAccess.Issued;
import org.latchkey.pass.DeviceAccess.Locked;
import org.latchkey.pass.DeviceAccess.Provisioned;
import org.latchkey.pass.DeviceAccess.Rotating;
import org.latchkey.pass.Presentation.Ask;
import org.latchkey.secret.Credential;

/** The real code with one rule taken away; each must be found out by the search. */
enum Mutants {
  CLOSE_AT_DELIVERY {
    @Override
    Machine under(PassPolicy policy) {
      return new Base(policy) {
        @Override
        public Decision global(DeviceAccess access, Presentation how) {
          Decision real = super.global(access, how);
          return real.answer() == Answer.SERVE && how.ask() == Ask.DELIVERY
              ? real.withAccess(
                  new Provisioned(
                      access.standing(), real.carries().orElseThrow(), Optional.empty()))
              : real;
        }
      };
    }
  },
  NEW_NEXT_AT_EACH_DELIVERY {
    @Override
    Machine under(PassPolicy policy) {
      return new Base(policy) {
        @Override
        public Decision global(DeviceAccess access, Presentation how) {
          Decision real = super.global(access, how);
          if (real.answer() != Answer.SERVE || !(access instanceof Issued)) {
            return real;
          }
          Issued after = (Issued) real.access();
          Credential other = fresh();
          return new Decision(
              Answer.SERVE,
              withNext(after, other),
              Optional.of(other),
              real.events(),
              real.retryAfter(),
              false,
              false);
        }
      };
    }
  },
  SECOND_ROTATE_MAKES_A_SECOND_NEXT {
    @Override
    Machine under(PassPolicy policy) {
      return new Base(policy) {
        @Override
        public Change rotate(DeviceAccess access, Credential fresh) {
          return access instanceof Rotating r
              ? new Change(
                  new Rotating(r.standing(), r.current(), r.proof(), fresh, Optional.empty()),
                  List.of())
              : super.rotate(access, fresh);
        }
      };
    }
  },
  ARM_ON_ISSUED_MAKES_A_FRESH_NEXT {
    @Override
    Machine under(PassPolicy policy) {
      return new Base(policy) {
        @Override
        public Change arm(DeviceAccess access, Arming arming, boolean keep, Credential fresh) {
          Change real = super.arm(access, arming, keep, fresh);
          return real.access() instanceof Issued issued
              ? new Change(withNext(issued, fresh), real.events())
              : real;
        }
      };
    }
  },
  NO_SETTLE_TIME {
    @Override
    Machine under(PassPolicy policy) {
      return new Base(policy.withSettleTime(java.time.Duration.ZERO));
    }
  },
  CLOCK_STEP_CUTS_SETTLE_TIME_SHORT {
    @Override
    Machine under(PassPolicy policy) {
      return new Base(policy) {
        @Override
        public Decision own(DeviceAccess access, Credential shown, Presentation how) {
          boolean future =
              access instanceof Issued issued && issued.deliveredAt().isAfter(how.now());
          return future
              ? new Transitions(policy.withSettleTime(java.time.Duration.ZERO))
                  .own(access, shown, how)
              : super.own(access, shown, how);
        }
      };
    }
  },
  NO_TAKEOVER {
    @Override
    Machine under(PassPolicy p) {
      return new Base(
          new PassPolicy(
              p.armingPeriod(),
              p.windowAfterAnswer(),
              p.windowBeyondArming(),
              p.budget(),
              p.settleTime(),
              p.takeoverSilence(),
              0,
              false));
    }
  },
  NEXT_FORGOTTEN_IN_ARMED {
    @Override
    Machine under(PassPolicy policy) {
      return new Base(policy) {
        @Override
        public Decision own(DeviceAccess access, Credential shown, Presentation how) {
          return access instanceof Armed armed && shown.equals(armed.next())
              ? refuse(access)
              : super.own(access, shown, how);
        }
      };
    }
  },
  CURRENT_DROPPED_AT_ROTATE {
    @Override
    Machine under(PassPolicy policy) {
      return new Base(policy) {
        @Override
        public Decision own(DeviceAccess access, Credential shown, Presentation how) {
          return access instanceof Rotating rotating && shown.equals(rotating.current())
              ? refuse(access)
              : super.own(access, shown, how);
        }
      };
    }
  },
  ENDED_WINDOW_STORED_AS_LOCKED {
    @Override
    Machine under(PassPolicy policy) {
      return new Base(policy) {
        @Override
        public Decision global(DeviceAccess access, Presentation how) {
          boolean over = access instanceof Issued issued && !issued.window().isOpen(how.now());
          Decision real = super.global(access, how);
          return over ? real.withAccess(new Locked(access.standing())) : real;
        }
      };
    }
  },
  KEPT_DROPPED_AT_ISSUE {
    @Override
    Machine under(PassPolicy policy) {
      return new Base(policy) {
        @Override
        public Decision own(DeviceAccess access, Credential shown, Presentation how) {
          return access instanceof Issued issued && !shown.equals(issued.next())
              ? refuse(access)
              : super.own(access, shown, how);
        }
      };
    }
  },
  EXPIRY_FORGETS_CURRENT {
    @Override
    Machine under(PassPolicy policy) {
      return new Base(policy) {
        @Override
        public Decision own(DeviceAccess access, Credential shown, Presentation how) {
          return access instanceof Armed armed && armed.arming().hasEnded(how.now())
              ? refuse(new Locked(access.standing()))
              : super.own(access, shown, how);
        }
      };
    }
  },
  DISARM_FORGETS_CURRENT {
    @Override
    Machine under(PassPolicy policy) {
      return new Base(policy) {
        @Override
        public Change disarm(DeviceAccess access) {
          return new Change(new Locked(access.standing()), List.of());
        }
      };
    }
  },
  PROOF_LEAVES_THE_PASS_OPEN {
    @Override
    Machine under(PassPolicy policy) {
      return new Base(policy) {
        @Override
        public Decision global(DeviceAccess access, Presentation how) {
          return access instanceof Provisioned open && open.proof().isPresent()
              ? Decision.serve(access, open.current())
              : super.global(access, how);
        }
      };
    }
  };

  private static final AtomicInteger COUNT = new AtomicInteger();

  abstract Machine under(PassPolicy policy);

  private static Credential fresh() {
    return Credential.of("u", "mutant" + COUNT.incrementAndGet());
  }

  private static Decision refuse(DeviceAccess access) {
    return Decision.refuse(access, EventType.OLD_CREDENTIAL);
  }

  private static Issued withNext(Issued i, Credential next) {
    return new Issued(
        i.standing(), i.kept(), next, i.deliveredAt(), i.arming(), i.window(), i.contest());
  }

  private static class Base implements Machine {
    private final PassPolicy policy;

    Base(PassPolicy policy) {
      this.policy = policy;
    }

    @Override
    public PassPolicy policy() {
      return policy;
    }
  }
}
