package org.latchkey.testkit.snom;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.FaultPlan;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.PowerLostException;
import org.latchkey.testkit.phone.RebootException;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.RoundLog;

/** What a phone does over the network, with the restarts and power cuts in between. */
final class Operations {
  private static final int MAX_RESTARTS = 5;

  private final SnomSetup setup;
  private final Memory memory;
  private final Sources sources;
  private final Link link;
  private Memory flash;

  Operations(SnomSetup setup, Memory memory) {
    this.setup = setup;
    this.memory = memory;
    this.sources = new Sources(setup, memory);
    this.link = new Link(setup, memory);
    this.flash = memory.copy();
  }

  Sources sources() {
    return sources;
  }

  Polling polling() {
    return new Polling(setup, memory);
  }

  void moveTo(InetAddress address) {
    link.moveTo(address);
  }

  Round round(boolean booting, Fault... faults) {
    flash = memory.copy();
    RoundLog log = new RoundLog(setup.waiter());
    Trip trip = new Trip(memory, new FaultPlan(Arrays.asList(faults)), log);
    Outcome outcome;
    try {
      outcome = cycles(booting, trip);
    } catch (StoppedException e) {
      log.note(String.valueOf(e.getMessage()));
      outcome = e.outcome();
    } catch (IllegalArgumentException e) {
      log.defect(Defect.Kind.BAD_URL, "provisioning address: " + e.getMessage());
      outcome = Outcome.FAILED;
    } catch (PowerLostException e) {
      link.abort();
      sources.forget();
      if (setup.writesFlashAtEnd()) {
        memory.restore(flash);
      }
      log.note(String.valueOf(e.getMessage()));
      trip.reportChanges();
      return log.finish(Outcome.POWER_CUT, Optional.empty());
    } finally {
      link.close();
    }
    trip.reportChanges();
    return log.finish(outcome, polling().next());
  }

  private Outcome cycles(boolean booting, Trip trip) {
    boolean boot = booting;
    for (int restarts = 0; restarts <= MAX_RESTARTS; restarts++) {
      if (boot) {
        sources.forget();
        registers(trip);
        if (!checksAtBoot() || sources.offers() == 0) {
          return restarts > 0 ? trip.outcome() : Outcome.NOT_DUE;
        }
      } else if (sources.address().isEmpty() && sources.offers() == 0) {
        return Outcome.NOT_DUE;
      }
      try {
        if (!cycle(boot, trip)) {
          return trip.outcome();
        }
        trip.log().note("restart");
      } catch (RebootException e) {
        trip.log().note("restart: " + e.getMessage());
      }
      link.abort();
      flash = memory.copy();
      boot = true;
    }
    throw new StoppedException(Outcome.FAILED, "gives up after " + MAX_RESTARTS + " restarts");
  }

  private boolean checksAtBoot() {
    return !setup.generation().conference() || memory.on("provisioning.bootup_check_enable", true);
  }

  /** Accounts of last time come first, before anything is asked. */
  private void registers(Trip trip) {
    Set<String> users = new Lines(setup, memory).users();
    if (!users.isEmpty()) {
      trip.log().note("registers " + String.join(", ", users) + " before it asks");
    }
  }

  /** One cycle; only if TLS fails another source is tried. */
  private boolean cycle(boolean booting, Trip trip) {
    Optional<String> known = sources.address();
    if (known.isPresent()) {
      return untrusted(booting, trip, known.get()).orElseThrow(Operations::noTls);
    }
    boolean stops = memory.on("skip_provisioning_urls_on_tls_error", false);
    int offers = stops ? 1 : sources.offers();
    for (int n = 0; n < offers; n++) {
      Optional<Boolean> restarts = untrusted(booting, trip, sources.take(n));
      if (restarts.isPresent()) {
        return restarts.get();
      }
    }
    throw noTls();
  }

  /** Runs a cycle and says whether a restart follows; empty without TLS. */
  private Optional<Boolean> untrusted(boolean booting, Trip trip, String address) {
    Transfer transfer = new Transfer(setup, memory, link, trip);
    Getter getter = new Getter(setup, sources, transfer);
    Cycle cycle =
        setup.generation().conference()
            ? new ConferenceCycle(setup, memory, getter, booting)
            : new DeskCycle(setup, memory, getter);
    try {
      return Optional.of(cycle.run(address));
    } catch (Cycle.UntrustedException e) {
      trip.log().note("no TLS connection");
      return Optional.empty();
    }
  }

  private static StoppedException noTls() {
    return new StoppedException(Outcome.FAILED, "gives up: no source can be reached by TLS");
  }
}
