package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.device.Line;
import org.latchkey.device.MacAddress;
import org.latchkey.secret.Secret;

/** Passwords of lines go in and never come out: absent keeps, null clears. */
class WriteOnlySecretsTest {
  @RegisterExtension final Api api = new Api();

  @BeforeEach
  void enterPhoneWithTwoLines() {
    api.post(
            "/devices",
            lines(
                line("\"number\":1,\"password\":\"PlantedOne\""),
                line("\"number\":2,\"password\":\"PlantedTwo\"")))
        .ok(201);
  }

  @Test
  void answers_everyCall_holdPasswordSetInsteadOfPassword() {
    for (JsonNode device :
        new JsonNode[] {
          api.get(Api.DEVICE).ok(), api.get("/devices").ok().path("devices").path(0)
        }) {
      for (JsonNode line : device.path("lines")) {
        assertThat(line.has("password")).isFalse();
        assertThat(line.path("passwordSet").asBoolean()).isTrue();
      }
    }
  }

  @Test
  void put_passwordAbsent_keepsThatOfTheLineWithTheNumber() {
    api.put(Api.DEVICE, lines(line("\"number\":2"), line("\"number\":1"))).ok();

    assertThat(password(0)).isEqualTo(Secret.of("PlantedTwo"));
    assertThat(password(1)).isEqualTo(Secret.of("PlantedOne"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\""})
  void put_passwordNullOrEmpty_clears(String nothing) {
    JsonNode device =
        api.put(
                Api.DEVICE,
                lines(line("\"number\":1,\"password\":" + nothing), line("\"number\":2")))
            .ok();

    assertThat(device.path("lines").path(0).path("passwordSet").asBoolean(true)).isFalse();
    assertThat(device.path("lines").path(1).path("passwordSet").asBoolean()).isTrue();
    assertThat(password(0).isEmpty()).isTrue();
    assertThat(password(1)).isEqualTo(Secret.of("PlantedTwo"));
  }

  @Test
  void put_secretSettingAbsent_keepsItAndNeverShowsIt() {
    JsonNode set = api.put(Api.DEVICE, pin("\"value\":\"4711\"")).ok().path("overrides").path(0);
    assertThat(set.path("parameter").asText()).isEqualTo("dect.pin");
    assertThat(set.path("valueSet").asBoolean()).isTrue();
    assertThat(set.has("value")).isFalse();

    api.put(Api.DEVICE, pin("\"valueSet\":true")).ok();
    assertThat(
            api.host
                .directory
                .load(MacAddress.of(Api.MAC))
                .orElseThrow()
                .overrides()
                .get(0)
                .value())
        .isEqualTo("4711");

    Answer without =
        api.put(Api.DEVICE, Bodies.with("\"overrides\":[{\"parameter\":\"sip.srtp\"}]"));
    assertThat(without.status()).isEqualTo(400);
    assertThat(without.text()).contains("overrides[0].value");
  }

  private static String pin(String fields) {
    return Bodies.with("\"overrides\":[{\"parameter\":\"dect.pin\"," + fields + "}]");
  }

  @Test
  void put_passwordGiven_replaces() {
    api.put(Api.DEVICE, lines(line("\"number\":1,\"password\":\"PlantedNew\""))).ok();

    assertThat(password(0)).isEqualTo(Secret.of("PlantedNew"));
  }

  @Test
  void put_lineLeftOutAndPutBack_hasNoPassword() {
    api.put(Api.DEVICE, lines(line("\"number\":1"))).ok();
    JsonNode device = api.put(Api.DEVICE, lines(line("\"number\":1"), line("\"number\":2"))).ok();

    assertThat(device.path("lines").path(0).path("passwordSet").asBoolean()).isTrue();
    assertThat(device.path("lines").path(1).path("passwordSet").asBoolean(true)).isFalse();
  }

  @Test
  void put_passwordSetInBody_isIgnored() {
    api.put(Api.DEVICE, lines(line("\"number\":1,\"passwordSet\":false"))).ok();

    assertThat(password(0)).isEqualTo(Secret.of("PlantedOne"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4711",
        "[\"Planted\"]",
        "{\"clear\":\"Planted\"}",
        "\"Planted\\r\\naccount.1.enable = 0\"",
        "\"Planted\\u2028\"",
        "\"Planted\\ud800\"",
        "\" Planted\""
      })
  void put_passwordThatCannotBe_refusedByPathAndNotRepeated(String password) {
    Answer answer = api.put(Api.DEVICE, lines(line("\"password\":" + password)));

    assertThat(answer.field()).isEqualTo("lines[0].password");
    assertThat(answer.detail(400)).doesNotContain("4711", "enable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%NULL%", "%Empty%"})
  void put_passwordOfThePhonesGrammar_refused(String word) {
    Answer answer = api.put(Api.DEVICE, lines(line("\"password\":\"" + word + "\"")));

    assertThat(answer.field()).isEqualTo("lines[0].password");
  }

  @Test
  void put_passwordTooLong_refused() {
    String longest = "Planted" + "x".repeat(249);

    assertThat(api.put(Api.DEVICE, lines(line("\"password\":\"" + longest + "x\""))).field())
        .isEqualTo("lines[0].password");
    api.put(Api.DEVICE, lines(line("\"password\":\"" + longest + "\""))).ok();
  }

  /** Where a password slips into another field, no complaint repeats it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"expires\":{\"password\":\"Planted\"}",
        "\"expires\":[\"Planted\"]",
        "\"number\":\"Planted\"",
        "\"registrar\":\"Planted\"",
        "\"outboundProxy\":[\"Planted\"]",
        "\"label\":{\"password\":\"Planted\"}",
        "\"user\":[\"Planted\"]"
      })
  void put_secretOfTheWrongType_isNotRepeated(String field) {
    api.put(Api.DEVICE, lines(line(field))).problem(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pin", "overrides"})
  void put_secretLookingValueRefused_isNotRepeated(String field) {
    String fields =
        field.equals("pin")
            ? "\"pin\":\"Planted\\n\""
            : "\"overrides\":[{\"parameter\":\"yealink:security.user_password\","
                + "\"value\":\"Planted\\n\"}]";

    assertThat(api.put(Api.DEVICE, Bodies.with(fields)).field()).startsWith(field);
  }

  private Secret password(int index) {
    return api.host.directory.load(MacAddress.of(Api.MAC)).orElseThrow().lines().stream()
        .map(Line::password)
        .toList()
        .get(index);
  }

  private static String lines(String... lines) {
    return Bodies.with("\"lines\":[" + String.join(",", lines) + "]");
  }

  private static String line(String fields) {
    String others = fields.contains("\"user\"") ? "" : "\"user\":\"100\",";
    String server =
        fields.contains("\"registrar\"") ? "" : "\"registrar\":{\"host\":\"sip.acme.example\"},";
    return "{" + others + server + fields + "}";
  }
}
