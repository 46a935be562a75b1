package org.latchkey.brand.snom;

import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;

/**
 * What keeps a phone of the C family ours: its whole provisioning module, and nothing in it that a
 * template for these very phones does not have (FusionPBX, snom/C520 and C620). One name that the
 * phone does not know would cost the module, and it would come back with the old credential.
 */
final class SnomTreeReserved {
  private static final String MODULE = "provisioning.";
  private static final int SOON = 2;

  private SnomTreeReserved() {}

  static Parameters of(Rendering rendering) {
    Parameters.Builder out = Parameters.builder();
    Settings settings = rendering.settings();
    SnomCredential credential = SnomCredential.of(rendering, MODULE + "server_");
    addSchedule(out, rendering);
    for (String source : new String[] {"pnp_enable", "dhcp_option_enable"}) {
      out.add(MODULE + source, 0, Layer.RESERVED);
    }
    Settings.Value verify = settings.get("tls.verify");
    if (!verify.isEmpty()) {
      out.add(MODULE + "check_trusted_certificate", verify.flag() ? 1 : 0, verify.origin());
    }
    if (SnomModels.hasNote(rendering.model(), "base")) {
      out.add(MODULE + "pwd_export_enable", 0, Layer.RESERVED);
    }
    if (rendering.proven()) {
      addFirmware(out, rendering, credential);
    }
    // the address of a file is asked for alone, and needs no model name that is not confirmed
    String file = SnomFiles.tree(rendering.model(), rendering.device().identity().mac());
    out.add(MODULE + "server_address", SnomCredential.url(rendering, file), Layer.RESERVED)
        .add(MODULE + "server_username", credential.username(), Layer.RESERVED)
        .addSecret(MODULE + "server_access_password", credential.password(), Layer.RESERVED);
    return out.build();
  }

  private static void addSchedule(Parameters.Builder out, Rendering rendering) {
    Settings settings = rendering.settings();
    Settings.Value minutes = settings.get("resync.interval");
    Settings.Value start = settings.get("resync.at-power-on");
    Settings.Value notify = settings.get("resync.notify");
    boolean starts = !rendering.proven() || start.flag();
    out.add(MODULE + "resync_mode", "config_and_firmware", Layer.RESERVED)
        .add(
            MODULE + "resync_time",
            rendering.proven() ? minutes.number() : SOON,
            rendering.proven() ? minutes.origin() : Layer.RESERVED)
        .add(
            MODULE + "bootup_check_enable",
            starts ? 1 : 0,
            rendering.proven() ? start.origin() : Layer.RESERVED)
        .add(
            MODULE + "remote_check_sync_enable",
            notify.text().equals("ignore") ? 0 : 1,
            notify.origin());
  }

  /** Images have a credential of their own: ours, and only where they are ours. */
  private static void addFirmware(
      Parameters.Builder out, Rendering rendering, SnomCredential credential) {
    Settings.Value image = rendering.settings().get("firmware.url");
    if (!image.isEmpty()) {
      SnomText.check("firmware.url", image);
      boolean ours = image.text().startsWith(rendering.url().toString());
      out.add(MODULE + "firmware_url", image.text(), image.origin())
          .add(MODULE + "fw_server_username", ours ? credential.username() : "", Layer.RESERVED)
          .addSecret(
              MODULE + "fw_server_access_password",
              ours ? credential.password() : "",
              Layer.RESERVED);
    }
    Settings.Value handset = rendering.settings().get("firmware.handset.url");
    if (!handset.isEmpty() && SnomModels.hasNote(rendering.model(), "base")) {
      SnomText.check("firmware.handset.url", handset);
      out.add(MODULE + "handset_firmware_url", handset.text(), handset.origin());
    }
  }
}
