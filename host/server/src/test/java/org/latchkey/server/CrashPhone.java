package org.latchkey.server;

import java.io.IOException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.SimulatedPhone;

/**
 * One phone and its administrator, who go on with their lives while the server is killed: enrolled,
 * first boot, proof, resync, rotation, re-armed, reset, and again. Whatever fails is tried again,
 * as phones and people do, and two things must never happen: a phone that does all it should is
 * shown its box for a password, and a stranger gets in once the phone has proven itself.
 */
final class CrashPhone implements Callable<Integer> {
  /** So often may a step fail between two kills before a phone counts as stranded. */
  private static final int PATIENCE = 40;

  private static final int NO_ANSWER = 0;

  private static final String DEVICE =
      """
      {"mac":"%s","brand":"%s","model":"%s","domain":"acme.example","reseller":"west","lines":
       [{"number":1,"label":"100","displayName":"Alice","user":"100","authUser":"100","password":
       "NotReal","registrar":{"host":"sip.acme.example","port":5061,"transport":"tls"},
       "expires":3600}]}
      """;

  private final KilledServer server;
  private final Supplier<SimulatedPhone> box;
  private final SimulatedPhone phone;
  private final String brand;
  private final String model;
  private final ManagementClient management;
  private final BooleanSupplier goesOn;
  private final IntConsumer asked;

  /**
   * A phone.
   *
   * @param brand as in the inventory
   * @param model as in the inventory
   * @param box makes phones with its MAC, fresh from the box
   * @param goesOn false once it shall come to rest
   * @param asked told how many requests it made
   */
  CrashPhone(
      KilledServer server,
      String brand,
      String model,
      Supplier<SimulatedPhone> box,
      BooleanSupplier goesOn,
      IntConsumer asked)
      throws NoSuchAlgorithmException {
    this.server = server;
    this.brand = brand;
    this.model = model;
    this.box = box;
    this.phone = box.get();
    this.goesOn = goesOn;
    this.asked = asked;
    this.management =
        new ManagementClient(URI.create(server.url()), KilledServer.TOKEN, SSLContext.getDefault());
  }

  /** Lives until it shall come to rest; tells how many first boots it had. */
  @Override
  public Integer call() throws Exception {
    manage("POST", "devices", DEVICE.formatted(phone.mac(), brand, model), 201, 409);
    int lives = 0;
    do {
      phone.redirect(server.url(), KilledServer.PASS_USER, KilledServer.PASS_PASSWORD);
      until("first boot", () -> phone.boot(), Outcome.APPLIED);
      comesBack();
      strangerIsRefused();
      if (goesOn.getAsBoolean()) {
        manage("POST", "devices/" + phone.mac() + "/rotate", "", 200);
        // with the old one it gets the new one, with the new one it proves that
        comesBack();
        comesBack();
        strangerIsRefused();
      }
      lives++;
      if (goesOn.getAsBoolean()) {
        manage("POST", "devices/" + phone.mac() + "/arm", "{}", 200);
        phone.factoryReset();
      }
    } while (goesOn.getAsBoolean() || lives == 0 || !isSettled());
    return lives;
  }

  /** After a last re-arming it must boot once more. */
  private boolean isSettled() throws Exception {
    return state().equals("provisioned") && phone.storedUser().isPresent();
  }

  String state() throws Exception {
    for (Patience patience = new Patience(); ; ) {
      server.awaitUp();
      try {
        return management.state(phone.mac());
      } catch (IOException e) {
        patience.end("management", e.toString());
      }
    }
  }

  private void comesBack() throws InterruptedException {
    until("return", () -> phone.resync(), Outcome.APPLIED, Outcome.UNCHANGED);
  }

  private void until(String what, Supplier<Round> step, Outcome... good)
      throws InterruptedException {
    for (Patience patience = new Patience(); ; ) {
      server.awaitUp();
      Round round = step.get();
      tell(round);
      for (Outcome outcome : good) {
        if (round.outcome() == outcome) {
          return;
        }
      }
      if (round.outcome() == Outcome.PROMPT) {
        throw new AssertionError(phone.mac() + " is stranded at its " + what + ": " + round);
      }
      patience.end(what, round.toString());
    }
  }

  /** What was not answered does not count, or a server might be killed before it has answered. */
  private void tell(Round round) {
    asked.accept(
        (int) round.exchanges().stream().filter(each -> each.status() != NO_ANSWER).count());
  }

  private void strangerIsRefused() throws InterruptedException {
    server.awaitUp();
    SimulatedPhone stranger = box.get();
    stranger.redirect(server.url(), KilledServer.PASS_USER, KilledServer.PASS_PASSWORD);
    Round round = stranger.boot();
    tell(round);
    if (!stranger.sipUsers().isEmpty()) {
      throw new AssertionError("the global pass opened " + phone.mac() + " after its proof");
    }
  }

  private void manage(String method, String path, String body, int... good) throws Exception {
    for (Patience patience = new Patience(); ; ) {
      server.awaitUp();
      String seen;
      try {
        int status = management.call(method, path, body).status();
        for (int each : good) {
          if (status == each) {
            return;
          }
        }
        seen = "HTTP " + status;
      } catch (IOException e) {
        seen = e.toString();
      }
      patience.end(method + " " + path, seen);
    }
  }

  /** How often something has failed since the server was started. */
  private final class Patience {
    private int starts = server.starts();
    private int failed;

    void end(String what, String seen) {
      int now = server.starts();
      failed = now == starts ? failed + 1 : 0;
      starts = now;
      if (failed == PATIENCE) {
        throw new AssertionError(phone.mac() + " does not get on with its " + what + ": " + seen);
      }
    }
  }
}
