package org.latchkey.testkit.polycom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.FaultPlan;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.PhoneHttp;
import org.latchkey.testkit.phone.PhoneRequest;
import org.latchkey.testkit.phone.PhoneUrl;
import org.latchkey.testkit.phone.PowerLostException;
import org.latchkey.testkit.phone.RebootException;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.RoundLog;

/** What a phone does over the network, with the restarts and power cuts in between. */
final class Operations {
  private static final int MAX_RESTARTS = 5;
  private static final int SHORTEST_PERIOD = 3601;
  private static final int DEFAULT_PERIOD = 86_400;

  private final PolycomSetup setup;
  private final Memory memory;
  private final PhoneHttp http;
  private Dhcp dhcp = Dhcp.SILENT;

  Operations(PolycomSetup setup, Memory memory) {
    this.setup = setup;
    this.memory = memory;
    this.http = new PhoneHttp(setup.http());
  }

  /** When a sweep is followed by a restart. */
  enum Restart {
    FOR_FLASH,
    FOR_ANY_CHANGE,
    ALWAYS
  }

  void moveTo(InetAddress address) {
    http.moveTo(address);
  }

  Dhcp dhcp() {
    return dhcp;
  }

  void dhcp(Dhcp offer) {
    dhcp = offer;
  }

  Optional<String> address() {
    return Server.choose(memory.flash(), dhcp);
  }

  Optional<Duration> nextWakeUp() {
    Map<String, String> parameters = memory.parameters();
    if (!"1".equals(parameters.get("prov.polling.enabled"))) {
      return Optional.empty();
    }
    String period = parameters.getOrDefault("prov.polling.period", "");
    int seconds = Numbers.within(period, SHORTEST_PERIOD, Integer.MAX_VALUE).orElse(DEFAULT_PERIOD);
    return Optional.of(Duration.ofSeconds(seconds));
  }

  Round round(boolean booting, Restart restart, Fault... faults) {
    return guarded((plan, log) -> sweeps(booting, restart, plan, log), faults);
  }

  private Outcome sweeps(boolean booting, Restart restart, FaultPlan plan, RoundLog log) {
    boolean boot = booting;
    boolean changed = false;
    Restart due = restart;
    for (int restarts = 0; restarts <= MAX_RESTARTS; restarts++) {
      try {
        Optional<Findings> findings = sweep(boot, plan, log);
        if (findings.isEmpty()) {
          return log.anyFailed() ? Outcome.FAILED : Outcome.NOTHING_FOUND;
        }
        Applier.Written written = new Applier(memory, plan, log).apply(findings.get());
        changed |= written.any();
        boolean again =
            written.flash()
                || due == Restart.ALWAYS
                || (due == Restart.FOR_ANY_CHANGE && written.any());
        if (!again) {
          boolean whole = findings.get().files().stream().allMatch(Findings.Copy::fresh);
          return changed ? Outcome.APPLIED : whole ? Outcome.UNCHANGED : Outcome.FAILED;
        }
        log.note("restart");
      } catch (RebootException e) {
        log.note("restart: " + e.getMessage());
      }
      http.abort();
      boot = true;
      due = Restart.FOR_FLASH;
    }
    log.note("gives up after " + MAX_RESTARTS + " restarts");
    return Outcome.FAILED;
  }

  /** One sweep, or two of them with the same credential if the flash is about to change. */
  private Optional<Findings> sweep(boolean booting, FaultPlan plan, RoundLog log) {
    Server server = Server.parse(address().orElse(""), memory.flash());
    Transfer transfer = new Transfer(setup, memory, server, http, plan, log);
    Sweep sweep = new Sweep(setup, memory, server, transfer, booting);
    Optional<Findings> findings = sweep.run(false);
    boolean flash =
        findings.map(f -> !memory.flash().differing(f.device()).isEmpty()).orElse(false);
    return flash && setup.twoSweeps() ? sweep.run(true) : findings;
  }

  /** A person changes parameters; the phone tells the server. */
  Round change(OverrideFile which, Map<String, String> values, Fault... faults) {
    Map<String, String> all = new LinkedHashMap<>(memory.overrides(which));
    values.forEach(
        (name, value) -> {
          all.put(name, value);
          if (name.startsWith(Flash.PREFIX)) {
            all.put(Flash.PREFIX + "set", "1");
            all.put(name + ".set", "1");
            memory.flash().put(name, value);
          } else {
            memory.parameters().put(name, value);
          }
        });
    memory.overrides(which, all);
    if (!setup.generation().overrides()) {
      return new RoundLog(setup.waiter()).finish(Outcome.NOT_DUE, nextWakeUp());
    }
    return upload("OVERRIDES_DIRECTORY", which.suffix(), ParameterFile.write(all), faults);
  }

  Round upload(String directory, String suffix, String content, Fault... faults) {
    return guarded(
        (plan, log) -> {
          Server server = Server.parse(address().orElse(""), memory.flash());
          String folder = new MasterFile(memory.master(), setup).directory(directory);
          PhoneUrl url = server.in(folder, setup.fileMac() + suffix);
          PhoneRequest put = PhoneRequest.of("PUT", url).withBody(content.getBytes(UTF_8));
          Transfer transfer = new Transfer(setup, memory, server, http, plan, log);
          boolean taken = transfer.move(put, Stage.APPLICATION).found();
          return taken ? Outcome.UPLOADED : Outcome.FAILED;
        },
        faults);
  }

  /** Something done over the network that faults may interrupt. */
  private interface Work {
    Outcome run(FaultPlan plan, RoundLog log);
  }

  private Round guarded(Work work, Fault... faults) {
    RoundLog log = new RoundLog(setup.waiter());
    if (address().isEmpty()) {
      return log.finish(Outcome.NOT_DUE, nextWakeUp());
    }
    try {
      Outcome outcome = work.run(new FaultPlan(Arrays.asList(faults)), log);
      return log.finish(outcome, nextWakeUp());
    } catch (IllegalArgumentException e) {
      log.defect(Defect.Kind.BAD_URL, "provisioning address: " + e.getMessage());
      return log.finish(Outcome.FAILED, nextWakeUp());
    } catch (RebootException e) {
      http.abort();
      log.note("restart: " + e.getMessage());
      return log.finish(Outcome.FAILED, nextWakeUp());
    } catch (PowerLostException e) {
      http.abort();
      log.note(String.valueOf(e.getMessage()));
      return log.finish(Outcome.POWER_CUT, Optional.empty());
    } finally {
      http.close();
    }
  }
}
