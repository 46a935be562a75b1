package org.latchkey.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.latchkey.config.Setting;
import org.latchkey.config.Vocabulary;
import org.latchkey.device.Device;
import org.latchkey.device.Entry;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.error.RenderException;
import org.latchkey.secret.Secret;

/**
 * Finds the field of a device that its brand's grammar cannot carry. Brands complain of their own
 * parameters, people know fields: the culprit is the field with whose value the complaint goes.
 */
final class Culprit {
  private static final String HARMLESS = "1";

  private final Function<Device, Optional<RenderException>> attempt;

  /** A field of a line, and a way to fill it with something harmless. */
  private record LineField(String name, UnaryOperator<Line> harmless) {}

  private static final List<LineField> LINE_FIELDS =
      List.of(
          new LineField("user", l -> line(l, HARMLESS, l.authUser(), l.password(), l.voicemail())),
          new LineField("authUser", l -> line(l, l.user(), HARMLESS, l.password(), l.voicemail())),
          new LineField(
              "password", l -> line(l, l.user(), l.authUser(), Secret.of(HARMLESS), l.voicemail())),
          new LineField(
              "voicemail",
              l -> line(l, l.user(), l.authUser(), l.password(), Optional.of(HARMLESS))));

  /**
   * A search among the complaints of some brands.
   *
   * @param attempt works a device's configuration out, and tells what stands in the way
   */
  Culprit(Function<Device, Optional<RenderException>> attempt) {
    this.attempt = attempt;
  }

  /** The path of the field, or what the brand complained of if no field can be blamed. */
  String field(Device device, RenderException complaint) {
    String parameter = complaint.parameter();
    if (parameter.indexOf('[') >= 0) {
      return parameter; // the brand knows the path itself
    }
    return inLines(device, parameter)
        .or(() -> inKeys(device, parameter))
        .or(() -> inOverrides(device, parameter))
        .orElse(parameter);
  }

  private Optional<String> inLines(Device device, String parameter) {
    for (LineField field : LINE_FIELDS) {
      Optional<String> path =
          blamed(device.lines(), field.harmless(), Culprit::withLines, device, parameter);
      if (path.isPresent()) {
        return path.map(index -> "lines" + index + "." + field.name());
      }
    }
    return Optional.empty();
  }

  private Optional<String> inKeys(Device device, String parameter) {
    UnaryOperator<LineKey> harmless =
        key -> new LineKey(key.position(), key.type(), HARMLESS, key.label(), key.line());
    return blamed(device.keys(), harmless, Culprit::withKeys, device, parameter)
        .map(index -> "keys" + index + ".value");
  }

  private Optional<String> inOverrides(Device device, String parameter) {
    UnaryOperator<Entry> harmless =
        entry -> new Entry(entry.parameter(), harmlessValue(entry), entry.description());
    Optional<String> value =
        blamed(device.overrides(), harmless, Culprit::withOverrides, device, parameter)
            .map(index -> "overrides" + index + ".value");
    return value.or(() -> named(device.overrides(), parameter));
  }

  private static Optional<String> named(List<Entry> overrides, String parameter) {
    for (int i = 0; i < overrides.size(); i++) {
      Entry entry = overrides.get(i);
      if (parameter.equals(entry.parameter()) || parameter.equals(entry.name())) {
        return Optional.of("overrides[" + i + "].parameter");
      }
    }
    return Optional.empty();
  }

  private static String harmlessValue(Entry entry) {
    if (entry.brand().isPresent()) {
      // of native entries all but the empty value may be against what a brand knows of them
      return "";
    }
    return Vocabulary.standard().all().stream()
        .filter(setting -> setting.name().equals(entry.parameter()))
        .findFirst()
        .map(Setting::defaultValue)
        .orElse(HARMLESS);
  }

  /** The index, in brackets, of the first element with whose replacement the complaint goes. */
  private <T> Optional<String> blamed(
      List<T> list,
      UnaryOperator<T> harmless,
      BiFunction<Device, List<T>, Device> with,
      Device device,
      String parameter) {
    for (int i = 0; i < list.size(); i++) {
      List<T> others = new ArrayList<>(list);
      others.set(i, harmless.apply(list.get(i)));
      Optional<RenderException> left = attempt.apply(with.apply(device, others));
      if (left.filter(e -> e.parameter().equals(parameter)).isEmpty()) {
        return Optional.of("[" + i + "]");
      }
    }
    return Optional.empty();
  }

  private static Line line(
      Line from, String user, String authUser, Secret password, Optional<String> voicemail) {
    return new Line(
        from.number(),
        from.label(),
        from.displayName(),
        user,
        authUser,
        password,
        from.registrar(),
        from.outboundProxy(),
        from.expires(),
        voicemail);
  }

  private static Device withLines(Device device, List<Line> lines) {
    return with(device, lines, device.keys(), device.overrides());
  }

  private static Device withKeys(Device device, List<LineKey> keys) {
    return with(device, device.lines(), keys, device.overrides());
  }

  private static Device withOverrides(Device device, List<Entry> overrides) {
    return with(device, device.lines(), device.keys(), overrides);
  }

  private static Device with(
      Device device, List<Line> lines, List<LineKey> keys, List<Entry> overrides) {
    return new Device(
        device.identity(), lines, keys, overrides, device.serial(), device.pin(), device.notes());
  }
}
