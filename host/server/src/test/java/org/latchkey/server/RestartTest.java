package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.SimulatedPhone;
import org.latchkey.testkit.yealink.YealinkPhone;

/** What was answered before a server ended holds when it is there again. */
class RestartTest {
  private static final String LAYER =
      """
      {"entries":[{"parameter":"yealink:static.auto_provision.local_contact.backup.enable",
        "value":"1","description":"kept"}]}
      """;
  private static final String BOOK =
      """
      {"contacts": [{"name": "Anna", "numbers": [{"kind": "work", "number": "100"}]}]}
      """;

  @TempDir private Path folder;

  @Test
  void server_startedAgainOnItsFolder_goesOnWhereItWas() throws Exception {
    ServeOptions options = TestServer.embedded(folder.resolve("data"));
    Map<DemoPhone, SimulatedPhone> phones = new EnumMap<>(DemoPhone.class);
    Map<DemoPhone, List<String>> before = new EnumMap<>(DemoPhone.class);
    Map<DemoPhone, JsonNode> events = new EnumMap<>(DemoPhone.class);
    String pass;
    JsonNode layer;
    JsonNode book;
    try (TestServer server = new TestServer(options, Map.of())) {
      pass = server.password();
      assertThat(server.management().call("PUT", "layers/brands/yealink", LAYER).status())
          .isEqualTo(200);
      for (DemoPhone kind : DemoPhone.values()) {
        server.enrol(kind.mac, kind.brand, kind.model);
        SimulatedPhone phone = kind.make(server.tls());
        server.redirect(phone);
        settle(server, phone);
        phones.put(kind, phone);
      }
      assertThat(
              server
                  .management()
                  .call("PUT", "phone-books/acme.example?reseller=west", BOOK)
                  .status())
          .isEqualTo(200);
      YealinkPhone yealink = (YealinkPhone) phones.get(DemoPhone.YEALINK);
      assertThat(yealink.putContacts("<mine/>").outcome()).isEqualTo(Outcome.UPLOADED);
      for (DemoPhone kind : DemoPhone.values()) {
        settle(server, phones.get(kind));
        before.put(kind, files(phones.get(kind).resync()));
        events.put(kind, events(server, kind));
      }
      layer = server.management().call("GET", "layers/brands/yealink", "").body();
      book = book(server);
    }

    try (TestServer server = new TestServer(options, Map.of())) {
      assertThat(server.password()).isEqualTo(pass);
      assertThat(server.management().call("GET", "layers/brands/yealink", "").body())
          .isEqualTo(layer);
      assertThat(book(server)).isEqualTo(book);
      for (DemoPhone kind : DemoPhone.values()) {
        SimulatedPhone phone = phones.get(kind);
        assertThat(server.state(phone)).isEqualTo("provisioned");
        assertThat(events(server, kind).findValuesAsText("type"))
            .as("%s", kind)
            .containsAll(events.get(kind).findValuesAsText("type"));

        Round round = phone.resync();

        assertThat(round.outcome()).as("%s %s", kind, round).isEqualTo(Outcome.UNCHANGED);
        assertThat(files(round)).as("%s", kind).isNotEmpty().isEqualTo(before.get(kind));
        SimulatedPhone stranger = kind.make(server.tls());
        server.redirect(stranger);
        assertThat(stranger.boot().outcome()).as("%s", kind).isEqualTo(kind.refused);
        assertThat(stranger.sipUsers()).isEmpty();
      }
      assertThat(files(phones.get(DemoPhone.YEALINK).boot()))
          .anyMatch(file -> file.contains("-contact.xml 200"));
    }
  }

  private static JsonNode book(TestServer server) throws Exception {
    return server.management().call("GET", "phone-books/acme.example?reseller=west", "").body();
  }

  private static JsonNode events(TestServer server, DemoPhone kind) throws Exception {
    return server
        .management()
        .call("GET", "devices/" + kind.mac + "/events?limit=200", "")
        .body()
        .path("events");
  }

  /** Boots until there is nothing new. */
  private static void settle(TestServer server, SimulatedPhone phone) throws Exception {
    for (int i = 0; i < 4; i++) {
      phone.boot();
    }
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(server.state(phone)).isEqualTo("provisioned");
  }

  /** Each file that was answered by 200: its name, its bytes and its ETag. */
  private static List<String> files(Round round) {
    return round.exchanges().stream()
        .filter(exchange -> exchange.status() == 200 && exchange.method().equals("GET"))
        .map(RestartTest::file)
        .toList();
  }

  private static String file(Exchange exchange) {
    return exchange.file()
        + " "
        + exchange.status()
        + " "
        + exchange.bytes()
        + " "
        + exchange.md5()
        + " "
        + exchange.etag().orElse("-");
  }
}
