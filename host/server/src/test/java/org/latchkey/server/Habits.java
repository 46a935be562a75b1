package org.latchkey.server;

import java.util.Optional;
import org.latchkey.testkit.cisco.CiscoPhone;
import org.latchkey.testkit.grandstream.GrandstreamPhone;
import org.latchkey.testkit.panasonic.PanasonicPhone;
import org.latchkey.testkit.panasonic.Source;
import org.latchkey.testkit.phone.SimulatedPhone;
import org.latchkey.testkit.polycom.PolycomPhone;
import org.latchkey.testkit.snom.Generation;
import org.latchkey.testkit.snom.SnomPhone;
import org.latchkey.testkit.yealink.YealinkPhone;

/** Phones of each brand with habits that others of it do not have. */
final class Habits {
  private Habits() {}

  private static String brand(MatrixSite site) {
    return site.product().replaceAll("^\"brand\":\"([a-z]+)\".*", "$1");
  }

  /** Whether an address without a slash at its end is asked as it is, with no name behind it. */
  static boolean asksAddressItself(MatrixSite site) {
    return brand(site).equals("snom") || brand(site).equals("panasonic");
  }

  /** A phone of which neither header nor first file names the MAC; empty if there is none. */
  static Optional<SimulatedPhone> withoutMac(MatrixSite site) throws Exception {
    return switch (brand(site)) {
      case "yealink" ->
          Optional.of(
              YealinkPhone.builder(site.enrol())
                  .macInUserAgent(false)
                  .tls(site.tls())
                  .waiter(site.clock())
                  .build());
      case "snom" ->
          Optional.of(
              SnomPhone.builder(site.enrol("\"brand\":\"snom\",\"model\":\"720\""))
                  .generation(Generation.SNOM_7XX_OLD)
                  .tls(site.tls())
                  .waiter(site.clock())
                  .build());
      case "panasonic" ->
          Optional.of(
              PanasonicPhone.builder(site.enrol())
                  .userAgent("Panasonic_{MODEL}/{fwver}")
                  .tls(site.tls())
                  .waiter(site.clock())
                  .build());
      default -> Optional.empty();
    };
  }

  /** A phone in a network that offers the bootstrap address with the global pass at every boot. */
  static SimulatedPhone bootstrapAtEveryBoot(MatrixSite site) throws Exception {
    String url = site.server().publicUrl().toString();
    String user = site.server().globalPass().username();
    String withPass = url.replace("://", "://" + user + ":" + site.password() + "@");
    switch (brand(site)) {
      case "polycom" -> {
        PolycomPhone phone =
            PolycomPhone.builder(site.enrol()).tls(site.tls()).waiter(site.clock()).build();
        phone.dhcpCustom(withPass);
        phone.dhcp66(withPass);
        return phone;
      }
      case "snom" -> {
        SnomPhone phone =
            SnomPhone.builder(site.enrol()).tls(site.tls()).waiter(site.clock()).build();
        phone.pnp(withPass);
        phone.dhcp(withPass);
        return phone;
      }
      case "grandstream" -> {
        GrandstreamPhone phone =
            GrandstreamPhone.builder(site.enrol()).tls(site.tls()).waiter(site.clock()).build();
        phone.pnp(withPass);
        phone.dhcp(withPass);
        return phone;
      }
      case "panasonic" -> {
        PanasonicPhone phone =
            PanasonicPhone.builder(site.enrol())
                .bootstrapReturns(true)
                .tls(site.tls())
                .waiter(site.clock())
                .build();
        phone.offer(Source.OPTION_66, withPass);
        return phone;
      }
      case "cisco" -> {
        String rule = "[--uid " + user + " --pwd " + site.password() + "] " + url;
        return CiscoPhone.builder(site.enrol())
            .bootstrapAtEveryBoot(rule)
            .tls(site.tls())
            .waiter(site.clock())
            .build();
      }
      default -> {
        return site.phone(site.enrol(), site.tls());
      }
    }
  }
}
