package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /devices}: what it finds, for whom, and page by page. */
class DeviceListTest {
  @RegisterExtension final Api api = new Api();

  @BeforeEach
  void enterPhones() {
    String[] domains = {"acme.example", "acme.example", "blue.example", "red.example"};
    for (int i = 0; i < domains.length; i++) {
      String reseller = domains[i].equals("red.example") ? "east" : "west";
      api.post("/devices", Bodies.bare("00156500000" + i, domains[i], reseller)).ok(201);
    }
    api.post("/devices/001565000001/lock").ok();
    api.put(
            "/devices/001565000002",
            Bodies.bare("001565000002", "blue.example", "west")
                .replaceFirst("\\{", "{\"notes\":\"Front DESK\","))
        .ok();
  }

  @Test
  void list_all_smallestMacFirstAndEachAsShownAlone() {
    JsonNode answer = api.get("/devices").ok();

    assertThat(macs(answer)).containsExactly("0", "1", "2", "3");
    assertThat(answer.path("next").isNull()).isTrue();
    assertThat(answer.path("devices").path(2)).isEqualTo(api.get("/devices/001565000002").ok());
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                       0123",
    "domain=acme.example,                      01",
    "domain=nobody.example,                    ''",
    "reseller=west,                            012",
    "reseller=east&domain=acme.example,        ''",
    "brand=yealink,                            0123",
    "brand=snom,                               ''",
    "query=desk,                               2",
    "query=0003,                               3",
    "query=%00%0D%0A,                          ''",
    "state=locked,                             1",
    "state=armed&domain=acme.example,          0",
    "state=provisioned,                        ''",
    "cursor=001565000001,                      23",
    "cursor=00-15-65-00-00-02&reseller=east,   3",
    "limit=&domain=&query=&state=&cursor=,     0123"
  })
  void list_filter_findsThose(String query, String expected) {
    assertThat(String.join("", macs(api.get("/devices?" + query).ok()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "west, '',                   012",
    "west, reseller=east,        ''",
    "west, domain=red.example,   ''",
    "east, '',                   3",
    "acme, '',                   01",
    "acme, domain=blue.example,  ''",
    "acme, reseller=east,        ''",
    "blue, state=armed,          2"
  })
  void list_narrowCaller_findsOnlyItsOwn(String caller, String query, String expected) {
    JsonNode answer = api.as(caller).get("/devices?" + query).ok();

    assertThat(String.join("", macs(answer))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&state=armed", "&state=locked", "&domain=acme.example"})
  void list_pageByPage_findsEachOnce(String filter) {
    List<String> all = macs(api.get("/devices?" + filter).ok());
    for (int limit = 1; limit <= 4; limit++) {
      List<String> found = new ArrayList<>();
      String cursor = "";
      do {
        JsonNode page = api.get("/devices?limit=" + limit + "&cursor=" + cursor + filter).ok();
        assertThat(page.path("devices").size()).isLessThanOrEqualTo(limit);
        found.addAll(macs(page));
        cursor = page.path("next").asText("");
      } while (!cursor.isEmpty());
      assertThat(found).as("limit %s", limit).isEqualTo(all);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0,                    limit",
    "limit=201,                  limit",
    "limit=-1,                   limit",
    "limit=ten,                  limit",
    "limit=99999999999999999999, limit",
    "cursor=abc,                 cursor",
    "cursor=000000000000,        cursor",
    "state=open,                 state"
  })
  void list_wrongParameter_refusedByName(String query, String field) {
    assertThat(api.get("/devices?" + query).field()).isEqualTo(field);
  }

  @Test
  void list_brokenPercentEncoding_refused() throws Exception {
    api.raw("GET /api/v1/devices?query=%zz HTTP/1.1").problem(400);
    api.raw("GET /api/v1/devices?query=%c3%28 HTTP/1.1").problem(400);
  }

  private static List<String> macs(JsonNode answer) {
    List<String> macs = new ArrayList<>();
    answer.path("devices").forEach(device -> macs.add(device.path("mac").asText().substring(11)));
    return macs;
  }
}
