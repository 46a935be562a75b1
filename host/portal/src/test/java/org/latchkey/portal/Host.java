package org.latchkey.portal;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.latchkey.Latchkey;
import org.latchkey.LatchkeyBuilder;
import org.latchkey.ProvisioningRequest;
import org.latchkey.ProvisioningResponse;
import org.latchkey.brand.yealink.YealinkBrand;
import org.latchkey.device.MacAddress;
import org.latchkey.event.Event;
import org.latchkey.internal.AccessBook;
import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.memory.MemoryDirectory;
import org.latchkey.memory.MemoryEvents;
import org.latchkey.memory.MemoryGlobalPasses;
import org.latchkey.pass.GlobalPass;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;
import org.latchkey.secret.SecretSource;
import org.latchkey.secret.Vault;
import org.latchkey.spi.CredentialStore;
import org.latchkey.spi.DeviceCatalogue.Query;
import org.latchkey.spi.DeviceDirectory;
import org.latchkey.testkit.phone.SettableClock;

/** What stands behind the API: a Latchkey over memory, and a clock that is set by hand. */
final class Host {
  static final Credential PASS = Credential.of("firstboot", "PlantedGlobalPass42");

  final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T00:00:00Z"));
  final MemoryDirectory directory = new MemoryDirectory();
  final MemoryCredentialStore credentials = new MemoryCredentialStore();
  final MemoryGlobalPasses passes =
      new MemoryGlobalPasses(new GlobalPass("first", GlobalPass.Scope.INSTALLATION, PASS, false));
  final List<Event> told = new CopyOnWriteArrayList<>();
  final Latchkey latchkey;

  private final AccessBook book;

  Host() {
    this(inventory -> inventory, store -> store, UnaryOperator.identity());
  }

  /** A host that shows another inventory, another store or other events than those in memory. */
  Host(
      Function<MemoryDirectory, DeviceDirectory> inventory,
      Function<MemoryCredentialStore, CredentialStore> store,
      UnaryOperator<LatchkeyBuilder> more) {
    SecretSource random = new Random(1)::nextBytes;
    Vault vault = Vault.ofKey(new byte[32]);
    MemoryEvents log = new MemoryEvents();
    book = new AccessBook(credentials, vault, random);
    LatchkeyBuilder builder =
        Latchkey.builder(
                URI.create("https://prov.example/cfg/"),
                inventory.apply(directory),
                store.apply(credentials),
                vault)
            .brands(new YealinkBrand())
            .globalPasses(passes)
            .events(
                event -> {
                  told.add(event);
                  log.accept(event);
                },
                Optional.of(log))
            .clock(clock)
            .secrets(random);
    latchkey = more.apply(builder).build();
  }

  /** A phone asks for its device file, over TLS and with Basic. */
  int boot(String mac, Credential credential) {
    String pair = credential.username() + ":" + clear(credential);
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    Map<String, List<String>> headers =
        Map.of(
            "Authorization",
            List.of(basic),
            "User-Agent",
            List.of("Yealink SIP-T46S 66.86.0.15 " + mac));
    ProvisioningResponse response =
        latchkey.handle(
            new ProvisioningRequest(
                "GET",
                "/cfg/" + mac + ".cfg",
                "/" + mac + ".cfg",
                name -> headers.getOrDefault(name, List.of()),
                InetAddress.getLoopbackAddress(),
                true,
                List.of()));
    return response.status();
  }

  /** The credentials that are good or known for a device now. */
  List<Credential> known(String mac) {
    return book.find(MacAddress.of(mac)).map(page -> page.access().known()).orElse(List.of());
  }

  /** All passwords of the store and of the global pass. */
  Stream<String> passwords() {
    Stream<Credential> own =
        credentials.dump().stream().flatMap(row -> known(row.mac().toString()).stream());
    return Stream.concat(Stream.of(PASS), own).map(Host::clear);
  }

  /** Everything that is stored, and everything that was told. */
  List<Object> stored() {
    Optional<String> any = Optional.empty();
    return List.of(
        directory.list(new Query("", any, any, any, Optional.empty(), 1_000)),
        credentials.dump(),
        passes.all(),
        List.copyOf(told));
  }

  private static String clear(Credential credential) {
    return credential.password().reveal(SecretAccess.granted());
  }
}
