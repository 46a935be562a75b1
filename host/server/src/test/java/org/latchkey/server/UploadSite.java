package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.latchkey.Latchkey;
import org.latchkey.admin.UploadView;
import org.latchkey.brand.Brand;
import org.latchkey.caller.Caller;
import org.latchkey.device.MacAddress;
import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.memory.MemoryDirectory;
import org.latchkey.memory.MemoryGlobalPasses;
import org.latchkey.memory.MemoryUploads;
import org.latchkey.pass.GlobalPass;
import org.latchkey.pass.PassPolicy;
import org.latchkey.portal.BearerTokens;
import org.latchkey.portal.ManagementServlet;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Vault;
import org.latchkey.servlet.TrustedProxies;
import org.latchkey.spi.UploadQuota;
import org.latchkey.spi.UploadRecord;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.SimulatedPhone;

/** The server over real TLS, with room for little of what phones send. */
final class UploadSite implements AutoCloseable {
  /** In bytes: a file, a device's files, all files. */
  static final int FILE = 32 * 1024;

  static final int DEVICE = 48 * 1024;
  static final int ALL = 72 * 1024;

  private static final String TOKEN = "token-of-this-test-and-no-other";
  private static final String PASSWORD = "OnlyForTheFirst1";
  private static final Caller ADMIN = Caller.superUser("admin");

  private final MemoryUploads uploads = new MemoryUploads();
  private final ProvisioningHost host;
  private final Latchkey latchkey;
  private final URI url;
  private final SSLContext tls;
  private final ManagementClient management;

  UploadSite(Path folder, Brand brand) {
    ServeOptions options = new ServeOptions();
    options.port = 0;
    options.adminPort = 0;
    options.data = folder.resolve("data");
    PrivateFiles.folder(options.data);
    TlsSource source = new TlsSource(options, URI.create("https://localhost/"), new char[0]);
    host = new ProvisioningHost(options, Optional.of(source));
    url = URI.create("https://127.0.0.1:" + host.port() + "/cfg/");
    latchkey =
        Latchkey.builder(
                url, new MemoryDirectory(), new MemoryCredentialStore(), Vault.ofKey(new byte[32]))
            .brands(brand)
            .globalPasses(
                new MemoryGlobalPasses(
                    new GlobalPass(
                        "first",
                        GlobalPass.Scope.INSTALLATION,
                        Credential.of("firstboot", PASSWORD),
                        false)))
            .policy(PassPolicy.DEFAULTS.withSettleTime(Duration.ZERO))
            .acceptOverrides(true)
            .uploads(uploads, new UploadQuota(FILE, 16, DEVICE, ALL))
            .secrets(new SecureRandom()::nextBytes)
            .build();
    host.start(
        latchkey,
        TrustedProxies.of(),
        new ManagementServlet(latchkey.administration(), new BearerTokens(Map.of(TOKEN, ADMIN))),
        Optional.of(source),
        () -> true);
    tls = TrustingTls.of(KeyMaterial.selfSigned(options.data.resolve("tls.p12"), "x"));
    management = new ManagementClient(host.adminUrl(), TOKEN, tls);
  }

  /** Removes whatever phones have sent. */
  void forget() {
    uploads.dump().forEach(upload -> uploads.purge(upload.mac()));
  }

  /** Enters a device, which is armed then. */
  String enrol(String prefix, int number, String product, String overrides) throws Exception {
    String mac = prefix + String.format(Locale.ROOT, "%06x", number);
    String device =
        "{\"mac\":\""
            + mac
            + "\","
            + product
            + ",\"domain\":\"acme.example\",\"reseller\":\"west\",\"lines\":[],\"overrides\":["
            + overrides
            + "]}";
    assertThat(management.call("POST", "devices", device).status()).isEqualTo(201);
    return mac;
  }

  /** Somebody types the global pass. */
  void enterPass(SimulatedPhone phone) {
    phone.enterManually(url.toString(), "firstboot", PASSWORD);
  }

  /** Boots until there is nothing new, and forgets what was sent on the way. */
  void settle(SimulatedPhone phone) throws Exception {
    for (int i = 0; i < 4; i++) {
      phone.boot();
    }
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(state(phone)).isEqualTo("provisioned");
    uploads.purge(MacAddress.of(phone.mac()));
  }

  String state(SimulatedPhone phone) throws Exception {
    return management.state(phone.mac());
  }

  /** What an administrator sees of a phone's files, by name and length. */
  List<String> listed(SimulatedPhone phone) {
    return latchkey.administration().uploads(ADMIN, MacAddress.of(phone.mac())).stream()
        .map(UploadSite::words)
        .toList();
  }

  private static String words(UploadView view) {
    return view.name() + " " + view.size();
  }

  /** What an administrator reads. */
  String read(SimulatedPhone phone, String file) {
    return new String(bytes(phone, file), StandardCharsets.UTF_8);
  }

  /** The same, which need not be text. */
  byte[] bytes(SimulatedPhone phone, String file) {
    return latchkey.administration().upload(ADMIN, MacAddress.of(phone.mac()), file);
  }

  /** Everything that is stored, of whatever device. */
  List<UploadRecord> stored() {
    return uploads.dump();
  }

  URI url() {
    return url;
  }

  SSLContext tls() {
    return tls;
  }

  String password() {
    return PASSWORD;
  }

  @Override
  public void close() {
    host.close();
  }
}
