package org.latchkey.brand.panasonic;

import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;

/**
 * What keeps a phone ours: the addresses with its credential, the switches that stop DHCP,
 * multicast and TR-069 from presenting others, the header that names the MAC, schedule and
 * firmware. All of it is repeated in every file, for what a file does not name stays as it was.
 *
 * <p>The product file's address is that of the standard file: where the global pass was typed into
 * the latter, it stays there and is refused from now on, and the former brings the phone back.
 */
final class PanasonicReserved {
  static final String PROVISIONING = "Device/System/Prov";
  static final String USER_AGENT = "Panasonic_{MODEL}/{fwver} ({mac})";

  private static final String HTTP = "Device/Network/HTTP";
  private static final String FILES = "Initial/CfgFiles";
  private static final String STANDARD = "CFG_STANDARD_FILE_PATH";
  private static final String PRODUCT = "CFG_PRODUCT_FILE_PATH";
  private static final String MASTER = "CFG_MASTER_FILE_PATH";

  private PanasonicReserved() {}

  static Parameters of(Rendering rendering, PanasonicDialect dialect) {
    Parameters.Builder out = Parameters.builder();
    out.add(dialect.name(PROVISIONING, "PROVISION_ENABLE"), "Y", Layer.RESERVED);
    addSources(out, dialect);
    out.add(dialect.name(HTTP, "HTTP_USER_AGENT"), USER_AGENT, Layer.RESERVED);
    Settings.Value verify = rendering.settings().get("tls.verify");
    if (!dialect.isXml() && !verify.isEmpty() && !verify.flag()) {
      out.add("HTTP_SSL_VERIFY", "0", verify.origin());
    }
    PanasonicSchedule.add(out, rendering, dialect);
    PanasonicFirmware.add(out, rendering, dialect);
    addAddresses(out, rendering, dialect);
    return out.build();
  }

  /** Every other place from which a phone may learn an address. */
  private static void addSources(Parameters.Builder out, PanasonicDialect dialect) {
    if (dialect.isXml()) {
      for (String source :
          new String[] {
            "OPTION160_ENABLE", "OPTION159_ENABLE", "OPTION66_ENABLE", "SIPPNP_ENABLE"
          }) {
        out.add(dialect.name(PROVISIONING, source), "N", Layer.RESERVED);
      }
      return;
    }
    if (dialect.has(PanasonicQuirk.OPTION_66)) {
      out.add("OPTION66_ENABLE", "N", Layer.RESERVED).add("OPTION66_REBOOT", "N", Layer.RESERVED);
    }
    if (dialect.has(PanasonicQuirk.OPTIONS_159_AND_160)) {
      out.add("OPTION159_PROV_ENABLE", "N", Layer.RESERVED)
          .add("OPTION160_PROV_ENABLE", "N", Layer.RESERVED);
    }
    if (dialect.has(PanasonicQuirk.TR_069)) {
      out.add("ACS_URL", "", Layer.RESERVED);
    }
  }

  private static void addAddresses(
      Parameters.Builder out, Rendering rendering, PanasonicDialect dialect) {
    boolean xml = dialect.isXml();
    String standard = dialect.name(FILES, STANDARD);
    String own = PanasonicAddresses.own(rendering, xml, standard);
    if (xml) {
      String user = rendering.credential().username();
      String password = PanasonicRenderer.clear(rendering.credential().password());
      out.add(
              PROVISIONING + "/USR_PROV_SVR_URL",
              PanasonicAddresses.bare(rendering, true),
              Layer.RESERVED)
          .add(PROVISIONING + "/USR_PROV_SVR_AUTH_ID", user, Layer.RESERVED)
          .addSecret(PROVISIONING + "/USR_PROV_SVR_AUTH_PASSWORD", password, Layer.RESERVED)
          .add(HTTP + "/HTTP_AUTH_ID", user, Layer.RESERVED)
          .addSecret(HTTP + "/HTTP_AUTH_PASSWORD", password, Layer.RESERVED);
    }
    if (dialect.has(PanasonicQuirk.SYSTEM_FILE)) {
      out.addSecret("CFG_SYSTEM_FILE_PATH", "", Layer.RESERVED);
    }
    boolean typed = dialect.has(PanasonicQuirk.TYPED_OUTRANKS_FILES);
    out.addSecret(dialect.name(FILES, MASTER), "", Layer.RESERVED)
        .addSecret(dialect.name(FILES, PRODUCT), typed ? own : "", Layer.RESERVED)
        .addSecret(standard, own, Layer.RESERVED);
  }
}
