package org.latchkey.server;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS of clients that trust one self-signed certificate. */
final class TrustingTls {
  private TrustingTls() {}

  static SSLContext of(KeyStore keys) {
    return of(keys, "TLS");
  }

  /** The same with the newest version of TLS that clients speak, such as {@code TLSv1.2}. */
  static SSLContext of(KeyStore keys, String newest) {
    try {
      KeyStore anchors = KeyStore.getInstance("PKCS12");
      anchors.load(null, null);
      anchors.setCertificateEntry("server", keys.getCertificate(keys.aliases().nextElement()));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(anchors);
      SSLContext context = SSLContext.getInstance(newest);
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the demo's own certificate is not usable", e);
    }
  }
}
