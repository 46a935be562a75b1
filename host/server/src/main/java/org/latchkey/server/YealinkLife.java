package org.latchkey.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.yealink.YealinkPhone;

/** The whole life of one Yealink, step by step, each with what must hold after it. */
final class YealinkLife {
  private static final String MAC = "001565aabbcc";
  private static final String DEVICE =
      """
      {"mac":"001565aabbcc","brand":"yealink","model":"T46S","domain":"acme.example",
       "reseller":"west","lines":[{"number":1,"label":"100","displayName":"Alice","user":"100",
       "authUser":"100","password":"demo-sip-password","registrar":
       {"host":"sip.acme.example","port":5061,"transport":"tls"},"expires":3600}]}
      """;

  private final String url;
  private final Credential pass;
  private final ManagementClient management;
  private final SSLContext tls;
  private final List<String[]> rows = new ArrayList<>();
  private boolean allHeld = true;

  YealinkLife(RunningServer server, Path keys) {
    this.url = server.publicUrl().toString();
    this.pass = server.globalPass();
    this.tls = TrustingTls.of(KeyMaterial.selfSigned(keys, "localhost"));
    this.management = new ManagementClient(server.adminUrl(), server.token(), tls);
  }

  /** Lives the life and prints it; says whether every step held. */
  boolean run(PrintStream out) throws IOException, InterruptedException {
    YealinkPhone phone = phone();
    int created = management.call("POST", "devices", DEVICE).status();
    row("enrolled and armed by REST", "HTTP " + created, "armed", created == 201);

    phone.redirect(url, pass.username(), password());
    Round first = phone.boot();
    boolean delivered = first.outcome() == Outcome.APPLIED && !holdsPass(phone);
    row("first boot with the global pass", text(first), "issued", delivered);

    Thread.sleep(DemoCommand.SETTLE_TIME.plusMillis(100).toMillis());
    Round proof = phone.resync();
    row("returns with its own password", text(proof), "provisioned", isGood(proof));

    Round resync = phone.resync();
    row("resync, nothing new", text(resync), "provisioned", resync.outcome() == Outcome.UNCHANGED);

    YealinkPhone stranger = phone();
    stranger.redirect(url, pass.username(), password());
    Round refused = stranger.boot();
    row(
        "somebody else with the global pass",
        text(refused),
        "provisioned",
        refused.outcome() == Outcome.PROMPT && stranger.accounts().isEmpty());

    int rotated = management.call("POST", "devices/" + MAC + "/rotate", "").status();
    row("rotation asked for", "HTTP " + rotated, "rotating", rotated == 200);
    Round fetched = phone.resync();
    Thread.sleep(DemoCommand.SETTLE_TIME.plusMillis(100).toMillis());
    Round rotation = phone.resync();
    row("takes and proves the next password", text(rotation), "provisioned", isGood(fetched));

    int armed = management.call("POST", "devices/" + MAC + "/arm", "{}").status();
    row("re-armed, credential cleared", "HTTP " + armed, "armed", armed == 200);

    phone.factoryReset();
    phone.redirect(url, pass.username(), password());
    Round again = phone.boot();
    row("factory reset, boots again", text(again), "issued", again.outcome() == Outcome.APPLIED);

    Thread.sleep(DemoCommand.SETTLE_TIME.plusMillis(100).toMillis());
    Round last = phone.resync();
    row("returns with its new password", text(last), "provisioned", isGood(last));

    print(out);
    return allHeld;
  }

  private static boolean isGood(Round round) {
    return round.outcome() == Outcome.APPLIED || round.outcome() == Outcome.UNCHANGED;
  }

  private boolean holdsPass(YealinkPhone phone) {
    return phone.holds(pass.username(), password());
  }

  private YealinkPhone phone() {
    return YealinkPhone.builder(MAC).tls(tls).build();
  }

  private String password() {
    return pass.password().reveal(SecretAccess.granted());
  }

  private static String text(Round round) {
    StringBuilder statuses = new StringBuilder(round.outcome().name().toLowerCase(Locale.ROOT));
    round.exchanges().forEach(exchange -> statuses.append(' ').append(exchange.status()));
    return statuses.toString();
  }

  private void row(String step, String seen, String wanted, boolean held)
      throws IOException, InterruptedException {
    String state = management.state(MAC);
    boolean good = held && state.equals(wanted);
    allHeld &= good;
    rows.add(new String[] {step, seen, state, good ? "held" : "FAILED (wanted " + wanted + ")"});
  }

  private void print(PrintStream out) {
    out.println();
    String form = "%-36s %-44s %-12s %s%n";
    out.printf(Locale.ROOT, form, "Yealink T46S " + MAC, "outcome, HTTP answers", "state", "");
    rows.forEach(row -> out.printf(Locale.ROOT, form, (Object[]) row));
  }
}
