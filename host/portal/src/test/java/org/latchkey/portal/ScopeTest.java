package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call what: tokens, scopes, and what does not exist for whom. */
class ScopeTest {
  private static final List<String> ACTIONS =
      List.of("arm", "disarm", "lock", "rotate", "disable", "enable");

  @RegisterExtension final Api api = new Api();

  private record Call(String method, String path, String body) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @BeforeEach
  void enterPhoneOfAcme() {
    api.post("/devices", Bodies.FULL).ok(201);
  }

  /** All calls to one device. */
  private static Stream<Call> calls() {
    Stream<Call> plain =
        Stream.of(
            new Call("GET", "", ""),
            new Call("PUT", "", Bodies.FULL),
            new Call("DELETE", "", ""),
            new Call("PUT", "/credential", "{\"password\":\"PlantedOwn1\"}"),
            new Call("GET", "/events", ""),
            new Call("GET", "/files", ""),
            new Call("GET", "/files?name=001565aabbcc.cfg", ""));
    return Stream.concat(plain, ACTIONS.stream().map(name -> new Call("POST", "/" + name, "")));
  }

  private static Stream<Arguments> foreignCalls() {
    return Stream.of("east", "blue")
        .flatMap(caller -> calls().map(call -> Arguments.of(caller, call)));
  }

  @ParameterizedTest
  @MethodSource("foreignCalls")
  void foreignDevice_everyCall_answersAsIfItWereNotThere(String caller, Call call) {
    String absent = "/devices/001565000000";

    Answer foreign = api.as(caller).call(call.method(), Api.DEVICE + call.path(), call.body());
    Answer nobodys = api.as(caller).call(call.method(), absent + call.path(), call.body());

    assertThat(foreign.detail(404)).isEqualTo("there is no device 001565aabbcc");
    assertThat(foreign.text().replace(Api.MAC, "001565000000")).isEqualTo(nobodys.text());
  }

  @ParameterizedTest
  @MethodSource("calls")
  void ownDevice_reseller_mayDoAll(Call call) {
    api.put(Api.DEVICE + "/credential", "{\"password\":\"PlantedOwn2\"}").ok();

    assertThat(api.as("west").call(call.method(), Api.DEVICE + call.path(), call.body()).status())
        .isIn(200, 204);
  }

  @Test
  void ownDevice_officeManager_maySeeAndEditOnly() {
    api.as("acme").get(Api.DEVICE).ok();
    api.get(Api.DEVICE + "/events").ok();
    api.get(Api.DEVICE + "/files").ok();
    assertThat(api.get(Api.DEVICE + "/files?name=001565aabbcc.cfg").status()).isEqualTo(200);
    api.put(Api.DEVICE, Bodies.with("\"notes\":\"mine\"")).ok();

    assertThat(api.delete(Api.DEVICE).detail(403)).isEqualTo("OFFICE_MANAGER may not do this");
    api.put(Api.DEVICE + "/credential", "{\"password\":\"PlantedOwn1\"}").problem(403);
    for (String action : ACTIONS) {
      api.post(Api.DEVICE + "/" + action).problem(403);
    }
  }

  @Test
  void create_officeManager_isLockedWhateverIsAsked() {
    String body =
        Bodies.bare("001565aabbdd", "acme.example", "west").replaceFirst("\\{", "{\"arm\":true,");

    JsonNode access = api.as("acme").post("/devices", body).ok(201).path("access");

    assertThat(access.path("state").asText()).isEqualTo("locked");
    assertThat(access.path("allowGlobalPassword").asBoolean(true)).isFalse();
  }

  @Test
  void create_beyondTheScope_noSuchDomain() {
    String red = Bodies.bare("001565aabbdd", "red.example", "east");
    String blue = Bodies.bare("001565aabbdd", "blue.example", "west");

    assertThat(api.as("west").post("/devices", red).detail(404))
        .isEqualTo("there is no domain red.example");
    assertThat(api.as("acme").post("/devices", blue).detail(404))
        .isEqualTo("there is no domain blue.example");
  }

  @Test
  void move_beyondTheScope_refused() {
    String red = Bodies.bare(Api.MAC, "red.example", "east");
    String blue = Bodies.bare(Api.MAC, "blue.example", "west");

    api.as("west").put(Api.DEVICE, red).problem(404);
    api.as("acme").put(Api.DEVICE, blue).problem(403);
    api.as("acme").put(Api.DEVICE, red).problem(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer nobody",
        "Bearer token-super2",
        "Bearer TOKEN-SUPER",
        "Bearer token-super token-super",
        "Bearertoken-super",
        "Basic dG9rZW4tc3VwZXI6dG9rZW4tc3VwZXI=",
        "Token token-super",
        "token-super"
      })
  void noKnownToken_everyCall_challenged(String authorization) {
    for (String path : List.of("/devices", Api.DEVICE, Api.DEVICE + "/arm", "/nothing")) {
      HttpRequest.Builder request =
          api.request(path).POST(HttpRequest.BodyPublishers.ofString("{"));
      Answer answer = api.send(request.setHeader("Authorization", authorization));

      assertThat(answer.detail(401)).isEqualTo("a known bearer token is needed");
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"management\"");
    }
  }

  /** A body that was not read to its end would be taken for the next request. */
  @ParameterizedTest
  @ValueSource(ints = {10, 60_000, 70_000, 300_000})
  void noKnownToken_anyBody_connectionLivesOrIsSaidToClose(int length) {
    HttpRequest.Builder request =
        api.request("/devices").POST(HttpRequest.BodyPublishers.ofString("x".repeat(length)));
    Answer answer = api.send(request.setHeader("Authorization", "Bearer nobody"));

    assertThat(answer.detail(401)).isEqualTo("a known bearer token is needed");
    assertThat(answer.headers().firstValue("Connection").isPresent()).isEqualTo(length > 65_536);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bearer token-super", "BEARER token-super", "Bearer   token-super"})
  void knownToken_schemeInAnyCase_isLetIn(String authorization) {
    api.send(api.request(Api.DEVICE).GET().setHeader("Authorization", authorization)).ok();
  }
}
