package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What phones share, and why a phone is told what it is told. */
class LayerCallsTest {
  private static final String DOMAIN = "/layers/domains/acme.example";
  private static final String AS_ROOT = DOMAIN + "?reseller=west";

  @RegisterExtension final Api api = new Api();

  private static String entries(String... entries) {
    return "{\"entries\":[" + String.join(",", entries) + "]}";
  }

  private static String entry(String parameter, String value) {
    return "{\"parameter\":\"" + parameter + "\",\"value\":\"" + value + "\"}";
  }

  private static JsonNode of(JsonNode explanation, String parameter) {
    for (JsonNode each : explanation.path("parameters")) {
      if (each.path("parameter").asText().equals(parameter)) {
        return each;
      }
    }
    throw new AssertionError("no " + parameter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/layers/brands/yealink",
        "/layers/brands/yealink/models/t46s",
        "/layers/resellers/west",
        AS_ROOT
      })
  void layer_putReadDeleted_isWhatWasPut(String path) {
    JsonNode nothing = api.get(path).ok();
    assertThat(nothing.path("entries").size()).isZero();
    JsonNode put = api.put(path, entries(entry("time.zone", "Europe/Berlin"))).ok();
    assertThat(api.get(path).ok()).isEqualTo(put);
    assertThat(put.path("entries").path(0).path("value").asText()).isEqualTo("Europe/Berlin");
    assertThat(api.put(path, put.toString()).ok()).isEqualTo(put);
    assertThat(api.delete(path).status()).isEqualTo(204);
    assertThat(api.get(path).ok()).isEqualTo(nothing);
  }

  @Test
  void layer_changedMeanwhile_412() {
    String tag = api.get(AS_ROOT).header("ETag");
    api.put(AS_ROOT, entries(entry("time.zone", "Europe/Berlin"))).ok();
    for (String method : new String[] {"PUT", "DELETE"}) {
      api.call(method, AS_ROOT, entries(), "If-Match", tag).problem(412);
    }
    String now = api.get(AS_ROOT).header("ETag");
    api.call("PUT", AS_ROOT, entries(), "If-Match", now).ok();
  }

  @ParameterizedTest
  @CsvSource({
    "/layers/brands/none, 404",
    "/layers/brands/yealink/models/T99X, 404",
    "/layers/brands/yealink/models, 404",
    "/layers/brands, 404",
    "/layers/galaxies/one, 404",
    "/layers, 404",
    "/layers/domains/acme.example, 400"
  })
  void layer_thatIsNotThere_refused(String path, int status) {
    api.get(path).problem(status);
  }

  @ParameterizedTest
  @CsvSource({
    "super, /layers/brands/yealink, 200",
    "west, /layers/brands/yealink, 403",
    "west, /layers/resellers/west, 200",
    "west, /layers/resellers/east, 404",
    "west, /layers/domains/acme.example, 200",
    "west, /layers/domains/acme.example?reseller=east, 404",
    "acme, /layers/domains/acme.example, 403",
    "acme, /layers/domains/blue.example, 404"
  })
  void put_everyRole_asTheDesignSays(String caller, String path, int status) {
    Answer answer = api.as(caller).put(path, entries(entry("time.zone", "Europe/Berlin")));
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
  }

  @Test
  void put_unknownName_refusedWithNearestUnlessForced() {
    String slip = entries(entry("yealink:local_time.time_zne", "+1"));
    Answer refused = api.put(AS_ROOT, slip);
    assertThat(refused.field()).isEqualTo("entries[0].parameter");
    assertThat(refused.text()).contains("local_time.time_zone");
    assertThat(api.put(AS_ROOT + "&force=maybe", slip).field()).isEqualTo("force");
    api.put(AS_ROOT + "&force=true", slip).ok();
    api.put(AS_ROOT, slip).ok();
  }

  @Test
  void put_reservedName_refusedEvenForced() {
    String url = entries(entry("yealink:static.auto_provision.server.url", "http://x.example/"));
    assertThat(api.put(AS_ROOT + "&force=true", url).field()).isEqualTo("entries[0].parameter");
  }

  @Test
  void put_secretAbsent_keepsItAndNeverShowsIt() {
    String password = "yealink:account.1.password";
    JsonNode set = api.put(AS_ROOT, entries(entry(password, "PlantedShared1"))).ok();
    assertThat(set.path("entries").path(0).path("valueSet").asBoolean()).isTrue();
    assertThat(set.path("entries").path(0).has("value")).isFalse();
    assertThat(api.put(AS_ROOT, set.toString()).ok()).isEqualTo(set);
    api.post("/devices", Bodies.FULL).ok(201);
    JsonNode explained = of(api.get(Api.DEVICE + "/explain").ok(), "account.1.password");
    assertThat(explained.path("value").asText()).isEqualTo("********");
  }

  @Test
  void device_overrideWithUnknownName_refusedUnlessForced() {
    String slip =
        Bodies.with("\"overrides\":[" + entry("yealink:phone_setting.blacklight", "1") + "]");
    assertThat(api.post("/devices", slip).field()).isEqualTo("overrides[0].parameter");
    api.post("/devices?force=true", slip).ok(201);
    api.put(Api.DEVICE, slip).ok();
  }

  @Test
  void explain_domainOverReseller_tellsBoth() {
    api.post("/devices", Bodies.FULL).ok(201);
    api.put("/layers/resellers/west", entries(entry("time.zone", "Europe/Paris"))).ok();
    api.put(AS_ROOT, entries(entry("yealink:local_time.time_zone", "+5:30"))).ok();
    JsonNode zone = of(api.get(Api.DEVICE + "/explain").ok(), "local_time.time_zone");
    assertThat(zone.path("value").asText()).isEqualTo("+5:30");
    assertThat(zone.path("layer").asText()).isEqualTo("domain");
    assertThat(zone.path("overrode").path(0).path("value").asText()).isEqualTo("+1");
    assertThat(zone.path("overrode").path(0).path("layer").asText()).isEqualTo("reseller");
  }

  @Test
  void explain_unknownDeviceOrOtherScope_404() {
    api.get(Api.DEVICE + "/explain").problem(404);
    api.post("/devices", Bodies.FULL).ok(201);
    api.as("east").get(Api.DEVICE + "/explain").problem(404);
    api.as("acme").get(Api.DEVICE + "/explain").ok();
  }
}
