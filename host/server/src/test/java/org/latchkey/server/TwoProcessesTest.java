package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.testdatabases.TestDatabase;
import org.latchkey.testdatabases.TestDatabases;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.yealink.YealinkPhone;

/** Two server processes on one database behind an address that leads to them in turn. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TwoProcessesTest {
  private static final String MAC = "001565021001";

  @Test
  void phone_betweenTwoServers_livesOnWhenOneIsKilled(@TempDir Path folder) throws Exception {
    TestDatabase database = TestDatabases.postgresql();
    Map<String, String> environment = new HashMap<>(TestServer.environment(database));
    try (TcpLine address = new TcpLine(0)) {
      List<String> arguments =
          List.of(
              "--jdbc-url=" + database.url(),
              "--jdbc-user=" + database.user(),
              "--jdbc-pool=4",
              "--public-url=http://127.0.0.1:" + address.port() + "/cfg/");
      try (KilledServer one = new KilledServer(folder.resolve("one"), arguments, environment);
          KilledServer other = new KilledServer(folder.resolve("other"), arguments, environment)) {
        address.lead(port(one), port(other));
        ManagementClient here = management(one);
        ManagementClient there = management(other);
        String product = "\"brand\":\"yealink\",\"model\":\"T46S\"";
        String device = MatrixSite.device(MAC, product, "1");
        assertThat(here.call("POST", "devices", device).status()).isEqualTo(201);
        assertThat(there.state(MAC)).isEqualTo("armed");

        YealinkPhone phone = YealinkPhone.builder(MAC).build();
        phone.redirect(
            "http://127.0.0.1:" + address.port() + "/cfg/", Home.PASS_USER, Home.PASS_PASSWORD);
        Round first = phone.boot();
        assertThat(first.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(first.exchanges())
            .extracting(Exchange::status)
            .as("a challenge of one was answered to the other")
            .contains(401, 200);
        assertThat(address.accepted()).as("connections, one after the other").isGreaterThan(1);

        one.kill();
        phone.resync();
        assertThat(phone.resync().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(there.state(MAC)).isEqualTo("provisioned");
        assertThat(there.call("POST", "devices/" + MAC + "/rotate", "").status()).isEqualTo(200);

        one.start();
        phone.resync();
        phone.resync();
        assertThat(phone.resync().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(management(one).state(MAC)).isEqualTo("provisioned");
      }
    }
  }

  private static int port(KilledServer server) {
    return URI.create(server.url()).getPort();
  }

  private static ManagementClient management(KilledServer server) throws Exception {
    return new ManagementClient(URI.create(server.url()), Home.TOKEN, SSLContext.getDefault());
  }
}
