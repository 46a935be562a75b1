package org.latchkey.server;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.latchkey.Latchkey;
import org.latchkey.LatchkeyBuilder;
import org.latchkey.auth.DigestAlgorithm;
import org.latchkey.brand.cisco.CiscoBrand;
import org.latchkey.brand.grandstream.GrandstreamBrand;
import org.latchkey.brand.panasonic.PanasonicBrand;
import org.latchkey.brand.polycom.PolycomBrand;
import org.latchkey.brand.snom.SnomBrand;
import org.latchkey.brand.yealink.YealinkBrand;
import org.latchkey.caller.Caller;
import org.latchkey.files.FolderFiles;
import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.memory.MemoryDirectory;
import org.latchkey.memory.MemoryEvents;
import org.latchkey.memory.MemoryGlobalPasses;
import org.latchkey.pass.GlobalPass;
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
  private final ProvisioningHost host;
  private final Latchkey latchkey;
  private final URI publicUrl;
  private final String token;
  private final Credential globalPass;

  private RunningServer(
      ProvisioningHost host,
      Latchkey latchkey,
      URI publicUrl,
      String token,
      Credential globalPass) {
    this.host = host;
    this.latchkey = latchkey;
    this.publicUrl = publicUrl;
    this.token = token;
    this.globalPass = globalPass;
  }

  static RunningServer start(
      ServeOptions options, Map<String, String> environment, PassPolicy policy, PrintStream out) {
    return start(options, environment, policy, ServerClock.SYSTEM, out);
  }

  /** A server that lives in a time of its own. */
  static RunningServer start(
      ServeOptions options,
      Map<String, String> environment,
      PassPolicy policy,
      Clock clock,
      PrintStream out) {
    return start(options, environment, policy, clock, new MemoryCredentialStore(), out);
  }

  /** A server that keeps its devices' access where it is told to. */
  static RunningServer start(
      ServeOptions options,
      Map<String, String> environment,
      PassPolicy policy,
      Clock clock,
      CredentialStore credentials,
      PrintStream out) {
    options.check();
    PrivateFiles.folder(options.data);
    SecretSource random = new SecureRandom()::nextBytes;
    Path vaultKey =
        options.data.resolveSibling(options.data.getFileName() + ".vault-key").toAbsolutePath();
    Vault vault = Vault.ofKey(PrivateFiles.readOrMake(vaultKey, () -> bytes(random, 32)));
    String token =
        Optional.ofNullable(environment.get("LATCHKEY_ADMIN_TOKEN"))
            .orElseGet(() -> generated(options, "admin-token", random));
    Credential pass = globalPass(options, environment, random);
    URI nominal = Optional.ofNullable(options.publicUrl).orElse(URI.create("https://localhost/"));
    char[] keystorePassword =
        environment.getOrDefault("LATCHKEY_KEYSTORE_PASSWORD", "").toCharArray();
    Optional<TlsSource> tls =
        options.sharesPort()
            ? Optional.empty()
            : Optional.of(new TlsSource(options, nominal, keystorePassword));
    ProvisioningHost host = new ProvisioningHost(options, tls);
    URI url =
        Optional.ofNullable(options.publicUrl).orElseGet(() -> localUrl(options, host.port()));
    MemoryEvents events = new MemoryEvents();
    LatchkeyBuilder builder =
        Latchkey.builder(url, new MemoryDirectory(), credentials, vault)
            .brands(
                new YealinkBrand(),
                new PolycomBrand(),
                new SnomBrand(),
                new GrandstreamBrand(),
                new PanasonicBrand(),
                new CiscoBrand())
            .globalPasses(
                new MemoryGlobalPasses(
                    new GlobalPass("first", GlobalPass.Scope.INSTALLATION, pass, false)))
            .events(new ConsoleEvents(out, events), Optional.of(events))
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
        tls);
    tls.filter(TlsSource::isSelfSigned)
        .ifPresent(
            t -> out.println("TLS: self-signed certificate in " + t.file().toAbsolutePath()));
    return new RunningServer(host, latchkey, url, token, pass);
  }

  private static Credential globalPass(
      ServeOptions options, Map<String, String> environment, SecretSource random) {
    String text =
        Optional.ofNullable(environment.get("LATCHKEY_GLOBAL_PASS"))
            .orElseGet(
                () ->
                    PrivateFiles.readOrMakeText(
                        options.data.resolve("global-pass"),
                        () -> "firstboot:" + password(random)));
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new StartException("LATCHKEY_GLOBAL_PASS must be user:password");
    }
    return Credential.of(text.substring(0, colon), text.substring(colon + 1));
  }

  private static String generated(ServeOptions options, String name, SecretSource random) {
    return PrivateFiles.readOrMakeText(
        options.data.resolve(name), () -> password(random) + password(random));
  }

  private static String password(SecretSource random) {
    return Credential.generate("any", random).password().reveal(SecretAccess.granted());
  }

  private static byte[] bytes(SecretSource random, int length) {
    byte[] bytes = new byte[length];
    random.fill(bytes);
    return bytes;
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

  /** Answers what is under way, hands the last events over, and ends. */
  @Override
  public void close() {
    host.close();
    latchkey.flushEvents();
  }
}
