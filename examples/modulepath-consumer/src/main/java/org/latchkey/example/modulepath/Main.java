package org.latchkey.example.modulepath;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.latchkey.Latchkey;
import org.latchkey.ProvisioningRequest;
import org.latchkey.admin.ArmOrder;
import org.latchkey.brand.yealink.YealinkBrand;
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
import org.latchkey.secret.Vault;

/** Uses Latchkey without any web server: arms a phone and boots it once. */
public final class Main {
  private static final MacAddress MAC = MacAddress.of("001565aabbcc");

  private Main() {}

  /**
   * Boots one phone; ends with an exception if anything is not as it should be.
   *
   * @param args none
   * @throws Exception if it fails
   */
  public static void main(String[] args) throws Exception {
    MemoryDirectory directory = new MemoryDirectory();
    Owner owner = new Owner("acme.example", "west");
    directory.create(Device.of(new DeviceIdentity(MAC, "yealink", "T46S", owner, "1")));
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    Credential pass = Credential.of("firstboot", "OneTimePass12345");
    Latchkey latchkey =
        Latchkey.builder(
                URI.create("https://prov.example/cfg/"),
                directory,
                new MemoryCredentialStore(),
                Vault.ofKey(key))
            .globalPasses(
                new MemoryGlobalPasses(
                    new GlobalPass("first", GlobalPass.Scope.INSTALLATION, pass, false)))
            .brands(new YealinkBrand())
            .build();

    expect(401, get(latchkey, Map.of()), "without credentials");
    expect(401, get(latchkey, basic("firstboot:OneTimePass12345")), "before arming");
    latchkey.administration().arm(Caller.superUser("example"), MAC, ArmOrder.DEFAULT);
    expect(200, get(latchkey, basic("firstboot:OneTimePass12345")), "after arming");
    System.out.println("module path: the phone got its configuration");
  }

  private static int get(Latchkey latchkey, Map<String, String> headers) throws Exception {
    String target = "/cfg/" + MAC + ".cfg";
    return latchkey
        .handle(
            new ProvisioningRequest(
                "GET",
                target,
                latchkey.fileOf(target).orElseThrow(),
                name -> headers.containsKey(name) ? List.of(headers.get(name)) : List.of(),
                InetAddress.getLoopbackAddress(),
                true,
                List.of()))
        .status();
  }

  private static Map<String, String> basic(String pair) {
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  private static void expect(int wanted, int status, String when) {
    if (status != wanted) {
      throw new IllegalStateException(when + ": HTTP " + status + " instead of " + wanted);
    }
  }
}
