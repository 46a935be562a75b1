package org.latchkey.benchmarks.fleet;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A phone of the made-up fleet. Everything about it follows from its number, so that nobody has to
 * keep a million of them; its secrets are as secret as this source.
 *
 * @param number from 0 on
 * @param kind what it is
 * @param mac its MAC; those of neighbours in number are far apart, as in a fleet that has grown
 */
record MadePhone(long number, Kind kind, String mac) {
  static final String HEADER =
      "mac,brand,model,domain,reseller,line1_label,line1_display_name,line1_user,line1_auth_user,"
          + "line1_password,line1_registrar,line1_port,line1_transport,provisioning_username,"
          + "provisioning_password\r\n";

  /** How many there can be: each kind has 24 bits of MACs. */
  static final long MOST = 4L << 24;

  private static final int KINDS = 4;
  private static final long SCATTER = 0x9E3779; // odd: each number keeps a MAC of its own
  private static final int OF_A_DOMAIN = 200;
  private static final int RESELLERS = 50;

  static MadePhone of(long number) {
    Kind kind = Kind.ALL.get((int) (number % KINDS));
    long low = number / KINDS * SCATTER & 0xFFFFFF;
    return new MadePhone(number, kind, kind.prefix + HexFormat.of().toHexDigits(low, 6));
  }

  /** As it stands in its file. */
  String sipUser() {
    return Long.toString(100_000_000 + number);
  }

  String password() {
    // as good as random, and of the same length for every phone
    long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
    return "Pw" + HexFormat.of().toHexDigits(mixed ^ mixed >>> 32);
  }

  String file() {
    return kind.file(mac);
  }

  String basic() {
    byte[] pair = (mac + ":" + password()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** Where it asks from. */
  String address() {
    return "10." + (number >> 16 & 0xFF) + "." + (number >> 8 & 0xFF) + "." + (number & 0xFF);
  }

  /** Its row under {@link #HEADER}. */
  String row() {
    long domain = number / OF_A_DOMAIN;
    String site = "site" + (100_000 + domain);
    return String.join(
        ",",
        mac,
        kind.brand,
        kind.model,
        site + ".example",
        "reseller" + domain % RESELLERS,
        "Desk",
        "Alice Example",
        sipUser(),
        sipUser(),
        "Sip" + password().substring(2),
        "sip." + site + ".example",
        "5061",
        "tls",
        mac,
        password() + "\r\n");
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + mac;
  }
}
