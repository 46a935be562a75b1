package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What the API answered. */
record Answer(int status, HttpHeaders headers, String text) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A header that must be there once. */
  String header(String name) {
    assertThat(headers.allValues(name)).as(name).hasSize(1);
    return headers.allValues(name).get(0);
  }

  Optional<String> type() {
    return headers.firstValue("Content-Type");
  }

  /** The body of a call that succeeded. */
  JsonNode ok() {
    return ok(200);
  }

  JsonNode ok(int expected) {
    assertThat(status).as(text).isEqualTo(expected);
    assertThat(type()).contains("application/json");
    return json();
  }

  JsonNode json() {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }

  /** The problem document of a call that was refused (RFC 9457 section 3.1). */
  JsonNode problem(int expected) {
    assertThat(status).as(text).isEqualTo(expected);
    assertThat(type()).contains("application/problem+json");
    JsonNode problem = json();
    assertThat(problem.path("type").asText()).isEqualTo("about:blank");
    assertThat(problem.path("status").isInt()).isTrue();
    assertThat(problem.path("status").asInt()).isEqualTo(expected);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    return problem;
  }

  String detail(int expected) {
    return problem(expected).path("detail").asText();
  }

  /** The path of the field that a 400 complains of. */
  String field() {
    JsonNode field = problem(400).path("field");
    assertThat(field.isTextual()).as(text).isTrue();
    return field.asText();
  }
}
