package org.latchkey.testkit.panasonic;

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

/** What a phone does over the network, with the restarts and power cuts in between. */
final class Operations {
  private static final int MAX_RESTARTS = 5;

  private final PanasonicSetup setup;
  private final Memory memory;
  private final Bootstrap bootstrap;
  private final Credentials credentials;
  private final PhoneHttp http;
  private boolean failed;

  Operations(PanasonicSetup setup, Memory memory, Bootstrap bootstrap, Credentials credentials) {
    this.setup = setup;
    this.memory = memory;
    this.bootstrap = bootstrap;
    this.credentials = credentials;
    this.http = new PhoneHttp(setup.http());
  }

  void moveTo(InetAddress address) {
    http.moveTo(address);
  }

  /** As after the box was opened: nothing is known of earlier rounds. */
  void forget() {
    http.abort();
    failed = false;
  }

  Optional<Duration> nextWakeUp() {
    return Schedule.next(memory.settings(), failed, Schedule.utc(setup.clock()));
  }

  Round notDue() {
    return new RoundLog(setup.waiter()).finish(Outcome.NOT_DUE, nextWakeUp());
  }

  Round round(boolean starting, Fault... faults) {
    if (!memory.settings().provisions()) {
      return notDue();
    }
    RoundLog log = new RoundLog(setup.waiter());
    FaultPlan plan = new FaultPlan(Arrays.asList(faults));
    boolean start = starting;
    try {
      for (int restarts = 0; restarts <= MAX_RESTARTS; restarts++) {
        Download download = new Download(setup, memory, credentials, http, plan, log);
        try {
          boolean had = new Pass(setup, memory, bootstrap, download).run(start);
          new FirmwareUpdate(setup, memory, download).run();
          failed = download.anyFailed();
          return report(had, log);
        } catch (RebootException e) {
          http.abort();
          log.note("restart: " + e.getMessage());
          start = true;
        }
      }
      failed = true;
      log.note("gives up after " + MAX_RESTARTS + " restarts");
      return log.finish(Outcome.FAILED, nextWakeUp());
    } catch (PowerLostException e) {
      http.abort();
      failed = false;
      log.note(String.valueOf(e.getMessage()));
      return log.finish(Outcome.POWER_CUT, Optional.empty());
    } finally {
      http.close();
    }
  }

  private Round report(boolean had, RoundLog log) {
    Round soFar = log.finish(Outcome.UNCHANGED, nextWakeUp());
    Outcome outcome;
    if (!soFar.applied().isEmpty()) {
      outcome = Outcome.APPLIED;
    } else if (had) {
      outcome = Outcome.UNCHANGED;
    } else if (log.anyFailed()) {
      outcome = Outcome.FAILED;
    } else {
      outcome = soFar.exchanges().isEmpty() ? Outcome.NOT_DUE : Outcome.NOTHING_FOUND;
    }
    return log.finish(outcome, nextWakeUp());
  }
}
