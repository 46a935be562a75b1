package org.latchkey.testkit.polycom;

/**
 * Lines of phones that differ in what they ask for. Each comes with one model as an example; {@link
 * PolycomPhoneBuilder#model} sets another.
 *
 * <p>Versions and part numbers are those of observed phones where one was found, otherwise numbers
 * of the same form.
 *
 * @since 1.0
 */
public enum Generation {
  /**
   * SoundPoint IP with SIP 3.2: a BootROM that asks for itself first, no {@code Type/} in the
   * {@code User-Agent}, no override files, two sweeps before a restart.
   */
  SOUNDPOINT_SIP3("PolycomSoundPointIP", "SPIP_650", "3.2.3.1734", "4.2.2.0710", "2345-12600-001"),
  /** SoundPoint IP with UCS 4.0: boot log at the end, two sweeps before a restart. */
  SOUNDPOINT_UCS4(
      "PolycomSoundPointIP", "SPIP_670", "4.0.12.0926", "5.0.12.0926", "2345-12670-001"),
  /** VVX with UCS 5: the first request uploads the boot log. */
  VVX("PolycomVVX", "VVX_500", "5.9.7.3480", "5.9.7.3480", "3111-44500-001"),
  /** Trio, which behaves like a VVX. */
  TRIO("PolycomRealPresenceTrio", "Trio_8800", "5.9.5.3182", "5.9.5.3182", "3111-65290-001"),
  /** CCX: begins with the master file, and was seen without {@code Type/}. */
  CCX("PolyCCX", "CCX_600", "8.0.2.3267", "8.0.2.3267", "3111-49770-001"),
  /** Edge E. No capture was found; asks like a VVX. */
  EDGE("PolyEdge", "Edge_E450", "8.0.0.15602", "8.0.0.15602", "3111-48450-001");

  private final String prefix;
  private final String model;
  private final String version;
  private final String updater;
  private final String part;

  Generation(String prefix, String model, String version, String updater, String part) {
    this.prefix = prefix;
    this.model = model;
    this.version = version;
    this.updater = updater;
    this.part = part;
  }

  String prefix() {
    return prefix;
  }

  String model() {
    return model;
  }

  String version() {
    return version;
  }

  /** Version of the BootROM or Updater. */
  String updater() {
    return updater;
  }

  String part() {
    return part;
  }

  /** Whether the {@code User-Agent} tells the stage. */
  boolean typed() {
    return this != SOUNDPOINT_SIP3 && this != CCX;
  }

  /** Whether the BootROM looks for itself, and for images for all models. */
  boolean oldBootRom() {
    return this == SOUNDPOINT_SIP3;
  }

  /** Override files, licences and call lists on the server came with UCS 3.3. */
  boolean overrides() {
    return this != SOUNDPOINT_SIP3;
  }

  boolean soundPoint() {
    return this == SOUNDPOINT_SIP3 || this == SOUNDPOINT_UCS4;
  }

  boolean bootLogFirst() {
    return !soundPoint() && this != CCX;
  }
}
