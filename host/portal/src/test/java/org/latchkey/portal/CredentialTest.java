package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.secret.Credential;

/** {@code PUT /devices/{mac}/credential}: setting a device's own credential by hand. */
class CredentialTest {
  private static final String PATH = Api.DEVICE + "/credential";

  @RegisterExtension final Api api = new Api();

  @BeforeEach
  void enterLockedPhone() {
    api.post("/devices", Bodies.with("\"arm\":false")).ok(201);
  }

  @Test
  void set_locked_isProvisionedAndTellsNoPassword() {
    JsonNode answer = api.put(PATH, "{\"username\":\"alice\",\"password\":\"PlantedOwn1\"}").ok();

    assertThat(answer.toString())
        .isEqualTo(
            """
            {"access":{"state":"provisioned","allowGlobalPassword":false,"username":"alice",\
            "disabled":false,"armedUntil":null,"windowUntil":null,"lastRetrievedAt":null},\
            "atThePhone":"Enter user name and password at the phone if it does not hold\
             them."}""");
    assertThat(api.host.boot(Api.MAC, Credential.of("alice", "PlantedOwn1"))).isEqualTo(200);
  }

  @Test
  void set_noUsername_isTheMac() {
    assertThat(username(api.put(PATH, "{\"password\":\"PlantedOwn1\"}"))).isEqualTo(Api.MAC);
    String nulls = "{\"username\":null,\"password\":\"PlantedOwn2\",\"atOnce\":null}";
    assertThat(username(api.put(PATH, nulls))).isEqualTo(Api.MAC);
  }

  @Test
  void set_provisioned_rotatesUnlessAtOnce() {
    api.put(PATH, "{\"password\":\"PlantedOwn1\"}").ok();

    assertThat(state(api.put(PATH, "{\"password\":\"PlantedOwn2\"}"))).isEqualTo("rotating");
    assertThat(api.host.boot(Api.MAC, Credential.of(Api.MAC, "PlantedOwn1"))).isEqualTo(200);

    assertThat(state(api.put(PATH, "{\"password\":\"PlantedOwn3\",\"atOnce\":true}")))
        .isEqualTo("provisioned");
    assertThat(api.host.boot(Api.MAC, Credential.of(Api.MAC, "PlantedOwn1"))).isEqualTo(401);
    assertThat(api.host.boot(Api.MAC, Credential.of(Api.MAC, "PlantedOwn3"))).isEqualTo(200);
  }

  @Test
  void set_firstBootUnderWay_conflictUnlessAtOnce() {
    api.post(Api.DEVICE + "/arm").ok();
    assertThat(api.host.boot(Api.MAC, Host.PASS)).isEqualTo(200);

    assertThat(api.put(PATH, "{\"password\":\"PlantedOwn1\"}").detail(409)).contains("at once");
    assertThat(state(api.put(PATH, "{\"password\":\"PlantedOwn1\",\"atOnce\":true}")))
        .isEqualTo("provisioned");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                        | password",
        "{'password':null}                                         | password",
        "{'password':''}                                           | password",
        "{'password':4711}                                         | password",
        "{'password':['Planted']}                                  | password",
        "{'password':{'clear':'Planted'}}                          | password",
        "{'password':'Planted\\r\\nevil = 1'}                      | password",
        "{'password':'Planted\\u0000'}                             | password",
        "{'password':'Planted\\ud800'}                             | password",
        "{'username':'','password':'Planted'}                      | username",
        "{'username':'a:b','password':'Planted'}                   | username",
        "{'username':'a\\\"b','password':'Planted'}                | username",
        "{'username':'a\\r\\nb','password':'Planted'}              | username",
        "{'username':1,'password':'Planted'}                       | username",
        "{'password':'Planted','atOnce':'Planted'}                 | atOnce",
        "{'password':'Planted','atOnce':{'password':'Planted'}}    | atOnce",
        "{'password':'Planted','passwordSet':true}                 | passwordSet",
        "{'password':'Planted','Password':'Planted'}               | Password"
      })
  void set_wrongField_refusedByPath(String body, String field) {
    assertThat(api.put(PATH, body.replace('\'', '"')).field()).isEqualTo(field);
  }

  @Test
  void set_longPassword_refused() {
    String longest = "Planted" + "x".repeat(121);

    assertThat(api.put(PATH, "{\"password\":\"" + longest + "x\"}").field()).isEqualTo("password");
    api.put(PATH, "{\"password\":\"" + longest + "\"}").ok();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%NULL%", "%empty%", " leading", "trailing "})
  void set_passwordThatThePhoneCannotBeTold_refused(String password) {
    Answer answer = api.put(PATH, "{\"password\":\"" + password + "\"}");

    assertThat(answer.field()).isEqualTo("password");
    assertThat(answer.detail(400)).contains("yealink");
  }

  @Test
  void set_usernameThatThePhoneCannotBeTold_refused() {
    Answer answer = api.put(PATH, "{\"username\":\"%NULL%\",\"password\":\"PlantedOwn1\"}");

    assertThat(answer.field()).isEqualTo("username");
  }

  private static String state(Answer answer) {
    return answer.ok().path("access").path("state").asText();
  }

  private static String username(Answer answer) {
    return answer.ok().path("access").path("username").asText();
  }
}
