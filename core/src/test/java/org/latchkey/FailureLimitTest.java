package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.auth.FailureLimits;
import org.latchkey.brand.Traits;
import org.latchkey.brand.Traits.Scheme;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.secret.Credential;
import org.latchkey.spi.DeviceDirectory;

/** Step 2: how many failed proofs are borne, what is one, and who is always heard. */
class FailureLimitTest {
  private static final Credential WRONG = Credential.of("firstboot", "NotTheGlobalPass");
  private static final String FILE = "/" + Gate.MAC + ".cfg";
  private static final String OTHER_FILE = "/" + Gate.OTHER + ".cfg";
  private static final String HOME = "192.0.2.1";
  private static final int PER_DEVICE = 6;
  private static final int PER_SOURCE = 20;

  private final Gate gate = small(builder -> builder);

  /** Limits that tests reach soon: six for a device, twenty for a source, in ten minutes. */
  private static Gate small(UnaryOperator<LatchkeyBuilder> more) {
    FailureLimits limits = new FailureLimits(PER_DEVICE, PER_SOURCE, Duration.ofMinutes(10));
    return new Gate(builder -> more.apply(builder.failureLimits(limits)));
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(gate.get(FILE).basic(WRONG).status()).isEqualTo(401);
    }
  }

  /** Fills the source's bucket in the name of phones that do not exist. */
  private void failSource(String address) {
    for (int i = 0; i < PER_SOURCE; i++) {
      gate.get(String.format("/0015650001%02x.cfg", i)).from(address).basic(WRONG).send();
    }
  }

  @Test
  void defaults_120OfADevice_thenLater() {
    Gate plain = new Gate().armed(Gate.MAC);
    for (int i = 0; i < 120; i++) {
      assertThat(plain.get(FILE).basic(WRONG).status()).isEqualTo(401);
    }

    assertThat(plain.get(FILE).basic(WRONG).status()).isEqualTo(503);
  }

  @Test
  void overLimit_whicheverCredential_unavailableAndWhenToComeAgain() {
    gate.armed(Gate.MAC);
    fail(PER_DEVICE);

    for (Credential shown : List.of(WRONG, Gate.PASS, Credential.of("any", "any"))) {
      ProvisioningResponse response = gate.get(FILE).basic(shown).send();
      assertThat(response.status()).isEqualTo(503);
      assertThat(response.header("Retry-After")).contains("30");
    }
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(503);
    assertThat(gate.state(Gate.MAC)).isEqualTo("armed");
  }

  @Test
  void overLimit_knownAndUnknownDevice_sameBytes() {
    gate.armed(Gate.MAC);
    String unknown = "/" + Gate.UNKNOWN + ".cfg";
    for (int i = 0; i < PER_DEVICE; i++) {
      gate.get(FILE).basic(WRONG).send();
      gate.get(unknown).basic(WRONG).send();
    }

    ProvisioningResponse known = gate.get(FILE).basic(WRONG).send();
    ProvisioningResponse stranger = gate.get(unknown).basic(WRONG).send();
    assertThat(known.status()).isEqualTo(503);
    assertThat(stranger.headers()).isEqualTo(known.headers());
    assertThat(stranger.body()).isEqualTo(known.body());
  }

  @Test
  void overLimit_beforeAnyStoreIsAsked() {
    AtomicInteger asked = new AtomicInteger();
    Gate counting =
        new Gate(
            Optional.of(new Counting(asked)),
            Optional.empty(),
            builder ->
                builder.failureLimits(
                    new FailureLimits(PER_DEVICE, PER_SOURCE, Duration.ofMinutes(10))));
    for (int i = 0; i < PER_DEVICE; i++) {
      counting.get(FILE).basic(WRONG).send();
    }
    assertThat(asked).hasValue(PER_DEVICE);

    assertThat(counting.get(FILE).basic(WRONG).status()).isEqualTo(503);
    assertThat(counting.get("/common.cfg").from(HOME).basic(WRONG).status()).isEqualTo(404);
    assertThat(asked).hasValue(PER_DEVICE);
  }

  @Test
  void overLimit_noCredential_isStillChallenged() {
    fail(PER_DEVICE);

    ProvisioningResponse response = gate.get(FILE).send();
    assertThat(response.status()).isEqualTo(401);
    assertThat(response.header("WWW-Authenticate")).isPresent();
  }

  @Test
  void overLimit_commonFileAndProbe_answeredAsEver() {
    gate.armed(Gate.MAC);
    failSource(HOME);

    assertThat(gate.get(FILE).basic(Gate.PASS).status()).isEqualTo(503);
    assertThat(gate.get("/common.cfg").basic(WRONG).status()).isEqualTo(404);
    assertThat(gate.get("/" + Gate.MAC + ".boot").basic(WRONG).status()).isEqualTo(404);
  }

  @Test
  void overLimit_passwordSetRightAtThePhone_servedAfterItsShareOfTime() {
    gate.armed(Gate.MAC);
    fail(PER_DEVICE);
    assertThat(gate.get(FILE).basic(Gate.PASS).status()).isEqualTo(503);

    // ten minutes for six
    gate.clock.advance(Duration.ofSeconds(100));

    assertThat(gate.get(FILE).basic(Gate.PASS).status()).isEqualTo(200);
    assertThat(gate.get(FILE).basic(Gate.PASS).status())
        .as("right ones cost nothing")
        .isEqualTo(200);
  }

  @Test
  void overLimit_asksOnAndOn_isNotPutOffByThat() {
    gate.armed(Gate.MAC);
    fail(PER_DEVICE);
    for (int i = 0; i < 99; i++) {
      gate.clock.advance(Duration.ofSeconds(1));
      assertThat(gate.get(FILE).basic(WRONG).status()).isEqualTo(503);
    }

    gate.clock.advance(Duration.ofSeconds(1));
    assertThat(gate.get(FILE).basic(Gate.PASS).status()).isEqualTo(200);
  }

  @Test
  void overLimit_armed_heardAtOnce() {
    gate.entered(Gate.MAC, "quick", false);
    fail(PER_DEVICE);
    assertThat(gate.get(FILE).basic(Gate.PASS).status()).isEqualTo(503);

    gate.arm(Gate.MAC);

    assertThat(gate.get(FILE).basic(Gate.PASS).status()).isEqualTo(200);
  }

  @Test
  void overLimit_credentialSetByHand_heardAtOnce() {
    gate.entered(Gate.MAC, "quick", false);
    fail(PER_DEVICE);

    gate.latchkey.administration().setCredential(Gate.ADMIN, Gate.MAC, WRONG, true);

    assertThat(gate.get(FILE).basic(WRONG).status()).isEqualTo(200);
  }

  @Test
  void overLimit_device_othersAndOtherPlacesAreHeard() {
    gate.armed(Gate.MAC).armed(Gate.OTHER);
    fail(PER_DEVICE);

    assertThat(gate.get(OTHER_FILE).basic(Gate.PASS).status()).isEqualTo(200);
    assertThat(gate.get(FILE).from("192.0.2.2").basic(Gate.PASS).status()).isEqualTo(200);
  }

  @Test
  void overLimitOfSource_provenDevice_isHeardForEightDays() {
    Credential own = gate.provisioned(Gate.MAC);
    gate.armed(Gate.OTHER);
    failSource(HOME);
    assertThat(gate.get(OTHER_FILE).basic(Gate.PASS).status()).isEqualTo(503);

    assertThat(gate.get(FILE).basic(own).status()).isEqualTo(200);
    assertThat(gate.get(FILE).basic(Gate.PASS).status()).as("stale pass").isEqualTo(401);

    gate.clock.advance(Duration.ofDays(8).plusMinutes(2));
    failSource(HOME);
    assertThat(gate.get(FILE).basic(own).status()).isEqualTo(503);
  }

  @Test
  void overLimitOfSource_deviceProvenElsewhere_isNotHeard() {
    Credential own = gate.provisioned(Gate.MAC);
    failSource("192.0.2.2");

    assertThat(gate.get(FILE).from("192.0.2.2").basic(own).status()).isEqualTo(503);
    assertThat(gate.get(FILE).basic(own).status()).isEqualTo(200);
  }

  @Test
  void provenDevice_wrongForEver_neverLimitedAndNeverInTheWayOfOthers() {
    Credential own = gate.provisioned(Gate.MAC);
    gate.armed(Gate.OTHER);

    fail(10 * PER_SOURCE);

    assertThat(gate.get(OTHER_FILE).basic(Gate.PASS).status()).isEqualTo(200);
    assertThat(gate.get(FILE).basic(own).status()).isEqualTo(200);
  }

  @Test
  void failedProofs_ofHealthyPhones_none() {
    gate.provisioned(Gate.MAC);
    // memory of the proof is gone: nothing but the kind of credential protects the phone now
    gate.clock.advance(Duration.ofDays(9));
    gate.armed(Gate.OTHER);

    for (int i = 0; i < 3 * PER_SOURCE; i++) {
      assertThat(gate.get(FILE).send().status()).isEqualTo(401);
      assertThat(gate.get(FILE).basic(Gate.PASS).status()).as("closed pass").isEqualTo(401);
      assertThat(staleNonce()).isEqualTo(401);
      assertThat(gate.get(FILE).header("Authorization", "Digest nonsense").status()).isEqualTo(400);
    }

    assertThat(gate.get(FILE).basic(WRONG).status()).isEqualTo(401);
    assertThat(gate.get(OTHER_FILE).basic(Gate.PASS).status()).isEqualTo(200);
  }

  private int staleNonce() {
    String foreign = "0123456789012345678901234567890123456789";
    return gate.get(FILE).digest(Gate.PASS, foreign, "00000001", "/cfg" + FILE).status();
  }

  @Test
  void failedProofs_formerCredentialOrKnock_none() {
    Credential former = gate.provisioned(Gate.MAC);
    gate.clock.advance(Duration.ofDays(9));
    gate.arm(Gate.MAC);
    String unknown = "/" + Gate.UNKNOWN + ".cfg";

    for (int i = 0; i < 3 * PER_SOURCE; i++) {
      assertThat(gate.get(FILE).basic(former).status()).isEqualTo(401);
      assertThat(gate.get(unknown).basic(Gate.PASS).status()).isEqualTo(401);
    }

    assertThat(gate.told()).contains(EventType.OLD_CREDENTIAL, EventType.KNOCKED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void failedProofs_factoryCredential_none(boolean digest) {
    Credential factory = Credential.of("PlcmSpIp", "PlcmSpIp");
    Gate branded =
        small(
            builder ->
                builder.brands(new TestBrand("quick", traits().withFactoryCredentials(factory))));
    branded.armed(Gate.MAC);

    for (int i = 0; i < 3 * PER_SOURCE; i++) {
      Request request = branded.get(FILE);
      int status = (digest ? request.digest(factory) : request.basic(factory)).status();
      assertThat(status).isEqualTo(401);
    }
    assertThat(branded.get(FILE).basic(Gate.PASS).status()).isEqualTo(200);
  }

  @Test
  void failedProofs_guessesUnderFactoryUserName_count() {
    Gate branded =
        small(
            builder ->
                builder.brands(
                    new TestBrand(
                        "quick",
                        traits().withFactoryCredentials(Credential.of("PlcmSpIp", "PlcmSpIp")))));

    for (int i = 0; i < PER_DEVICE; i++) {
      Credential guess = Credential.of("PlcmSpIp", "guess" + i);
      assertThat(branded.get(FILE).basic(guess).status()).isEqualTo(401);
    }
    Credential guess = Credential.of("PlcmSpIp", "guess");
    assertThat(branded.get(FILE).basic(guess).status()).isEqualTo(503);
  }

  @Test
  void failedProofs_macInUserNameOnly_countForThatDevice() {
    Credential guess = Credential.of(Gate.MAC.toString(), "guess");
    for (int i = 0; i < PER_DEVICE; i++) {
      assertThat(gate.get("/image.rom").basic(guess).status()).isEqualTo(401);
    }

    assertThat(gate.get("/image.rom").basic(guess).status()).isEqualTo(503);
    assertThat(gate.get(FILE).basic(guess).status()).isEqualTo(503);
  }

  @Test
  void failedProofs_onCommonFiles_count() {
    for (int i = 0; i < PER_DEVICE; i++) {
      Credential guess = Credential.of(Gate.MAC.toString(), "guess" + i);
      assertThat(gate.get("/common.cfg").basic(guess).status()).isEqualTo(404);
    }

    assertThat(gate.get(FILE).basic(WRONG).status()).isEqualTo(503);
  }

  @Test
  void overLimit_phonesThatRepeat5xx_notFound() {
    Gate branded =
        small(
            builder ->
                builder.brands(
                    new TestBrand("quick", traits()),
                    new TestBrand("hasty", traits().repeatingServerErrors())));
    for (int i = 0; i < PER_DEVICE; i++) {
      branded.get(FILE).basic(WRONG).send();
    }

    assertThat(branded.get(FILE).agent("hasty M1 1.0").basic(WRONG).status()).isEqualTo(404);
    assertThat(branded.get(FILE).agent("quick M1 1.0").basic(WRONG).status()).isEqualTo(503);
    assertThat(branded.get(FILE).basic(WRONG).status()).as("name of both").isEqualTo(503);
  }

  @Test
  void overLimit_isTold_oncePerDeviceAndOncePerSource() {
    fail(PER_DEVICE);
    for (int i = 0; i < 50; i++) {
      gate.get(FILE).basic(WRONG).send();
    }
    failSource("192.0.2.9");
    for (int i = 0; i < 50; i++) {
      gate.get(String.format("/0015650002%02x.cfg", i)).from("192.0.2.9").basic(WRONG).send();
    }

    gate.latchkey.flushEvents();
    List<Event> limited = gate.events.stream().filter(e -> e.type() == EventType.LIMITED).toList();
    assertThat(limited).hasSize(2).allMatch(e -> e.count() == 50);
    assertThat(limited).extracting(Event::mac).contains(Optional.of(Gate.MAC), Optional.empty());
    assertThat(limited).extracting(Event::source).contains(HOME, "192.0.2.9");
  }

  @Test
  void spoofedFailures_fromEverywhere_honestPhonesBootMeanwhile() {
    Gate flooded = new Gate();
    for (int phone = 0; phone < 20; phone++) {
      for (int i = 0; i < 50; i++) {
        flooded
            .get(String.format("/0015%04x%04x.cfg", phone, i))
            .from(String.format("2001:db8:%x:%x::1", phone, i))
            .basic(WRONG)
            .send();
        flooded.get(String.format("/00154242%04x.cfg", i)).basic(WRONG).send();
      }
      MacAddress mac = MacAddress.of(String.format("0015650000%02x", phone));
      Credential own = flooded.armed(mac).firstBoot(mac);
      assertThat(flooded.get("/" + mac + ".cfg").basic(own).status()).isEqualTo(200);
      assertThat(flooded.state(mac)).isEqualTo("provisioned");
    }
  }

  private static Traits traits() {
    return new Traits(List.of(Scheme.BASIC, Scheme.DIGEST), Duration.ZERO, 20, "text/plain");
  }

  /** An inventory without phones that counts how often it is asked. */
  private record Counting(AtomicInteger asked) implements DeviceDirectory {
    @Override
    public Optional<DeviceIdentity> identify(MacAddress mac) {
      asked.incrementAndGet();
      return Optional.empty();
    }

    @Override
    public Optional<Device> load(MacAddress mac) {
      return Optional.empty();
    }
  }
}
