package org.latchkey.testkit.panasonic;

import java.util.Optional;
import org.latchkey.testkit.phone.AnyCertificate;
import org.latchkey.testkit.phone.HttpSettings;

/** From the factory these phones take any certificate. */
final class Trust {
  private Trust() {}

  /** What was set for the phone, unless its configuration does without checks. */
  static HttpSettings of(PanasonicSetup setup, Settings settings) {
    HttpSettings http = setup.http();
    return settings.verifies()
        ? http
        : new HttpSettings(
            Optional.of(AnyCertificate.CONTEXT),
            http.localAddress(),
            http.connectTimeout(),
            http.readTimeout(),
            false);
  }
}
