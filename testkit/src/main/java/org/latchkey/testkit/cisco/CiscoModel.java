package org.latchkey.testkit.cisco;

import java.util.Locale;

/**
 * A kind of phone or adapter with the firmware it leaves the factory with.
 *
 * @since 1.0
 */
public enum CiscoModel {
  /** Multiplatform firmware 12; MAC in the {@code User-Agent}. */
  CP_8851(Family.MPP, "CP-8851-3PCC", "8851-3PCC", "12.0.3", "sip88xx.12-0-3MPP0001-609", 10),
  /** The same with firmware 11.3. */
  CP_8851_11(Family.MPP, "CP-8851-3PCC", "8851-3PCC", "11.3.1", "sip88xx.11-3-1MPP0001-609", 10),
  /** Multiplatform, four lines. */
  CP_7841(Family.MPP, "CP-7841-3PCC", "7841-3PCC", "11.3.1", "sip78xx.11-3-1MPP0001-609", 4),
  /** Multiplatform, four lines. */
  CP_6841(Family.MPP, "CP-6841-3PCC", "6841-3PCC", "11.3.1", "sip68xx.11-3-1MPP0001-609", 4),
  /** PhoneOS. Its product name holds a blank; the {@code User-Agent} is unconfirmed. */
  DP_9851(Family.POS, "Desk Phone 9851", "9851", "3.2.1", "PHONEOS.3-2-1-0001-1", 16),
  /** PhoneOS with video. Product name and {@code User-Agent} are unconfirmed. */
  VP_8875(Family.POS, "Video Phone 8875", "8875", "3.2.1", "PHONEOS.3-2-1-0001-1", 10),
  /** MAC in upper case and serial number in the {@code User-Agent}. */
  SPA504G(Family.SPA, "SPA504G", "504G", "7.6.2", "7.6.2", 4),
  /** Only the serial number in the {@code User-Agent}. */
  SPA525G2(Family.SPA525, "SPA525G2", "525G2", "7.6.2", "7.6.2", 5),
  /** Linksys: a serial number that looks like a MAC, and no place for a credential. */
  SPA942(Family.SPA9, "SPA942", "942", "6.1.5(a)", "6.1.5(a)", 4),
  /** Adapter for two analogue phones; settings of the network lie one level deeper. */
  SPA112(Family.ATA1, "SPA112", "112", "1.4.1", "1.4.1", 2),
  /** Adapter with multiplatform firmware; only the serial number in the {@code User-Agent}. */
  ATA191(Family.ATA19, "ATA191", "191", "11-1-0-MSR4", "11-1-0-MSR4", 2),
  /** The same with another number. */
  ATA192(Family.ATA19, "ATA192", "192", "11-1-0-MSR4", "11-1-0-MSR4", 2);

  private final Family family;
  private final String product;
  private final String series;
  private final String version;
  private final String load;
  private final int lines;

  CiscoModel(Family family, String product, String series, String version, String load, int lines) {
    this.family = family;
    this.product = product;
    this.series = series;
    this.version = version;
    this.load = load;
    this.lines = lines;
  }

  Family family() {
    return family;
  }

  /**
   * Product name.
   *
   * @return what {@code $PN} stands for
   */
  public String product() {
    return product;
  }

  /**
   * Name of the series, part of the first file's name.
   *
   * @return what {@code $PSN} stands for, its letter case as the phone sends it
   */
  public String series() {
    return series;
  }

  Firmware firmware() {
    return new Firmware(version, load);
  }

  /** Lines that can register. */
  int lines() {
    return lines;
  }

  /** A serial number that differs from phone to phone; Linksys had 12 hexadecimal digits. */
  String serial(String mac) {
    String end = mac.substring(7).toUpperCase(Locale.ROOT);
    return family == Family.SPA9 ? "88019FA" + end : "CBT1419" + end.substring(1);
  }
}
