package org.latchkey.testkit.contract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.latchkey.config.Setting;
import org.latchkey.config.Vocabulary;
import org.latchkey.error.LatchkeyException;
import org.latchkey.error.RenderException;

/**
 * Values of neutral settings.
 *
 * @param own values of the brand's set-up, by name, for settings that have a form of the brand's
 */
record SettingSamples(Map<String, String> own) {
  /** All choices; of other types some values that differ, the vocabulary's default left out. */
  List<String> of(Setting setting) {
    String given = own.get(setting.name());
    Stream<String> values = given == null ? any(setting) : Stream.of(given);
    return values.distinct().filter(value -> !value.equals(setting.defaultValue())).toList();
  }

  private static Stream<String> any(Setting setting) {
    return switch (setting.type()) {
      case NUMBER -> Stream.of(setting.least(), setting.most()).map(n -> Long.toString(n));
      case FLAG -> Stream.of("yes", "no");
      case CHOICE -> setting.choices().stream();
      case LIST -> {
        String first = setting.choices().get(0);
        String second = setting.choices().get(1);
        yield Stream.of(first, first + "," + second, second);
      }
      case TEXT -> Stream.of(cut(setting, "Sample1"), cut(setting, "Sample2"));
      case SECRET -> Stream.of(cut(setting, "48151623"), cut(setting, "23421516"));
      case HOST -> Stream.of("one.sample.example", "two.sample.example");
      case URL -> Stream.of("https://files.example/one", "https://files.example/two");
      case ZONE -> Stream.of("Europe/Berlin", "America/New_York");
      case TIME -> Stream.of("02:30", "04:10");
      case DIGITS -> Stream.of("12", "34");
      case DIGITMAP -> Stream.of("[2-9]11|0xxx.T", "[3-9]22|1xxx.T");
      case REWRITES -> Stream.of("9:,00:+", "8:,11:+");
    };
  }

  private static String cut(Setting setting, String text) {
    return text.substring(0, (int) Math.min(text.length(), setting.most()));
  }

  /**
   * A phone of which as much is said as it takes at once. What it refuses beside the others is left
   * out, so that settings are seen which need others to be seen.
   */
  BrandSample everythingOn(BrandSample phone) {
    return on(phone, setting -> true);
  }

  /** The same with some settings only. */
  BrandSample on(BrandSample phone, Predicate<Setting> wanted) {
    Map<String, Deque<String>> left = new LinkedHashMap<>();
    for (Setting setting : Vocabulary.standard().all()) {
      Deque<String> values = new ArrayDeque<>(of(setting));
      if (wanted.test(setting) && !values.isEmpty()) {
        left.put(setting.name(), values);
      }
    }
    while (true) {
      Map<String, String> settings = new LinkedHashMap<>();
      left.forEach((name, values) -> settings.put(name, values.getFirst()));
      try {
        phone.with(settings).bytes();
        return phone.with(settings);
      } catch (RenderException refused) {
        // the next value of the one that is refused, and none of it after its last
        left.computeIfPresent(refused.parameter(), (name, values) -> rest(values));
        if (!settings.containsKey(refused.parameter())
            && !left.keySet()
                .removeIf(name -> !renders(phone.with(Map.of(name, settings.get(name)))))) {
          throw new AssertionError("refused, and no setting is named or refused alone", refused);
        }
      }
    }
  }

  private static @Nullable Deque<String> rest(Deque<String> values) {
    values.removeFirst();
    return values.isEmpty() ? null : values;
  }

  /** The clear texts of a phone's secret settings. */
  static List<String> secrets(BrandSample phone) {
    Map<String, String> all = new LinkedHashMap<>(phone.domain());
    phone.device().overrides().forEach(entry -> all.put(entry.parameter(), entry.value()));
    return all.entrySet().stream()
        .filter(e -> Vocabulary.standard().find(e.getKey()).filter(Setting::secret).isPresent())
        .map(Map.Entry::getValue)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  static boolean renders(BrandSample phone) {
    try {
      phone.bytes();
      return true;
    } catch (LatchkeyException refused) {
      return false;
    }
  }
}
