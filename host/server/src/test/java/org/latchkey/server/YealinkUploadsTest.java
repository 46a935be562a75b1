package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.pass.PassPolicy;
import org.latchkey.secret.SecretAccess;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.yealink.YealinkPhone;

/** What simulated Yealinks send to the real server over real TLS, and what they get back. */
class YealinkUploadsTest {
  private static final int THREADS = 32;
  private static final String FIRST = "#!version:1.0.0.1\n";
  private static final String RING = "phone_setting.ring_type";
  private static final String CHANGE = FIRST + RING + " = Ring2.wav\n";

  @TempDir static Path folder;

  private static Side accepting;
  private static Side strict;
  private static int phones;

  /** A server, and what reaches it. */
  private record Side(RunningServer server, SSLContext tls, ManagementClient management) {}

  @BeforeAll
  static void start() {
    accepting = start("accepting", true);
    strict = start("strict", false);
  }

  private static Side start(String data, boolean acceptOverrides) {
    ServeOptions options = new ServeOptions();
    options.port = 0;
    options.adminPort = 0;
    options.data = folder.resolve(data);
    options.acceptOverrides = acceptOverrides;
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    RunningServer server =
        RunningServer.start(
            options, Map.of(), PassPolicy.DEFAULTS.withSettleTime(Duration.ZERO), silent);
    SSLContext tls = TrustingTls.of(KeyMaterial.selfSigned(options.data.resolve("tls.p12"), "x"));
    return new Side(server, tls, new ManagementClient(server.adminUrl(), server.token(), tls));
  }

  @AfterAll
  static void stop() {
    accepting.server().close();
    strict.server().close();
  }

  /** A phone whose configuration makes it keep local changes and contacts on the server. */
  private static YealinkPhone enrolled(Side side) throws Exception {
    String mac = String.format(Locale.ROOT, "001565%06x", ++phones);
    String device =
        """
        {"mac":"MAC","brand":"yealink","model":"T46S","domain":"acme.example","reseller":"west",
         "lines":[],"overrides":[
         {"parameter":"yealink:static.auto_provision.custom.protect","value":"1","description":""},
         {"parameter":"yealink:static.auto_provision.custom.sync","value":"1","description":""},
         {"parameter":"yealink:static.auto_provision.local_contact.backup.enable","value":"1",
          "description":""}]}
        """;
    int status = side.management().call("POST", "devices", device.replace("MAC", mac)).status();
    assertThat(status).isEqualTo(201);
    YealinkPhone phone = YealinkPhone.builder(mac).tls(side.tls()).build();
    redirect(side, phone);
    return phone;
  }

  private static void redirect(Side side, YealinkPhone phone) {
    phone.redirect(
        side.server().publicUrl().toString(),
        side.server().globalPass().username(),
        side.server().globalPass().password().reveal(SecretAccess.granted()));
  }

  private static YealinkPhone provisioned(Side side) throws Exception {
    YealinkPhone phone = enrolled(side);
    settle(side, phone);
    return phone;
  }

  /** Boots until there is nothing new. */
  private static void settle(Side side, YealinkPhone phone) throws Exception {
    for (int i = 0; i < 4; i++) {
      phone.boot();
    }
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(side.management().state(phone.mac())).isEqualTo("provisioned");
  }

  private static int status(Round round, String ending) {
    List<Exchange> asked =
        round.exchanges().stream().filter(e -> e.target().endsWith(ending)).toList();
    return asked.get(asked.size() - 1).status();
  }

  @Test
  void localChange_uploaded_comesBack() throws Exception {
    YealinkPhone phone = provisioned(accepting);

    assertThat(phone.putLocalConfig(CHANGE).outcome()).isEqualTo(Outcome.UPLOADED);
    Round round = phone.resync();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.config(RING)).contains("Ring2.wav");
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void contacts_uploaded_comeBack() throws Exception {
    YealinkPhone phone = provisioned(strict);

    assertThat(phone.putContacts("<contacts><c name=\"Zoë\"/></contacts>").outcome())
        .isEqualTo(Outcome.UPLOADED);
    phone.resync();

    assertThat(phone.contacts()).isEqualTo("<contacts><c name=\"Zoë\"/></contacts>");
  }

  @Test
  void localChange_notAccepted_takenAndDropped() throws Exception {
    YealinkPhone phone = provisioned(strict);

    assertThat(phone.putLocalConfig(CHANGE).outcome()).isEqualTo(Outcome.UPLOADED);
    Round round = phone.resync();

    assertThat(round.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(status(round, "-local.cfg")).isEqualTo(404);
    assertThat(phone.config(RING)).isEmpty();
  }

  @Test
  void reset_afterArming_nothingOfTheOldComesBack() throws Exception {
    YealinkPhone phone = provisioned(accepting);
    phone.putLocalConfig(CHANGE);
    phone.putContacts("<old/>");
    phone.resync();
    assertThat(phone.config(RING)).isPresent();

    accepting.management().call("POST", "devices/" + phone.mac() + "/arm", "{}");
    phone.factoryReset();
    redirect(accepting, phone);
    settle(accepting, phone);
    Round round = phone.resync();

    assertThat(status(round, "-local.cfg")).isEqualTo(404);
    assertThat(status(round, "-contact.xml")).isEqualTo(404);
    assertThat(phone.config(RING)).isEmpty();
    assertThat(phone.contacts()).isEmpty();
  }

  @Test
  void reset_afterArmingThatKeepsTheCredential_nothingOfTheOldComesBack() throws Exception {
    YealinkPhone phone = provisioned(accepting);
    accepting
        .management()
        .call("POST", "devices/" + phone.mac() + "/arm", "{\"keepCredential\":true}");

    assertThat(phone.putLocalConfig(CHANGE).outcome()).isEqualTo(Outcome.UPLOADED);
    phone.factoryReset();
    redirect(accepting, phone);
    settle(accepting, phone);
    phone.resync();

    assertThat(phone.config(RING)).isEmpty();
  }

  @Test
  void upload_underTheGlobalPass_takenAndDropped() throws Exception {
    YealinkPhone phone = enrolled(accepting);

    assertThat(phone.putLocalConfig(CHANGE).outcome()).isEqualTo(Outcome.UPLOADED);
    assertThat(phone.putContacts("<early/>").outcome()).isEqualTo(Outcome.UPLOADED);
    assertThat(accepting.management().state(phone.mac())).isEqualTo("armed");
    settle(accepting, phone);

    assertThat(phone.config(RING)).isEmpty();
    assertThat(phone.contacts()).isEmpty();
  }

  @Test
  void upload_refusedPhone_isAskedForItsPassword() throws Exception {
    YealinkPhone phone = provisioned(accepting);
    accepting.management().call("POST", "devices/" + phone.mac() + "/lock", "{}");

    assertThat(phone.putContacts("<late/>").outcome()).isEqualTo(Outcome.PROMPT);
  }

  @Test
  void localConfig_hostile_phoneStaysOurs() throws Exception {
    YealinkPhone phone = provisioned(accepting);
    String url = phone.storedUrl().orElseThrow();

    phone.putLocalConfig(
        FIRST
            + "static.auto_provision.server.url = https://evil.example/\n"
            + "auto_provision.server.url = https://evil.example/\r"
            + "STATIC.auto_provision.server.username = evil\n"
            + "static.auto_provision.server.password = evil\n"
            + "static.auto_provision.server.password = evil\n"
            + "static.auto_provision.repeat.enable = 0\n"
            + "static.auto_provision.pnp_enable = 1\n"
            + "static.zero_touch.enable = 1\n"
            + "static.security.user_password = admin:evil\n"
            + "account.1.label = x\u0000\n"
            + RING
            + " = Ring2.wav");
    Round round = phone.resync();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.defects()).isEmpty();
    assertThat(phone.config(RING)).contains("Ring2.wav");
    assertThat(phone.storedUrl()).contains(url);
    assertThat(phone.storedUser()).contains(phone.mac());
    assertThat(phone.asksPnp()).isFalse();
    assertThat(phone.offersZeroTouch()).isFalse();
    assertThat(phone.nextWakeUp()).isPresent();
    assertThat(phone.webLogin("admin", "evil")).isFalse();
    assertThat(phone.configuration().values()).noneMatch(value -> value.contains("evil"));
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void upload_tooLong_failsAndHarmsNobody() throws Exception {
    YealinkPhone phone = provisioned(accepting);
    phone.putContacts("<small/>");

    Round round = phone.putContacts("x".repeat(512 * 1024 + 1));

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    phone.resync();
    assertThat(phone.contacts()).isEqualTo("<small/>");
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void upload_by32Phones_eachGetsItsOwnBack() throws Exception {
    List<YealinkPhone> fleet = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      YealinkPhone phone = enrolled(accepting);
      phone.boot();
      phone.boot();
      fleet.add(phone);
    }
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Outcome>> jobs = new ArrayList<>();
      for (YealinkPhone phone : fleet) {
        jobs.add(
            () -> {
              start.await(30, TimeUnit.SECONDS);
              return phone.putContacts("<of" + phone.mac().repeat(3_000) + "/>").outcome();
            });
      }
      for (Future<Outcome> outcome : pool.invokeAll(jobs)) {
        assertThat(outcome.get()).isEqualTo(Outcome.UPLOADED);
      }
    } finally {
      pool.shutdownNow();
    }
    for (YealinkPhone phone : fleet) {
      phone.resync();
      assertThat(phone.contacts()).isEqualTo("<of" + phone.mac().repeat(3_000) + "/>");
    }
  }
}
