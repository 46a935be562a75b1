package org.latchkey.brand;

/**
 * What a file is for, which decides who gets it and what it does to the pass.
 *
 * @since 1.0
 */
public enum FileRole {
  /** Asked for by habit: 404 without a challenge, for everybody. */
  PROBE,
  /** Shared by all phones and without secrets: never challenged. */
  COMMON,
  /** The first file of phones that do not say their MAC in its name. */
  BOOTSTRAP,
  /** The file with the phone's secrets. */
  DEVICE,
  /** What belongs to one phone but holds no generated secrets. */
  PERSONAL,
  /** What a phone sends: logs, overrides, contacts. */
  UPLOAD,
  /** Images, ring tones, language packs. */
  FIRMWARE,
  /** A name that nobody knows: challenged, and 404 after a right credential. */
  UNKNOWN
}
