package org.latchkey.device;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latchkey.error.InvalidValueException;

/**
 * Everything an inventory knows of one phone: what its configuration is made of.
 *
 * @param identity address, brand, model, owner and generation
 * @param lines its SIP accounts, no number twice
 * @param keys its programmable keys, no position twice
 * @param overrides settings of this device alone, strongest of all layers
 * @param serial the serial number that redirect servers ask for, up to 64 characters
 * @param pin the PIN that redirect servers ask for, up to 64 characters
 * @param notes an administrator's notes, up to 4,000 characters on any number of lines; may be
 *     empty
 * @since 1.0
 */
public record Device(
    DeviceIdentity identity,
    List<Line> lines,
    List<LineKey> keys,
    List<Entry> overrides,
    Optional<String> serial,
    Optional<String> pin,
    String notes) {
  /**
   * Copies the lists and checks every part.
   *
   * @param identity address, brand, model, owner and generation
   * @param lines its SIP accounts
   * @param keys its programmable keys
   * @param overrides settings of this device alone
   * @param serial the serial number
   * @param pin the PIN
   * @param notes an administrator's notes
   */
  public Device {
    lines = List.copyOf(lines);
    keys = List.copyOf(keys);
    overrides = List.copyOf(overrides);
    Text.line("serial", serial, 64);
    pin.ifPresent(p -> Text.secretLine("pin", p, 64));
    Text.lines("notes", notes, 4_000);
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      once(seen, "lines[" + i + "].number", lines.get(i).number());
    }
    seen.clear();
    for (int i = 0; i < keys.size(); i++) {
      once(seen, "keys[" + i + "].position", keys.get(i).position());
    }
    seen.clear();
    for (int i = 0; i < overrides.size(); i++) {
      once(seen, "overrides[" + i + "].parameter", overrides.get(i).parameter());
    }
  }

  /**
   * A phone without lines, keys or overrides.
   *
   * @param identity address, brand, model, owner and generation
   * @return the device
   */
  public static Device of(DeviceIdentity identity) {
    return new Device(
        identity, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), "");
  }

  private static void once(Set<Object> seen, String field, Object value) {
    if (!seen.add(value)) {
      throw InvalidValueException.of(field, "named only once", value);
    }
  }
}
