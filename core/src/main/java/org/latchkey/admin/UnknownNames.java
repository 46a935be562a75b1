package org.latchkey.admin;

/**
 * What becomes of native parameters whose names are in no dictionary of their brand. Names that
 * were saved before are known.
 *
 * @since 1.0
 */
public enum UnknownNames {
  /** They are refused with the nearest known names. */
  REFUSED,
  /** They are saved: the caller knows the phone better. Reserved parameters are still refused. */
  TAKEN
}
