package org.latchkey.testkit.phone;

/**
 * How a round, an upload or a part of one ended for the phone.
 *
 * @since 1.0
 */
public enum Outcome {
  /** At least one new or changed file was taken over. */
  APPLIED,
  /** All files were the same as last time; nothing was touched. */
  UNCHANGED,
  /** The server has no file for this phone; what it had stays. */
  NOTHING_FOUND,
  /** The phone asked nothing: it knows no address, or was told not to ask at this moment. */
  NOT_DUE,
  /** The server took the upload. */
  UPLOADED,
  /** The phone stopped and shows a box for user name and password. */
  PROMPT,
  /** Power went; only what was stored for good is left. */
  POWER_CUT,
  /** No file could be had because of errors, or the phone has no screen to ask on. */
  FAILED
}
