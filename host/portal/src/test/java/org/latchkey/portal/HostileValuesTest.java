package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that try to be more than values: refused with their path, or shown as they are. */
class HostileValuesTest {
  private static final List<String> LINE_ENDS =
      List.of("a\r\nevil = 1", "a\nevil", "a\revil", "a\u0000", "a\u0085b", "a\u2028b", "a\u007f");
  private static final List<String> LONE_SURROGATES = List.of("\ud800", "a\udc00b", "\udc00\ud800");

  @RegisterExtension final Api api = new Api();

  @BeforeEach
  void enterPhone() {
    api.post("/devices", Bodies.FULL).ok(201);
  }

  /** Fields that hold text, by path, each with the JSON around its value. */
  private static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of(
            "brand", "{\"brand\":@,\"model\":\"T46S\",\"domain\":\"d\",\"reseller\":\"r\"}"),
        Arguments.of(
            "model", "{\"brand\":\"yealink\",\"model\":@,\"domain\":\"d\",\"reseller\":\"r\"}"),
        Arguments.of(
            "domain", "{\"brand\":\"yealink\",\"model\":\"T46S\",\"domain\":@,\"reseller\":\"r\"}"),
        Arguments.of(
            "reseller",
            "{\"brand\":\"yealink\",\"model\":\"T46S\",\"domain\":\"d\",\"reseller\":@}"),
        Arguments.of("serial", Bodies.with("\"serial\":@")),
        Arguments.of("pin", Bodies.with("\"pin\":@")),
        Arguments.of("lines[0].label", Bodies.withLine("\"label\":@")),
        Arguments.of("lines[0].displayName", Bodies.withLine("\"displayName\":@")),
        Arguments.of(
            "lines[0].user", Bodies.withLine("\"user\":@").replace("\"user\":\"100\",", "")),
        Arguments.of("lines[0].authUser", Bodies.withLine("\"authUser\":@")),
        Arguments.of("lines[0].password", Bodies.withLine("\"password\":@")),
        Arguments.of("lines[0].voicemail", Bodies.withLine("\"voicemail\":@")),
        Arguments.of(
            "lines[0].outboundProxy.host", Bodies.withLine("\"outboundProxy\":{\"host\":@}")),
        Arguments.of("keys[0].type", Bodies.with("\"keys\":[{\"position\":1,\"type\":@}]")),
        Arguments.of(
            "keys[0].value",
            Bodies.with("\"keys\":[{\"position\":1,\"type\":\"blf\",\"value\":@}]")),
        Arguments.of(
            "keys[0].label",
            Bodies.with("\"keys\":[{\"position\":1,\"type\":\"blf\",\"label\":@}]")),
        Arguments.of(
            "overrides[0].parameter",
            Bodies.with("\"overrides\":[{\"parameter\":@,\"value\":\"1\"}]")),
        Arguments.of(
            "overrides[0].value",
            Bodies.with(
                "\"overrides\":[{\"parameter\":\"yealink:phone_setting.ring_type\",\"value\":@}]")),
        Arguments.of(
            "overrides[0].description",
            Bodies.with(
                "\"overrides\":[{\"parameter\":\"yealink:phone_setting.ring_type\",\"value\":\"1\",\"description\":@}]")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void lineEnd_anyText_refusedByPath(String field, String body) {
    for (String value : LINE_ENDS) {
      Answer answer = put(body, value);

      assertThat(answer.field()).as(value).isEqualTo(field);
      assertThat(answer.detail(400)).doesNotContainPattern("\\p{Cntrl}");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void loneSurrogate_anyText_refusedByPath(String field, String body) {
    for (String value : LONE_SURROGATES) {
      assertThat(put(body, value).field()).isEqualTo(field);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void tooLong_anyText_refusedByPath(String field, String body) {
    Answer answer = put(body, "x".repeat(100_000));

    assertThat(answer.field()).isEqualTo(field);
    assertThat(answer.text()).hasSizeLessThan(1_000);
  }

  @Test
  void loneSurrogate_notes_refused() {
    for (String value : LONE_SURROGATES) {
      assertThat(put(Bodies.with("\"notes\":@"), value).field()).isEqualTo("notes");
    }
    assertThat(put(Bodies.with("\"notes\":@"), "a\u0000b").field()).isEqualTo("notes");
    assertThat(put(Bodies.with("\"notes\":@"), "x".repeat(4_001)).field()).isEqualTo("notes");
  }

  @Test
  void lineEnd_notes_areKept() {
    String notes = "first\r\nsecond\tcolumn \"quoted\" <b> %NULL% \\";

    assertThat(put(Bodies.with("\"notes\":@"), notes).ok().path("notes").asText()).isEqualTo(notes);
  }

  /** What this brand's grammar cannot carry, in what it must carry as it is. */
  @ParameterizedTest
  @CsvSource({
    "lines[0].authUser,           '\"authUser\":@'",
    "lines[0].password,           '\"password\":@'",
    "lines[0].voicemail,          '\"voicemail\":@'"
  })
  void wordOfTheGrammar_identifier_refusedByPathNamingTheBrand(String field, String json) {
    for (String value : List.of("%NULL%", "%empty%", " 100", "100 ")) {
      Answer answer = put(Bodies.withLine(json), value);

      assertThat(answer.field()).isEqualTo(field);
      assertThat(answer.detail(400)).contains("yealink");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "keys[1].value,          '\"keys\":[{\"position\":1,\"type\":\"dnd\"},{\"position\":2,\"type\":\"blf\",\"value\":@}]'",
    "overrides[1].value,     '\"overrides\":[{\"parameter\":\"time.zone\",\"value\":\"UTC\"},{\"parameter\":\"yealink:phone_setting.ring_type\",\"value\":@}]'"
  })
  void wordOfTheGrammar_keyOrOverride_refusedByPath(String field, String json) {
    assertThat(put(Bodies.with(json), "%NULL%").field()).isEqualTo(field);
  }

  @Test
  void wordOfTheGrammar_secondLine_namesThatLine() {
    String lines =
        """
        "lines":[{"number":2,"user":"%NULLL%","registrar":{"host":"h"}},
                 {"number":1,"user":"@","registrar":{"host":"h"}}]""";

    Answer answer = api.put(Api.DEVICE, Bodies.with(lines.replace("@", "%NULL%")));

    assertThat(answer.field()).isEqualTo("lines[1].user");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'lines':[{'number':17,'user':'1','registrar':{'host':'h'}}]    | lines[0].number",
        "'lines':[{'number':0,'user':'1','registrar':{'host':'h'}}]     | lines[0].number",
        "'lines':[{'user':'1','registrar':{'host':'h'}},{'user':'2','registrar':{'host':'h'}}]"
            + " | lines[1].number",
        "'lines':[{'user':' ','registrar':{'host':'h'}}]                | lines[0].user",
        "'lines':[{'user':'1','registrar':{'host':'h;x'}}]              | lines[0].registrar.host",
        "'lines':[{'user':'1','registrar':{'host':'h','port':65536}}]   | lines[0].registrar.port",
        "'lines':[{'user':'1','registrar':{'host':'h','transport':'TLS'}}]"
            + " | lines[0].registrar.transport",
        "'lines':[{'user':'1','registrar':{'host':'h'},'expires':29}]   | lines[0].expires",
        "'keys':[{'position':1001,'type':'blf'}]                        | keys[0].position",
        "'keys':[{'position':1,'type':'blf'},{'position':1,'type':'dnd'}] | keys[1].position",
        "'keys':[{'position':1,'type':'BLF'}]                           | keys[0].type",
        "'keys':[{'position':1,'type':'blf','line':17}]                 | keys[0].line",
        "'overrides':[{'parameter':'resync.often','value':'1'}]         | overrides[0].parameter",
        "'overrides':[{'parameter':'resync.interval','value':'0'}]      | overrides[0].value",
        "'overrides':[{'parameter':'time.zone','value':'Europe/Nowhere'}] | overrides[0].value",
        "'overrides':[{'parameter':'resync.at-power-on','value':'1'}]   | overrides[0].value",
        "'overrides':[{'parameter':'nobrand:a','value':'1'}]            | overrides[0].parameter",
        "'overrides':[{'parameter':'yealink:a=b','value':'1'}]          | overrides[0].parameter",
        "'overrides':[{'parameter':'yealink:static.auto_provision.server.url','value':'1'}]"
            + " | overrides[0].parameter",
        "'overrides':[{'parameter':'yealink:a','value':'1'},{'parameter':'yealink:a','value':'2'}]"
            + " | overrides[1].parameter"
      })
  void valueThatDoesNotFit_refusedByPath(String fields, String field) {
    assertThat(api.put(Api.DEVICE, Bodies.with(fields.replace('\'', '"'))).field())
        .isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"T46X", "t46", "../T46S", "T46S\"", "%NULL%"})
  void unknownModel_refused(String model) {
    String body = Bodies.FULL.replace("T46S", model.replace("\"", "\\\""));

    assertThat(api.put(Api.DEVICE, body).field()).isEqualTo("model");
  }

  @Test
  void quotesAndMarkup_whereTheyMayBe_comeBackAsTheyWere() {
    String label = "\"Bob\" <b>&amp; $USER {MAC} %NULL%";

    assertThat(
            put(Bodies.withLine("\"label\":@"), label)
                .ok()
                .path("lines")
                .path(0)
                .path("label")
                .asText())
        .isEqualTo(label);
  }

  private Answer put(String body, String value) {
    ObjectNode holder = JsonNodeFactory.instance.objectNode().put("v", value);
    String quoted = holder.toString().substring(5, holder.toString().length() - 1);
    // a lone surrogate cannot be sent as UTF-8: written as an escape
    StringBuilder escaped = new StringBuilder();
    quoted
        .chars()
        .forEach(
            c ->
                escaped.append(
                    Character.isSurrogate((char) c)
                        ? String.format(Locale.ROOT, "\\u%04x", c)
                        : Character.toString(c)));
    return api.put(Api.DEVICE, body.replace("@", escaped));
  }
}
