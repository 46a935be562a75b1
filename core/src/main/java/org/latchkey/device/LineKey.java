package org.latchkey.device;

import java.util.Optional;

/**
 * A programmable key of a phone.
 *
 * @param position 1 to 1000, the key's place on the phone
 * @param type what it does
 * @param value number, address or code that the type needs, up to 256 characters; may be empty
 * @param label what is shown beside it, up to 64 characters; may be empty
 * @param line number of the line that it uses, 1 to 255; empty lets the phone choose
 * @since 1.0
 */
public record LineKey(int position, Type type, String value, String label, Optional<Integer> line) {
  /**
   * Checks every part.
   *
   * @param position place on the phone
   * @param type what it does
   * @param value what the type needs
   * @param label shown beside it
   * @param line number of the line that it uses
   */
  public LineKey {
    Text.range("position", position, 1, 1000);
    Text.line("value", value, 256);
    Text.line("label", label, 64);
    line.ifPresent(number -> Text.range("line", number, 1, 255));
  }

  /** What a key does, in words that every brand can map to its own. */
  public enum Type {
    /** Nothing. */
    NONE,
    /** A line of the phone. */
    LINE,
    /** Dials a number. */
    SPEED_DIAL,
    /** Shows and picks up the calls of an extension (RFC 4235). */
    BLF,
    /** Transfers to a number. */
    TRANSFER,
    /** Parks a call. */
    CALL_PARK,
    /** Picks up a group's call. */
    GROUP_PICKUP,
    /** Calls and is answered at once. */
    INTERCOM,
    /** Calls the mailbox. */
    VOICEMAIL,
    /** Do not disturb. */
    DND,
    /** Forwards calls. */
    FORWARD,
    /** Sends tones. */
    DTMF
  }
}
