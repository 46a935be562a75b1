package org.latchkey.testkit.cisco;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.FaultPlan;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.PhoneHttp;
import org.latchkey.testkit.phone.PowerLostException;
import org.latchkey.testkit.phone.RebootException;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.RoundLog;

/**
 * What a phone does over the network, with the restarts and power cuts in between. Holds what is
 * lost without power.
 */
final class Operations {
  private static final int MAX_RESTARTS = 5;

  private final CiscoSetup setup;
  private final Memory memory;
  private final Dhcp dhcp;
  private final PhoneHttp http;
  private final Schedule schedule;
  private boolean screen;
  private boolean screenShown;
  private boolean walkFailed;
  private int failures;
  private int successes;
  private Optional<Duration> next = Optional.empty();

  Operations(CiscoSetup setup, Memory memory, Dhcp dhcp) {
    this.setup = setup;
    this.memory = memory;
    this.dhcp = dhcp;
    this.http = new PhoneHttp(setup.http());
    this.schedule = new Schedule(setup, memory);
  }

  /** One call's tools. */
  private record Run(RoundLog log, Applier applier, Transfer transfer) {}

  /** Something done over the network that faults may interrupt. */
  private interface Work {
    Outcome run(Run run);
  }

  void moveTo(InetAddress address) {
    http.moveTo(address);
  }

  boolean asksForAccount() {
    return screen;
  }

  void closeScreen() {
    screen = false;
  }

  Optional<Duration> nextWakeUp() {
    return next;
  }

  /** Only as long as the network has not led anywhere. */
  boolean networkLeadsNowhere() {
    return walkFailed || dhcp.candidates(memory).isEmpty();
  }

  void powerOn() {
    http.abort();
    screen = false;
    screenShown = false;
    failures = 0;
    successes = 0;
    next = Optional.empty();
  }

  Round boot(Fault... faults) {
    powerOn();
    return guarded(run -> passes(true, run), faults);
  }

  Round resync(Fault... faults) {
    return guarded(run -> passes(false, run), faults);
  }

  /** One resync to a rule that is not stored. */
  Round resyncTo(String rule, Fault... faults) {
    return guarded(
        run -> {
          if (!memory.on("Resync_From_SIP")) {
            return Outcome.NOT_DUE;
          }
          Pass pass = pass(new Macros(setup, memory, "-1"), run);
          Outcome outcome = settle(pass, pass.only(rule), run);
          if (!run.applier().changed() || !setup.restartsAfterChange()) {
            return outcome;
          }
          restart("restart", run.log());
          return passes(true, run);
        },
        faults);
  }

  Round report(Duration delay, Fault... faults) {
    return guarded(
        run -> {
          if (!delay.isZero()) {
            run.log().await(delay, "Upload_Delay_On_Local_Change");
          }
          return reports(new Macros(setup, memory, "1"), run).configuration();
        },
        faults);
  }

  /** A round in which nothing is to be done. */
  Round nothing() {
    return new RoundLog(setup.waiter()).finish(Outcome.NOT_DUE, next);
  }

  Round problem(String user, byte[] archive, Fault... faults) {
    return guarded(
        run -> reports(new Macros(setup, memory, "1"), run).problem(user, archive), faults);
  }

  /** Passes until one is not followed by a restart. */
  private Outcome passes(boolean booting, Run run) {
    boolean boot = booting;
    for (int restarts = 0; restarts <= MAX_RESTARTS; restarts++) {
      boolean asks = memory.on("Provision_Enable") && Pass.hasWork(memory, dhcp);
      if (!asks || (boot && !memory.on("Resync_On_Reset"))) {
        return run.applier().changed() ? Outcome.APPLIED : Outcome.NOT_DUE;
      }
      try {
        Optional<Outcome> outcome = pass(boot, run);
        if (outcome.isPresent()) {
          return outcome.get();
        }
        restart("restart", run.log());
      } catch (RebootException e) {
        restart("restart: " + e.getMessage(), run.log());
      }
      boot = true;
    }
    run.log().note("gives up after " + MAX_RESTARTS + " restarts");
    return Outcome.FAILED;
  }

  /** One pass and what belongs to it; empty if the phone has to restart. */
  private Optional<Outcome> pass(boolean boot, Run run) {
    if (boot) {
      waitAtRandom(run.log());
    }
    Macros macros = new Macros(setup, memory, boot ? "0" : failures > 0 ? "2" : "1");
    int before = run.applier().changes();
    Pass pass = pass(macros, run);
    Outcome outcome = settle(pass, pass.run(boot), run);
    if (failures > 0) {
      return Optional.of(outcome);
    }
    if (setup.restartsAfterChange() && run.applier().changes() > before) {
      return Optional.empty();
    }
    new Upgrade(setup, memory, run.transfer()).run(macros, dhcp.base(memory));
    if (boot && memory.get("Report_To_Server").equals("On Request")) {
      reports(macros, run).configuration();
    }
    return Optional.of(outcome);
  }

  private void waitAtRandom(RoundLog log) {
    Duration delay = schedule.randomDelay();
    if (!delay.isZero()) {
      log.await(delay, "Resync_Random_Delay");
    }
  }

  private Pass pass(Macros macros, Run run) {
    return new Pass(setup, memory, dhcp, macros, run.transfer(), run.applier());
  }

  private Reports reports(Macros macros, Run run) {
    return new Reports(setup, memory, macros, run.transfer(), dhcp.base(memory));
  }

  /** Plans the next pass, and shows or closes the screen for the account. */
  private Outcome settle(Pass pass, Pass.Verdict verdict, Run run) {
    boolean changed = run.applier().changed();
    walkFailed = pass.walkFailed();
    if (verdict == Pass.Verdict.DONE) {
      failures = 0;
      successes++;
      screen = false;
      next = schedule.next(successes);
      return changed ? Outcome.APPLIED : pass.found() ? Outcome.UNCHANGED : Outcome.NOTHING_FOUND;
    }
    failures++;
    next = schedule.retry(failures);
    boolean b = verdict == Pass.Verdict.NOT_FOUND || verdict == Pass.Verdict.CORRUPT;
    run.log().note("failure " + (b ? "B" : "C"));
    if (verdict == Pass.Verdict.UNPROVEN) {
      screen |= !screenShown;
      screenShown = true;
      if (screen) {
        return Outcome.PROMPT;
      }
    }
    boolean nothing = verdict == Pass.Verdict.NOT_FOUND;
    return changed ? Outcome.APPLIED : nothing ? Outcome.NOTHING_FOUND : Outcome.FAILED;
  }

  private void restart(String why, RoundLog log) {
    log.note(why);
    powerOn();
  }

  private Round guarded(Work work, Fault... faults) {
    RoundLog log = new RoundLog(setup.waiter());
    FaultPlan plan = new FaultPlan(Arrays.asList(faults));
    Run run =
        new Run(
            log,
            new Applier(setup, memory, plan, log),
            new Transfer(setup, memory, http, plan, log));
    try {
      return log.finish(withRestart(work, run), next);
    } catch (PowerLostException e) {
      http.abort();
      next = Optional.empty();
      log.note(String.valueOf(e.getMessage()));
      return log.finish(Outcome.POWER_CUT, next);
    } finally {
      http.close();
    }
  }

  private Outcome withRestart(Work work, Run run) {
    try {
      return work.run(run);
    } catch (RebootException e) {
      restart("restart: " + e.getMessage(), run.log());
      return passes(true, run);
    }
  }
}
