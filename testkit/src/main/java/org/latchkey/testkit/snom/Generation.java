package org.latchkey.testkit.snom;

/**
 * Lines of phones that differ in what they ask for and in the language of their files. Each comes
 * with one model as an example; {@link SnomPhoneBuilder#model} sets another.
 *
 * @since 1.0
 */
public enum Generation {
  /** 7xx with firmware below 8.7.5: the header has no MAC, and any server certificate will do. */
  SNOM_7XX_OLD("720", "8.7.3.17"),
  /** 7xx with firmware 8.7.5 and later: the header ends with the MAC. */
  SNOM_7XX("710", "8.7.5.35"),
  /** D7xx and D8xx with firmware 10: the header has a date in brackets and expansion modules. */
  D_SERIES("D785", "10.1.169.16"),
  /** DECT bases, which write what they read at the end of a cycle; that is not confirmed. */
  M_SERIES("M900", "05.20.0001"),
  /** Conference phones with files of another language. Their version is made up. */
  C_SERIES("C520-WiMi", "1.0.0.0");

  private final String model;
  private final String version;

  Generation(String model, String version) {
    this.model = model;
    this.version = version;
  }

  String model() {
    return model;
  }

  String version() {
    return version;
  }

  boolean dect() {
    return this == M_SERIES;
  }

  boolean conference() {
    return this == C_SERIES;
  }

  /** The names of what steers provisioning. */
  Keys keys() {
    return conference() ? Keys.CONFERENCE : Keys.DESK;
  }
}
