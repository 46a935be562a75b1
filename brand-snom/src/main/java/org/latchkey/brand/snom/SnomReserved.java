package org.latchkey.brand.snom;

import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;

/**
 * What keeps a phone of the D and M series ours (Snom Service Hub, Auto Provisioning and TLS
 * Support): the address, without which the phone would ask the vendor's redirection service at each
 * start and be given the global password again; the credential; the switches that stop DHCP, PnP,
 * TR-069 and TR-369 from naming another server; the schedule; and whether the server is checked.
 * All of them are changeable at the phone, so that an administrator can type the global password
 * there.
 */
final class SnomReserved {
  private static final String ON = "on";
  private static final String OFF = "off";

  /** Without 43, 66 and 67, which name servers for configurations; as Tancredi's, which has all. */
  private static final String DHCP_OPTIONS = "1 3 4 6 12 15 42 51 132 133";

  /**
   * The list of sources must have one. The redirection service is not asked once the address or
   * this list was changed, and a phone that was reset has the list of the factory again.
   */
  private static final String SOURCES = "redirection:stop";

  private SnomReserved() {}

  static Parameters of(Rendering rendering, SnomDialect dialect) {
    Parameters.Builder out = Parameters.builder();
    if (SnomModels.isDect(dialect.model())) {
      // how a base is given a credential is not confirmed; it asks for files of a folder
      return out.add("setting_server", SnomCredential.url(rendering, ""), Layer.RESERVED).build();
    }
    SnomSchedule.add(out, rendering, dialect);
    addTrust(out, rendering.settings(), dialect);
    addSwitches(out, rendering.settings(), dialect);
    out.add("update_policy", rendering.proven() ? "auto_update" : "settings_only", Layer.RESERVED);
    if (rendering.proven() && !rendering.settings().get("firmware.url").isEmpty()) {
      String file = SnomFiles.firmware(rendering.device().identity().mac());
      out.add(
          "firmware_status",
          SnomCredential.url(rendering, file),
          rendering.settings().get("firmware.url").origin());
    }
    SnomCredential credential = SnomCredential.of(rendering, "http_client_");
    out.add("setting_server", SnomCredential.url(rendering, SnomFiles.deviceForm()), Layer.RESERVED)
        .add("http_client_user", credential.username(), Layer.RESERVED)
        .addSecret("http_client_pass", credential.password(), Layer.RESERVED);
    return out.build();
  }

  /** What sends a phone on: the address of its own file, and what it has shown, for that. */
  static Parameters only(String url, SnomCredential shown) {
    Parameters.Builder out = Parameters.builder();
    SnomSchedule.addSoon(out);
    return out.add("setting_server", url + SnomFiles.deviceForm(), Layer.RESERVED)
        .add("http_client_user", shown.username(), Layer.RESERVED)
        .addSecret("http_client_pass", shown.password(), Layer.RESERVED)
        .build();
  }

  private static void addTrust(Parameters.Builder out, Settings settings, SnomDialect dialect) {
    Settings.Value verify = settings.get("tls.verify");
    if (!verify.isEmpty()) {
      out.add("tls_server_authentication", verify.flag() ? ON : OFF, verify.origin());
    } else if (dialect.has(SnomQuirk.TRUSTED_LIST)) {
      out.add("tls_server_authentication", ON, Layer.RESERVED);
    }
    Settings.Value host = settings.get("tls.verify-host");
    if (!host.isEmpty()) {
      out.add("check_fqdn_against_server_cert", host.flag() ? ON : OFF, host.origin());
    }
  }

  private static void addSwitches(Parameters.Builder out, Settings settings, SnomDialect dialect) {
    out.add("provisioning_order", SOURCES, Layer.RESERVED)
        .add("pnp_config", OFF, Layer.RESERVED)
        .add("dhcp_options_on_ip_aquire", DHCP_OPTIONS, Layer.RESERVED)
        .add("allow_sip_settings", OFF, Layer.RESERVED);
    if (dialect.has(SnomQuirk.VENDOR_BROKER)) {
      Settings.Value cloud = settings.get("phone.vendor-cloud");
      boolean on = !cloud.isEmpty() && cloud.flag();
      out.add("tr369_enable", on ? "true" : "false", on ? cloud.origin() : Layer.RESERVED);
    }
  }
}
