package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.secret.Credential;

/** The calls that change access: each answers the access object and what to do at the phone. */
class ActionsTest {
  private static final String OWN = "{\"password\":\"PlantedOwn1\"}";

  @RegisterExtension final Api api = new Api();

  @BeforeEach
  void enterLockedPhone() {
    api.post("/devices", Bodies.with("\"arm\":false")).ok(201);
  }

  @Test
  void arm_noBody_takesSevenDays() {
    JsonNode answer = api.post(Api.DEVICE + "/arm").ok();

    assertThat(answer.toString())
        .isEqualTo(
            """
            {"access":{"state":"armed","allowGlobalPassword":true,"username":"001565aabbcc",\
            "disabled":false,"armedUntil":"2026-12-01T00:00:00Z","windowUntil":null,\
            "lastRetrievedAt":null},"atThePhone":"Reset the phone to factory defaults; it then\
             boots with the global password."}""");
    assertThat(api.get(Api.DEVICE).ok().path("access")).isEqualTo(answer.path("access"));
  }

  @Test
  void arm_everyField_isObeyed() {
    provision();

    JsonNode access =
        access(
            "arm",
            """
            {"keepCredential":true,"duration":"PT36H","notBefore":"2026-11-25T00:00:00Z",
             "from":["192.0.2.0/24","2001:db8::/32"],"certificate":false}""");

    assertThat(access.path("armedUntil").asText()).isEqualTo("2026-11-26T12:00:00Z");
    assertThat(api.host.boot(Api.MAC, Host.PASS)).as("not yet").isEqualTo(401);
    assertThat(api.host.boot(Api.MAC, own())).as("kept").isEqualTo(200);
    api.host.clock.advance(Duration.ofDays(1));
    assertThat(api.host.boot(Api.MAC, Host.PASS)).as("not from here").isEqualTo(401);
  }

  @Test
  void arm_nullsAndEmptyList_areTheDefaults() {
    JsonNode access =
        access(
            "arm",
            """
            {"keepCredential":null,"duration":null,"notBefore":null,"from":[],
             "certificate":null}""");

    assertThat(access.path("armedUntil").asText()).isEqualTo("2026-12-01T00:00:00Z");
  }

  @Test
  void arm_notBeforeInThePast_beginsNow() {
    JsonNode access = access("arm", "{\"notBefore\":\"1970-01-01T00:00:00Z\"}");

    assertThat(access.path("armedUntil").asText()).isEqualTo("2026-12-01T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'duration':'P91D'}                              | duration",
        "{'duration':'PT59S'}                             | duration",
        "{'duration':'-P1D'}                              | duration",
        "{'duration':'7'}                                 | duration",
        "{'duration':7}                                   | duration",
        "{'duration':'P99999999999999999999D'}            | duration",
        "{'notBefore':'tomorrow'}                         | notBefore",
        "{'notBefore':'2026-11-25'}                       | notBefore",
        "{'notBefore':'2028-01-01T00:00:00Z'}             | notBefore",
        "{'notBefore':'+1000000000-12-31T23:59:59Z'}      | notBefore",
        "{'from':'192.0.2.0/24'}                          | from",
        "{'from':['192.0.2.0/24','example.org']}          | from[1]",
        "{'from':['192.0.2.0/33']}                        | from[0]",
        "{'from':[null]}                                  | from[0]",
        "{'keepCredential':'yes'}                         | keepCredential",
        "{'certificate':true}                             | certificate",
        "{'until':'2026-12-01T00:00:00Z'}                 | until"
      })
  void arm_wrongField_refusedByPath(String body, String field) {
    assertThat(api.post(Api.DEVICE + "/arm", body.replace('\'', '"')).field()).isEqualTo(field);
  }

  @Test
  void arm_tooManyNetworks_refused() {
    String networks = "\"192.0.2.1\",".repeat(33).replaceFirst(",$", "");

    assertThat(api.post(Api.DEVICE + "/arm", "{\"from\":[" + networks + "]}").field())
        .isEqualTo("from");
  }

  @Test
  void arm_endedUnused_isReadAsBefore() {
    provision();
    access("arm", "");
    api.host.clock.advance(Duration.ofDays(7));

    JsonNode access = api.get(Api.DEVICE).ok().path("access");

    assertThat(access.path("state").asText()).isEqualTo("provisioned");
    assertThat(access.path("allowGlobalPassword").asBoolean()).isFalse();
  }

  @Test
  void disarm_armed_isWhatItWas() {
    access("arm", "");
    assertThat(access("disarm", "").path("state").asText()).isEqualTo("locked");
    provision();
    access("arm", "");
    assertThat(access("disarm", "{}").path("state").asText()).isEqualTo("provisioned");
  }

  @Test
  void disarm_firstBootUnderWay_conflictThatNamesTheWayOut() {
    access("arm", "");
    assertThat(api.host.boot(Api.MAC, Host.PASS)).isEqualTo(200);

    assertThat(api.post(Api.DEVICE + "/disarm").detail(409)).contains("lock the device");
    JsonNode again = api.post(Api.DEVICE + "/arm").ok();
    assertThat(again.path("atThePhone").asText()).startsWith("Restart the phone");
    assertThat(again.path("access").path("state").asText()).isEqualTo("issued");
  }

  @Test
  void lock_anyState_destroysAllCredentials() {
    provision();
    Credential own = own();

    JsonNode access = access("lock", "");

    assertThat(access.path("state").asText()).isEqualTo("locked");
    assertThat(access.path("username").isNull()).isTrue();
    assertThat(api.host.boot(Api.MAC, own)).isEqualTo(401);
  }

  @Test
  void rotate_provisioned_bringsANextCredentialOnce() {
    provision();

    assertThat(access("rotate", "").path("state").asText()).isEqualTo("rotating");
    Credential next = api.host.known(Api.MAC).get(0);
    assertThat(access("rotate", "").path("state").asText()).isEqualTo("rotating");
    assertThat(api.host.known(Api.MAC).get(0)).isEqualTo(next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"locked", "armed", "issued"})
  void rotate_nothingToReplace_conflict(String state) {
    bring(state);

    assertThat(api.post(Api.DEVICE + "/rotate").detail(409)).contains(state);
  }

  @Test
  void disable_thenEnable_isFoundAsItWas() {
    provision();

    JsonNode disabled = access("disable", "");
    assertThat(disabled.path("disabled").asBoolean()).isTrue();
    assertThat(disabled.path("state").asText()).isEqualTo("provisioned");
    assertThat(api.host.boot(Api.MAC, own())).isEqualTo(401);

    assertThat(access("enable", "").path("disabled").asBoolean()).isFalse();
    assertThat(api.host.boot(Api.MAC, own())).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"arm", "disarm", "lock", "rotate", "disable", "enable"})
  void action_unknownField_refused(String action) {
    provision();

    String path = Api.DEVICE + "/" + action;
    assertThat(api.post(path, "{\"dryRun\":true}").field()).isEqualTo("dryRun");
    api.post(path, "[]").problem(400);
    api.post(path, "{").problem(400);
  }

  private JsonNode access(String action, String body) {
    JsonNode answer = api.post(Api.DEVICE + "/" + action, body).ok();
    assertThat(answer.path("atThePhone").asText()).endsWith(".");
    assertThat(api.get(Api.DEVICE).ok().path("access")).isEqualTo(answer.path("access"));
    return answer.path("access");
  }

  private void provision() {
    api.put(Api.DEVICE + "/credential", OWN).ok();
  }

  private Credential own() {
    return Credential.of(Api.MAC, "PlantedOwn1");
  }

  private void bring(String state) {
    if (!state.equals("locked")) {
      access("arm", "");
    }
    if (state.equals("issued")) {
      assertThat(api.host.boot(Api.MAC, Host.PASS)).isEqualTo(200);
    }
  }
}
