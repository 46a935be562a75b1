package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.memory.MemoryDirectory;
import org.latchkey.spi.DeviceDirectory;

/** A host that keeps its inventory to itself and no events: it can be armed and not edited. */
class OwnInventoryTest {
  @RegisterExtension
  final Api api =
      new Api(
          new Host(
              ReadOnly::new,
              store -> store,
              builder -> builder.events(event -> {}, Optional.empty())));

  private record ReadOnly(MemoryDirectory inner) implements DeviceDirectory {
    @Override
    public Optional<DeviceIdentity> identify(MacAddress mac) {
      return inner.identify(mac);
    }

    @Override
    public Optional<Device> load(MacAddress mac) {
      return inner.load(mac);
    }
  }

  @BeforeEach
  void enterPhone() {
    Owner owner = new Owner("acme.example", "west");
    DeviceIdentity phone =
        new DeviceIdentity(MacAddress.of(Api.MAC), "yealink", "T46S", owner, "row-7");
    api.host.directory.create(Device.of(phone));
  }

  @Test
  void changes_ofDevices_notAllowed() {
    assertThat(notAllowed("POST", "/devices", Bodies.FULL)).isEmpty();
    assertThat(notAllowed("PUT", Api.DEVICE, Bodies.FULL)).isEqualTo("GET");
    assertThat(notAllowed("DELETE", Api.DEVICE, "")).isEqualTo("GET");
  }

  @Test
  void listAndEvents_notAllowed() {
    assertThat(notAllowed("GET", "/devices", "")).isEmpty();
    assertThat(notAllowed("GET", Api.DEVICE + "/events", "")).isEmpty();
  }

  @Test
  void showAndArm_work() {
    assertThat(state(api.get(Api.DEVICE).ok())).isEqualTo("locked");
    assertThat(state(api.post(Api.DEVICE + "/arm").ok())).isEqualTo("armed");
    assertThat(api.host.boot(Api.MAC, Host.PASS)).isEqualTo(200);
    assertThat(state(api.get(Api.DEVICE).ok())).isEqualTo("issued");
  }

  private String notAllowed(String method, String path, String body) {
    Answer answer = api.call(method, path, body);
    assertThat(answer.detail(405)).isEqualTo(method + " is not for this");
    return answer.header("Allow");
  }

  private static String state(JsonNode device) {
    return device.path("access").path("state").asText();
  }
}
