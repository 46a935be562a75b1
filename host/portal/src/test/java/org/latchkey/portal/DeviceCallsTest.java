package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.event.EventType;

/** Creating, reading, replacing and deleting devices, and the conditions on doing so. */
class DeviceCallsTest {
  @RegisterExtension final Api api = new Api();

  @Test
  void create_armFalse_staysLocked() {
    JsonNode access = api.post("/devices", Bodies.with("\"arm\":false")).ok(201).path("access");

    assertThat(access.path("state").asText()).isEqualTo("locked");
    assertThat(access.path("allowGlobalPassword").asBoolean()).isFalse();
    assertThat(access.path("username").isNull()).isTrue();
    assertThat(access.path("armedUntil").isNull()).isTrue();
    assertThat(api.host.credentials.dump()).isEmpty();
  }

  @Test
  void create_armTrue_isArmed() {
    JsonNode access = api.post("/devices", Bodies.with("\"arm\":true")).ok(201).path("access");

    assertThat(access.path("state").asText()).isEqualTo("armed");
  }

  @Test
  void create_existingMac_conflictThatSaysNotWhose() {
    api.as("west").post("/devices", Bodies.FULL).ok(201);

    for (String caller : new String[] {"west", "super", "acme"}) {
      assertThat(api.as(caller).post("/devices", Bodies.FULL).detail(409))
          .isEqualTo("device 001565aabbcc exists already");
    }
    Answer other = api.as("east").post("/devices", Bodies.bare(Api.MAC, "other.example", "east"));
    assertThat(other.detail(409)).isEqualTo("device 001565aabbcc exists already");
  }

  @Test
  void get_absentDevice_notFound() {
    assertThat(api.get(Api.DEVICE).detail(404)).isEqualTo("there is no device 001565aabbcc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/devices/", "/devices/abc", "/devices/001565aabbcg", "/devices/ff-ff"})
  void get_noMac_notFound(String path) {
    api.get(path).problem(404);
  }

  @Test
  void put_absentDevice_notFoundAndNotCreated() {
    assertThat(api.put(Api.DEVICE, Bodies.FULL).detail(404))
        .isEqualTo("there is no device 001565aabbcc");
  }

  @Test
  void put_otherMacInBody_refused() {
    api.post("/devices", Bodies.FULL).ok(201);

    Answer answer = api.put(Api.DEVICE, Bodies.bare("001565aabbdd", "acme.example", "west"));

    assertThat(answer.field()).isEqualTo("mac");
  }

  @Test
  void put_armInBody_refusedSinceItDoesNothingThere() {
    api.post("/devices", Bodies.FULL).ok(201);

    assertThat(api.put(Api.DEVICE, Bodies.with("\"arm\":false")).field()).isEqualTo("arm");
  }

  @Test
  void put_otherDomainOfTheReseller_takesTheAccessAlong() {
    api.post("/devices", Bodies.FULL).ok(201);

    JsonNode device =
        api.as("west").put(Api.DEVICE, Bodies.bare(Api.MAC, "blue.example", "west")).ok();

    assertThat(device.path("domain").asText()).isEqualTo("blue.example");
    assertThat(device.path("access").path("state").asText()).isEqualTo("armed");
  }

  @Test
  void put_otherReseller_takesNoAccessAlong() {
    api.post("/devices", Bodies.FULL).ok(201);

    JsonNode device = api.put(Api.DEVICE, Bodies.bare(Api.MAC, "red.example", "east")).ok();

    assertThat(device.path("access").path("state").asText()).isEqualTo("locked");
    assertThat(device.path("access").path("username").isNull()).isTrue();
  }

  @Test
  void delete_device_removesItAndItsAccess() {
    api.post("/devices", Bodies.FULL).ok(201);

    Answer deleted = api.delete(Api.DEVICE);

    assertThat(deleted.status()).isEqualTo(204);
    assertThat(deleted.text()).isEmpty();
    assertThat(api.host.credentials.dump()).isEmpty();
    api.get(Api.DEVICE).problem(404);
    api.delete(Api.DEVICE).problem(404);
    assertThat(api.host.told.get(api.host.told.size() - 1).type()).isEqualTo(EventType.DELETED);
  }

  @Test
  void create_afterDelete_inheritsNothing() {
    api.post("/devices", Bodies.FULL).ok(201);
    api.delete(Api.DEVICE);

    JsonNode device =
        api.post("/devices", Bodies.withLine("\"number\":1").replaceFirst("\\{", "{\"arm\":false,"))
            .ok(201);

    assertThat(device.path("access").path("state").asText()).isEqualTo("locked");
    assertThat(device.path("lines").path(0).path("passwordSet").asBoolean()).isFalse();
  }

  @Test
  void ifMatch_currentTag_isLetThrough() {
    String tag = api.post("/devices", Bodies.FULL).header("ETag");

    Answer put = api.call("PUT", Api.DEVICE, Bodies.FULL, "If-Match", "\"old\", " + tag);
    assertThat(put.ok().path("mac").asText()).isEqualTo(Api.MAC);
    assertThat(put.header("ETag")).isEqualTo(tag);
    assertThat(api.call("DELETE", Api.DEVICE, "", "If-Match", "*").status()).isEqualTo(204);
  }

  @Test
  void ifMatch_otherTag_preconditionFailed() {
    String tag = api.post("/devices", Bodies.FULL).header("ETag");
    api.put(Api.DEVICE, Bodies.with("\"notes\":\"changed\"")).ok();

    for (String given : new String[] {tag, "W/" + tag, "\"\"", "old"}) {
      api.call("PUT", Api.DEVICE, Bodies.FULL, "If-Match", given).problem(412);
      api.call("DELETE", Api.DEVICE, "", "If-Match", given).problem(412);
    }
  }

  @Test
  void eTag_accessChanged_isTheSame() {
    String tag = api.post("/devices", Bodies.FULL).header("ETag");
    api.post(Api.DEVICE + "/lock").ok();

    assertThat(api.get(Api.DEVICE).header("ETag")).isEqualTo(tag);
  }
}
