package org.latchkey.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods, paths, media types and sizes. */
class HttpRulesTest {
  private static final int MEBIBYTE = 1024 * 1024;

  @RegisterExtension final Api api = new Api();

  @BeforeEach
  void enterPhone() {
    api.post("/devices", Bodies.FULL).ok(201);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,     /devices,                          'GET, POST'",
    "DELETE,  /devices,                          'GET, POST'",
    "PATCH,   /devices,                          'GET, POST'",
    "POST,    /devices/001565aabbcc,             'GET, PUT, DELETE'",
    "PATCH,   /devices/001565aabbcc,             'GET, PUT, DELETE'",
    "OPTIONS, /devices/001565aabbcc,             'GET, PUT, DELETE'",
    "BREW,    /devices/001565aabbcc,             'GET, PUT, DELETE'",
    "GET,     /devices/001565aabbcc/arm,         POST",
    "PUT,     /devices/001565aabbcc/disarm,      POST",
    "DELETE,  /devices/001565aabbcc/lock,        POST",
    "GET,     /devices/001565aabbcc/rotate,      POST",
    "GET,     /devices/001565aabbcc/disable,     POST",
    "GET,     /devices/001565aabbcc/enable,      POST",
    "GET,     /devices/001565aabbcc/credential,  PUT",
    "POST,    /devices/001565aabbcc/events,      GET",
    "DELETE,  /devices/001565aabbcc/files,       GET",
    // whether there is such a device is not told
    "POST,    /devices/001565000000,             'GET, PUT, DELETE'"
  })
  void otherMethod_everyResource_namesThoseThatAre(String method, String path, String allow) {
    Answer answer = api.call(method, path, "");

    assertThat(answer.detail(405)).isEqualTo(method + " is not for this");
    assertThat(answer.header("Allow")).isEqualTo(allow);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/device",
        "/devices2",
        "/Devices",
        "/devices/001565aabbcc/",
        "/devices/001565aabbcc/nothing",
        "/devices/001565aabbcc/Arm",
        "/devices/001565aabbcc/files/001565aabbcc.cfg",
        "/devices/001565aabbcc/arm/",
        "/jobs/1"
      })
  void otherPath_anyMethod_notFound(String path) {
    api.get(path).problem(404);
    api.post(path, "{}").problem(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/xml",
        "application/json2",
        "application/merge-patch+json",
        "json",
        "*/*",
        ";"
      })
  void otherMediaType_withBody_unsupported(String type) {
    api.call("PUT", Api.DEVICE, Bodies.FULL, "Content-Type", type).problem(415);
    api.call("POST", "/devices", Bodies.FULL, "Content-Type", type).problem(415);
    api.call("POST", Api.DEVICE + "/lock", "{}", "Content-Type", type).problem(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json;charset=utf-8",
        "application/json ; charset=\"UTF-8\""
      })
  void json_inAnySpelling_isRead(String type) {
    api.call("PUT", Api.DEVICE, Bodies.FULL, "Content-Type", type).ok();
  }

  @Test
  void json_otherCharset_unsupported() {
    api.call("PUT", Api.DEVICE, Bodies.FULL, "Content-Type", "application/json; charset=iso-8859-1")
        .problem(415);
  }

  @Test
  void noMediaType_withBody_isReadAsJson() {
    api.send(api.request(Api.DEVICE).PUT(BodyPublishers.ofString(Bodies.FULL))).ok();
  }

  @Test
  void body_ofTheLargestSize_isRead() {
    JsonNode problem = api.put(Api.DEVICE, padded(MEBIBYTE)).problem(400);

    assertThat(problem.path("field").asText()).isEqualTo("notes");
  }

  @ParameterizedTest
  @ValueSource(ints = {MEBIBYTE + 1, MEBIBYTE + 4096})
  void body_tooLarge_refused(int size) {
    assertThat(api.put(Api.DEVICE, padded(size)).detail(413)).isEqualTo("a body may have 1 MiB");
    assertThat(api.post("/devices", padded(size)).status()).isEqualTo(413);
    assertThat(api.post(Api.DEVICE + "/lock", padded(size)).status()).isEqualTo(413);
  }

  @Test
  void body_tooLargeInChunks_refused() {
    byte[] body = padded(MEBIBYTE + 1).getBytes(UTF_8);

    api.send(
            api.request(Api.DEVICE)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))))
        .problem(413);
  }

  @Test
  void titles_everyProblem_areThoseOfTheStatus() {
    assertThat(api.get("/nothing").problem(404).path("title").asText()).isEqualTo("Not Found");
    assertThat(api.put("/devices", "").problem(405).path("title").asText())
        .isEqualTo("Method Not Allowed");
    assertThat(api.post("/devices", Bodies.FULL).problem(409).path("title").asText())
        .isEqualTo("Conflict");
    assertThat(api.post("/devices", "{}").problem(400).path("title").asText())
        .isEqualTo("Bad Request");
  }

  /** A device of an exact size. */
  private static String padded(int size) {
    String empty = Bodies.with("\"notes\":\"\"");
    return Bodies.with("\"notes\":\"" + "n".repeat(size - empty.length()) + "\"");
  }
}
