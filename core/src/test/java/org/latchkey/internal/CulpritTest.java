package org.latchkey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Entry;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.device.Registrar;
import org.latchkey.error.RenderException;
import org.latchkey.secret.Secret;

class CulpritTest {
  private static final String BAD = "bad";

  /** A grammar that cannot carry one word, and complains in words of its own. */
  private static Optional<RenderException> attempt(Device device) {
    Stream<String> lines =
        device.lines().stream()
            .flatMap(
                line ->
                    Stream.of(
                            line.user().equals(BAD) ? "u" : "",
                            line.authUser().equals(BAD) ? "a" : "",
                            line.password().equals(Secret.of(BAD)) ? "p" : "",
                            line.voicemail().equals(Optional.of(BAD)) ? "v" : "")
                        .filter(word -> !word.isEmpty())
                        .map(word -> word + line.number()));
    Stream<String> keys =
        device.keys().stream()
            .filter(key -> key.value().equals(BAD))
            .map(key -> "k" + key.position());
    Stream<String> overrides =
        device.overrides().stream()
            .filter(entry -> entry.value().equals(BAD) || entry.name().equals(BAD))
            .map(Entry::name);
    return Stream.of(lines, keys, overrides)
        .flatMap(words -> words)
        .findFirst()
        .map(name -> new RenderException("device", name, "refused"));
  }

  private static String blamed(Device device) {
    return new Culprit(CulpritTest::attempt).field(device, attempt(device).orElseThrow());
  }

  private static Line line(int number, String user, String authUser, String password, String mail) {
    return new Line(
        number,
        "",
        "",
        user,
        authUser,
        Secret.of(password),
        new Registrar("sip.example", 0, Registrar.Transport.UDP),
        Optional.empty(),
        60,
        Optional.of(mail));
  }

  private static Device device(List<Line> lines, List<LineKey> keys, List<Entry> overrides) {
    DeviceIdentity identity =
        new DeviceIdentity(
            MacAddress.of("001565aabbcc"), "b", "m", new Owner("acme.example", "west"), "1");
    return new Device(identity, lines, keys, overrides, Optional.empty(), Optional.empty(), "");
  }

  private static String blamedOf(Line second) {
    return blamed(device(List.of(line(7, "1", "1", "1", "1"), second), List.of(), List.of()));
  }

  @Test
  void field_ofALine_isToldByItsPlaceAndName() {
    assertThat(blamedOf(line(3, BAD, "1", "1", "1"))).isEqualTo("lines[1].user");
    assertThat(blamedOf(line(3, "1", BAD, "1", "1"))).isEqualTo("lines[1].authUser");
    assertThat(blamedOf(line(3, "1", "1", BAD, "1"))).isEqualTo("lines[1].password");
    assertThat(blamedOf(line(3, "1", "1", "1", BAD))).isEqualTo("lines[1].voicemail");
  }

  @Test
  void field_severalAreWrong_isTheOneComplainedOf() {
    assertThat(blamedOf(line(3, BAD, BAD, BAD, BAD))).isEqualTo("lines[1].user");
  }

  @Test
  void field_ofANativeEntryThatTakesFewValues_isItsValue() {
    Device device = device(List.of(), List.of(), List.of(new Entry("b:on", "maybe", "")));
    Function<Device, Optional<RenderException>> attempt =
        d ->
            d.overrides().stream()
                .filter(entry -> !List.of("", "yes").contains(entry.value()))
                .findFirst()
                .map(entry -> new RenderException("device", entry.name(), "must be yes"));
    assertThat(new Culprit(attempt).field(device, attempt.apply(device).orElseThrow()))
        .isEqualTo("overrides[0].value");
  }

  @Test
  void field_ofAKeyOrOverride_isToldByItsPlace() {
    LineKey good = new LineKey(9, LineKey.Type.BLF, "1", "", Optional.empty());
    LineKey bad = new LineKey(4, LineKey.Type.BLF, BAD, "", Optional.empty());
    Entry zone = new Entry("time.zone", "UTC", "");

    assertThat(blamed(device(List.of(), List.of(good, bad), List.of(zone))))
        .isEqualTo("keys[1].value");
    assertThat(blamed(device(List.of(), List.of(good), List.of(zone, new Entry("b:x", BAD, "")))))
        .isEqualTo("overrides[1].value");
    assertThat(blamed(device(List.of(), List.of(good), List.of(zone, new Entry("b:bad", "1", "")))))
        .isEqualTo("overrides[1].parameter");
    assertThat(blamed(device(List.of(), List.of(), List.of(new Entry("time.zone", BAD, "")))))
        .isEqualTo("overrides[0].value");
  }

  @Test
  void field_pathOfTheBrand_isKept() {
    RenderException complaint = new RenderException("device", "lines[0].number", "must be 1 to 2");

    assertThat(
            new Culprit(device -> Optional.of(complaint))
                .field(device(List.of(), List.of(), List.of()), complaint))
        .isEqualTo("lines[0].number");
  }

  @Test
  void field_nothingToBlame_isTheBrandsWord() {
    RenderException complaint = new RenderException("library", "native.name", "refused");
    Device full =
        device(
            List.of(line(1, "1", "1", "1", "1")),
            List.of(new LineKey(1, LineKey.Type.DND, "", "", Optional.empty())),
            List.of(new Entry("time.zone", "UTC", "")));

    assertThat(new Culprit(device -> Optional.of(complaint)).field(full, complaint))
        .isEqualTo("native.name");
  }
}
