package org.latchkey.testkit.grandstream;

import java.util.HexFormat;
import java.util.Locale;

/** How a phone names itself. */
enum Header {
  /** Model, version and plain MAC. */
  MODERN {
    @Override
    String text(String model, String version, String mac) {
      return modern(model, version, mac);
    }
  },
  /** With a hardware revision, and a blank at the end where P4899 would stand. */
  ADAPTER {
    @Override
    String text(String model, String version, String mac) {
      return modern(model + " V1.1A", version, mac) + " ";
    }
  },
  /** With a hardware revision after two blanks. */
  ANDROID {
    @Override
    String text(String model, String version, String mac) {
      return modern(model + "  V1.0A", version, mac);
    }
  },
  /** The MAC in upper case with colons. */
  COLONS {
    @Override
    String text(String model, String version, String mac) {
      String colons = mac.replaceAll("(..)(?!$)", "$1:").toUpperCase(Locale.ROOT);
      return modern(model, version, colons);
    }
  },
  /** Two MACs and no version. */
  GATEWAY {
    @Override
    String text(String model, String version, String mac) {
      long second = HexFormat.fromHexDigitsToLong(mac) + 1;
      String next = String.format(Locale.ROOT, "%012x", second & 0xffff_ffff_ffffL);
      return "Grandstream " + model + " (DevId " + mac + " / " + next + ")";
    }
  };

  abstract String text(String model, String version, String mac);

  private static String modern(String model, String version, String mac) {
    return "Grandstream Model HW " + model + " SW " + version + " DevId " + mac;
  }
}
