package org.latchkey.testkit.phone;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trust in whatever a server shows, as many phones have it from the factory: neither its name nor
 * its issuer matters.
 *
 * @since 1.0
 */
public final class AnyCertificate extends X509ExtendedTrustManager {
  /** Shared by all phones, which show no certificate of their own with it. */
  public static final SSLContext CONTEXT = context();

  private AnyCertificate() {}

  private static SSLContext context() {
    try {
      // what most phones speak, and a session taken up again makes no new keys as in 1.3
      SSLContext context = SSLContext.getInstance("TLSv1.2");
      context.init(null, new TrustManager[] {new AnyCertificate()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS is part of every JDK", e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
