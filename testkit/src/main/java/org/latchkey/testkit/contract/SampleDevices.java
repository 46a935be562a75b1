package org.latchkey.testkit.contract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Entry;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.device.Registrar;
import org.latchkey.secret.Secret;

/** Devices that use what a device may hold. */
final class SampleDevices {
  private static final String HARD = "'\"\\<>&;%{}\u00e9\u0416\u4e2d\uD83D\uDE00";

  private SampleDevices() {}

  static MacAddress mac(int number) {
    return MacAddress.of(String.format(Locale.ROOT, "001565%06x", number));
  }

  static DeviceIdentity identity(MacAddress mac) {
    return new DeviceIdentity(mac, "yealink", "T46S", new Owner("acme.example", "west"), "g1");
  }

  /** Every optional part is there once and missing once, and texts hold what is hard to quote. */
  static Device full(MacAddress mac) {
    return new Device(
        identity(mac),
        List.of(
            new Line(
                1,
                "Réception " + HARD,
                "Display " + HARD,
                "alice.100",
                "auth-100",
                Secret.of("s3cret " + HARD),
                new Registrar("sip.acme.example", 5061, Registrar.Transport.TLS),
                Optional.of(new Registrar("[2001:db8::1]", 0, Registrar.Transport.DNS)),
                3600,
                Optional.of("*97")),
            new Line(
                2,
                "",
                "",
                "101",
                "101",
                Secret.of(""),
                new Registrar("192.0.2.1", 5060, Registrar.Transport.UDP),
                Optional.empty(),
                30,
                Optional.empty())),
        List.of(
            new LineKey(2, LineKey.Type.BLF, "101", "Bob " + HARD, Optional.of(1)),
            new LineKey(1, LineKey.Type.NONE, "", "", Optional.empty())),
        List.of(
            new Entry("yealink:phone_setting.backlight_time", "60 " + HARD, "shop floor " + HARD),
            new Entry("resync.interval", "", "")),
        Optional.of("SN " + HARD),
        Optional.of("4711 " + HARD),
        "first floor\r\n\tsecond line " + HARD);
  }

  /** As many lines and keys as a device may have, and long texts in all of them. */
  static Device largest(MacAddress mac) {
    String label = "\uD83D\uDE00".repeat(32);
    List<Line> lines =
        IntStream.rangeClosed(1, 255)
            .mapToObj(
                number ->
                    new Line(
                        number,
                        label,
                        label,
                        label,
                        label,
                        Secret.of(label),
                        new Registrar("sip.acme.example", 5061, Registrar.Transport.TLS),
                        Optional.empty(),
                        3600,
                        Optional.of(label)))
            .toList();
    List<LineKey> keys =
        IntStream.rangeClosed(1, 1000)
            .mapToObj(
                position ->
                    new LineKey(
                        position, LineKey.Type.BLF, "x".repeat(256), label, Optional.of(255)))
            .toList();
    return new Device(
        identity(mac),
        lines,
        keys,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        "\uD83D\uDE00".repeat(2_000));
  }

  static Device withNotes(Device device, String notes) {
    return new Device(
        device.identity(),
        device.lines(),
        device.keys(),
        device.overrides(),
        device.serial(),
        device.pin(),
        notes);
  }

  static Device withPassword(Device device, String password) {
    Line line = device.lines().get(0);
    return new Device(
        device.identity(),
        List.of(
            new Line(
                line.number(),
                line.label(),
                line.displayName(),
                line.user(),
                line.authUser(),
                Secret.of(password),
                line.registrar(),
                line.outboundProxy(),
                line.expires(),
                line.voicemail()),
            device.lines().get(1)),
        device.keys(),
        device.overrides(),
        device.serial(),
        device.pin(),
        device.notes());
  }
}
