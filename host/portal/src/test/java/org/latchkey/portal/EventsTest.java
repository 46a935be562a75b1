package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.secret.Credential;

/** {@code GET …/events}: the time line of a device. */
class EventsTest {
  private static final String PATH = Api.DEVICE + "/events";

  @RegisterExtension final Api api = new Api();

  @BeforeEach
  void enterPhone() {
    api.as("west").post("/devices", Bodies.FULL).ok(201);
  }

  @Test
  void events_afterCreate_newestFirstWithWhoAndWhat() {
    assertThat(api.get(PATH).ok().toString())
        .isEqualTo(
            """
            {"events":[\
            {"at":"2026-11-24T00:00:00Z","type":"Armed",\
            "sentence":"armed: the global pass is allowed once",\
            "source":"west","detail":"","count":1},\
            {"at":"2026-11-24T00:00:00Z","type":"Created",\
            "sentence":"entered into the inventory",\
            "source":"west","detail":"","count":1}]}""");
  }

  @Test
  void events_everyAction_isNamed() {
    api.put(Api.DEVICE, Bodies.FULL).ok();
    api.post(Api.DEVICE + "/disarm").ok();
    api.post(Api.DEVICE + "/arm").ok();
    api.post(Api.DEVICE + "/disable").ok();
    api.post(Api.DEVICE + "/enable").ok();
    api.put(Api.DEVICE + "/credential", "{\"password\":\"PlantedOwn1\"}").ok();
    api.post(Api.DEVICE + "/rotate").ok();
    api.post(Api.DEVICE + "/lock").ok();

    assertThat(types())
        .containsExactly(
            "Locked",
            "Rotated",
            "CredentialSet",
            "Enabled",
            "Disabled",
            "Armed",
            "Disarmed",
            "Edited",
            "Armed",
            "Created");
  }

  @Test
  void events_ofAFirstBoot_tellItsStory() {
    api.host.boot(Api.MAC, Host.PASS);
    api.host.clock.advance(Duration.ofSeconds(20));
    api.host.boot(Api.MAC, api.host.known(Api.MAC).get(0));
    api.host.clock.advance(Duration.ofSeconds(10));
    api.host.boot(Api.MAC, Credential.of(Api.MAC, "PlantedWrong"));
    api.host.boot(Api.MAC, Credential.of(Api.MAC, "PlantedWrong"));

    JsonNode newest = api.get(PATH).ok().path("events").path(0);

    assertThat(types()).containsExactly("WrongCredential", "Proved", "Issued", "Armed", "Created");
    assertThat(newest.path("sentence").asText()).isEqualTo("wrong user name or password");
    assertThat(newest.path("count").asInt()).isEqualTo(2);
    assertThat(newest.path("source").asText()).isEqualTo("127.0.0.1");
    assertThat(newest.path("at").asText()).isEqualTo("2026-11-24T00:00:30Z");
  }

  @Test
  void events_actionThatChangesNothing_isNoEvent() {
    api.post(Api.DEVICE + "/enable").ok();
    api.post(Api.DEVICE + "/disarm").ok();
    api.post(Api.DEVICE + "/disarm").ok();

    assertThat(types()).containsExactly("Disarmed", "Armed", "Created");
  }

  @Test
  void events_limit_answersTheNewest() {
    assertThat(api.get(PATH + "?limit=1").ok().path("events")).hasSize(1);
    assertThat(api.get(PATH + "?limit=1").ok().path("events").path(0).path("type").asText())
        .isEqualTo("Armed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "x"})
  void events_wrongLimit_refused(String limit) {
    assertThat(api.get(PATH + "?limit=" + limit).field()).isEqualTo("limit");
  }

  @Test
  void events_ofAFormerOwner_areNotToldToTheNext() {
    api.as("west").delete(Api.DEVICE);
    api.as("east").post("/devices", Bodies.bare(Api.MAC, "red.example", "east")).ok(201);

    assertThat(types()).containsExactly("Armed", "Created");
    api.as("super");
    assertThat(types()).containsExactly("Armed", "Created", "Deleted", "Armed", "Created");
  }

  private List<String> types() {
    List<String> types = new ArrayList<>();
    api.get(PATH).ok().path("events").forEach(event -> types.add(event.path("type").asText()));
    return types;
  }
}
