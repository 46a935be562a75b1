package org.latchkey.brand.yealink;

import java.util.regex.Pattern;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.error.RenderException;

/**
 * The keys of files that somebody else encrypts (Yealink administrator guide for SIP-T phones
 * V84-V86, encrypting configuration files): 16 characters for all firmware, 16 or 32 from V85 on.
 * Our own files are not encrypted: HTTPS protects them, and how the phone wants a file to be filled
 * up to whole blocks could not be confirmed.
 */
final class YealinkEncryption {
  private static final String OWN = "encryption.key";
  private static final String COMMON = "encryption.common-key";
  private static final String NAME = "static.auto_provision.aes_key";
  private static final int SHORT = 16;
  private static final int LONG = 32;
  private static final Pattern ALLOWED = Pattern.compile("[0-9A-Za-z#$%*+,.:=?@\\[\\]^_{}~-]+");

  private YealinkEncryption() {}

  /** Whether the phone is given a key. */
  static boolean isOn(Settings settings) {
    return !settings.get(OWN).isEmpty() || !settings.get(COMMON).isEmpty();
  }

  static void add(Parameters.Builder out, Settings settings, YealinkDialect dialect) {
    if (!isOn(settings)) {
      return;
    }
    // the other way to give keys is no protection
    for (String spelling : dialect.spellings(NAME + "_in_file")) {
      out.add(spelling, 0, Layer.LIBRARY);
    }
    add(out, settings, dialect, COMMON, "com");
    add(out, settings, dialect, OWN, "mac");
  }

  private static void add(
      Parameters.Builder out,
      Settings settings,
      YealinkDialect dialect,
      String setting,
      String files) {
    Settings.Value key = settings.get(setting);
    if (key.isEmpty()) {
      return;
    }
    int length = key.text().length();
    if ((length != SHORT && length != LONG) || !ALLOWED.matcher(key.text()).matches()) {
      throw new RenderException(
          key.origin().label(),
          setting,
          "must be 16 characters, or 32 from firmware V85 on,"
              + " of 0-9 A-Z a-z # $ % * + , - . : = ? @ [ ] ^ _ { } ~");
    }
    if (length == SHORT) {
      for (String spelling : dialect.spellings(NAME + "_16." + files)) {
        out.addSecret(spelling, key.text(), key.origin());
      }
    }
    out.addSecret(NAME + "." + files, key.text(), key.origin());
  }
}
