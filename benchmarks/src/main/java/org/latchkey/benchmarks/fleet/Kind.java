package org.latchkey.benchmarks.fleet;

import java.util.List;
import java.util.Locale;

/** A kind of phone in the made-up fleet, and the file that it loads again and again. */
enum Kind {
  YEALINK("yealink", "T46S", "001565", "", ".cfg", "Yealink SIP-T46S 66.86.0.15 %s"),
  POLYCOM(
      "polycom",
      "VVX500",
      "64167f",
      "",
      "-device.cfg",
      "FileTransport PolycomVVX-VVX_500-UA/5.9.8.5760 (SN:%s) Type/Application"),
  SNOM(
      "snom",
      "D785",
      "000413",
      "snom-",
      ".htm",
      "Mozilla/4.0 (compatible; snomD785-SIP 10.1.54.13 %s)"),
  GRANDSTREAM(
      "grandstream",
      "GRP2614",
      "c074ad",
      "cfg",
      ".xml",
      "Grandstream Model HW GRP2614 SW 1.0.9.63 DevId %s");

  static final List<Kind> ALL = List.of(values());

  final String brand;
  final String model;
  final String prefix;
  private final String before;
  private final String after;
  private final String agent;

  /**
   * @param prefix the first six digits of its MACs
   * @param before what its file's name has before the MAC
   * @param after what it has behind it
   */
  Kind(String brand, String model, String prefix, String before, String after, String agent) {
    this.brand = brand;
    this.model = model;
    this.prefix = prefix;
    this.before = before;
    this.after = after;
    this.agent = agent;
  }

  String file(String mac) {
    return before + (this == SNOM ? mac.toUpperCase(Locale.ROOT) : mac) + after;
  }

  String agent(String mac) {
    // not by format(), which is slow
    return agent.replace("%s", mac);
  }

  /** The kind whose phones ask for a file of this name. */
  static Kind of(String file) {
    for (Kind kind : ALL) {
      if (file.regionMatches(true, 0, kind.before + kind.prefix, 0, kind.before.length() + 6)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no phone of the fleet asks for " + file);
  }
}
