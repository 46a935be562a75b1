package org.latchkey.testkit.grandstream;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Trust in whoever issued a certificate, as these phones have it from the factory. */
final class AnyIssuer implements X509TrustManager {
  /** Without a certificate of its own; a host name may still be checked with it. */
  static final SSLContext CONTEXT = context();

  private AnyIssuer() {}

  private static SSLContext context() {
    try {
      // what most phones speak, and a session taken up again makes no new keys as in 1.3
      SSLContext context = SSLContext.getInstance("TLSv1.2");
      context.init(null, new TrustManager[] {new AnyIssuer()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS is part of every JDK", e);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {}

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
