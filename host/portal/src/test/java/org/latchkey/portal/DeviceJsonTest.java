package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A device's JSON, field by field as the design draws it. */
class DeviceJsonTest {
  @RegisterExtension final Api api = new Api();

  @Test
  void create_everyField_answersTheDeviceAsDrawn() {
    JsonNode device = api.post("/devices", Bodies.FULL).ok(201);

    assertThat(device.toString())
        .isEqualTo(
            """
            {"mac":"001565aabbcc","brand":"yealink","model":"T46S","domain":"acme.example",\
            "reseller":"west","serial":"3121012345678","pin":"4711","notes":"third floor",\
            "lines":[{"number":1,"label":"100","displayName":"Alice","user":"100",\
            "authUser":"auth100","passwordSet":true,\
            "registrar":{"host":"sip.acme.example","port":5061,"transport":"tls"},\
            "outboundProxy":{"host":"edge.acme.example","port":5060,"transport":"tcp"},\
            "expires":1800,"voicemail":"*97"}],\
            "keys":[{"position":2,"type":"blf","value":"101","label":"Bob","line":1}],\
            "overrides":[{"parameter":"yealink:phone_setting.backlight_time","value":"60",\
            "description":"shop floor"}],\
            "access":{"state":"armed","allowGlobalPassword":true,"username":"001565aabbcc",\
            "disabled":false,"armedUntil":"2026-12-01T00:00:00Z","windowUntil":null,\
            "lastRetrievedAt":null}}""");
  }

  @Test
  void create_onlyWhatMustBe_fillsInTheRest() {
    JsonNode device =
        api.post(
                "/devices",
                Bodies.with(
                    """
                    "lines":[{"user":"100","registrar":{"host":"sip.acme.example"}}],
                    "keys":[{"position":1,"type":"speed-dial"}],
                    "overrides":[{"parameter":"time.zone","value":"Europe/Berlin"}]"""))
            .ok(201);

    assertThat(fields(device))
        .containsExactly(
            "mac",
            "brand",
            "model",
            "domain",
            "reseller",
            "serial",
            "pin",
            "notes",
            "lines",
            "keys",
            "overrides",
            "access");
    assertThat(device.path("serial").isNull()).isTrue();
    assertThat(device.path("pin").isNull()).isTrue();
    assertThat(device.path("notes").asText()).isEmpty();
    assertThat(device.path("lines").path(0).toString())
        .isEqualTo(
            """
            {"number":1,"label":"","displayName":"","user":"100","authUser":"100",\
            "passwordSet":false,\
            "registrar":{"host":"sip.acme.example","port":5060,"transport":"udp"},\
            "outboundProxy":null,"expires":3600,"voicemail":null}""");
    assertThat(device.path("keys").path(0).toString())
        .isEqualTo(
            """
            {"position":1,"type":"speed-dial","value":"","label":"","line":null}""");
    assertThat(device.path("overrides").path(0).path("description").asText()).isEmpty();
  }

  @Test
  void create_macInAnySpelling_isTwelveLowerCaseDigits() {
    String body = Bodies.bare("00:15:65:AA:BB:CC", "acme.example", "west");

    assertThat(api.post("/devices", body).ok(201).path("mac").asText()).isEqualTo(Api.MAC);
    assertThat(api.get("/devices/00-15-65-AA-BB-CC").ok().path("mac").asText()).isEqualTo(Api.MAC);
  }

  @Test
  void get_afterCreate_answersTheSameWithItsTag() {
    Answer created = api.post("/devices", Bodies.FULL);
    Answer shown = api.get(Api.DEVICE);

    assertThat(shown.ok()).isEqualTo(created.ok(201));
    assertThat(shown.header("ETag")).isEqualTo(created.header("ETag")).matches("\"[0-9a-f]+\"");
    assertThat(created.header("Location")).isEqualTo("/api/v1" + Api.DEVICE);
  }

  @Test
  void put_whatGetAnswered_changesNothing() {
    api.post("/devices", Bodies.FULL).ok(201);
    Answer shown = api.get(Api.DEVICE);
    Object before = host().get(0);

    Answer put = api.put(Api.DEVICE, shown.text());

    assertThat(put.ok()).isEqualTo(shown.ok());
    assertThat(host().get(0)).as("with its secrets").isEqualTo(before);
  }

  @Test
  void put_otherValues_replacesEverythingThatIsNotNamed() {
    api.post("/devices", Bodies.FULL).ok(201);

    JsonNode device =
        api.put(
                Api.DEVICE,
                """
                {"brand":"yealink","model":"T54W","domain":"acme.example","reseller":"west",
                 "notes":"moved"}""")
            .ok();

    assertThat(device.path("model").asText()).isEqualTo("T54W");
    assertThat(device.path("notes").asText()).isEqualTo("moved");
    assertThat(device.path("serial").isNull()).isTrue();
    for (String list : List.of("lines", "keys", "overrides")) {
      assertThat(device.path(list).isArray()).isTrue();
      assertThat(device.path(list)).as(list).isEmpty();
    }
    assertThat(api.get(Api.DEVICE).ok()).isEqualTo(device);
  }

  @Test
  void put_accessInBody_isIgnored() {
    api.post("/devices", Bodies.FULL).ok(201);
    ObjectNode device = (ObjectNode) api.get(Api.DEVICE).ok();
    device.putObject("access").put("state", "provisioned").put("username", "somebody");

    JsonNode after = api.put(Api.DEVICE, device.toString()).ok();

    assertThat(after.path("access").path("state").asText()).isEqualTo("armed");
    assertThat(after.path("access").path("username").asText()).isEqualTo(Api.MAC);
  }

  @Test
  void access_throughAFirstBoot_tellsStateAndTimes() {
    api.post("/devices", Bodies.FULL).ok(201);

    assertThat(api.host.boot(Api.MAC, Host.PASS)).isEqualTo(200);
    assertThat(api.get(Api.DEVICE).ok().path("access").toString())
        .isEqualTo(
            """
            {"state":"issued","allowGlobalPassword":true,"username":"001565aabbcc",\
            "disabled":false,"armedUntil":null,"windowUntil":"2026-12-01T00:00:00Z",\
            "lastRetrievedAt":"2026-11-24T00:00:00Z"}""");

    assertThat(api.host.boot(Api.MAC, api.host.known(Api.MAC).get(0))).isEqualTo(200);
    assertThat(api.get(Api.DEVICE).ok().path("access").toString())
        .isEqualTo(
            """
            {"state":"provisioned","allowGlobalPassword":false,"username":"001565aabbcc",\
            "disabled":false,"armedUntil":null,"windowUntil":null,\
            "lastRetrievedAt":"2026-11-24T00:00:00Z"}""");
  }

  private List<Object> host() {
    return api.host.stored();
  }

  private static List<String> fields(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
