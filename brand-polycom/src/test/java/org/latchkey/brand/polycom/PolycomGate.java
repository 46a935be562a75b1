package org.latchkey.brand.polycom;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.Latchkey;
import org.latchkey.ProvisioningRequest;
import org.latchkey.ProvisioningResponse;
import org.latchkey.admin.ArmOrder;
import org.latchkey.caller.Caller;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.memory.MemoryDirectory;
import org.latchkey.memory.MemoryGlobalPasses;
import org.latchkey.pass.GlobalPass;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;
import org.latchkey.secret.Vault;

/** A Latchkey over memory with one Polycom phone, asked as a phone does. */
final class PolycomGate {
  static final MacAddress MAC = Samples.MAC;
  static final String FILE = MAC + "-device.cfg";
  static final Credential PASS = Credential.of("firstboot", "GlobalPassword42");
  private static final Caller ADMIN = Caller.superUser("admin");

  private final Latchkey latchkey =
      Latchkey.builder(
              URI.create("https://prov.example/cfg/"),
              new MemoryDirectory(),
              new MemoryCredentialStore(),
              Vault.ofKey(new byte[32]))
          .globalPasses(
              new MemoryGlobalPasses(
                  new GlobalPass("first", GlobalPass.Scope.INSTALLATION, PASS, false)))
          .events(event -> {}, Optional.empty())
          .secrets(new SecureRandom()::nextBytes)
          .brands(new PolycomBrand())
          .build();
  private final boolean wanders;
  private int requests;

  /** A gate that is always asked from one address. */
  PolycomGate() {
    this(false);
  }

  /**
   * A gate that may be asked from another address each time, so that no limit on one source ends a
   * long run.
   */
  PolycomGate(boolean wanders) {
    this.wanders = wanders;
    DeviceIdentity identity =
        new DeviceIdentity(MAC, "polycom", "VVX450", new Owner("acme.example", "west"), "1");
    Device device =
        new Device(
            identity,
            List.of(Samples.line(1)),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            "");
    latchkey.administration().create(ADMIN, device, false);
  }

  void arm() {
    latchkey.administration().arm(ADMIN, MAC, ArmOrder.DEFAULT);
  }

  String state() {
    return latchkey.administration().show(ADMIN, MAC).state();
  }

  /** Boots the phone for the first time and lets it prove its credential. */
  Credential provisioned() {
    arm();
    Credential own = carried(ask("GET", FILE, PASS, ""));
    ask("GET", FILE, own, "");
    return own;
  }

  ProvisioningResponse ask(String method, String file, Credential shown, String agent) {
    String pair = shown.username() + ":" + shown.password().reveal(SecretAccess.granted());
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    Map<String, List<String>> headers =
        Map.of("Authorization", List.of(basic), "User-Agent", List.of(agent));
    return latchkey.handle(
        new ProvisioningRequest(
            method,
            "/cfg/" + file,
            "/" + file,
            name -> headers.getOrDefault(name, List.of()),
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

  static Credential carried(ProvisioningResponse response) {
    if (response.status() != 200) {
      throw new AssertionError("answered by " + response.status());
    }
    ConfigXml text = ConfigXml.of(response.body());
    return Credential.of(text.get("device.prov.user"), text.get("device.prov.password"));
  }
}
