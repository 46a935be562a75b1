package org.latchkey.testkit.snom;

import java.io.IOException;
import java.net.InetAddress;
import org.latchkey.testkit.phone.HttpAnswer;
import org.latchkey.testkit.phone.HttpSettings;
import org.latchkey.testkit.phone.PhoneHttp;
import org.latchkey.testkit.phone.PhoneRequest;

/** The phone's HTTP client, which looks at certificates as the settings say at that moment. */
final class Link {
  private final SnomSetup setup;
  private final Memory memory;
  private HttpSettings settings;
  private PhoneHttp http;

  Link(SnomSetup setup, Memory memory) {
    this.setup = setup;
    this.memory = memory;
    this.settings = wanted();
    this.http = new PhoneHttp(settings);
  }

  HttpAnswer exchange(PhoneRequest request, Trip trip) throws IOException {
    HttpSettings now = wanted();
    if (!now.equals(settings)) {
      InetAddress local = http.localAddress().orElse(null);
      http.close();
      settings = now;
      http = new PhoneHttp(now);
      if (local != null) {
        http.moveTo(local);
      }
    }
    http.keepAlive(setup.keepAlive());
    return http.exchange(request, trip.faults(), trip.log());
  }

  private HttpSettings wanted() {
    SnomSetup.Network network = setup.network();
    boolean checks;
    boolean names;
    if (setup.generation().conference()) {
      checks = memory.on("provisioning.check_trusted_certificate", network.checksServer());
      names = network.checksName();
    } else {
      checks = memory.on("tls_server_authentication", network.checksServer());
      names = memory.on("check_fqdn_against_server_cert", network.checksName());
    }
    HttpSettings base = checks ? network.checked() : network.unchecked();
    return new HttpSettings(
        base.tls(),
        base.localAddress(),
        base.connectTimeout(),
        base.readTimeout(),
        checks && names);
  }

  void moveTo(InetAddress address) {
    http.moveTo(address);
  }

  void close() {
    http.close();
  }

  void abort() {
    http.abort();
  }
}
