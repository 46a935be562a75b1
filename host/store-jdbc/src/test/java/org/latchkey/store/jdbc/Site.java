package org.latchkey.store.jdbc;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.latchkey.Latchkey;
import org.latchkey.ProvisioningRequest;
import org.latchkey.ProvisioningResponse;
import org.latchkey.admin.Administration;
import org.latchkey.brand.yealink.YealinkBrand;
import org.latchkey.caller.Caller;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Entry;
import org.latchkey.device.Line;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.device.Registrar;
import org.latchkey.pass.GlobalPass;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Secret;
import org.latchkey.secret.SecretAccess;
import org.latchkey.spi.UploadQuota;
import org.latchkey.testkit.phone.SettableClock;

/** A Latchkey that keeps everything in a database, with one armed Yealink in its inventory. */
final class Site {
  static final MacAddress MAC = MacAddress.of("001565aabbcc");
  static final String FILE = MAC + ".cfg";
  static final Credential GLOBAL = Credential.of("FirstBoot", "PlantedGlobal123");
  static final String SIP_PASSWORD = "PlantedSipPassword";
  static final String PIN = "PlantedPin";

  private static final Pattern OWN =
      Pattern.compile("(?m)^static\\.auto_provision\\.server\\.(username|password) = (.*)$");

  final SettableClock clock = new SettableClock(Instant.parse("2026-12-01T10:20:30Z"));
  final JdbcStores stores;
  final Latchkey latchkey;
  final Caller caller = Caller.superUser("test");
  private byte[] body = new byte[0];

  Site(DataSource source) {
    Random random = new Random(3);
    stores = JdbcStores.open(source, TestStore.VAULT, Retention.DEFAULTS, random::nextBytes, clock);
    latchkey =
        Latchkey.builder(
                URI.create("https://prov.example/cfg/"),
                stores.directory(),
                stores.credentials(),
                TestStore.VAULT)
            .brands(new YealinkBrand())
            .globalPasses(stores.globalPasses())
            .catalogue(stores.catalogue())
            .layers(stores.layers())
            .phoneBooks(stores.phoneBooks())
            .knocks(stores.knocks())
            .uploads(stores.uploads(), new UploadQuota(10_000, 5, 20_000, 30_000))
            .events(stores.events(), Optional.of(stores.events()))
            .seed(stores.seed("files"))
            .clock(clock)
            .secrets(random::nextBytes)
            .build();
    stores
        .globalPasses()
        .add(new GlobalPass("first", GlobalPass.Scope.INSTALLATION, GLOBAL, false));
    administration()
        .create(
            caller,
            phone(
                new DeviceIdentity(MAC, "yealink", "T46S", new Owner("acme.example", "west"), "g1"),
                List.of()),
            true);
  }

  Administration administration() {
    return latchkey.administration();
  }

  Device device() {
    return stores.directory().load(MAC).orElseThrow();
  }

  Device with(Entry override) {
    return phone(device().identity(), List.of(override));
  }

  private static Device phone(DeviceIdentity identity, List<Entry> overrides) {
    return new Device(
        identity,
        List.of(
            new Line(
                1,
                "100",
                "Alice",
                "100",
                "100",
                Secret.of(SIP_PASSWORD),
                new Registrar("sip.acme.example", 5061, Registrar.Transport.TLS),
                Optional.empty(),
                3600,
                Optional.empty())),
        List.of(),
        overrides,
        Optional.empty(),
        Optional.of(PIN),
        "");
  }

  /** Asks for a file with a proof by Basic; tells the status. */
  int get(String file, Credential proof) {
    return send("GET", file, Optional.of(proof), ProvisioningRequest.Body.NONE);
  }

  int get(String file) {
    return send("GET", file, Optional.empty(), ProvisioningRequest.Body.NONE);
  }

  int put(String file, Credential proof, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return send("PUT", file, Optional.of(proof), most -> Optional.of(bytes));
  }

  private int send(
      String method, String file, Optional<Credential> proof, ProvisioningRequest.Body sent) {
    try {
      ProvisioningResponse response =
          latchkey.handle(
              new ProvisioningRequest(
                  method,
                  "/cfg/" + file,
                  "/" + file,
                  name ->
                      name.equalsIgnoreCase("Authorization")
                          ? proof.map(Site::basic).stream().toList()
                          : List.of(),
                  InetAddress.getByName("192.0.2.1"),
                  true,
                  List.of(),
                  sent));
      body = response.body();
      return response.status();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The credential that the last answer brought. */
  Credential own() {
    Matcher matcher = OWN.matcher(new String(body, StandardCharsets.UTF_8));
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1) + "=" + matcher.group(2));
    }
    found.sort(null);
    return Credential.of(
        found.get(1).substring("username=".length()), found.get(0).substring("password=".length()));
  }

  private static String basic(Credential credential) {
    String pair =
        credential.username() + ":" + credential.password().reveal(SecretAccess.granted());
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
