package org.latchkey.brand;

/**
 * What a file that phones send may do when it comes back to them.
 *
 * @since 1.0
 */
public enum UploadKind {
  /** Kept for administrators; no phone gets it back. */
  LOG,
  /** The user's data, such as contacts: comes back as it was sent. */
  CONTENT,
  /**
   * The user's own settings, which the phone puts above those of its configuration: taken only
   * where the host allows it, and comes back without what is reserved.
   */
  OVERRIDES
}
