package org.latchkey.testkit.yealink;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.FaultPlan;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.PhoneHttp;
import org.latchkey.testkit.phone.PhoneUrl;
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

  private final YealinkSetup setup;
  private final Memory memory;
  private final PhoneHttp http;
  private Prompt prompt = Prompt.NONE;
  private @Nullable Job suspended;

  Operations(YealinkSetup setup, Memory memory) {
    this.setup = setup;
    this.memory = memory;
    this.http = new PhoneHttp(setup.http());
  }

  Prompt prompt() {
    return prompt;
  }

  void powerOff() {
    http.abort();
    closePrompt();
  }

  void moveTo(InetAddress address) {
    http.moveTo(address);
  }

  /** Empty while a prompt is open: the phone does nothing by itself then. */
  Optional<Duration> nextWakeUp() {
    Settings settings = memory.settings();
    if (prompt != Prompt.NONE || !settings.on("auto_provision.repeat.enable", false)) {
      return Optional.empty();
    }
    int minutes = settings.number("auto_provision.repeat.minutes", 1440, 1, 43_200);
    return Optional.of(Duration.ofMinutes(minutes));
  }

  private Optional<String> address() {
    return memory.settings().text(Settings.URL);
  }

  private Outcome idle() {
    return prompt == Prompt.NONE ? Outcome.NOT_DUE : Outcome.PROMPT;
  }

  /** Goes on with what a prompt interrupted. */
  Round resume(String user, String password, Fault... faults) {
    Job job = suspended;
    if (job == null) {
      throw new IllegalStateException("no prompt is open");
    }
    closePrompt();
    memory.credential(user, password);
    return execute(job, faults);
  }

  /** One round from its beginning; nothing is asked while a prompt is open. */
  Round round(Fault... faults) {
    Optional<String> address = address();
    RoundLog nothing = new RoundLog(setup.waiter());
    if (address.isEmpty() || prompt != Prompt.NONE) {
      return nothing.finish(idle(), nextWakeUp());
    }
    Job job;
    try {
      job = new RoundJob(setup, memory, address.get());
    } catch (IllegalArgumentException e) {
      nothing.defect(Defect.Kind.BAD_URL, "stored address: " + e.getMessage());
      return nothing.finish(Outcome.FAILED, nextWakeUp());
    }
    return execute(job, faults);
  }

  /** Finds the address of one of the user's files. */
  interface Place {
    PhoneUrl of(Locations locations, Settings settings);
  }

  Round upload(Place place, String type, String content, Fault... faults) {
    Optional<String> address = address();
    RoundLog nothing = new RoundLog(setup.waiter());
    if (address.isEmpty() || prompt != Prompt.NONE) {
      return nothing.finish(idle(), nextWakeUp());
    }
    Settings settings = memory.settings();
    PhoneUrl url;
    try {
      url = place.of(new Locations(setup, address.get()), settings);
    } catch (IllegalArgumentException e) {
      nothing.defect(Defect.Kind.BAD_URL, "upload: " + e.getMessage());
      return nothing.finish(Outcome.FAILED, nextWakeUp());
    }
    return execute(new UploadJob(settings.uploadMethod(), url, type, content), faults);
  }

  private Round execute(Job first, Fault... faults) {
    RoundLog log = new RoundLog(setup.waiter());
    FaultPlan plan = new FaultPlan(Arrays.asList(faults));
    Job job = first;
    try {
      for (int restarts = 0; restarts <= MAX_RESTARTS; restarts++) {
        try {
          Outcome outcome = job.run(new Downloader(setup, memory, http, plan, log));
          return log.finish(outcome, nextWakeUp());
        } catch (RebootException e) {
          http.abort();
          log.note("restart: " + e.getMessage());
          job = new RoundJob(setup, memory, address().orElse(""));
        }
      }
      log.note("gives up after " + MAX_RESTARTS + " restarts");
      return log.finish(Outcome.FAILED, nextWakeUp());
    } catch (PromptException e) {
      return refused(e.prompt(), job, log);
    } catch (PowerLostException e) {
      http.abort();
      log.note(String.valueOf(e.getMessage()));
      return log.finish(Outcome.POWER_CUT, Optional.empty());
    } finally {
      http.close();
    }
  }

  private Round refused(Prompt wanted, Job job, RoundLog log) {
    if (!setup.hasScreen()) {
      log.note("no display to ask on: " + wanted);
      return log.finish(Outcome.FAILED, nextWakeUp());
    }
    prompt = wanted;
    suspended = job;
    return log.finish(Outcome.PROMPT, Optional.empty());
  }

  void closePrompt() {
    prompt = Prompt.NONE;
    suspended = null;
  }
}
