package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.secret.Credential;

/** Global passes over REST, and which phones they open. */
class GlobalPassCallsTest {
  private static final String PASSES = "/global-passes";
  private static final String ACME = "\"reseller\":\"west\",\"domain\":\"acme.example\"";

  @RegisterExtension final Api api = new Api();

  private static String pass(String scope, String username, String more) {
    return "{%s%s\"username\":\"%s\"%s}"
        .formatted(scope, scope.isEmpty() ? "" : ",", username, more);
  }

  private String added(String scope, String username) {
    return api.post(PASSES, pass(scope, username, "")).ok(201).path("id").asText();
  }

  private Credential revealed(String id) {
    JsonNode node = api.reveal(PASSES + "/" + id + "/reveal");
    return Credential.of(node.path("username").asText(), node.path("password").asText());
  }

  private List<String> listed() {
    JsonNode items = api.get(PASSES).ok().path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path("username").asText() + (item.path("current").asBoolean() ? "" : "-"))
        .toList();
  }

  private void enter(String mac) {
    api.post("/devices", Bodies.bare(mac, "acme.example", "west")).ok(201);
  }

  private List<EventType> events() {
    return api.host.told.stream().map(Event::type).toList();
  }

  @Test
  void add_domain_opensItsPhonesAndTheWiderOneNoMore() {
    enter(Api.MAC);

    JsonNode added = api.post(PASSES, pass(ACME, "acmeboot", "")).ok(201);

    assertThat(added.path("shutsOut").asInt()).isEqualTo(1);
    assertThat(added.path("passwordSet").asBoolean()).isTrue();
    assertThat(added.path("domain").asText()).isEqualTo("acme.example");
    assertThat(listed()).containsExactly("firstboot", "acmeboot");
    assertThat(api.host.boot(Api.MAC, Host.PASS)).isEqualTo(401);
    assertThat(api.host.boot(Api.MAC, revealed(added.path("id").asText()))).isEqualTo(200);
    assertThat(events()).contains(EventType.PASS_ADDED, EventType.PASS_REVEALED);
  }

  @Test
  void add_reseller_shutsOutNobodyWhoseDomainHasItsOwn() {
    enter(Api.MAC);
    added(ACME, "acmeboot");

    JsonNode added = api.post(PASSES, pass("\"reseller\":\"west\"", "westboot", "")).ok(201);

    assertThat(added.path("shutsOut").asInt()).isZero();
  }

  @Test
  void add_sharedPasswordOfAFormerSystem_isTakenOnlyIfSaidSo() {
    enter(Api.MAC);
    String given = ",\"password\":\"Planted!\"";
    api.post(PASSES, pass(ACME, "prov_user", given)).problem(400);

    JsonNode added = api.post(PASSES, pass(ACME, "prov_user", given + ",\"legacy\":true")).ok(201);

    assertThat(added.path("warning").asText()).contains("4 to 16 letters and digits");

    assertThat(api.host.boot(Api.MAC, Credential.of("prov_user", "Planted!"))).isEqualTo(200);
  }

  @Test
  void add_secondOfItsScope_409() {
    added(ACME, "acmeboot");
    api.post(PASSES, pass(ACME, "another1", "")).problem(409);
  }

  @Test
  void add_userNameOfAnotherScope_400() {
    assertThat(api.post(PASSES, pass(ACME, "firstboot", "")).field()).isEqualTo("username");
  }

  @Test
  void rotate_keepsThePreviousUntilTheNext() {
    enter(Api.MAC);
    String first = added(ACME, "acmeboot");
    Credential one = revealed(first);
    String second = api.post(PASSES + "/" + first + "/rotate").ok(201).path("id").asText();
    Credential two = revealed(second);

    assertThat(listed()).containsExactly("firstboot", "acmeboot-", "acmeboot");
    assertThat(two.password()).isNotEqualTo(one.password());
    assertThat(api.host.boot(Api.MAC, one)).isEqualTo(200);
    assertThat(api.host.boot(Api.MAC, two)).isEqualTo(200);

    api.post(PASSES + "/" + second + "/rotate", "{\"username\":\"acmenew\"}").ok(201);

    assertThat(listed()).containsExactly("firstboot", "acmeboot-", "acmenew");
    assertThat(api.host.boot(Api.MAC, one)).isEqualTo(401);
    assertThat(api.host.boot(Api.MAC, two)).isEqualTo(200);
    assertThat(events()).contains(EventType.PASS_ROTATED);
  }

  @Test
  void kill_closesAtOnceAndTheWiderOneOpensAgain() {
    enter(Api.MAC);
    String id = added(ACME, "acmeboot");
    Credential acme = revealed(id);

    assertThat(api.post(PASSES + "/" + id + "/kill").status()).isEqualTo(204);

    assertThat(api.host.boot(Api.MAC, acme)).isEqualTo(401);
    assertThat(api.host.boot(Api.MAC, Host.PASS)).isEqualTo(200);
    api.post(PASSES + "/" + id + "/kill").problem(404);
    assertThat(events()).contains(EventType.PASS_KILLED);
  }

  @Test
  void kill_theInstallationsOnlyOne_409() {
    api.post(PASSES + "/first/kill").problem(409);
    String next = api.post(PASSES + "/first/rotate").ok(201).path("id").asText();
    assertThat(api.post(PASSES + "/first/kill").status()).isEqualTo(204);
    api.post(PASSES + "/" + next + "/kill").problem(409);
  }

  @ParameterizedTest
  @CsvSource({
    "super, '', 409",
    "super, west, 201",
    "west, '', 201",
    "west, west, 201",
    "west, east, 404",
    "acme, west, 403",
    "acme, '', 403"
  })
  void add_everyRole_asTheDesignSays(String caller, String reseller, int status) {
    String scope = reseller.isEmpty() ? "" : "\"reseller\":\"" + reseller + "\"";
    Answer answer = api.as(caller).post(PASSES, pass(scope, "westboot", ""));
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"west, 404", "east, 404", "acme, 403"})
  void pass_outsideOfTheScope_isNotThere(String caller, int status) {
    String easts = added("\"reseller\":\"east\"", "eastboot");
    String id = caller.equals("east") ? "first" : easts;
    api.as(caller);
    for (String action : List.of("rotate", "reveal", "kill")) {
      api.post(PASSES + "/" + id + "/" + action).problem(status);
    }
    if (status == 404) {
      assertThat(listed()).doesNotContain("firstboot");
    } else {
      api.get(PASSES).problem(403);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'\"domain\":\"acme.example\"', acmeboot, scope",
    "'\"reseller\":\"west\"', admin, username",
    "'\"reseller\":\"west\"', abc, username",
    "'\"reseller\":7', westboot, reseller",
    "'\"reseller\":\"west\",\"domain\":\"a b\"', westboot, domain",
    "'\"color\":\"red\"', westboot, color"
  })
  void add_badField_isNamed(String scope, String username, String field) {
    assertThat(api.post(PASSES, pass(scope, username, "")).field()).isEqualTo(field);
  }

  @Test
  void path_ofNoCall_404() {
    api.post(PASSES + "/first/burn").problem(404);
    api.get(PASSES + "/first").problem(404);
    api.get(PASSES + "/first/reveal").problem(405);
  }
}
