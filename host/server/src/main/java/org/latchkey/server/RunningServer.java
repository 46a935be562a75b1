package org.latchkey.server;

import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.latchkey.Latchkey;
import org.latchkey.LatchkeyBuilder;
import org.latchkey.admin.Administration;
import org.latchkey.auth.DigestAlgorithm;
import org.latchkey.brand.cisco.CiscoBrand;
import org.latchkey.brand.grandstream.GrandstreamBrand;
import org.latchkey.brand.panasonic.PanasonicBrand;
import org.latchkey.brand.polycom.PolycomBrand;
import org.latchkey.brand.snom.SnomBrand;
import org.latchkey.brand.yealink.YealinkBrand;
import org.latchkey.caller.Caller;
import org.latchkey.files.FolderFiles;
import org.latchkey.pass.PassPolicy;
import org.latchkey.portal.BearerTokens;
import org.latchkey.portal.ManagementServlet;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;
import org.latchkey.secret.SecretSource;
import org.latchkey.secret.Vault;
import org.latchkey.servlet.TrustedProxies;
import org.latchkey.spi.CredentialStore;

/** A server that answers, put together of its settings: the composition root. */
final class RunningServer implements AutoCloseable {
  private static final Duration FLUSH_COUNTS = Duration.ofSeconds(5);
  private static final Duration FLUSH_STORE = Duration.ofSeconds(1);
  private static final Duration PRUNE = Duration.ofHours(1);
  private static final Duration TIDY = Duration.ofSeconds(5);

  private final ProvisioningHost host;
  private final Latchkey latchkey;
  private final Storage storage;
  private final URI publicUrl;
  private final String token;
  private final Credential globalPass;

  private RunningServer(
      ProvisioningHost host,
      Latchkey latchkey,
      Storage storage,
      URI publicUrl,
      String token,
      Credential globalPass) {
    this.host = host;
    this.latchkey = latchkey;
    this.storage = storage;
    this.publicUrl = publicUrl;
    this.token = token;
    this.globalPass = globalPass;
  }

  /** A server that keeps everything in the database of its settings. */
  static RunningServer start(
      ServeOptions options, Map<String, String> environment, PassPolicy policy, PrintStream out) {
    options.check();
    PrivateFiles.folder(options.data);
    Clock clock = ServerClock.SYSTEM;
    Storage storage =
        new JdbcStorage(
            DataSources.open(options.store, options.data, environment),
            options.store,
            options.data,
            new SecureRandom()::nextBytes,
            clock);
    return start(options, environment, policy, clock, storage, out);
  }

  /** A server that lives in a time of its own, and in memory but for its devices' access. */
  static RunningServer start(
      ServeOptions options,
      Map<String, String> environment,
      PassPolicy policy,
      Clock clock,
      CredentialStore credentials,
      PrintStream out) {
    return start(options, environment, policy, clock, new MemoryStorage(credentials), out);
  }

  private static RunningServer start(
      ServeOptions options,
      Map<String, String> environment,
      PassPolicy policy,
      Clock clock,
      Storage storage,
      PrintStream out) {
    List<AutoCloseable> opened = new ArrayList<>(List.of(storage));
    try {
      return start(options, environment, policy, clock, storage, out, opened);
    } catch (RuntimeException e) {
      Collections.reverse(opened);
      for (AutoCloseable resource : opened) {
        try {
          resource.close();
        } catch (Exception another) {
          e.addSuppressed(another);
        }
      }
      throw e;
    }
  }

  private static RunningServer start(
      ServeOptions options,
      Map<String, String> environment,
      PassPolicy policy,
      Clock clock,
      Storage storage,
      PrintStream out,
      List<AutoCloseable> opened) {
    options.check();
    PrivateFiles.folder(options.data);
    SecretSource random = new SecureRandom()::nextBytes;
    Vault vault =
        VaultKeys.find(
            options.store, options.data, environment, storage.sealedWith(), Optional.of(random));
    Stores stores = storage.open(vault);
    Credential pass =
        FirstPass.find(
            stores.passes(),
            environment.get(FirstPass.VARIABLE),
            options.data.resolve("global-pass"),
            () -> password(random),
            out);
    String token =
        Optional.ofNullable(environment.get("LATCHKEY_ADMIN_TOKEN"))
            .orElseGet(() -> generated(options, "admin-token", random));
    URI nominal = Optional.ofNullable(options.publicUrl).orElse(URI.create("https://localhost/"));
    char[] keystorePassword =
        environment.getOrDefault("LATCHKEY_KEYSTORE_PASSWORD", "").toCharArray();
    Optional<TlsSource> tls =
        options.sharesPort()
            ? Optional.empty()
            : Optional.of(new TlsSource(options, nominal, keystorePassword));
    ProvisioningHost host = new ProvisioningHost(options, tls);
    opened.add(host);
    URI url =
        Optional.ofNullable(options.publicUrl).orElseGet(() -> localUrl(options, host.port()));
    LatchkeyBuilder builder =
        stores
            .builder(url, vault)
            .brands(
                new YealinkBrand(),
                new PolycomBrand(),
                new SnomBrand(),
                new GrandstreamBrand(),
                new PanasonicBrand(),
                new CiscoBrand())
            .events(new ConsoleEvents(out, stores.events()), Optional.of(stores.log()))
            .digestAlgorithms(
                options.digestAlgorithms.stream()
                    .map(DigestAlgorithm::of)
                    .collect(Collectors.toSet()))
            .policy(policy)
            .acceptOverrides(options.acceptOverrides)
            .secrets(random)
            .clock(clock);
    if (options.models != null) {
      builder.models(ModelsFile.read(options.models));
    }
    if (options.files != null) {
      builder.files(new FolderFiles(options.files));
    }
    if (!options.paths.isEmpty()) {
      builder.paths(options.paths.toArray(String[]::new));
    }
    Latchkey latchkey = builder.build();
    host.start(
        latchkey,
        TrustedProxies.of(options.trustedProxies.toArray(String[]::new)),
        new ManagementServlet(
            latchkey.administration(),
            new BearerTokens(Map.of(token, Caller.superUser("admin-token")))),
        tls,
        storage::isReady);
    host.repeat(latchkey::flushEvents, FLUSH_COUNTS);
    host.repeat(storage::flush, FLUSH_STORE);
    host.repeat(storage::prune, PRUNE);
    host.repeat(storage::tidy, TIDY);
    tls.filter(TlsSource::isSelfSigned)
        .ifPresent(
            t -> out.println("TLS: self-signed certificate in " + t.file().toAbsolutePath()));
    return new RunningServer(host, latchkey, storage, url, token, pass);
  }

  private static String generated(ServeOptions options, String name, SecretSource random) {
    return PrivateFiles.readOrMakeText(
        options.data.resolve(name), () -> password(random) + password(random));
  }

  private static String password(SecretSource random) {
    return Credential.generate("any", random).password().reveal(SecretAccess.granted());
  }

  private static URI localUrl(ServeOptions options, int port) {
    String path = options.paths.isEmpty() ? "/cfg" : options.paths.get(0);
    String bracketed = options.host.contains(":") ? "[" + options.host + "]" : options.host;
    String scheme = options.plainHttp ? "http" : "https";
    return URI.create(scheme + "://" + bracketed + ":" + port + path + "/");
  }

  URI publicUrl() {
    return publicUrl;
  }

  URI adminUrl() {
    return host.adminUrl();
  }

  String token() {
    return token;
  }

  Credential globalPass() {
    return globalPass;
  }

  /** What management does, without the way through HTTP. */
  Administration administration() {
    return latchkey.administration();
  }

  /** Where things are kept, for people. */
  String storage() {
    return storage.description();
  }

  /** Hands what was gathered to the store now; it is done every few seconds anyway. */
  void flush() {
    latchkey.flushEvents();
    storage.flush();
  }

  /** Gives back room on disk now; it is looked at every few seconds anyway. */
  void tidy() {
    storage.tidy();
  }

  /** Answers what is under way, hands the last events over, and ends. */
  @Override
  public void close() {
    try {
      host.close();
    } finally {
      flush();
      storage.close();
    }
  }
}
