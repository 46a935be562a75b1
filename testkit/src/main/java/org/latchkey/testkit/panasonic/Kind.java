package org.latchkey.testkit.panasonic;

/**
 * Models that differ in what they ask for and how they read it, each with one sales suffix and
 * firmware as an example; {@link PanasonicPhoneBuilder#model} sets another.
 *
 * <p>Versions are those of published strings where one was found, otherwise numbers of the same
 * form.
 *
 * @since 1.0
 */
public enum Kind {
  /** Desk phone with flat files. */
  HDV230("KX-HDV230", "01.103", Family.HDV),
  /** Desk phone with flat files and a touch screen. */
  HDV330("KX-HDV330", "01.103", Family.HDV),
  /** Desk phone with flat files; what is typed in its menus outranks them. */
  UT123("KX-UT123", "01.133", Family.UT),
  /** Like {@link #UT123}, with more keys. */
  UT136("KX-UT136", "01.133", Family.UT),
  /** DECT base with flat files that begin with {@code # PCC}. */
  TGP500("KX-TGP500B04", "22.90", Family.TGP500),
  /** DECT base with flat files. */
  TGP600("KX-TGP600RU", "01.061", Family.TGP600),
  /** DECT system with flat files and a system file besides the other three. */
  UDS124("KX-UDS124", "01.000", Family.UDS),
  /** Desk phone with an initial file and device files in XML. */
  UTG200("KX-UTG200B", "03.210", Family.UTG),
  /** Like {@link #UTG200}. */
  UTG300("KX-UTG300B", "03.210", Family.UTG);

  private final String model;
  private final String version;
  private final Family family;

  Kind(String model, String version, Family family) {
    this.model = model;
    this.version = version;
    this.family = family;
  }

  String model() {
    return model;
  }

  String version() {
    return version;
  }

  Family family() {
    return family;
  }
}
