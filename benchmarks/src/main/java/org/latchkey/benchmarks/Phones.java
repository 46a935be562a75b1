package org.latchkey.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.latchkey.brand.Brand;
import org.latchkey.brand.Model;
import org.latchkey.config.Vocabulary;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Entry;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.device.Registrar;
import org.latchkey.secret.Secret;

/** Phones to be provisioned, made up. */
final class Phones {
  static final MacAddress MAC = MacAddress.of("001565aabbcc");

  private static final Registrar REGISTRAR =
      new Registrar("sip.acme.example", 5061, Registrar.Transport.TLS);
  private static final int OVERRIDES = 20;

  private Phones() {}

  /** A usual desk phone: one account, ten keys, all settings as they come. */
  static Device usual() {
    return phone("yealink", "T46S", lines(1), keys(1, 10), List.of());
  }

  /** The same of another brand, as far as the model has so many keys. */
  static Device usual(Brand brand, String model) {
    int most = Math.min(11, brand.models().get(model).keys());
    return phone(brand.id(), model, lines(1), keys(2, most - 1), List.of());
  }

  /**
   * The largest configuration: the model with most keys among those with most accounts, all of them
   * taken, every neutral setting and twenty native overrides set for this phone.
   */
  static Device largest(Brand brand) {
    Model model =
        brand.models().all().stream()
            .max(Comparator.comparingInt(Model::lines).thenComparingInt(Model::keys))
            .orElseThrow();
    Stream<Entry> settings =
        Vocabulary.standard().all().stream()
            .filter(setting -> !setting.defaultValue().isEmpty())
            .map(setting -> new Entry(setting.name(), setting.defaultValue(), "set"));
    Stream<Entry> overrides =
        IntStream.rangeClosed(1, OVERRIDES)
            .mapToObj(i -> new Entry(brand.id() + ":features.made_up." + i, "value " + i, "set"));
    return phone(
        brand.id(),
        model.name(),
        lines(model.lines()),
        keys(1, model.keys()),
        Stream.concat(settings, overrides).toList());
  }

  private static Device phone(
      String brand, String model, List<Line> lines, List<LineKey> keys, List<Entry> overrides) {
    DeviceIdentity identity =
        new DeviceIdentity(MAC, brand, model, new Owner("acme.example", "west"), "1");
    return new Device(
        identity, lines, keys, overrides, Optional.of("4012345678"), Optional.empty(), "");
  }

  private static List<Line> lines(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Phones::line).toList();
  }

  private static Line line(int number) {
    String user = Integer.toString(100 + number);
    return new Line(
        number,
        "Desk " + user,
        "Alice Example " + number,
        user,
        "auth" + user,
        Secret.of("NotARealSipPassword" + number),
        REGISTRAR,
        Optional.of(new Registrar("proxy.acme.example", 5061, Registrar.Transport.TLS)),
        3600,
        Optional.of("*97"));
  }

  private static List<LineKey> keys(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(
            i ->
                new LineKey(
                    i,
                    LineKey.Type.BLF,
                    Integer.toString(200 + i),
                    "Colleague " + i,
                    Optional.of(1)))
        .toList();
  }
}
