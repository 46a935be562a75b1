package org.latchkey.testkit.grandstream;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.FaultPlan;
import org.latchkey.testkit.phone.HttpSettings;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.PhoneHttp;
import org.latchkey.testkit.phone.PowerLostException;
import org.latchkey.testkit.phone.RebootException;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.RoundLog;

/**
 * What a phone does over the network, with all that can interrupt it: prompts, restarts, power
 * cuts. Holds what is lost without power.
 */
final class Operations {
  private static final int MAX_RESTARTS = 5;

  private final GrandstreamSetup setup;
  private final Memory memory;
  private final PhoneHttp http;
  private Memory flash;
  private Network network = Network.SILENT;
  private @Nullable Pass suspended;

  Operations(GrandstreamSetup setup, Memory memory) {
    this.setup = setup;
    this.memory = memory;
    this.http = new PhoneHttp(setup.http());
    this.flash = memory.copy();
  }

  Network network() {
    return network;
  }

  void network(Network offers) {
    network = offers;
  }

  void moveTo(InetAddress address) {
    http.moveTo(address);
  }

  boolean prompting() {
    return suspended != null;
  }

  void powerOff() {
    http.abort();
    suspended = null;
  }

  /** Empty while a prompt is open: the phone does nothing by itself then. */
  Optional<Duration> nextWakeUp() {
    return prompting() ? Optional.empty() : setup.kind().schedule().next(memory);
  }

  /** Whether a boot would begin at the vendor's redirect service. */
  boolean asksGaps() {
    return new Pass(setup, memory, network, new Progress(), true).gaps();
  }

  /** One pass from its beginning, and those that restarts bring. */
  Round round(boolean booting, Fault... faults) {
    RoundLog log = new RoundLog(setup.waiter());
    if (prompting()) {
      return log.finish(Outcome.PROMPT, Optional.empty());
    }
    if (asksGaps()) {
      log.note("asks the vendor's redirect service");
      return log.finish(Outcome.NOT_DUE, nextWakeUp());
    }
    Pass first = new Pass(setup, memory, network, new Progress(), booting);
    return guarded(log, transfer -> passes(first, transfer), faults);
  }

  /** Goes on with the file that was refused. */
  Round resume(Fault... faults) {
    Pass pass = suspended;
    if (pass == null) {
      throw new IllegalStateException("no prompt is open");
    }
    suspended = null;
    RoundLog log = new RoundLog(setup.waiter());
    return guarded(log, transfer -> passes(pass, transfer), faults);
  }

  Round phonebook(Fault... faults) {
    RoundLog log = new RoundLog(setup.waiter());
    return guarded(log, transfer -> new Phonebook(setup, memory, transfer).run(), faults);
  }

  private Outcome passes(Pass first, Transfer transfer) {
    Pass pass = first;
    Progress progress = first.progress();
    RoundLog log = transfer.log();
    for (int restarts = 0; restarts <= MAX_RESTARTS; restarts++) {
      trust();
      flash = memory.copy();
      try {
        if (!pass.run(transfer)) {
          return progress.outcome(log);
        }
        log.note("restart");
      } catch (RebootException e) {
        log.note("restart: " + e.getMessage());
      } catch (PromptException e) {
        log.note("asks for user name and password for " + e.getMessage());
        suspended = pass;
        return Outcome.PROMPT;
      }
      http.abort();
      pass = new Pass(setup, memory, network, progress, true);
    }
    log.note("gives up after " + MAX_RESTARTS + " restarts");
    return Outcome.FAILED;
  }

  /** As configured when the phone starts to ask; a phone without TLS stays without. */
  private void trust() {
    Optional<SSLContext> checked = setup.http().tls();
    if (checked.isPresent()) {
      SSLContext any = setup.anyCertificate().orElse(AnyIssuer.CONTEXT);
      boolean name = setup.http().checkHostName() || memory.on(P.VERIFY_HOST);
      HttpSettings now = setup.http();
      http.reach(
          new HttpSettings(
              Optional.of(memory.on(P.VERIFY) ? checked.get() : any),
              now.localAddress(),
              now.connectTimeout(),
              now.readTimeout(),
              name));
    }
  }

  /** Something done over the network that faults may interrupt. */
  private interface Work {
    Outcome run(Transfer transfer);
  }

  private Round guarded(RoundLog log, Work work, Fault... faults) {
    FaultPlan plan = new FaultPlan(Arrays.asList(faults));
    trust();
    try {
      Outcome outcome = work.run(new Transfer(setup, memory, http, plan, log));
      return log.finish(outcome, nextWakeUp());
    } catch (RebootException e) {
      http.abort();
      log.note("restart: " + e.getMessage());
      return log.finish(Outcome.FAILED, nextWakeUp());
    } catch (PowerLostException e) {
      http.abort();
      if (setup.writesFlashAtEnd()) {
        memory.restore(flash);
      }
      log.note(String.valueOf(e.getMessage()));
      return log.finish(Outcome.POWER_CUT, Optional.empty());
    } finally {
      http.close();
    }
  }
}
