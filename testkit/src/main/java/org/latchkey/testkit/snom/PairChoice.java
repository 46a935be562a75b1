package org.latchkey.testkit.snom;

/**
 * Which credential counts if both the address and the settings have one. No source tells.
 *
 * @since 1.0
 */
public enum PairChoice {
  /** The one written into the address. */
  URL_FIRST,
  /** The one of the settings. */
  SETTINGS_FIRST
}
