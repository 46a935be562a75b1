package org.latchkey.server;

import javax.net.ssl.SSLContext;
import org.latchkey.testkit.cisco.CiscoPhone;
import org.latchkey.testkit.grandstream.GrandstreamKind;
import org.latchkey.testkit.grandstream.GrandstreamPhone;
import org.latchkey.testkit.panasonic.PanasonicPhone;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.SimulatedPhone;
import org.latchkey.testkit.polycom.PolycomPhone;
import org.latchkey.testkit.snom.Generation;
import org.latchkey.testkit.snom.SnomPhone;
import org.latchkey.testkit.yealink.YealinkPhone;

/** The phones of the demonstration: each brand, and each language that its phones speak. */
enum DemoPhone {
  YEALINK("yealink", "T46S", "001565aabbcc", Outcome.PROMPT) {
    @Override
    SimulatedPhone make(String mac, SSLContext tls) {
      return YealinkPhone.builder(mac).tls(tls).build();
    }
  },
  POLYCOM("polycom", "VVX500", "64167faabbcc", Outcome.FAILED) {
    @Override
    SimulatedPhone make(String mac, SSLContext tls) {
      return PolycomPhone.builder(mac).tls(tls).build();
    }
  },
  SNOM_D("snom", "D785", "000413aabbcc", Outcome.FAILED) {
    @Override
    SimulatedPhone make(String mac, SSLContext tls) {
      return SnomPhone.builder(mac).generation(Generation.D_SERIES).tls(tls).build();
    }
  },
  SNOM_C("snom", "C520-WiMi", "000413aabbcd", Outcome.FAILED) {
    @Override
    SimulatedPhone make(String mac, SSLContext tls) {
      return SnomPhone.builder(mac).generation(Generation.C_SERIES).tls(tls).build();
    }
  },
  GRANDSTREAM_HT("grandstream", "HT802", "000b82aabbcc", Outcome.FAILED) {
    @Override
    SimulatedPhone make(String mac, SSLContext tls) {
      return GrandstreamPhone.builder(mac).kind(GrandstreamKind.HT802).tls(tls).build();
    }
  },
  GRANDSTREAM_GRP("grandstream", "GRP2614", "c074adaabbcc", Outcome.FAILED) {
    @Override
    SimulatedPhone make(String mac, SSLContext tls) {
      return GrandstreamPhone.builder(mac).kind(GrandstreamKind.GRP26XX).tls(tls).build();
    }
  },
  PANASONIC("panasonic", "KX-HDV230", "bcc342aabbcc", Outcome.NOTHING_FOUND) {
    @Override
    SimulatedPhone make(String mac, SSLContext tls) {
      return PanasonicPhone.builder(mac).tls(tls).build();
    }
  },
  CISCO("cisco", "CP-8851-3PCC", "00562baabbcc", Outcome.FAILED) {
    @Override
    SimulatedPhone make(String mac, SSLContext tls) {
      return CiscoPhone.builder(mac).tls(tls).build();
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

  /** A phone of that kind, fresh from its box. */
  abstract SimulatedPhone make(String mac, SSLContext tls);

  /** The phone of the demonstration, fresh from its box. */
  SimulatedPhone make(SSLContext tls) {
    return make(mac, tls);
  }

  String title() {
    return brand + " " + model + " " + mac;
  }
}
