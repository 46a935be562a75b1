package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.LatchkeyBuilder;
import org.latchkey.device.MacAddress;
import org.latchkey.event.Event;
import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.spi.AccessRecord;
import org.latchkey.spi.CredentialStore;
import org.latchkey.spi.EventLog;

/** What a host's stores do to answers when they fail. */
class OutageTest {
  private boolean storeFails;
  private boolean logFails;
  private boolean othersAreFaster;

  @RegisterExtension
  final Api api = new Api(new Host(inventory -> inventory, Failing::new, this::withFailingLog));

  /** A store that is reached over a network. */
  private final class Failing implements CredentialStore {
    private final MemoryCredentialStore inner;

    Failing(MemoryCredentialStore inner) {
      this.inner = inner;
    }

    private void reach() {
      if (storeFails) {
        throw new UncheckedIOException(new ConnectException("10.0.0.7:5432 user=latchkey"));
      }
    }

    @Override
    public Optional<AccessRecord> find(MacAddress mac) {
      reach();
      return inner.find(mac);
    }

    @Override
    public boolean create(AccessRecord first) {
      reach();
      return inner.create(first);
    }

    @Override
    public boolean replace(AccessRecord expected, AccessRecord next) {
      reach();
      return !othersAreFaster && inner.replace(expected, next);
    }

    @Override
    public boolean delete(MacAddress mac) {
      reach();
      return inner.delete(mac);
    }
  }

  private LatchkeyBuilder withFailingLog(LatchkeyBuilder builder) {
    return builder.events(
        event -> {},
        Optional.of(
            new EventLog() {
              @Override
              public List<Event> of(MacAddress mac, int most) {
                reach();
                return List.of();
              }

              @Override
              public Optional<Instant> lastContact(MacAddress mac) {
                reach();
                return Optional.empty();
              }

              private void reach() {
                if (logFails) {
                  throw new IllegalStateException("10.0.0.8 is away");
                }
              }
            }));
  }

  @BeforeEach
  void enterPhone() {
    api.post("/devices", Bodies.FULL).ok(201);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    ''",
    "GET,    /files?name=001565aabbcc.cfg",
    "POST,   /arm",
    "POST,   /lock",
    "POST,   /disable"
  })
  void storeFails_anyCall_unavailableWithoutTheReason(String method, String path) {
    storeFails = true;
    assertThat(api.call(method, Api.DEVICE + path, "").detail(503))
        .isEqualTo("a store failed; try again");
    assertThat(api.get("/devices").detail(503)).isEqualTo("a store failed; try again");
    assertThat(api.logs.lines(Level.WARNING)).anyMatch(line -> line.contains("10.0.0.7"));

    storeFails = false;
    assertThat(api.call(method, Api.DEVICE + path, "").status()).isEqualTo(200);
  }

  @Test
  void eventLogFails_showingOrEvents_unavailable() {
    logFails = true;

    api.get(Api.DEVICE).problem(503);
    api.get(Api.DEVICE + "/events").problem(503);
    assertThat(api.logs.lines(Level.WARNING)).anyMatch(line -> line.contains("10.0.0.8"));
  }

  @Test
  void lostRace_everyAttempt_conflict() {
    othersAreFaster = true;

    assertThat(api.post(Api.DEVICE + "/lock").detail(409)).contains("somebody else");
  }

  @Test
  void bugInTheHost_anyCall_internalErrorThatTellsNothing() {
    Answer answer = api.call("GET", Api.DEVICE, "", Api.BROKEN_SIGN_IN, "1");

    assertThat(answer.problem(500).path("title").asText()).isEqualTo("Internal Server Error");
    assertThat(answer.text()).doesNotContain("sign-in");
    assertThat(api.shouted()).singleElement().asString().contains("the sign-in is broken");
  }
}
