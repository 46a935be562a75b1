package org.latchkey.portal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are no JSON, or not the JSON that is drawn: refused, and nothing is stored. */
class BadJsonTest {
  @RegisterExtension final Api api = new Api();

  @BeforeEach
  void enterPhone() {
    api.post("/devices", Bodies.bare("001565aabbdd", "acme.example", "west")).ok(201);
    api.post("/devices", Bodies.FULL).ok(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "{\"mac\"}",
        "{\"mac\":}",
        "{\"mac\":\"001565aabbcc\",}",
        "{mac:\"001565aabbcc\"}",
        "{'mac':'001565aabbcc'}",
        "{\"mac\":\"001565aabbcc}",
        "{\"notes\":\"a\nb\"}",
        "{\"notes\":\"\\x\"}",
        "{\"notes\":\"\\u12\"}",
        "{\"port\":NaN}",
        "{\"port\":01}",
        "{\"port\":+1}",
        "{\"port\":1.}",
        "{/* */}",
        "{} // {}",
        "{}{}",
        "{} x",
        "\"Planted",
        "Planted",
        "nul",
        " ",
        "\uFEFF{}"
      })
  void malformed_anyCall_badRequest(String body) {
    for (String path : List.of("/devices", Api.DEVICE + "/arm", Api.DEVICE + "/lock")) {
      assertThat(api.post(path, body).detail(400)).startsWith("malformed JSON");
    }
    assertThat(api.put(Api.DEVICE, body).detail(400)).startsWith("malformed JSON");
  }

  @Test
  void malformed_laterLine_isTold() {
    assertThat(api.put(Api.DEVICE, "{\n\"mac\":\"001565aabbcc\",\n]").detail(400))
        .isEqualTo("malformed JSON at line 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "true", "1", "\"Planted\"", "[{\"mac\":\"001565aabbcc\"}]"})
  void noObject_anyCall_badRequest(String body) {
    assertThat(api.post("/devices", body).field()).isEqualTo("body");
    assertThat(api.put(Api.DEVICE, body).field()).isEqualTo("body");
    assertThat(api.post(Api.DEVICE + "/arm", body).field()).isEqualTo("body");
  }

  @Test
  void noBody_whereOneIsNeeded_namesTheFirstMissingField() {
    assertThat(api.post("/devices").field()).isEqualTo("mac");
    assertThat(api.put(Api.DEVICE, "").field()).isEqualTo("brand");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'mac':'001565aabbcc','mac':'001565aabbcd'}                      | mac",
        "{'lines':[{'user':'1'},{'user':'1','password':'Planted','password':'Planted2'}]}"
            + " | lines[1].password",
        "{'lines':[{'registrar':{'port':1,'port':2}}]}                    | lines[0].registrar.port",
        "{'x':{'y':[[1],[2,{'z':1,'z':{}}]]}}                             | x.y[1][1].z"
      })
  void duplicateKey_atAnyDepth_refusedByPath(String body, String field) {
    assertThat(api.post("/devices", body.replace('\'', '"')).field()).isEqualTo(field);
    assertThat(api.put(Api.DEVICE, body.replace('\'', '"')).field()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'Mac':'001565aabbcc'                                          | Mac",
        "'generation':'1'                                              | generation",
        "'lines':[{'user':'1','registrar':{'host':'h'},'pasword':'x'}] | lines[0].pasword",
        "'lines':[{'user':'1','registrar':{'hostname':'h'}}]  | lines[0].registrar.hostname",
        "'lines':[{'user':'1','registrar':{'host':'h'},'outboundProxy':{'host':'h','tls':true}}]"
            + " | lines[0].outboundProxy.tls",
        "'keys':[{'position':1,'type':'blf','extension':'1'}]          | keys[0].extension",
        "'overrides':[{'parameter':'time.zone','value':'UTC'},{'name':'a'}] | overrides[1].name",
        "'':1                                                          | ''"
      })
  void unknownField_atAnyDepth_refusedByPath(String fields, String field) {
    Answer answer = api.put(Api.DEVICE, Bodies.with(fields.replace('\'', '"')));

    assertThat(answer.field()).isEqualTo(field.replace("''", ""));
  }

  @Test
  void unknownField_longName_isToldShortened() {
    Answer answer = api.put(Api.DEVICE, Bodies.with("\"" + "n".repeat(40_000) + "\":1"));

    assertThat(answer.field()).startsWith("nnn").hasSizeLessThan(100);
    assertThat(answer.text()).hasSizeLessThan(1_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'brand':1                                                     | brand",
        "'notes':{'a':1}                                               | notes",
        "'serial':[]                                                   | serial",
        "'lines':{}                                                    | lines",
        "'lines':'100'                                                 | lines",
        "'lines':[null]                                                | lines[0]",
        "'lines':[[]]                                                  | lines[0]",
        "'lines':[{'user':100,'registrar':{'host':'h'}}]               | lines[0].user",
        "'lines':[{'user':'1'}]                                        | lines[0].registrar",
        "'lines':[{'user':'1','registrar':null}]                       | lines[0].registrar",
        "'lines':[{'user':'1','registrar':{}}]                         | lines[0].registrar.host",
        "'lines':[{'user':'1','registrar':{'host':'h','port':'5060'}}] | lines[0].registrar.port",
        "'lines':[{'user':'1','registrar':{'host':'h','port':true}}]   | lines[0].registrar.port",
        "'lines':[{'user':'1','registrar':{'host':'h'},'expires':'60'}] | lines[0].expires",
        "'lines':[{'registrar':{'host':'h'}}]                          | lines[0].user",
        "'keys':[{'position':1,'type':7}]                              | keys[0].type",
        "'keys':[{'type':'blf'}]                                       | keys[0].position",
        "'keys':[{'position':1,'type':'blf','line':'1'}]               | keys[0].line",
        "'overrides':[{'parameter':'time.zone','value':1}]             | overrides[0].value",
        "'overrides':[{'value':'1'}]                                   | overrides[0].parameter"
      })
  void wrongType_atAnyDepth_refusedByPath(String fields, String field) {
    String body =
        fields.startsWith("'brand'")
            ? "{\"mac\":\"001565aabbcc\"," + fields + "}"
            : Bodies.with(fields);

    assertThat(api.put(Api.DEVICE, body.replace('\'', '"')).field()).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"yes\"", "1", "[]", "{\"password\":\"Planted\"}"})
  void create_armOfTheWrongType_refused(String arm) {
    String body =
        Bodies.bare("001565000001", "acme.example", "west")
            .replaceFirst("\\{", "{\"arm\":" + arm + ",");

    assertThat(api.post("/devices", body).field()).isEqualTo("arm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "65536",
        "-1",
        "2147483648",
        "-9223372036854775809",
        "99999999999999999999999999",
        "1e400",
        "1e-400",
        "5060.0",
        "5060.5",
        "5e3",
        "-0.0"
      })
  void number_outOfRangeOrNotWhole_refusedByPath(String number) {
    String line = "\"outboundProxy\":{\"host\":\"h\",\"port\":" + number + "}";

    assertThat(api.put(Api.DEVICE, Bodies.withLine(line)).field())
        .isEqualTo("lines[0].outboundProxy.port");
  }

  @Test
  void number_ofAMillionDigits_refused() {
    for (String digits : List.of("9".repeat(1_000), "9".repeat(1_000_000))) {
      Answer answer = api.put(Api.DEVICE, Bodies.withLine("\"expires\":" + digits));

      answer.problem(400);
      assertThat(answer.text()).hasSizeLessThan(1_000);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {900, 100_000})
  void nesting_deep_refused(int depth) {
    for (String body :
        List.of(
            "[".repeat(depth),
            "[".repeat(depth) + "]".repeat(depth),
            "{\"a\":".repeat(depth) + "1" + "}".repeat(depth),
            Bodies.with("\"notes\":" + "[".repeat(depth) + "]".repeat(depth)))) {
      api.put(Api.DEVICE, body).problem(400);
    }
  }

  @Test
  void bytes_notUtf8_refused() {
    byte[] latin = Bodies.with("\"notes\":\"caf\u00e9\"").getBytes(ISO_8859_1);
    byte[] surrogate = bytes("{\"notes\":\"", new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
    byte[] overlong = bytes("{\"notes\":\"", new byte[] {(byte) 0xc0, (byte) 0x80});
    byte[] wide = Bodies.with("\"notes\":\"x\"").getBytes(UTF_16);
    byte[] wideWithoutMark = Bodies.with("\"notes\":\"x\"").getBytes(UTF_16LE);

    for (byte[] body : List.of(latin, surrogate, overlong, wide, wideWithoutMark)) {
      Answer answer =
          api.send(
              api.request(Api.DEVICE)
                  .header("Content-Type", "application/json")
                  .PUT(BodyPublishers.ofByteArray(body)));
      assertThat(answer.detail(400)).startsWith("malformed JSON");
    }
  }

  private static byte[] bytes(String start, byte[] middle) {
    String whole = start + new String(middle, ISO_8859_1) + "\"}";
    return whole.getBytes(ISO_8859_1);
  }

  @Test
  void utf8_beyondAscii_isKept() {
    String notes = "caf\u00e9 \u0130 \ud83d\ude00";

    assertThat(api.put(Api.DEVICE, Bodies.with("\"notes\":\"" + notes + "\"")).ok())
        .isEqualTo(api.get(Api.DEVICE).ok());
    assertThat(api.get(Api.DEVICE).ok().path("notes").asText()).isEqualTo(notes);
    assertThat(api.get(Api.DEVICE).text().getBytes(UTF_8)).contains((byte) 0xc3);
  }
}
