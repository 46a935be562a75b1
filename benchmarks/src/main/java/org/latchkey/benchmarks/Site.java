package org.latchkey.benchmarks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.Latchkey;
import org.latchkey.LatchkeyBuilder;
import org.latchkey.ProvisioningRequest;
import org.latchkey.ProvisioningResponse;
import org.latchkey.admin.ArmOrder;
import org.latchkey.brand.Brand;
import org.latchkey.brand.cisco.CiscoBrand;
import org.latchkey.brand.grandstream.GrandstreamBrand;
import org.latchkey.brand.panasonic.PanasonicBrand;
import org.latchkey.brand.polycom.PolycomBrand;
import org.latchkey.brand.snom.SnomBrand;
import org.latchkey.brand.yealink.YealinkBrand;
import org.latchkey.caller.Caller;
import org.latchkey.memory.MemoryDirectory;
import org.latchkey.memory.MemoryGlobalPasses;
import org.latchkey.pass.GlobalPass;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Vault;
import org.latchkey.spi.CredentialStore;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A Latchkey with one Yealink phone. Inventory and passes are in memory, events go nowhere, the
 * clock and the randomness are the machine's, and credentials are kept where the parameter says.
 */
@State(Scope.Benchmark)
public class Site {
  static final String FILE = "/" + Phones.MAC + ".cfg";

  private static final Credential PASS = Credential.of("firstboot", "GlobalPassword42");
  private static final Caller ADMIN = Caller.superUser("benchmark");

  /**
   * Where credentials are kept: {@code memory}, or the name of a class that implements {@link
   * CredentialStore} and has a public constructor without parameters. What it holds of this one
   * phone is deleted.
   */
  @Param("memory")
  public String store = "memory";

  private CredentialStore credentials = Stores.open("memory");
  private Latchkey latchkey = build(credentials);

  /** For JMH. */
  public Site() {}

  /** Opens the store and enters the phone. */
  @Setup
  public void open() {
    credentials = Stores.open(store);
    credentials.delete(Phones.MAC);
    latchkey = build(credentials);
    latchkey.administration().create(ADMIN, Phones.usual(), false);
  }

  /**
   * Closes the store.
   *
   * @throws Exception if that fails
   */
  @TearDown
  public void close() throws Exception {
    credentials.delete(Phones.MAC);
    Stores.close(credentials);
  }

  Latchkey latchkey() {
    return latchkey;
  }

  /** The same Latchkey with six brands, the phone's own the last to be asked. */
  Latchkey withSixBrands() {
    return builder(credentials).brands(six()).build();
  }

  /** All brands; the one of this site's phone comes last. */
  static Brand[] six() {
    return new Brand[] {
      new CiscoBrand(),
      new PanasonicBrand(),
      new GrandstreamBrand(),
      new SnomBrand(),
      new PolycomBrand(),
      new YealinkBrand()
    };
  }

  Asking asking() {
    return new Asking(latchkey);
  }

  /** Allows the phone one first boot; its own credential is cleared. */
  void arm() {
    latchkey.administration().arm(ADMIN, Phones.MAC, ArmOrder.DEFAULT);
  }

  /** The phone's request for its file under the global pass. */
  ProvisioningRequest firstBoot() {
    return asking().digest(FILE, PASS);
  }

  /** Lets the phone boot for the first time and prove its own credential. */
  Credential provisioned() {
    arm();
    ProvisioningResponse first = asking().send(firstBoot(), 200);
    Credential own = Credential.of(value(first, "username"), value(first, "password"));
    asking().send(asking().digest(FILE, own), 200);
    return own;
  }

  private static Latchkey build(CredentialStore credentials) {
    return builder(credentials).brands(new YealinkBrand()).build();
  }

  private static LatchkeyBuilder builder(CredentialStore credentials) {
    GlobalPass pass = new GlobalPass("first", GlobalPass.Scope.INSTALLATION, PASS, false);
    return Latchkey.builder(
            URI.create("https://prov.example/cfg/"),
            new MemoryDirectory(),
            credentials,
            Vault.ofKey(new byte[32]))
        .globalPasses(new MemoryGlobalPasses(pass))
        .events(event -> {}, Optional.empty());
  }

  private static String value(ProvisioningResponse file, String name) {
    String text = new String(file.body(), StandardCharsets.UTF_8);
    Matcher line =
        Pattern.compile("(?m)^static\\.auto_provision\\.server\\." + name + " = (.*)$")
            .matcher(text);
    if (!line.find()) {
      throw new IllegalStateException("the configuration has no " + name);
    }
    return line.group(1);
  }
}
