package org.latchkey.portal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Entry;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.device.Registrar;
import org.latchkey.error.InvalidValueException;
import org.latchkey.secret.Secret;

/** Makes a device of its JSON. A password that is absent is kept, one that is null is cleared. */
final class DeviceReader {
  private static final Set<String> DEVICE =
      Set.of(
          "mac",
          "brand",
          "model",
          "domain",
          "reseller",
          "serial",
          "pin",
          "notes",
          "lines",
          "keys",
          "overrides",
          "access");
  private static final Set<String> LINE =
      Set.of(
          "number",
          "label",
          "displayName",
          "user",
          "authUser",
          "password",
          "passwordSet",
          "registrar",
          "outboundProxy",
          "expires",
          "voicemail");

  private static final int LONGEST_PASSWORD = 256;

  private final Entries entries;

  DeviceReader(Entries entries) {
    this.entries = entries;
  }

  /** A device that is not there yet: beside its fields the body may say whether to arm it. */
  Device created(Json json) {
    Set<String> known = new HashSet<>(DEVICE);
    known.add("arm");
    return read(json.only(known), Optional.empty());
  }

  Device replaced(Json json, Device former) {
    return read(json.only(DEVICE), Optional.of(former));
  }

  private Device read(Json json, Optional<Device> former) {
    List<Entry> overrides = former.map(Device::overrides).orElse(List.of());
    return json.build(
        () -> {
          MacAddress mac =
              former.isPresent() && !json.has("mac")
                  ? former.get().identity().mac()
                  : MacAddress.of(json.text("mac"));
          DeviceIdentity identity =
              new DeviceIdentity(
                  mac,
                  json.text("brand"),
                  json.text("model"),
                  new Owner(json.text("domain"), json.text("reseller")),
                  former.map(d -> d.identity().generation()).orElse("new"));
          return new Device(
              identity,
              json.objects("lines", line -> line(line, former)),
              json.objects("keys", DeviceReader::key),
              json.objects("overrides", entry -> entries.read(entry, overrides)),
              json.optionalText("serial"),
              json.optionalText("pin"),
              json.optionalText("notes").orElse(""));
        });
  }

  private static Line line(Json json, Optional<Device> former) {
    json.only(LINE);
    return json.build(
        () -> {
          int number = json.number("number").orElse(1);
          String user = json.text("user");
          return new Line(
              number,
              json.optionalText("label").orElse(""),
              json.optionalText("displayName").orElse(""),
              user,
              json.optionalText("authUser").orElse(user),
              password(json, number, former),
              json.object("registrar")
                  .map(DeviceReader::registrar)
                  .orElseThrow(() -> InvalidValueException.of("registrar", "given", "nothing")),
              json.object("outboundProxy").map(DeviceReader::registrar),
              json.number("expires").orElse(3_600),
              json.optionalText("voicemail"));
        });
  }

  private static Secret password(Json json, int number, Optional<Device> former) {
    if (json.has("password")) {
      return Secret.of(checked(json.optionalText("password").orElse("")));
    }
    List<Line> lines = former.map(Device::lines).orElse(List.of());
    return lines.stream()
        .filter(line -> line.number() == number)
        .map(Line::password)
        .findFirst()
        .orElse(Secret.of(""));
  }

  private static String checked(String password) {
    boolean onOneLine =
        password.chars().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    if (password.length() > LONGEST_PASSWORD || !onOneLine) {
      throw InvalidValueException.ofSecret(
          "password", "at most " + LONGEST_PASSWORD + " characters without control characters");
    }
    return password;
  }

  private static Registrar registrar(Json json) {
    json.only(Set.of("host", "port", "transport"));
    return json.build(
        () ->
            new Registrar(
                json.text("host"),
                json.number("port").orElse(5060),
                choice(
                    Registrar.Transport.class,
                    "transport",
                    json.optionalText("transport").orElse("udp"))));
  }

  private static LineKey key(Json json) {
    json.only(Set.of("position", "type", "value", "label", "line"));
    return json.build(
        () ->
            new LineKey(
                json.number("position")
                    .orElseThrow(() -> InvalidValueException.of("position", "given", "nothing")),
                choice(LineKey.Type.class, "type", json.text("type")),
                json.optionalText("value").orElse(""),
                json.optionalText("label").orElse(""),
                json.number("line")));
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String field, String text) {
    for (E constant : type.getEnumConstants()) {
      if (word(constant).equals(text)) {
        return constant;
      }
    }
    List<String> words = List.of(type.getEnumConstants()).stream().map(DeviceReader::word).toList();
    throw InvalidValueException.of(field, "one of " + String.join(", ", words), text);
  }

  /** A constant as JSON spells it. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
