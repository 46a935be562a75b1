package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.yealink.YealinkPhone;
import org.opentest4j.TestAbortedException;

/**
 * A PostgreSQL primary is killed and its stand-by takes over, without the last commit. One server
 * lives through all of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FailoverTest {
  private StandbyPair pair;
  private TestServer server;
  private YealinkPhone phone;
  private int number;

  @BeforeAll
  void start(@TempDir Path folder) {
    pair = StandbyPair.create().orElseThrow(() -> new TestAbortedException("no PostgreSQL"));
    server =
        new TestServer(
            TestServer.on(pair.database(), pair.database().url(), folder.resolve("data")),
            TestServer.environment(pair.database()));
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
    if (pair != null) {
      pair.close();
    }
  }

  @BeforeEach
  void enrol() throws Exception {
    String mac = String.format(Locale.ROOT, "001565eeff%02x", number++);
    server.enrol(mac, "yealink", "T46S");
    phone = YealinkPhone.builder(mac).build();
    server.redirect(phone);
  }

  /** What somebody does to the server and is told that it is done. */
  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }

  /** Does it, and loses what it committed: so many writes to the phone's access. */
  private void lose(int commits, Step step) throws Exception {
    try {
      loseWhenFollowed(commits, step);
    } finally {
      pair.rebuild();
    }
  }

  private void loseWhenFollowed(int commits, Step step) throws Exception {
    String before = state();
    pair.stopFollowing();
    long version = pair.version(phone.mac());
    step.run();
    assertThat(pair.version(phone.mac()) - version).as("commits").isEqualTo(commits);
    pair.failOver();
    while (server.get("/readyz").statusCode() != 200) {
      // each answer takes as long as a connection may take; the test's own time is bounded
      Thread.onSpinWait();
    }
    assertThat(pair.version(phone.mac())).as("what is left").isEqualTo(version);
    assertThat(state()).as("after the fail-over").isEqualTo(before);
    if (before.equals("provisioned") || before.equals("rotating")) {
      assertStrangerIsRefused();
    }
  }

  private String state() throws Exception {
    return server.state(phone);
  }

  private void act(String action, String body) throws Exception {
    String path = "devices/" + phone.mac() + "/" + action;
    assertThat(server.management().call("POST", path, body).status()).as(action).isEqualTo(200);
  }

  private void set(String credential) throws Exception {
    String path = "devices/" + phone.mac() + "/credential";
    assertThat(server.management().call("PUT", path, credential).status()).isEqualTo(200);
  }

  private void assertStrangerIsRefused() {
    YealinkPhone stranger = YealinkPhone.builder(phone.mac()).build();
    server.redirect(stranger);
    stranger.boot();
    assertThat(stranger.sipUsers()).as("what the global pass opens").isEmpty();
  }

  private void assertComesBack(Outcome... outcomes) {
    assertThat(phone.resync().outcome()).isIn((Object[]) outcomes);
  }

  private void assertServedFromNowOn() throws Exception {
    assertComesBack(Outcome.UNCHANGED);
    assertThat(state()).isEqualTo("provisioned");
    assertStrangerIsRefused();
  }

  private void provision() throws Exception {
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    phone.resync();
    assertThat(state()).isEqualTo("provisioned");
  }

  /** As an administrator does who is told that a phone shows its box for a password. */
  private void armAndReset() throws Exception {
    act("arm", "{}");
    phone.factoryReset();
    server.redirect(phone);
    provision();
  }

  @Test
  void armingLost_isArmedAgain() throws Exception {
    act("lock", "");
    lose(1, () -> act("arm", "{}"));
    assertThat(phone.boot().outcome()).as("nobody has armed it").isEqualTo(Outcome.PROMPT);
    armAndReset();
    assertServedFromNowOn();
  }

  @Test
  void firstDeliveryLost_phoneHoldsItsPassword_goesOnByItself() throws Exception {
    lose(1, () -> assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED));
    assertComesBack(Outcome.APPLIED, Outcome.UNCHANGED);
    assertComesBack(Outcome.APPLIED, Outcome.UNCHANGED);
    assertServedFromNowOn();
  }

  @Test
  void firstDeliveryAndProofLost_goesOnByItself() throws Exception {
    lose(2, this::provision);
    assertComesBack(Outcome.APPLIED, Outcome.UNCHANGED);
    assertComesBack(Outcome.APPLIED, Outcome.UNCHANGED);
    assertServedFromNowOn();
  }

  @Test
  void proofLost_isProvenAgain() throws Exception {
    phone.boot();
    lose(1, () -> assertComesBack(Outcome.APPLIED, Outcome.UNCHANGED));
    assertComesBack(Outcome.UNCHANGED);
    assertServedFromNowOn();
  }

  @Test
  void rotationLost_phoneGoesOnWithItsPassword() throws Exception {
    provision();
    lose(1, () -> act("rotate", ""));
    assertServedFromNowOn();
    act("rotate", "");
    phone.resync();
    phone.resync();
    assertServedFromNowOn();
  }

  @Test
  void deliveryOfNextLost_goesOnByItself() throws Exception {
    provision();
    act("rotate", "");
    lose(1, () -> assertComesBack(Outcome.APPLIED));
    assertComesBack(Outcome.APPLIED, Outcome.UNCHANGED);
    assertServedFromNowOn();
  }

  @Test
  void proofOfNextLost_isProvenAgain() throws Exception {
    provision();
    act("rotate", "");
    assertComesBack(Outcome.APPLIED);
    lose(1, () -> assertComesBack(Outcome.APPLIED, Outcome.UNCHANGED));
    assertComesBack(Outcome.UNCHANGED);
    assertServedFromNowOn();
  }

  @Test
  void deliveryAndProofOfNextLost_goesOnByItself() throws Exception {
    provision();
    act("rotate", "");
    lose(
        2,
        () -> {
          assertComesBack(Outcome.APPLIED);
          assertComesBack(Outcome.APPLIED, Outcome.UNCHANGED);
        });
    assertComesBack(Outcome.APPLIED, Outcome.UNCHANGED);
    assertServedFromNowOn();
  }

  @Test
  void rearmingLost_phoneNotReset_goesOnWithItsPassword() throws Exception {
    provision();
    lose(1, () -> act("arm", "{}"));
    assertServedFromNowOn();
  }

  @Test
  void rearmingLost_phoneReset_isArmedAgain() throws Exception {
    provision();
    lose(
        1,
        () -> {
          act("arm", "{}");
          phone.factoryReset();
          server.redirect(phone);
        });
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.PROMPT);
    armAndReset();
    assertServedFromNowOn();
  }

  /** The theft button must be pressed again: what the database does not know it cannot refuse. */
  @Test
  void lockLost_isServedUntilLockedAgain() throws Exception {
    provision();
    lose(1, () -> act("lock", ""));
    assertServedFromNowOn();
    act("lock", "");
    assertThat(phone.resync().outcome()).isNotIn(Outcome.APPLIED, Outcome.UNCHANGED);
  }

  @Test
  void credentialSetByHandLost_isSetAgain() throws Exception {
    provision();
    String body = "{\"password\":\"SetByHand12345\"}";
    lose(1, () -> set(body));
    assertServedFromNowOn();
    set(body);
    phone.resync();
    phone.resync();
    assertServedFromNowOn();
    assertThat(phone.holds(phone.mac(), "SetByHand12345")).isTrue();
  }

  /** The former primary lives on and may only be read: what it answers is old by and by. */
  @Test
  void switchOver_formerPrimaryReadOnly_goesOnAtTheNewOne() throws Exception {
    provision();
    pair.switchOver();
    int refused = 0;
    while (server.management().call("POST", "devices/" + phone.mac() + "/rotate", "").status()
        == 503) {
      refused++;
    }
    assertThat(refused).as("connections that were tried").isLessThanOrEqualTo(2);
    assertThat(pair.version(phone.mac())).as("at the new primary").isPositive();
    assertThat(state()).isEqualTo("rotating");
    phone.resync();
    phone.resync();
    assertServedFromNowOn();
    pair.rebuild();
  }

  /** More than the last commit: the phone holds what nobody knows any more, until it is armed. */
  @Test
  void rotationAndItsDeliveryLost_isArmedAgain() throws Exception {
    provision();
    lose(
        2,
        () -> {
          act("rotate", "");
          assertComesBack(Outcome.APPLIED);
        });
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.PROMPT);
    armAndReset();
    assertServedFromNowOn();
  }

  @Test
  void rearmingAndFirstDeliveryLost_isArmedAgain() throws Exception {
    provision();
    lose(
        2,
        () -> {
          act("arm", "{}");
          phone.factoryReset();
          server.redirect(phone);
          assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
        });
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.PROMPT);
    armAndReset();
    assertServedFromNowOn();
  }
}
