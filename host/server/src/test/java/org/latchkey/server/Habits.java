package org.latchkey.server;

import java.util.Optional;
import java.util.Set;
import org.latchkey.server.MatrixKind.SnomModel;
import org.latchkey.testkit.cisco.CiscoModel;
import org.latchkey.testkit.cisco.CiscoPhone;
import org.latchkey.testkit.cisco.CiscoPhoneBuilder;
import org.latchkey.testkit.grandstream.GrandstreamKind;
import org.latchkey.testkit.grandstream.GrandstreamPhone;
import org.latchkey.testkit.grandstream.GrandstreamPhoneBuilder;
import org.latchkey.testkit.panasonic.Kind;
import org.latchkey.testkit.panasonic.PanasonicPhone;
import org.latchkey.testkit.panasonic.PanasonicPhoneBuilder;
import org.latchkey.testkit.panasonic.Source;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.SimulatedPhone;
import org.latchkey.testkit.polycom.PolycomPhone;
import org.latchkey.testkit.polycom.PolycomPhoneBuilder;
import org.latchkey.testkit.snom.Generation;
import org.latchkey.testkit.snom.SnomPhone;
import org.latchkey.testkit.snom.SnomPhoneBuilder;
import org.latchkey.testkit.yealink.YealinkPhone;
import org.latchkey.testkit.yealink.YealinkPhoneBuilder;

/** Phones of each brand, of the kind of a site, with habits that others of it do not have. */
final class Habits {
  private static final String HEADER_WITHOUT_MAC = "Panasonic_{MODEL}/{fwver}";

  private Habits() {}

  private static String brand(MatrixSite site) {
    return site.product().replaceAll("^\"brand\":\"([a-z]+)\".*", "$1");
  }

  private static Optional<Enum<?>> kind(MatrixSite site) {
    return site.kind().map(MatrixKind::kind);
  }

  private static YealinkPhoneBuilder yealink(MatrixSite site, String mac) {
    return YealinkPhone.builder(mac)
        .macInUserAgent(kind(site).isEmpty())
        .tls(site.tls())
        .waiter(site.clock());
  }

  private static PolycomPhoneBuilder polycom(MatrixSite site, String mac) {
    PolycomPhoneBuilder builder = PolycomPhone.builder(mac).tls(site.tls()).waiter(site.clock());
    return kind(site)
        .map(kind -> builder.generation((org.latchkey.testkit.polycom.Generation) kind))
        .orElse(builder);
  }

  private static SnomPhoneBuilder snom(MatrixSite site, String mac) {
    SnomPhoneBuilder builder = SnomPhone.builder(mac).tls(site.tls()).waiter(site.clock());
    return kind(site)
        .map(
            kind ->
                kind instanceof Generation generation
                    ? builder.generation(generation)
                    : builder.generation(Generation.C_SERIES).model(kind.name(), "1.2.3"))
        .orElse(builder);
  }

  private static GrandstreamPhoneBuilder grandstream(MatrixSite site, String mac) {
    return GrandstreamPhone.builder(mac)
        .kind((GrandstreamKind) kind(site).orElse(GrandstreamKind.HT802))
        .tls(site.tls())
        .waiter(site.clock());
  }

  private static PanasonicPhoneBuilder panasonic(MatrixSite site, String mac) {
    return PanasonicPhone.builder(mac)
        .kind((Kind) kind(site).orElse(Kind.HDV230))
        .tls(site.tls())
        .waiter(site.clock());
  }

  private static CiscoPhoneBuilder cisco(MatrixSite site, String mac) {
    return CiscoPhone.builder(mac)
        .model((CiscoModel) kind(site).orElse(CiscoModel.CP_8851))
        .tls(site.tls())
        .waiter(site.clock());
  }

  /** A phone as it is where nothing is said of it. */
  static SimulatedPhone plain(MatrixSite site, String mac) {
    return switch (brand(site)) {
      case "yealink" -> yealink(site, mac).build();
      case "polycom" -> polycom(site, mac).build();
      case "snom" -> snom(site, mac).build();
      case "grandstream" -> grandstream(site, mac).build();
      case "panasonic" -> panasonic(site, mac).build();
      default -> cisco(site, mac).build();
    };
  }

  static String macPrefix(MatrixSite site) {
    return switch (brand(site)) {
      case "yealink" -> "001565";
      case "polycom" -> "0004f2";
      case "snom" -> "000413";
      case "grandstream" -> "000b82";
      case "panasonic" -> "bcc342";
      default -> "00562b";
    };
  }

  /** What a phone does about a second 401: some ask a person. */
  static Outcome afterRefusal(MatrixSite site) {
    boolean asks =
        brand(site).equals("yealink")
            || kind(site)
                .filter(k -> k == GrandstreamKind.GXP21XX || k == GrandstreamKind.GXP_XML_FIRST)
                .isPresent();
    return asks ? Outcome.PROMPT : Outcome.FAILED;
  }

  /** What a healthy phone does when somebody types the global pass. */
  static Outcome afterTypedPass(MatrixSite site) {
    Optional<Enum<?>> kind = kind(site);
    if (brand(site).equals("panasonic")) {
      // where no file outranks what was typed, its own says nothing new beside it
      Set<Kind> typedCounts = Set.of(Kind.UT123, Kind.UT136, Kind.TGP500, Kind.UDS124);
      return kind.filter(typedCounts::contains).isPresent() ? Outcome.UNCHANGED : Outcome.APPLIED;
    }
    // nothing tells the MAC of these, and a right pass of nobody's phone finds no file
    Set<CiscoModel> nameless =
        Set.of(CiscoModel.SPA525G2, CiscoModel.SPA112, CiscoModel.ATA191, CiscoModel.ATA192);
    return kind.filter(nameless::contains).isPresent() ? Outcome.NOTHING_FOUND : afterRefusal(site);
  }

  /** Whether a start asks a file more than a resync, of which the phone keeps a copy of its own. */
  static boolean asksMoreAtStart(MatrixSite site) {
    return kind(site).filter(k -> k == Kind.UTG200 || k == Kind.UTG300).isPresent();
  }

  /**
   * A phone that takes an address without a slash at its end for that of a file, where it is open
   * whether phones do, or lose the last part of it.
   */
  static Optional<SimulatedPhone> withFileForAddress(MatrixSite site) throws Exception {
    boolean desk =
        kind(site).filter(k -> k == Generation.C_SERIES || k == SnomModel.C620).isEmpty();
    return brand(site).equals("snom") && desk
        ? Optional.of(snom(site, site.enrol()).folderNeedsSlash(true).build())
        : Optional.empty();
  }

  /** A phone of which neither header nor first file names the MAC; empty if there is none. */
  static Optional<SimulatedPhone> withoutMac(MatrixSite site) throws Exception {
    return switch (brand(site)) {
      case "yealink" -> Optional.of(yealink(site, site.enrol()).macInUserAgent(false).build());
      case "snom" ->
          Optional.of(
              SnomPhone.builder(site.enrol("\"brand\":\"snom\",\"model\":\"720\""))
                  .generation(Generation.SNOM_7XX_OLD)
                  .tls(site.tls())
                  .waiter(site.clock())
                  .build());
      case "panasonic" ->
          Optional.of(panasonic(site, site.enrol()).userAgent(HEADER_WITHOUT_MAC).build());
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
        PolycomPhone phone = polycom(site, site.enrol()).build();
        phone.dhcpCustom(withPass);
        phone.dhcp66(withPass);
        return phone;
      }
      case "snom" -> {
        SnomPhone phone = snom(site, site.enrol()).build();
        phone.pnp(withPass);
        phone.dhcp(withPass);
        return phone;
      }
      case "grandstream" -> {
        GrandstreamPhone phone = grandstream(site, site.enrol()).build();
        // no source says that a GXW listens to multicast, so no parameter keeps it from that
        if (kind(site).filter(GrandstreamKind.GXW42XX::equals).isEmpty()) {
          phone.pnp(withPass);
        }
        phone.dhcp(withPass);
        return phone;
      }
      case "panasonic" -> {
        PanasonicPhone phone = panasonic(site, site.enrol()).bootstrapReturns(true).build();
        phone.offer(Source.OPTION_66, withPass);
        return phone;
      }
      case "cisco" -> {
        String rule = "[--uid " + user + " --pwd " + site.password() + "] " + url;
        return cisco(site, site.enrol()).bootstrapAtEveryBoot(rule).build();
      }
      default -> {
        return site.phone(site.enrol(), site.tls());
      }
    }
  }
}
