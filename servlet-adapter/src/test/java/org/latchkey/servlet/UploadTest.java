package org.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.servlet.Container.Kind;
import org.latchkey.servlet.Container.Targets;

class UploadTest {
  private static final String TARGET = "/cfg/" + Site.MAC + "-sys.log";
  private static final int LIMIT = 512 * 1024;

  private Site site;

  @BeforeEach
  void start() throws Exception {
    site = Site.filter("/", new ProvisioningFilter(Site.latchkey()), Targets.PHONES);
  }

  @AfterEach
  void stop() throws Exception {
    assertThat(site.logged(Level.WARNING)).isEmpty();
    site.close();
  }

  private static void put(Wire wire, String header, String body) throws IOException {
    wire.beginPut(TARGET, header);
    wire.send(body);
  }

  @ParameterizedTest
  @CsvSource({"PUT,1", "PUT,100000", "POST,524288"})
  void answer_refusedUpload_connectionLives(String method, int size) throws Exception {
    try (Wire wire = site.open()) {
      for (int i = 0; i < 3; i++) {
        Wire.Reply reply = wire.ask(method, TARGET, "x".repeat(size));

        assertThat(reply.status()).isEqualTo(401);
        // Undertow says that it keeps it
        assertThat(reply.values("Connection")).isSubsetOf("keep-alive");
      }
      assertThat(wire.get("/").status()).isEqualTo(200);
    }
  }

  @Test
  void answer_bodyOfForbiddenMethod_connectionLives() throws Exception {
    try (Wire wire = site.open()) {
      assertThat(wire.ask("PUT", "/cfg/" + Site.FILE, "x".repeat(50_000)).status()).isEqualTo(405);
      assertThat(wire.ask("GET", "/cfg/" + Site.FILE, "x".repeat(50_000)).status()).isEqualTo(401);
      assertThat(wire.get("/").status()).isEqualTo(200);
    }
  }

  @Test
  void answer_chunkedUpload_connectionLives() throws Exception {
    try (Wire wire = site.open()) {
      put(wire, "Transfer-Encoding: chunked", "5\r\nhello\r\n0\r\n\r\n");
      assertThat(wire.read(false).status()).isEqualTo(401);
      assertThat(wire.get("/").status()).isEqualTo(200);
    }
  }

  @Test
  void answer_uploadThatWaitsForLeave_isLetSend() throws Exception {
    try (Wire wire = site.open()) {
      wire.beginPut(TARGET, "Content-Length: 5", "Expect: 100-continue");
      assertThat(wire.read(false).status()).isEqualTo(100);
      wire.send("hello");
      assertThat(wire.read(false).status()).isEqualTo(401);
      assertThat(wire.get("/").status()).isEqualTo(200);
    }
  }

  @Test
  void answer_tooLongUpload_connectionCloses() throws Exception {
    try (Wire wire = site.open()) {
      // announced, but not sent beyond what is read
      put(wire, "Content-Length: " + 4 * LIMIT, "x".repeat(LIMIT + 1));
      Wire.Reply reply = wire.read(false);

      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.value("Connection")).isEqualTo("close");
      if (Kind.current().isTomcat()) {
        // it lets the phone end (maxSwallowSize), lest the answer be lost with a reset
        wire.send("x".repeat(3 * LIMIT - 1));
      }
      assertThat(wire.isClosed()).isTrue();
    }
  }

  @Test
  void answer_clientGoesAway_nobodyIsAlarmed() throws Exception {
    for (int i = 0; i < 20; i++) {
      try (Wire wire = site.open()) {
        put(wire, "Content-Length: 1000", "x".repeat(i));
        wire.reset();
      }
      try (Wire wire = site.open()) {
        wire.send(("GET " + TARGET + " HTTP/1.1\r\nHost: x\r\n\r\n").repeat(200));
        wire.reset();
      }
    }
    assertThat(stillServes()).isTrue();
  }

  @Test
  void answer_malformedChunks_shortRefusal() throws Exception {
    try (Wire wire = site.open()) {
      put(wire, "Transfer-Encoding: chunked", "zz\r\n\r\n"); // to Undertow, zz is 0
      assertThat(wire.read(false).status()).isBetween(400, 499);
    }
  }

  private boolean stillServes() throws IOException {
    return site.get("/").status() == 200;
  }
}
