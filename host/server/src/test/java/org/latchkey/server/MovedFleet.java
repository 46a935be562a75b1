package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.SimulatedPhone;
import org.latchkey.testkit.yealink.YealinkPhone;

/** Phones of all kinds with all that an installation can hold, and what they are answered. */
final class MovedFleet {
  static final String OTHER_DOMAIN = "branch.example";
  static final String DOMAIN_USER = "branchboot";
  static final String DOMAIN_PASSWORD = "NotARealPass5678";

  private static final String LAYER =
      """
      {"entries":[{"parameter":"yealink:static.auto_provision.local_contact.backup.enable",
        "value":"1","description":"kept"}]}
      """;
  private static final String BOOK =
      """
      {"contacts": [{"name": "Zoë", "numbers": [{"kind": "work", "number": "100"}]}]}
      """;

  private static final List<DemoPhone> KINDS = List.of(DemoPhone.values());

  private final int devices;
  private final Map<String, YealinkPhone> stages = new LinkedHashMap<>();

  MovedFleet(int devices) {
    this.devices = devices;
  }

  private static DemoPhone kind(int number) {
    return KINDS.get(number % KINDS.size());
  }

  private static String mac(int number) {
    return kind(number).mac.substring(0, 6) + "%06x".formatted(0x100000 + number);
  }

  private static String user(int number) {
    return "old" + number;
  }

  private static String password(int number) {
    return "Elsewhere" + number;
  }

  /** With the settings, lines and keys that make files differ. */
  private static String device(int number) {
    DemoPhone kind = kind(number);
    String product = "\"brand\":\"" + kind.brand + "\",\"model\":\"" + kind.model + "\"";
    String device = MatrixSite.device(mac(number), product, Integer.toString(1000 + number));
    String more =
        ",\"arm\":false,\"notes\":\"by the \\\"door\\\"\",\"overrides\":[{\"parameter\":"
            + "\"resync.interval\",\"value\":\""
            + (60 + number % 500)
            + "\",\"description\":\"own\"}]";
    if (kind == DemoPhone.YEALINK || kind == DemoPhone.SNOM_D || kind == DemoPhone.POLYCOM) {
      more +=
          ",\"keys\":[{\"position\":2,\"type\":\"blf\",\"value\":\"101\",\"label\":\"Bob\",\"line\":1}]";
    }
    return device.substring(0, device.length() - 1) + more + "}";
  }

  private static void done(ManagementClient.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);
  }

  /** Enters everything. */
  void fill(TestServer server) throws Exception {
    ManagementClient management = server.management();
    done(management.call("PUT", "layers/brands/yealink", LAYER));
    for (int i = 0; i < devices; i++) {
      done(management.call("POST", "devices", device(i)));
      done(
          management.call(
              "PUT",
              "devices/" + mac(i) + "/credential",
              "{\"username\":\"" + user(i) + "\",\"password\":\"" + password(i) + "\"}"));
    }
    done(management.call("PUT", "phone-books/acme.example?reseller=west", BOOK));
    for (String stage :
        List.of("locked", "armed", "issued", "provisioned", "rotating", "disabled")) {
      String mac = "0015650000" + "%02x".formatted(stages.size());
      server.enrol(mac, "yealink", "T46S");
      YealinkPhone phone = YealinkPhone.builder(mac).tls(server.tls()).build();
      stages.put(stage, phone);
      server.redirect(phone);
      reach(management, stage, phone);
    }
    assertThat(stages.get("provisioned").putContacts("<mine/>").outcome())
        .isEqualTo(Outcome.UPLOADED);
    server.running().flush();
    for (String stage : List.of("locked", "armed", "issued", "provisioned", "rotating")) {
      assertThat(server.state(stages.get(stage))).isEqualTo(stage);
    }
  }

  private static void reach(ManagementClient management, String stage, YealinkPhone phone)
      throws Exception {
    switch (stage) {
      case "locked", "disabled" ->
          done(
              management.call(
                  "POST",
                  "devices/" + phone.mac() + (stage.equals("locked") ? "/lock" : "/disable"),
                  ""));
      case "issued" -> phone.boot(new Fault.PowerCutInApply(0));
      case "provisioned", "rotating" -> {
        phone.boot();
        phone.boot();
        phone.boot();
        if (stage.equals("rotating")) {
          done(management.call("POST", "devices/" + phone.mac() + "/rotate", ""));
        }
      }
      default -> {}
    }
  }

  /** What management says of the phones in each state, and what happened to them. */
  List<JsonNode> told(TestServer server) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    for (String path : List.of("layers/brands/yealink", "phone-books/acme.example?reseller=west")) {
      all.add(server.management().call("GET", path, "").body());
    }
    for (YealinkPhone phone : stages.values()) {
      String path = "devices/" + phone.mac();
      all.add(server.management().call("GET", path, "").body());
      JsonNode events = server.management().call("GET", path + "/events?limit=200", "").body();
      assertThat(events.path("events")).isNotEmpty();
      all.add(events);
    }
    return all;
  }

  /** What each phone is answered to its own credential: names, bytes, ETags. */
  List<List<String>> answers(TestServer server) {
    return IntStream.range(0, devices).mapToObj(i -> answers(server, i)).toList();
  }

  private static List<String> answers(TestServer server, int number) {
    SimulatedPhone phone = kind(number).make(mac(number), server.tls());
    phone.enterManually(server.running().publicUrl().toString(), user(number), password(number));
    List<String> files =
        phone.resync().exchanges().stream()
            .filter(exchange -> exchange.status() == 200)
            .map(MovedFleet::file)
            .toList();
    assertThat(files).as("%s %s", kind(number), mac(number)).isNotEmpty();
    assertThat(phone.sipUsers()).contains(Integer.toString(1000 + number));
    return files;
  }

  private static String file(Exchange exchange) {
    return String.join(
        " ",
        exchange.file(),
        Long.toString(exchange.bytes()),
        String.valueOf(exchange.md5()),
        exchange.etag().orElse("-"));
  }

  /** The phones in each state go on, as if nothing had been; it is the end of this fleet. */
  void goOn(TestServer server) throws Exception {
    for (String stage : List.of("armed", "issued", "rotating", "provisioned")) {
      YealinkPhone phone = stages.get(stage);
      for (int i = 0; i < 3; i++) {
        phone.boot();
      }
      assertThat(phone.resync().outcome()).as(stage).isEqualTo(Outcome.UNCHANGED);
      assertThat(server.state(phone)).as(stage).isEqualTo("provisioned");
    }
    for (String stage : List.of("locked", "disabled")) {
      YealinkPhone phone = stages.get(stage);
      phone.factoryReset();
      server.redirect(phone);
      phone.boot();
      assertThat(phone.sipUsers()).as(stage).isEmpty();
    }
    assertThat(stages.get("provisioned").boot().exchanges())
        .as("what it had sent")
        .anyMatch(each -> each.file().endsWith("-contact.xml") && each.status() == 200);
    String product = "\"brand\":\"yealink\",\"model\":\"T46S\"";
    done(
        server
            .management()
            .call(
                "POST",
                "devices",
                MatrixSite.device("001565000030", product, "1", OTHER_DOMAIN, "west")));
    YealinkPhone fresh = YealinkPhone.builder("001565000030").tls(server.tls()).build();
    fresh.redirect(server.running().publicUrl().toString(), DOMAIN_USER, DOMAIN_PASSWORD);
    fresh.boot();
    fresh.boot();
    assertThat(server.state(fresh)).as("by the pass of its domain").isEqualTo("provisioned");
  }
}
