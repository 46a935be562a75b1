package org.latchkey.testkit.panasonic;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.latchkey.testkit.phone.HttpSettings;

/** From the factory these phones take any certificate. */
final class Trust extends X509ExtendedTrustManager {
  private static final SSLContext ANY = any();

  private Trust() {}

  /** What was set for the phone, unless its configuration does without checks. */
  static HttpSettings of(PanasonicSetup setup, Settings settings) {
    HttpSettings http = setup.http();
    return settings.verifies()
        ? http
        : new HttpSettings(
            Optional.of(ANY),
            http.localAddress(),
            http.connectTimeout(),
            http.readTimeout(),
            false);
  }

  private static SSLContext any() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Trust()}, null);
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
