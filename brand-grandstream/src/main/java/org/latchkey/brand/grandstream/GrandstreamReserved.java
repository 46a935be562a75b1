package org.latchkey.brand.grandstream;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.error.RenderException;

/**
 * What keeps a phone ours: path, protocol and credential, always together and last; the switches
 * that stop DHCP, multicast and users from presenting others; the schedule; which servers the phone
 * trusts; and where its firmware is, since a phone shows a credential there too.
 */
final class GrandstreamReserved {
  /**
   * The folder below the provisioning path that is told to phones. No phone asks there before it
   * was told: so the path changes with the first configuration, upon which an HT asks again within
   * seconds, with its new credential (dump of HT802 1.0.10.6), and never after that.
   */
  static final String FOLDER = "/own";

  private static final int LONGEST_PATH = 255;
  private static final int LONGEST_CREDENTIAL = 40;

  private static final List<String> FAMILIES =
      List.of(
          "provisioning.",
          "provision.",
          "security.validate.servercertificate",
          "security.minimum.tls",
          "security.maximum.tls",
          "security.tls.minversion",
          "security.tls.maxversion");

  /** Of these families, what may be said: how firmware is taken, not where from. */
  private static final Set<String> FREE =
      Set.of(
          "provisioning.firmware.checkcondition",
          "provisioning.firmware.confirm.enable",
          "provisioning.firmware.fileprefix",
          "provisioning.firmware.filepostfix");

  /** Numbers that no configuration of ours has, or that have no name. */
  private static final Set<String> MORE_NUMBERS =
      Set.of(
          // prefix and postfix of our own file's name, order and kinds of files, all of them
          "234",
          "235",
          "8501",
          "8601",
          "8467",
          // what a file must be for the phone to take it
          "1359",
          "240",
          "9996",
          // a restart after each configuration
          "22421",
          // options 150, 160 and 161 of DHCP
          "1007",
          "1008",
          "1009",
          // TLS versions
          "22293",
          "22294");

  private static final Set<String> NUMBERS = numbers();
  private static final Set<String> FIRMWARE_NUMBERS =
      Set.of("192", "232", "233", "238", "6767", "6768", "6769", "8375", "20719", "27740");

  private GrandstreamReserved() {}

  private static Set<String> numbers() {
    Set<String> numbers = new HashSet<>(MORE_NUMBERS);
    numbers.addAll(GrandstreamNumbers.of(GrandstreamReserved::coversItem));
    numbers.addAll(GrandstreamNumbers.of(name -> name.equals("~firmware-dhcp")));
    return Set.copyOf(numbers);
  }

  /** Whether a name is reserved, as number or item, in any case. */
  static boolean covers(String name) {
    String number = number(name);
    return number.isEmpty() ? coversItem(name) : NUMBERS.contains(number);
  }

  private static boolean coversItem(String name) {
    for (String family : FAMILIES) {
      if (name.regionMatches(true, 0, family, 0, family.length())) {
        return !FREE.contains(name.toLowerCase(Locale.ROOT));
      }
    }
    return false;
  }

  /** Whether a name makes the phone take another firmware. */
  static boolean namesFirmware(String name) {
    String number = number(name);
    String family = "provisioning.firmware.";
    return number.isEmpty()
        ? name.regionMatches(true, 0, family, 0, family.length())
        : FIRMWARE_NUMBERS.contains(number);
  }

  /** The digits of a number, in any case and however many zeros stand before it; else nothing. */
  static String number(String name) {
    if (name.length() < 2 || (name.charAt(0) | 0x20) != 'p') {
      return "";
    }
    int start = 1;
    for (int i = 1; i < name.length(); i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return "";
      }
      start += i == start && name.charAt(i) == '0' ? 1 : 0;
    }
    return name.substring(start);
  }

  static Parameters of(Rendering rendering, GrandstreamDialect dialect) {
    Parameters.Builder out = Parameters.builder();
    Settings settings = rendering.settings();
    boolean secure = isSecure(rendering.url());
    GrandstreamSchedule.add(out, rendering, dialect);
    addTrust(out, settings, dialect);
    addSwitches(out, settings, dialect, secure);
    GrandstreamImages.add(out, rendering, dialect);
    dialect.keep(out, "provisioning.config.serverPath", path(rendering.url()));
    dialect.keep(out, "provisioning.config.protocol", protocol(secure, dialect));
    String user = rendering.credential().username();
    String password = GrandstreamRenderer.clear(rendering.credential().password());
    check("provisioning.config.username", user);
    check("provisioning.config.password", password);
    dialect.keep(out, "provisioning.config.username", user);
    dialect.put(
        out, "provisioning.config.password", new Settings.Value(password, Layer.RESERVED, true));
    return out.build();
  }

  static boolean isSecure(URI url) {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  static String protocol(boolean secure, GrandstreamDialect dialect) {
    return secure ? dialect.word("2", "HTTPS") : dialect.word("1", "HTTP");
  }

  private static void addTrust(
      Parameters.Builder out, Settings settings, GrandstreamDialect dialect) {
    addFlag(out, dialect, "security.validate.serverCertificate", settings.get("tls.verify"));
    addFlag(
        out,
        dialect,
        "provisioning.validateHostnameInCertificate",
        settings.get("tls.verify-host"));
    Settings.Value version = settings.get("tls.version");
    if (!version.isEmpty() && dialect.items()) {
      String least = version.text().equals("any") ? "TLS_1_0" : "TLS_1_2";
      dialect.put(out, "security.minimum.TLS.version", new Settings.Value(least, version.origin()));
      dialect.put(
          out, "security.maximum.TLS.version", new Settings.Value("UNLIMITED", version.origin()));
    }
  }

  private static void addFlag(
      Parameters.Builder out, GrandstreamDialect dialect, String name, Settings.Value flag) {
    if (!flag.isEmpty()) {
      dialect.put(out, name, new Settings.Value(dialect.flag(flag.flag()), flag.origin()));
    }
  }

  private static void addSwitches(
      Parameters.Builder out, Settings settings, GrandstreamDialect dialect, boolean secure) {
    dialect.keep(out, "provisioning.override.dhcp.allowCommonOptions", dialect.flag(false));
    dialect.keep(out, "provisioning.override.dhcp.allowCustomOption", dialect.word("0", "None"));
    if (dialect.has(GrandstreamQuirk.OPTIONS_ONE_BY_ONE)) {
      for (int option : new int[] {150, 160, 161}) {
        dialect.keep(out, "provisioning.override.dhcp.enableOption" + option, dialect.flag(false));
      }
    }
    dialect.keep(out, "~firmware-dhcp", "0");
    dialect.keep(out, "provisioning.3cxAutoProvision", dialect.flag(false));
    if (dialect.has(GrandstreamQuirk.PLUG_AND_PLAY)) {
      dialect.keep(out, "provisioning.pnp.enable", dialect.flag(false));
    }
    if (dialect.has(GrandstreamQuirk.PROTECTS_USERS_VALUES)) {
      Settings.Value changes = settings.get("local-changes");
      Layer origin = changes.text().equals("overwrite") ? changes.origin() : Layer.RESERVED;
      dialect.put(
          out, "provisioning.userProtect.enable", new Settings.Value(dialect.flag(false), origin));
    }
    if (dialect.has(GrandstreamQuirk.NAME_AND_PASSWORD_FIRST)) {
      dialect.keep(out, "provisioning.alwaysAuthenticateBeforeChallenge", dialect.flag(secure));
    }
  }

  /** Without scheme and without a slash at its end, or the phone would write it twice. */
  private static String path(URI url) {
    String path = GrandstreamBooks.folder(url.toString(), "/") + FOLDER;
    String objection =
        url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null
            ? "must have no user, query or fragment"
            : GrandstreamSettings.printableObjection(path);
    if (path.length() > LONGEST_PATH) {
      objection = "must be at most " + LONGEST_PATH + " characters, was " + path.length();
    }
    refuse("provisioning.config.serverPath", objection);
    return path;
  }

  /** HT and DP take 40 characters. No user name has a colon, with which phones join the two. */
  private static void check(String parameter, String text) {
    String objection = GrandstreamSettings.printableObjection(text);
    if (text.length() > LONGEST_CREDENTIAL) {
      objection = "must be at most " + LONGEST_CREDENTIAL + " characters";
    } else if (text.isEmpty()) {
      objection = "must not be empty";
    }
    refuse(parameter, objection);
  }

  private static void refuse(String parameter, String objection) {
    if (!objection.isEmpty()) {
      throw new RenderException(Layer.RESERVED.label(), parameter, objection);
    }
  }
}
