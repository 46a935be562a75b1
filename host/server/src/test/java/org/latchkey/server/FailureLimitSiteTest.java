package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.Latchkey;
import org.latchkey.admin.ArmOrder;
import org.latchkey.brand.yealink.YealinkBrand;
import org.latchkey.caller.Caller;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Line;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.device.Registrar;
import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.memory.MemoryDirectory;
import org.latchkey.memory.MemoryGlobalPasses;
import org.latchkey.pass.GlobalPass;
import org.latchkey.portal.BearerTokens;
import org.latchkey.portal.ManagementServlet;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Secret;
import org.latchkey.secret.Vault;
import org.latchkey.servlet.TrustedProxies;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.SettableClock;
import org.latchkey.testkit.yealink.YealinkPhone;

/**
 * 200 simulated Yealinks behind one address, one of which has a wrong password. Time stands unless
 * the test lets it pass: the worst that can happen to the one and to the others.
 */
class FailureLimitSiteTest {
  private static final Caller ADMIN = Caller.superUser("admin");
  private static final String USER = "firstboot";
  private static final String PASSWORD = "GlobalPassword42";
  private static final int REQUESTS_OF_A_PASS = 24;
  private static final int PHONES = 199;

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T08:00:00Z"));
  private final List<YealinkPhone> honest = new ArrayList<>();
  private ProvisioningHost host;
  private Latchkey latchkey;
  private String url;
  private boolean timePasses;

  @BeforeEach
  void start() {
    ServeOptions options = new ServeOptions();
    options.plainHttp = true;
    options.port = 0;
    options.data = folder;
    host = new ProvisioningHost(options, Optional.empty());
    url = "http://127.0.0.1:" + host.port() + "/cfg/";
    GlobalPass pass =
        new GlobalPass(
            "first", GlobalPass.Scope.INSTALLATION, Credential.of(USER, PASSWORD), false);
    latchkey =
        Latchkey.builder(
                URI.create(url),
                new MemoryDirectory(),
                new MemoryCredentialStore(),
                Vault.ofKey(new byte[32]))
            .brands(new YealinkBrand())
            .globalPasses(new MemoryGlobalPasses(pass))
            .secrets(new SecureRandom()::nextBytes)
            .clock(clock)
            .build();
    host.start(
        latchkey,
        TrustedProxies.none(),
        new ManagementServlet(latchkey.administration(), new BearerTokens(Map.of("t", ADMIN))),
        Optional.empty(),
        () -> true);
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void siteOf200_oneWithAWrongPassword_othersBootAndItRecovers() {
    for (int i = 0; i < PHONES; i++) {
      YealinkPhone phone = enrolled(i);
      phone.redirect(url, USER, PASSWORD);
      honest.add(phone);
    }
    YealinkPhone wrong = enrolled(PHONES);
    wrong.redirect(url, USER, "not-the-password");

    int passes = 0;
    while (limited(wrong) == 0) {
      if (passes < 3) {
        othersBoot(passes);
      }
      assertThat(++passes).as("passes until it is limited").isLessThan(20);
    }
    // 120 failed proofs and no more
    assertThat(passes).isBetween(9, 12);
    assertThat(state(wrong)).isEqualTo("armed");
    othersBoot(passes);
    assertThat(honest).allMatch(phone -> state(phone).equals("provisioned"));

    wrong.enterManually(url, USER, PASSWORD);
    Round tooSoon = wrong.boot();
    assertThat(tooSoon.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(statuses(tooSoon)).contains(503).doesNotContain(200);

    // its own patience between two attempts is enough
    timePasses = true;
    Round recovered = wrong.boot();
    assertThat(statuses(recovered)).contains(503, 200);
    assertThat(recovered.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(wrong.boot().outcome()).isIn(Outcome.APPLIED, Outcome.UNCHANGED);
    assertThat(state(wrong)).isEqualTo("provisioned");
  }

  @Test
  void limitedPhone_armed_bootsAtOnce() {
    YealinkPhone wrong = enrolled(0);
    wrong.redirect(url, USER, "not-the-password");
    int passes = 0;
    while (limited(wrong) == 0) {
      assertThat(++passes).isLessThan(20);
    }

    latchkey.administration().arm(ADMIN, MacAddress.of(wrong.mac()), ArmOrder.DEFAULT);
    wrong.enterManually(url, USER, PASSWORD);

    assertThat(wrong.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(wrong.boot().outcome()).isIn(Outcome.APPLIED, Outcome.UNCHANGED);
    assertThat(state(wrong)).isEqualTo("provisioned");
  }

  /** Every other phone boots once, as if nothing were going on beside it. */
  private void othersBoot(int pass) {
    for (YealinkPhone phone : honest) {
      Round round = phone.boot();
      assertThat(statuses(round)).doesNotContain(503);
      assertThat(round.outcome()).isIn(Outcome.APPLIED, Outcome.UNCHANGED);
      assertThat(state(phone)).isEqualTo(pass == 0 ? "issued" : "provisioned");
    }
  }

  /**
   * One pass of the wrong phone: it boots, and somebody types wrong passwords until it has made 24
   * requests. Tells how many of them were answered by 503.
   */
  private static int limited(YealinkPhone phone) {
    Round round = phone.boot();
    List<Integer> all = new ArrayList<>(statuses(round));
    while (all.size() < REQUESTS_OF_A_PASS && round.outcome() == Outcome.PROMPT) {
      round = phone.answerPrompt(USER, "still-wrong-" + all.size());
      all.addAll(statuses(round));
    }
    int limited = (int) all.stream().filter(status -> status == 503).count();
    assertThat(round.outcome()).isEqualTo(limited == 0 ? Outcome.PROMPT : Outcome.FAILED);
    assertThat(all).doesNotContain(200);
    return limited;
  }

  private static List<Integer> statuses(Round round) {
    return round.exchanges().stream().map(Exchange::status).toList();
  }

  private String state(YealinkPhone phone) {
    return latchkey.administration().show(ADMIN, MacAddress.of(phone.mac())).state();
  }

  private YealinkPhone enrolled(int number) {
    MacAddress mac = MacAddress.of(String.format("001565%06x", number));
    Registrar registrar = new Registrar("sip.acme.example", 5061, Registrar.Transport.TLS);
    Line line =
        new Line(
            1,
            "100",
            "Alice",
            "100",
            "100",
            Secret.of("sip-secret"),
            registrar,
            Optional.empty(),
            3600,
            Optional.empty());
    Device device =
        new Device(
            new DeviceIdentity(mac, "yealink", "T46S", new Owner("acme.example", "west"), "new"),
            List.of(line),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            "");
    latchkey.administration().create(ADMIN, device, true);
    return YealinkPhone.builder(mac.toString()).waiter(this::pass).build();
  }

  private void pass(Duration time) {
    if (timePasses) {
      clock.advance(time);
    }
  }
}
