package org.latchkey.server;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The settings of the server; each is a flag, an environment variable and a property. */
final class ServeOptions extends PlaceOptions {
  @Option(names = "--host", defaultValue = "127.0.0.1", description = "address for phones")
  String host = "127.0.0.1";

  @Option(names = "--port", description = "port for phones (8443, with --plain-http 8080)")
  @Nullable Integer port;

  @Option(
      names = "--plain-http",
      description = "no TLS here: only for loopback or behind --trusted-proxies")
  boolean plainHttp;

  @Option(
      names = "--public-url",
      description = "provisioning URL as phones know it; needed unless --host is loopback")
  @Nullable URI publicUrl;

  @Option(
      names = "--path",
      split = ",",
      description = "path where phones ask (default: that of the public URL, or /cfg); repeatable")
  List<String> paths = new ArrayList<>();

  @Mixin StoreOptions store = new StoreOptions();

  @Option(
      names = "--digest-algorithms",
      split = ",",
      defaultValue = "md5",
      description = "md5, or md5,sha-256")
  List<String> digestAlgorithms = new ArrayList<>();

  @Option(
      names = "--trusted-proxies",
      split = ",",
      description = "networks whose X-Forwarded-… headers are believed")
  List<String> trustedProxies = new ArrayList<>();

  @Option(
      names = "--models",
      description =
          "JSON file with models that this release does not know, each with one that it is like:"
              + " [{\"brand\":\"yealink\",\"model\":\"T99X\",\"like\":\"T46U\"}]")
  @Nullable Path models;

  @Option(
      names = "--files",
      description = "folder with firmware, ring tones and language packs for phones; no secrets")
  @Nullable Path files;

  @Option(
      names = "--accept-overrides",
      description =
          "keep settings that users change at their phones, and give them back without reserved"
              + " ones")
  boolean acceptOverrides;

  @Option(names = "--admin-host", defaultValue = "127.0.0.1", description = "address for the API")
  String adminHost = "127.0.0.1";

  @Option(names = "--admin-port", defaultValue = "8444", description = "port for the API")
  int adminPort = 8444;

  @Option(names = "--tls-cert", description = "certificate chain, PEM")
  @Nullable Path tlsCert;

  @Option(names = "--tls-key", description = "its private key, PEM (PKCS#8 or PKCS#1, unencrypted)")
  @Nullable Path tlsKey;

  @Option(
      names = "--keystore",
      description = "PKCS#12 store instead; its password in LATCHKEY_KEYSTORE_PASSWORD")
  @Nullable Path keystore;

  /** Refuses what would serve secrets in the clear or leave phones without a URL. */
  void check() {
    boolean loopback = isLoopback(host);
    if (plainHttp && !loopback && trustedProxies.isEmpty()) {
      throw new StartException(
          "--plain-http on "
              + host
              + " would send passwords in the clear: use TLS, a loopback"
              + " --host, or name the TLS proxy in --trusted-proxies");
    }
    if (publicUrl == null && !loopback) {
      throw new StartException(
          "--public-url is needed, for example https://prov.example/cfg/: phones keep that URL");
    }
    if ((tlsCert == null) != (tlsKey == null)) {
      throw new StartException("--tls-cert and --tls-key belong together");
    }
    if (keystore != null && tlsCert != null) {
      throw new StartException("--keystore and --tls-cert exclude each other");
    }
    store.check();
  }

  int portOrDefault() {
    return port != null ? port : plainHttp ? 8080 : 8443;
  }

  /** One listener for phones and management: only where nobody else can reach it. */
  boolean sharesPort() {
    return plainHttp && isLoopback(host);
  }

  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new StartException("--host: no such address as " + host, e);
    }
  }
}
