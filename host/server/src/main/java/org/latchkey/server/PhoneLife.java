package org.latchkey.server;

import static java.util.stream.Collectors.counting;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.SimulatedPhone;

/** The whole life of one phone, step by step, each with what must hold after it. */
final class PhoneLife {
  private static final int FEW = 8;
  private static final String DEVICE =
      """
      {"mac":"%s","brand":"%s","model":"%s","domain":"acme.example",
       "reseller":"west","lines":[{"number":1,"label":"100","displayName":"Alice","user":"100",
       "authUser":"100","password":"demo-sip-password","registrar":
       {"host":"sip.acme.example","port":5061,"transport":"tls"},"expires":3600}]}
      """;

  private final DemoPhone kind;

  private final String url;
  private final Credential pass;
  private final ManagementClient management;
  private final SSLContext tls;
  private final List<String[]> rows = new ArrayList<>();
  private boolean allHeld = true;

  PhoneLife(DemoPhone kind, RunningServer server, Path keys) {
    this.kind = kind;
    this.url = server.publicUrl().toString();
    this.pass = server.globalPass();
    this.tls = TrustingTls.of(KeyMaterial.selfSigned(keys, "localhost"));
    this.management = new ManagementClient(server.adminUrl(), server.token(), tls);
  }

  /** Lives the life and prints it; says whether every step held. */
  boolean run(PrintStream out) throws IOException, InterruptedException {
    SimulatedPhone phone = phone();
    int created =
        management
            .call("POST", "devices", DEVICE.formatted(kind.mac, kind.brand, kind.model))
            .status();
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

    SimulatedPhone stranger = phone();
    stranger.redirect(url, pass.username(), password());
    Round refused = stranger.boot();
    row(
        "somebody else with the global pass",
        text(refused),
        "provisioned",
        refused.outcome() == kind.refused && stranger.sipUsers().isEmpty());

    int rotated = management.call("POST", "devices/" + kind.mac + "/rotate", "").status();
    row("rotation asked for", "HTTP " + rotated, "rotating", rotated == 200);
    Round fetched = phone.resync();
    Thread.sleep(DemoCommand.SETTLE_TIME.plusMillis(100).toMillis());
    Round rotation = phone.resync();
    row("takes and proves the next password", text(rotation), "provisioned", isGood(fetched));

    int armed = management.call("POST", "devices/" + kind.mac + "/arm", "{}").status();
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

  private boolean holdsPass(SimulatedPhone phone) {
    return phone.holds(pass.username(), password());
  }

  private SimulatedPhone phone() {
    return kind.make(tls);
  }

  private String password() {
    return pass.password().reveal(SecretAccess.granted());
  }

  /** The answers one by one, or of a long round how many of each. */
  private static String text(Round round) {
    List<Integer> statuses = round.exchanges().stream().map(Exchange::status).toList();
    Stream<String> words =
        statuses.size() <= FEW
            ? statuses.stream().map(String::valueOf)
            : statuses.stream()
                .collect(Collectors.groupingBy(status -> status, TreeMap::new, counting()))
                .entrySet()
                .stream()
                .map(each -> each.getValue() + "x" + each.getKey());
    return Stream.concat(Stream.of(round.outcome().name().toLowerCase(Locale.ROOT)), words)
        .collect(Collectors.joining(" "));
  }

  private void row(String step, String seen, String wanted, boolean held)
      throws IOException, InterruptedException {
    String state = management.state(kind.mac);
    boolean good = held && state.equals(wanted);
    allHeld &= good;
    rows.add(new String[] {step, seen, state, good ? "held" : "FAILED (wanted " + wanted + ")"});
  }

  private void print(PrintStream out) {
    out.println();
    String form = "%-36s %-44s %-12s %s%n";
    out.printf(Locale.ROOT, form, kind.title(), "outcome, HTTP answers", "state", "");
    rows.forEach(row -> out.printf(Locale.ROOT, form, (Object[]) row));
  }
}
