package org.latchkey.testkit.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.latchkey.Latchkey;
import org.latchkey.ProvisioningRequest;
import org.latchkey.ProvisioningResponse;
import org.latchkey.admin.ArmOrder;
import org.latchkey.brand.Brand;
import org.latchkey.caller.Caller;
import org.latchkey.device.Device;
import org.latchkey.device.MacAddress;
import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.memory.MemoryDirectory;
import org.latchkey.memory.MemoryGlobalPasses;
import org.latchkey.pass.GlobalPass;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;
import org.latchkey.secret.Vault;
import org.latchkey.testkit.phone.SettableClock;

/**
 * A Latchkey over memory with one phone of one brand, asked as that phone asks. Its clock stands
 * until it is moved.
 *
 * <p>Not safe for use by several threads. No result is ever {@code null}.
 *
 * @since 1.0
 */
public class BrandGate {
  /** The global pass. */
  public static final Credential PASS = Credential.of("firstboot", "GlobalPassword42");

  private static final Caller ADMIN = Caller.superUser("admin");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
  private final Latchkey latchkey;
  private final MacAddress mac;
  private final String file;
  private final Duration settleTime;
  private final Function<byte[], Credential> reader;
  private final boolean wanders;
  private int requests;

  /**
   * Enrols a phone, which is not armed yet.
   *
   * @param brand its brand
   * @param device the phone
   * @param file the name of its device file
   * @param reader finds the own credential in a device file, without code of the brand
   * @param wanders whether each request comes from another address, so that no limit on one source
   *     ends a long run
   */
  public BrandGate(
      Brand brand,
      Device device,
      String file,
      Function<byte[], Credential> reader,
      boolean wanders) {
    latchkey =
        Latchkey.builder(
                URI.create("https://prov.example/cfg/"),
                new MemoryDirectory(),
                new MemoryCredentialStore(),
                Vault.ofKey(new byte[32]))
            .globalPasses(
                new MemoryGlobalPasses(
                    new GlobalPass("first", GlobalPass.Scope.INSTALLATION, PASS, false)))
            .events(event -> {}, Optional.empty())
            .secrets(new SplittableRandom(1)::nextBytes)
            .clock(clock)
            .brands(brand)
            .build();
    mac = device.identity().mac();
    this.file = file;
    this.reader = reader;
    this.wanders = wanders;
    settleTime = brand.traits().settleTime();
    latchkey.administration().create(ADMIN, device, false);
  }

  /** Arms the phone. */
  public final void arm() {
    latchkey.administration().arm(ADMIN, mac, ArmOrder.DEFAULT);
  }

  /**
   * The state of the phone.
   *
   * @return as the management API names it
   */
  public final String state() {
    return latchkey.administration().show(ADMIN, mac).state();
  }

  /**
   * Lets time go by.
   *
   * @param time how much
   */
  public final void advance(Duration time) {
    clock.advance(time);
  }

  /** Lets so much time go by that the phone has certainly stored what it was sent. */
  public final void settle() {
    clock.advance(settleTime);
  }

  /**
   * Boots the phone for the first time and lets it prove its credential.
   *
   * @return the own credential
   */
  public final Credential provisioned() {
    arm();
    Credential own = carried(ask("GET", file, PASS, ""));
    settle();
    ask("GET", file, own, "");
    return own;
  }

  /**
   * Asks by Basic over TLS.
   *
   * @param method the method
   * @param name the file's name, percent-encoded
   * @param shown the credential
   * @param agent the {@code User-Agent} header
   * @return the answer
   */
  public final ProvisioningResponse ask(
      String method, String name, Credential shown, String agent) {
    String pair = shown.username() + ":" + shown.password().reveal(SecretAccess.granted());
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return ask(method, name, Map.of("Authorization", List.of(basic), "User-Agent", List.of(agent)));
  }

  /**
   * Asks without a credential.
   *
   * @param method the method
   * @param name the file's name, percent-encoded
   * @param agent the {@code User-Agent} header
   * @return the answer
   */
  public final ProvisioningResponse ask(String method, String name, String agent) {
    return ask(method, name, Map.of("User-Agent", List.of(agent)));
  }

  private ProvisioningResponse ask(String method, String name, Map<String, List<String>> headers) {
    return latchkey.handle(
        new ProvisioningRequest(
            method,
            "/cfg/" + name,
            "/" + name,
            header -> headers.getOrDefault(header, List.of()),
            nextSource(),
            true,
            List.of()));
  }

  private InetAddress nextSource() {
    int number = wanders ? requests++ : 1;
    byte[] address = {10, (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /**
   * Fails unless the phone boots and keeps its configuration whatever it calls itself, or, if it
   * calls itself by another phone's MAC, is told that there is nothing and costs the pass nothing.
   *
   * @param header the {@code User-Agent} header
   * @param another whether it names another phone's MAC
   */
  public final void assertBoots(String header, boolean another) {
    arm();
    ProvisioningResponse first = ask("GET", file, PASS, header);
    if (another) {
      assertThat(first.status()).isEqualTo(404);
      assertThat(state()).isEqualTo("armed");
      return;
    }
    Credential own = carried(first);
    settle();
    assertThat(ask("GET", file, own, header).status()).isEqualTo(200);
    assertThat(state()).isEqualTo("provisioned");
    // what was learnt of the phone at the proof is written for from now on
    assertThat(carried(ask("GET", file, own, ""))).isEqualTo(own);
  }

  /**
   * Reads the own credential out of an answer.
   *
   * @param response a device file
   * @return the credential
   * @throws AssertionError if the answer is not 200
   */
  public final Credential carried(ProvisioningResponse response) {
    if (response.status() != 200) {
      throw new AssertionError("answered by " + response.status());
    }
    return reader.apply(response.body());
  }
}
