package org.latchkey.event;

import java.time.Instant;
import java.util.Optional;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;

/**
 * Something that happened. Never holds a secret.
 *
 * @param at when it happened; of several refusals the last
 * @param type what happened
 * @param mac the device concerned, if known
 * @param owner its owner, if known
 * @param source the address that asked, or the caller that acted; may be empty
 * @param detail more words, such as the file's name; may be empty
 * @param count how many times since the last event of this kind for this device, at least 1
 * @since 1.0
 */
public record Event(
    Instant at,
    EventType type,
    Optional<MacAddress> mac,
    Optional<Owner> owner,
    String source,
    String detail,
    int count) {
  private static final int LONGEST = 200;

  /**
   * Makes texts fit for a log: one line, at most 200 characters.
   *
   * @param at when it happened
   * @param type what happened
   * @param mac the device concerned
   * @param owner its owner
   * @param source who asked or acted
   * @param detail more words
   * @param count how many times
   */
  public Event {
    source = clean(source);
    detail = clean(detail);
  }

  private static String clean(String text) {
    boolean fit = text.length() <= LONGEST;
    for (int i = 0; fit && i < text.length(); i++) {
      char c = text.charAt(i);
      fit = !Character.isISOControl(c) && c != '\u2028' && c != '\u2029';
    }
    if (fit) {
      return text;
    }
    String cut = text.substring(0, Math.min(text.length(), LONGEST));
    return cut.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]", "\ufffd");
  }
}
