package org.latchkey.example.modulepath;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.latchkey.Latchkey;
import org.latchkey.ProvisioningRequest;
import org.latchkey.ProvisioningResponse;
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
import org.latchkey.secret.Credential;
import org.latchkey.secret.Secret;
import org.latchkey.secret.Vault;

/** Enters and arms a phone, lets it boot for the first time, and ends with 0 if all went well. */
public final class Main {
  private static final MacAddress MAC = MacAddress.of("001565aabbcc");
  private static final String PASS_USER = "firstboot";
  private static final String PASS_PASSWORD = "NotARealPass1234";
  private static final Caller ADMINISTRATOR = Caller.superUser("example");

  private Main() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    GlobalPass pass =
        new GlobalPass(
            "first", GlobalPass.Scope.INSTALLATION, Credential.of(PASS_USER, PASS_PASSWORD), false);
    Latchkey latchkey =
        Latchkey.builder(
                URI.create("https://prov.example/cfg/"),
                new MemoryDirectory(),
                new MemoryCredentialStore(),
                Vault.ofKey(key))
            .globalPasses(new MemoryGlobalPasses(pass))
            .brands(new YealinkBrand())
            .build();
    latchkey.administration().create(ADMINISTRATOR, phone(), false);
    get(latchkey, PASS_USER, PASS_PASSWORD, 401);

    latchkey.administration().arm(ADMINISTRATOR, MAC, ArmOrder.DEFAULT);
    String file = get(latchkey, PASS_USER, PASS_PASSWORD, 200);
    String user = value(file, "static.auto_provision.server.username");
    String password = value(file, "static.auto_provision.server.password");
    get(latchkey, user, password, 200);
    get(latchkey, PASS_USER, PASS_PASSWORD, 401);

    String state = latchkey.administration().show(ADMINISTRATOR, MAC).state();
    expect("provisioned", state);
    System.out.println("module path: " + MAC + " has booted and is " + state);
  }

  private static Device phone() {
    Line line =
        new Line(
            1,
            "100",
            "Alice",
            "100",
            "100",
            Secret.of("NotARealSipPassword"),
            new Registrar("sip.acme.example", 5061, Registrar.Transport.TLS),
            Optional.empty(),
            3600,
            Optional.empty());
    return new Device(
        new DeviceIdentity(MAC, "yealink", "T46S", new Owner("acme.example", "west"), "1"),
        List.of(line),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private static String get(Latchkey latchkey, String user, String password, int expected) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    String basic = "Basic " + Base64.getEncoder().encodeToString(pair);
    String file = "/" + MAC + ".cfg";
    ProvisioningRequest request =
        new ProvisioningRequest(
            "GET",
            "/cfg" + file,
            file,
            name -> name.equalsIgnoreCase("Authorization") ? List.of(basic) : List.of(),
            InetAddress.getLoopbackAddress(),
            true,
            List.of());
    ProvisioningResponse response = latchkey.handle(request);
    expect(expected, response.status());
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static String value(String file, String name) {
    return file.lines()
        .filter(line -> line.startsWith(name + " = "))
        .map(line -> line.substring(name.length() + 3))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the configuration lacks " + name));
  }

  private static void expect(Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new IllegalStateException("expected " + expected + ", was " + found);
    }
  }
}
