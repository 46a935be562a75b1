package org.latchkey.brand.panasonic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.error.RenderException;

/**
 * The image that a phone shall run. It is loaded if its version is another than the phone's, and
 * the version stands in the image's name, {@code UT11x12x-01.133_HW1.fw} (FusionPBX). The phone's
 * own credential goes into the address of an image of ours and into no other.
 */
final class PanasonicFirmware {
  static final String SETTING = "firmware.url";

  private static final String SECTION = "Device/System/FwUpdt";
  private static final Pattern VERSION = Pattern.compile("-([0-9]{2}\\.[0-9]{2,3})(?=[_.-])");

  private PanasonicFirmware() {}

  static void add(Parameters.Builder out, Rendering rendering, PanasonicDialect dialect) {
    Settings.Value url = rendering.settings().get(SETTING);
    check(url, dialect);
    boolean on = rendering.proven() && !url.isEmpty();
    Layer origin = on ? url.origin() : Layer.RESERVED;
    out.add(name(dialect, "FIRM_UPGRADE_ENABLE"), on ? "Y" : "N", origin);
    if (!on) {
      out.addSecret(name(dialect, "FIRM_FILE_PATH"), "", origin);
      return;
    }
    out.add(name(dialect, "FIRM_UPGRADE_AUTO"), "Y", origin);
    version(url).ifPresent(version -> addVersion(out, dialect, version, url));
    boolean ours =
        PanasonicAddresses.isOurs(rendering.url(), url.text())
            && PanasonicAddresses.objection(rendering.credential()).isEmpty();
    String address =
        ours ? PanasonicAddresses.with(rendering.credential(), url.text()) : url.text();
    PanasonicText.check(origin, SETTING, address, dialect.isXml());
    out.addSecret(name(dialect, "FIRM_FILE_PATH"), address, origin);
  }

  /** The version that an image's name tells. */
  static Optional<String> version(Settings.Value url) {
    Matcher version = VERSION.matcher(url.text().substring(url.text().lastIndexOf('/') + 1));
    return version.find() ? Optional.of(version.group(1)) : Optional.empty();
  }

  private static void addVersion(
      Parameters.Builder out, PanasonicDialect dialect, String version, Settings.Value url) {
    if (!dialect.has(PanasonicQuirk.VERSION_BY_REGION)) {
      out.add(name(dialect, "FIRM_VERSION"), version, url.origin());
      return;
    }
    if (!url.text().contains("-EU-")) {
      out.add("FIRM_VER_USDECT", version, url.origin());
    }
    if (!url.text().contains("-USA-")) {
      out.add("FIRM_VER_EUDECT", version, url.origin());
    }
  }

  /** Refused when it is saved, not first when it is told. */
  private static void check(Settings.Value url, PanasonicDialect dialect) {
    String objection = dialect.objection(url.text());
    if (!objection.isEmpty()) {
      throw new RenderException(url.origin().label(), SETTING, objection);
    }
  }

  private static String name(PanasonicDialect dialect, String name) {
    return dialect.name(SECTION, name);
  }
}
