package org.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.Latchkey;
import org.latchkey.memory.MemoryUploads;
import org.latchkey.servlet.Container.Kind;
import org.latchkey.servlet.Container.Targets;
import org.latchkey.spi.UploadQuota;

class StoredUploadTest {
  private static final String CONTACTS = "/cfg/" + Site.MAC + "-contact.xml";
  private static final String CHUNKED = "Transfer-Encoding: chunked";
  private static final String EXPECT = "Expect: 100-continue";
  private static final int LIMIT = 100_000;
  private static final int DROPPED = 512 * 1024;

  private final MemoryUploads uploads = new MemoryUploads();
  private Latchkey latchkey;
  private Site site;
  private String own;

  @BeforeEach
  void start() throws Exception {
    latchkey =
        Site.latchkey(
            builder -> builder.uploads(uploads, new UploadQuota(LIMIT, 4, 2 * LIMIT, 2 * LIMIT)));
    site = Site.filter("/", new ProvisioningFilter(latchkey), Targets.PHONES);
    String file = site.get("/cfg/" + Site.FILE, Site.BASIC).body();
    Matcher matcher =
        Pattern.compile("server\\.username = (\\S+)\\n.*server\\.password = (\\S+)").matcher(file);
    assertThat(matcher.find()).isTrue();
    own = basic(matcher.group(1) + ":" + matcher.group(2));
  }

  private static String basic(String pair) {
    return "Authorization: Basic "
        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }

  @AfterEach
  void stop() throws Exception {
    assertThat(site.logged(Level.WARNING)).isEmpty();
    site.close();
  }

  private void put(Wire wire, String header, String body) throws IOException {
    wire.beginPut(CONTACTS, own, header);
    wire.send(body);
  }

  private static void assertRefusedAndClosed(Wire wire, Wire.Reply reply) throws IOException {
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.value("Connection")).isEqualTo("close");
    assertThat(wire.isClosed()).isTrue();
  }

  /** That the connection can be used again; Tomcat closes it after any 413, and says so. */
  private static void assertRefusedAlive(Wire wire, Wire.Reply reply) throws IOException {
    if (Kind.current().isTomcat()) {
      assertRefusedAndClosed(wire, reply);
    } else {
      assertThat(reply.status()).isEqualTo(413);
      assertThat(wire.get("/").status()).isEqualTo(200);
    }
  }

  /** Undertow closes the connection itself when chunks are malformed or end too early. */
  private static void assertChunksRefused(Wire wire) throws IOException {
    if (Kind.current() == Kind.UNDERTOW_2_3) {
      assertThat(wire.isClosed()).isTrue();
    } else {
      assertThat(wire.read(false).status()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 50_000, LIMIT})
  void put_ownCredential_comesBackOnTheSameConnection(int size) throws Exception {
    String content = "x".repeat(size);
    try (Wire wire = site.open()) {
      put(wire, "Content-Length: " + size, content);
      assertThat(wire.read(false).status()).isEqualTo(200);

      Wire.Reply back = wire.get(CONTACTS, own);
      assertThat(back.status()).isEqualTo(200);
      assertThat(back.body()).isEqualTo(content);
    }
  }

  @Test
  void put_chunked_stored() throws Exception {
    try (Wire wire = site.open()) {
      put(wire, CHUNKED, "4\r\n<c/>\r\n1\r\n\n\r\n0\r\n\r\n");
      assertThat(wire.read(false).status()).isEqualTo(200);
      assertThat(wire.get(CONTACTS, own).body()).isEqualTo("<c/>\n");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {LIMIT + 1, DROPPED})
  void put_tooLong_413AndTheConnectionLives(int size) throws Exception {
    try (Wire wire = site.open()) {
      assertRefusedAlive(wire, wire.ask("PUT", CONTACTS, "x".repeat(size), own));
    }
    assertThat(uploads.dump()).isEmpty();
  }

  @Test
  void put_tooLongChunked_413AndTheConnectionLives() throws Exception {
    String chunk = "c350\r\n" + "x".repeat(50_000) + "\r\n";
    try (Wire wire = site.open()) {
      put(wire, CHUNKED, chunk.repeat(3) + "0\r\n\r\n");
      assertRefusedAlive(wire, wire.read(false));
    }
    assertThat(uploads.dump()).isEmpty();
  }

  @Test
  void put_muchTooLong_413AndTheConnectionCloses() throws Exception {
    try (Wire wire = site.open()) {
      put(wire, "Content-Length: " + 4 * DROPPED, "x".repeat(DROPPED + 1));
      Wire.Reply reply = wire.read(false);
      if (Kind.current().isTomcat()) {
        // it lets the phone end (maxSwallowSize), lest the answer be lost with a reset
        wire.send("x".repeat(3 * DROPPED - 1));
      }
      assertRefusedAndClosed(wire, reply);
    }
    assertThat(uploads.dump()).isEmpty();
  }

  @Test
  void put_overQuota_413AndTheConnectionLives() throws Exception {
    try (Wire wire = site.open()) {
      String sys = "/cfg/" + Site.MAC + "-sys.log";
      String boot = "/cfg/" + Site.MAC + "-boot.log";
      assertThat(wire.ask("PUT", sys, "x".repeat(LIMIT), own).status()).isEqualTo(200);
      assertThat(wire.ask("PUT", boot, "x".repeat(LIMIT), own).status()).isEqualTo(200);
      assertRefusedAlive(wire, wire.ask("PUT", CONTACTS, "x", own));
    }
  }

  @Test
  void put_expectContinue_bodyAskedForAndStored() throws Exception {
    try (Wire wire = site.open()) {
      wire.beginPut(CONTACTS, own, EXPECT, "Content-Length: 4");
      assertThat(wire.status()).isEqualTo(100);
      wire.send("<c/>");
      assertThat(wire.read(false).status()).isEqualTo(200);
      assertThat(wire.get(CONTACTS, own).body()).isEqualTo("<c/>");
    }
  }

  @Test
  void put_expectContinueTooLong_413WithoutAskingForIt() throws Exception {
    try (Wire wire = site.open()) {
      wire.beginPut(CONTACTS, own, EXPECT, "Content-Length: " + 4 * DROPPED);
      assertRefusedAndClosed(wire, wire.read(false));
    }
  }

  @Test
  void put_globalPass_takenAndDropped() throws Exception {
    try (Wire wire = site.open()) {
      assertThat(wire.ask("PUT", CONTACTS, "x".repeat(1_000), Site.BASIC).status()).isEqualTo(200);
      assertThat(wire.get(CONTACTS, Site.BASIC).status()).isEqualTo(404);
    }
    assertThat(uploads.dump()).isEmpty();
  }

  @Test
  void put_phoneGoesAwayInMidBody_nothingStored() throws Exception {
    for (int i = 1; i < 20; i++) {
      try (Wire wire = site.open()) {
        put(wire, "Content-Length: 1000", "x".repeat(i));
        wire.reset();
      }
    }
    try (Wire wire = site.open()) {
      put(wire, "Content-Length: 1000", "half");
      wire.end();
      assertThat(wire.read(false).status()).isEqualTo(400);
    }
    try (Wire wire = site.open()) {
      put(wire, CHUNKED, "4\r\nhalf\r\n");
      wire.end();
      assertChunksRefused(wire);
    }
    assertThat(uploads.dump()).isEmpty();
  }

  @Test
  void put_malformedChunks_refusedAndNothingStored() throws Exception {
    // to Undertow zz is 0, the end of the body
    String length = Kind.current() == Kind.UNDERTOW_2_3 ? "f".repeat(20) : "zz";
    try (Wire wire = site.open()) {
      put(wire, CHUNKED, "4\r\n<c/>\r\n" + length + "\r\n");
      assertChunksRefused(wire);
    }
    assertThat(uploads.dump()).isEmpty();
  }

  /** A host's filter that does something to the body before the phone's request is answered. */
  private interface Meddler {
    void meddle(ServletRequest request) throws IOException;
  }

  private Wire.Reply putBehind(Meddler meddler) throws Exception {
    ProvisioningFilter ours = new ProvisioningFilter(latchkey);
    Filter both =
        (request, response, chain) -> {
          meddler.meddle(request);
          ours.doFilter(request, response, chain);
        };
    try (Site other = Site.filter("/", both, Targets.PHONES);
        Wire wire = other.open()) {
      return wire.ask("PUT", CONTACTS, "<contacts/>", own);
    }
  }

  @Test
  void put_hostHasReadPartOfTheBody_nothingStored() throws Exception {
    assertThat(putBehind(request -> request.getInputStream().skipNBytes(5)).status())
        .isEqualTo(400);
    assertThat(uploads.dump()).isEmpty();
  }

  @Test
  void put_hostHasTakenTheBodyAsText_nothingStored() throws Exception {
    assertThat(putBehind(ServletRequest::getReader).status()).isEqualTo(400);
    assertThat(uploads.dump()).isEmpty();
  }
}
