package org.latchkey.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.net.ssl.SSLContext;

/** The demonstration's administrator: speaks REST like any other program. */
final class ManagementClient {
  private final HttpClient http;
  private final URI base;
  private final String token;
  private final ObjectMapper json = new ObjectMapper();

  ManagementClient(URI base, String token, SSLContext tls) {
    this.http = HttpClient.newBuilder().sslContext(tls).build();
    this.base = base;
    this.token = token;
  }

  /** An answer. */
  record Answer(int status, JsonNode body) {}

  Answer call(String method, String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/api/v1/" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), json.readTree(response.body()));
  }

  String state(String mac) throws IOException, InterruptedException {
    return call("GET", "devices/" + mac, "").body().path("access").path("state").asText();
  }
}
