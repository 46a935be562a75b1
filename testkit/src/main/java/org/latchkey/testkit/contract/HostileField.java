package org.latchkey.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.latchkey.device.Device;
import org.latchkey.device.Entry;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.device.Registrar;
import org.latchkey.secret.Secret;

/** One field of a device that a person may fill with anything. */
record HostileField(String name, Function<String, Device> setter) {
  static final List<String> VALUES =
      List.of(
          "a\nevil.url = https://evil.example/",
          "a\r\nevil.url=https://evil.example/",
          "a\revil.url=1",
          "a\u000bevil.url=1",
          "a\fevil.url=1",
          "a\u0085evil.url=1",
          "a\u2028evil.url=1",
          "a\u2029evil.url=1",
          "a\u0000evil.url=1",
          "a\u001aevil.url=1",
          "a\" evil.url=\"https://evil.example/",
          "a' evil.url='https://evil.example/",
          "a\\",
          "a\\\" evil.url=\\\"1",
          "</a><evil>1</evil><a>",
          "<evil/>",
          "a\"/><evil b=\"",
          "]]><evil/>",
          "&#10;evil.url=1",
          "&evil;",
          "<!-- ",
          "-->",
          "# comment",
          "= 1",
          "a;b,c|d",
          "$USER{MAC}%NULL%",
          "\ud800",
          "\u202eevil");

  /** The device with another value in this field; refused if the device itself cannot hold it. */
  Device set(String value) {
    return setter.apply(value);
  }

  static List<HostileField> of(Device device) {
    List<HostileField> fields = new ArrayList<>();
    if (!device.lines().isEmpty()) {
      Line line = device.lines().get(0);
      fields.add(ofLine(device, "label", v -> line(line, v, line.displayName(), line.password())));
      fields.add(ofLine(device, "displayName", v -> line(line, line.label(), v, line.password())));
      fields.add(
          ofLine(
              device, "password", v -> line(line, line.label(), line.displayName(), Secret.of(v))));
      fields.add(ofLine(device, "user", v -> line(line, v, line.authUser(), line.voicemail())));
      fields.add(ofLine(device, "authUser", v -> line(line, line.user(), v, line.voicemail())));
      fields.add(
          ofLine(
              device, "voicemail", v -> line(line, line.user(), line.authUser(), Optional.of(v))));
      fields.add(ofLine(device, "registrar", v -> to(line, v, line.outboundProxy())));
      Registrar.Transport transport = line.registrar().transport();
      fields.add(
          ofLine(
              device,
              "outboundProxy",
              v -> to(line, "sip.example", Optional.of(new Registrar(v, 5060, transport)))));
    }
    fields.add(new HostileField("serial", v -> about(device, Optional.of(v), device.pin(), "")));
    fields.add(new HostileField("pin", v -> about(device, device.serial(), Optional.of(v), "")));
    fields.add(new HostileField("notes", v -> about(device, device.serial(), device.pin(), v)));
    for (int i = 0; i < device.keys().size(); i++) {
      LineKey key = device.keys().get(i);
      int at = i;
      fields.add(
          new HostileField(
              "keys[" + i + "].value",
              v ->
                  withKeys(
                      device,
                      replaced(
                          device.keys(),
                          at,
                          new LineKey(key.position(), key.type(), v, key.label(), key.line())))));
      fields.add(
          new HostileField(
              "keys[" + i + "].label",
              v ->
                  withKeys(
                      device,
                      replaced(
                          device.keys(),
                          at,
                          new LineKey(key.position(), key.type(), key.value(), v, key.line())))));
    }
    for (int i = 0; i < device.overrides().size(); i++) {
      Entry entry = device.overrides().get(i);
      int at = i;
      // a neutral setting has a type of its own and takes no text
      if (entry.brand().isPresent()) {
        fields.add(
            new HostileField(
                "overrides[" + i + "].value",
                v ->
                    withOverrides(
                        device,
                        replaced(device.overrides(), at, new Entry(entry.parameter(), v, "")))));
      }
    }
    return fields;
  }

  private static HostileField ofLine(Device device, String name, Function<String, Line> setter) {
    return new HostileField(
        "lines[0]." + name,
        value ->
            new Device(
                device.identity(),
                replaced(device.lines(), 0, setter.apply(value)),
                device.keys(),
                device.overrides(),
                device.serial(),
                device.pin(),
                device.notes()));
  }

  private static Line line(Line from, String label, String displayName, Secret password) {
    return new Line(
        from.number(),
        label,
        displayName,
        from.user(),
        from.authUser(),
        password,
        from.registrar(),
        from.outboundProxy(),
        from.expires(),
        from.voicemail());
  }

  private static Line line(Line from, String user, String authUser, Optional<String> voicemail) {
    return new Line(
        from.number(),
        from.label(),
        from.displayName(),
        user,
        authUser,
        from.password(),
        from.registrar(),
        from.outboundProxy(),
        from.expires(),
        voicemail);
  }

  private static Line to(Line from, String host, Optional<Registrar> proxy) {
    return new Line(
        from.number(),
        from.label(),
        from.displayName(),
        from.user(),
        from.authUser(),
        from.password(),
        new Registrar(host, from.registrar().port(), from.registrar().transport()),
        proxy,
        from.expires(),
        from.voicemail());
  }

  private static Device about(
      Device device, Optional<String> serial, Optional<String> pin, String notes) {
    return new Device(
        device.identity(), device.lines(), device.keys(), device.overrides(), serial, pin, notes);
  }

  private static Device withKeys(Device device, List<LineKey> keys) {
    return new Device(
        device.identity(),
        device.lines(),
        keys,
        device.overrides(),
        device.serial(),
        device.pin(),
        device.notes());
  }

  private static Device withOverrides(Device device, List<Entry> overrides) {
    return new Device(
        device.identity(),
        device.lines(),
        device.keys(),
        overrides,
        device.serial(),
        device.pin(),
        device.notes());
  }

  private static <T> List<T> replaced(List<T> all, int at, T by) {
    List<T> copy = new ArrayList<>(all);
    copy.set(at, by);
    return copy;
  }
}
