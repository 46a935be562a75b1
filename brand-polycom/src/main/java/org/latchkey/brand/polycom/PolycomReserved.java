package org.latchkey.brand.polycom;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.error.RenderException;

/**
 * What keeps a phone ours: address and credential, always together; the switches that stop DHCP,
 * the redirect server and the vendor's cloud from presenting others; the schedule; and which
 * servers the phone trusts (UC Software 5.9 Administrator Guide, device.prov and device.sec.TLS;
 * the vendor's dictionary of web pages; a phone's export, UCS 4.1).
 */
final class PolycomReserved {
  private static final int LONGEST_URL = 255;
  private static final int LONGEST_CREDENTIAL = 64;
  private static final String UPGRADE_SERVER = "device.prov.upgradeserver";

  private static final Set<String> NAMES =
      Set.of(
          "feature.lens.enabled",
          "prov.servertype",
          "device.net.dhcpbootserver",
          "device.sec.tls.protocol.prov",
          "device.sec.tls.profileselection.provisioning",
          // the writer's own
          PolycomGrammar.SET_ANY);
  private static final List<String> FAMILIES =
      List.of(
          "device.prov.",
          "device.dhcp.bootsrv",
          "device.sec.tls.prov.",
          "device.sec.tls.profile.",
          // a phone with a key takes only files that are encrypted with it
          "device.sec.configencryption.",
          "prov.polling.");

  /** What the master file says: a file of parameters may be taken for one. */
  private static final List<String> MASTER = List.of("app_file_path", "config_files", "misc_files");

  private static final String FOLDER = "_directory";

  private PolycomReserved() {}

  /** Whether a name is reserved, in any case; what makes a name count in flash always is. */
  static boolean covers(String name) {
    boolean flash = PolycomGrammar.isFlash(name);
    // every name of a configuration is asked about, and most begin otherwise
    if (!flash && !begins(name, "prov.") && !begins(name, "feature.")) {
      return begins(name, MASTER) || ends(name, FOLDER);
    }
    return (flash && ends(name, PolycomGrammar.SET))
        || NAMES.contains(name.toLowerCase(Locale.ROOT))
        || (begins(name, FAMILIES) && !name.equalsIgnoreCase(UPGRADE_SERVER))
        || ends(name, FOLDER);
  }

  private static boolean begins(String name, List<String> beginnings) {
    for (String beginning : beginnings) {
      if (begins(name, beginning)) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(String name, String beginning) {
    return name.regionMatches(true, 0, beginning, 0, beginning.length());
  }

  private static boolean ends(String name, String end) {
    return name.regionMatches(true, name.length() - end.length(), end, 0, end.length());
  }

  /** Whether a name makes the phone take another firmware than the one of the master file. */
  static boolean namesFirmware(String name) {
    return name.equalsIgnoreCase(UPGRADE_SERVER) || begins(name, "upgrade.");
  }

  static Parameters of(Rendering rendering, PolycomDialect dialect) {
    Parameters.Builder out = Parameters.builder();
    PolycomSchedule.add(out, rendering);
    addTrust(out, rendering.settings(), dialect);
    addSwitches(out, rendering.settings(), dialect);
    boolean numbers = dialect.has(PolycomQuirk.NUMBERS_FOR_WORDS);
    boolean secure = "https".equalsIgnoreCase(rendering.url().getScheme());
    String type = secure ? (numbers ? "3" : "HTTPS") : (numbers ? "2" : "HTTP");
    String user = rendering.credential().username();
    String password = PolycomRenderer.clear(rendering.credential().password());
    check("device.prov.user", user);
    check("device.prov.password", password);
    out.add("device.dhcp.bootSrvUseOpt", numbers ? "2" : "Static", Layer.RESERVED)
        .add("device.prov.serverType", type, Layer.RESERVED)
        .add("device.prov.serverName", url(rendering), Layer.RESERVED)
        .add("device.prov.user", user, Layer.RESERVED)
        .addSecret("device.prov.password", password, Layer.RESERVED);
    return out.build();
  }

  private static void addTrust(Parameters.Builder out, Settings settings, PolycomDialect dialect) {
    Settings.Value names = settings.get("tls.verify-host");
    if (!names.isEmpty()) {
      out.add(
          "device.sec.TLS.prov.strictCertCommonNameValidation",
          names.flag() ? 1 : 0,
          names.origin());
    }
    Settings.Value trust = settings.get("tls.trust");
    if (says("tls.trust", trust.text(), dialect)) {
      out.add("device.sec.TLS.profileSelection.provisioning", "PlatformProfile1", trust.origin())
          .add("device.sec.TLS.profile.deviceCert1", "Builtin", trust.origin())
          .add("device.sec.TLS.profile.caCertList1", "All", trust.origin());
    }
    Settings.Value version = settings.get("tls.version");
    if (says("tls.version", version.text(), dialect)) {
      out.add("device.sec.TLS.protocol.prov", "TLSv1_2", version.origin());
    }
  }

  /** Whether a word of a setting about trust is one that this phone is known to have. */
  static boolean says(String setting, String word, PolycomDialect dialect) {
    return setting.equals("tls.trust")
        ? word.equals("both")
        : word.equals("1.2") && !dialect.has(PolycomQuirk.NO_TLS_1_2);
  }

  private static void addSwitches(
      Parameters.Builder out, Settings settings, PolycomDialect dialect) {
    out.add("device.prov.tagSerialNo", 1, Layer.RESERVED)
        .add("device.prov.ztpEnabled", 0, Layer.RESERVED);
    if (dialect.has(PolycomQuirk.VENDOR_CLOUD)) {
      Settings.Value cloud = settings.get("phone.vendor-cloud");
      boolean on = !cloud.isEmpty() && cloud.flag();
      out.add("feature.lens.enabled", on ? 1 : 0, on ? cloud.origin() : Layer.RESERVED);
    }
  }

  /** One pair for all servers and protocols; the phone's own pages take no others. */
  private static void check(String parameter, String text) {
    String objection = PolycomSettings.passwordObjection(text);
    if (text.length() > LONGEST_CREDENTIAL) {
      objection = "must be at most " + LONGEST_CREDENTIAL + " characters";
    }
    if (!objection.isEmpty()) {
      throw new RenderException(Layer.RESERVED.label(), parameter, objection);
    }
  }

  private static String url(Rendering rendering) {
    String url = rendering.url().toString();
    if (url.length() > LONGEST_URL) {
      throw new RenderException(
          Layer.RESERVED.label(),
          "device.prov.serverName",
          "must be at most " + LONGEST_URL + " characters, was " + url.length());
    }
    return url;
  }
}
