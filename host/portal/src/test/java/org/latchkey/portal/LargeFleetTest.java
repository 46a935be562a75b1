package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A large fleet both ways. As many as the build has time for; {@code -Dfleet.rows=100000} with
 * {@code -Dtest.heap=-Xmx256m} is what the interface promises.
 */
class LargeFleetTest {
  private static final int ROWS = Integer.getInteger("fleet.rows", 5_000);
  private static final String HEADER =
      "mac,brand,model,domain,reseller,notes,line1_label,line1_user,line1_password,"
          + "line1_registrar,provisioning_username,provisioning_password\n";

  @RegisterExtension
  final Api api =
      new Api(
          new Host(
              inventory -> inventory,
              store -> store,
              builder -> builder.events(event -> {}, Optional.empty())));

  private final HttpClient http = HttpClient.newHttpClient();

  /** Rows that are made while they are sent; every hundredth is refused. */
  private static final class Rows extends InputStream {
    private byte[] row = HEADER.getBytes(StandardCharsets.US_ASCII);
    private int next;
    private int at;

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (at == row.length) {
        if (next == ROWS) {
          return -1;
        }
        row = row(next++).getBytes(StandardCharsets.UTF_8);
        at = 0;
      }
      int count = Math.min(length, row.length - at);
      System.arraycopy(row, at, into, offset, count);
      at += count;
      return count;
    }
  }

  private static String row(int number) {
    String mac = String.format(Locale.ROOT, "001565%06x", number);
    String model = number % 100 == 99 ? "T9000" : "T46S";
    return mac
        + ","
        + "yealink,"
        + model
        + ",acme.example,west,Zoë's,100,+49"
        + number
        + ",sip"
        + number
        + ",sip.acme.example,user"
        + number
        + ",own"
        + number
        + "\n";
  }

  @Test
  void fleet_large_comesInAndGoesOut() throws IOException, InterruptedException {
    JsonNode answer =
        new ObjectMapper()
            .readTree(
                http.send(
                        api.request("/devices:import")
                            .header("Content-Type", "text/csv")
                            .POST(BodyPublishers.ofInputStream(Rows::new))
                            .build(),
                        BodyHandlers.ofString())
                    .body());

    assertThat(answer.path("rows").asInt()).isEqualTo(ROWS);
    assertThat(answer.path("entered").asInt()).isEqualTo(ROWS - ROWS / 100);
    assertThat(answer.path("failed").asInt()).isEqualTo(ROWS / 100);

    InputStream body =
        http.send(
                api.request("/devices:export?secrets=true").GET().build(),
                BodyHandlers.ofInputStream())
            .body();
    try (BufferedReader reader =
            new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        Stream<String> rows = reader.lines()) {
      assertThat(
              rows.filter(row -> row.matches("0015650*.*,'\\+49[0-9]+,sip[0-9]+,.*,own[0-9]+,no,")))
          .hasSize(ROWS - ROWS / 100);
    }
  }
}
