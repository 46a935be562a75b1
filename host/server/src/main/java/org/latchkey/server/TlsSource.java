package org.latchkey.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the certificate comes from; it is read again when its files change. */
final class TlsSource {
  private static final Logger LOG = LoggerFactory.getLogger(TlsSource.class);

  private final ServeOptions options;
  private final Path selfSigned;
  private final String host;
  private final char[] password;
  private List<FileTime> read = List.of();

  TlsSource(ServeOptions options, URI publicUrl, char[] password) {
    this.options = options;
    this.selfSigned = options.data.resolve("tls.p12");
    this.host = Optional.ofNullable(publicUrl.getHost()).orElse("localhost");
    this.password = password;
  }

  boolean isSelfSigned() {
    return options.keystore == null && options.tlsCert == null;
  }

  Path file() {
    return selfSigned;
  }

  KeyStore load() {
    read = times();
    if (options.keystore != null) {
      return KeyMaterial.fromPkcs12(options.keystore, password);
    }
    if (options.tlsCert != null && options.tlsKey != null) {
      return KeyMaterial.fromPem(options.tlsCert, options.tlsKey);
    }
    return KeyMaterial.selfSigned(selfSigned, host);
  }

  SslContextFactory.Server factory(KeyStore keys) {
    SslContextFactory.Server factory = new SslContextFactory.Server();
    set(factory, keys);
    factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    return factory;
  }

  /** Takes changed files over; if they cannot be read, what was read before goes on. */
  void reloadIfChanged(List<SslContextFactory.Server> factories) {
    if (times().equals(read)) {
      return;
    }
    try {
      KeyStore keys = load();
      for (SslContextFactory.Server factory : factories) {
        factory.reload(changed -> set((SslContextFactory.Server) changed, keys));
      }
      LOG.info("certificate read again");
    } catch (Exception e) {
      LOG.warn("the changed certificate cannot be used; the former one stays", e);
    }
  }

  private void set(SslContextFactory.Server factory, KeyStore keys) {
    String pass = new String(options.keystore != null ? password : KeyMaterial.NO_PASSWORD);
    factory.setKeyStore(keys);
    factory.setKeyStorePassword(pass);
    factory.setKeyManagerPassword(pass);
  }

  private List<FileTime> times() {
    return Stream.of(options.keystore, options.tlsCert, options.tlsKey)
        .filter(Objects::nonNull)
        .map(TlsSource::time)
        .toList();
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
