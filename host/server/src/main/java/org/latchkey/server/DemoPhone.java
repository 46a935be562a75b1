package org.latchkey.server;

import javax.net.ssl.SSLContext;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.SimulatedPhone;
import org.latchkey.testkit.polycom.PolycomPhone;
import org.latchkey.testkit.yealink.YealinkPhone;

/** The phones of the demonstration, one of each brand. */
enum DemoPhone {
  YEALINK("yealink", "T46S", "001565aabbcc", Outcome.PROMPT) {
    @Override
    SimulatedPhone make(SSLContext tls) {
      return YealinkPhone.builder(mac).tls(tls).build();
    }
  },
  POLYCOM("polycom", "VVX500", "64167faabbcc", Outcome.FAILED) {
    @Override
    SimulatedPhone make(SSLContext tls) {
      return PolycomPhone.builder(mac).tls(tls).build();
    }
  };

  final String brand;
  final String model;
  final String mac;

  /** How a first boot ends that is refused. */
  final Outcome refused;

  DemoPhone(String brand, String model, String mac, Outcome refused) {
    this.brand = brand;
    this.model = model;
    this.mac = mac;
    this.refused = refused;
  }

  /** A phone fresh from its box. */
  abstract SimulatedPhone make(SSLContext tls);

  String title() {
    return brand + " " + model + " " + mac;
  }
}
