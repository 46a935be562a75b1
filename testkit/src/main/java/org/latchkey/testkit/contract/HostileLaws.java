package org.latchkey.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.latchkey.config.Parameter;
import org.latchkey.config.Setting;
import org.latchkey.config.Vocabulary;
import org.latchkey.device.Device;
import org.latchkey.device.Entry;
import org.latchkey.error.LatchkeyException;
import org.latchkey.error.RenderException;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Secret;
import org.latchkey.secret.SecretAccess;

/** No value of anybody's becomes a second parameter, line or element: refused, or a value. */
final class HostileLaws {
  /** What a user name of HTTP and a URL may still have in them. */
  private static final List<String> USERNAMES =
      List.of("a<b>&amp;", "a'b=c;d", "#a", "$USER{MAC}", "%NULL%", "-->", "]]>");

  private static final List<String> PATHS =
      List.of(
          "a&b",
          "a&amp;b",
          "a'b",
          "a=b;c,d",
          "$USER",
          "%0Aevil.url=1",
          "%25NULL%25",
          "a?b=c&d",
          "*");

  /** Names that are none in any grammar of ours, and must not become one. */
  private static final List<String> NAMES =
      List.of(
          "a=1",
          "#a",
          "!a",
          "<evil>",
          "</a><evil>",
          "a\"b",
          "a'b",
          "a&b",
          "a>b",
          "a;b",
          "a/b",
          "-",
          "include",
          "a\\b",
          "[a]",
          "a,b",
          "%NULL%",
          "a{b}");

  private final BrandContract contract;

  HostileLaws(BrandContract contract) {
    this.contract = contract;
  }

  void fields(Device device) {
    for (HostileField field : HostileField.of(device)) {
      List<String> expected = contract.names(sample(field.set("1x1")).bytes());
      for (String value : HostileField.VALUES) {
        assertThat(names(() -> sample(field.set(value))).orElse(expected))
            .as("%s = %s", field.name(), value)
            .isEqualTo(expected);
      }
    }
  }

  void settings(BrandSample phone) {
    List<String> expected = contract.names(phone.bytes());
    for (String value : HostileField.VALUES) {
      List<String> settings =
          Vocabulary.standard().all().stream()
              .filter(setting -> isText(setting) && phone.domain().containsKey(setting.name()))
              .map(Setting::name)
              .filter(name -> isPossible(name, value))
              .toList();
      together(settings, some -> phone.with(with(phone, some, value)))
          .ifPresent(
              hostile -> assertThat(contract.names(hostile.bytes())).as(value).isEqualTo(expected));
    }
  }

  /** Values of native overrides for every parameter that the phone has. */
  void nativeValues(BrandSample phone) {
    Map<String, Integer> before = counts(phone);
    List<String> all = phone.parameters().list().stream().map(Parameter::name).distinct().toList();
    for (String value : HostileField.VALUES) {
      if (isPossible("any", value)) {
        together(
                all, some -> phone.with(some.stream().map(n -> override(phone, n, value)).toList()))
            .ifPresent(hostile -> assertNothingMore(before, () -> hostile, "all", value, 0));
      }
    }
  }

  /** Names of native overrides: refused, or one parameter and nothing else changed. */
  void nativeNames(BrandSample phone) {
    Map<String, Integer> before = counts(phone);
    Map<String, List<String>> values = contract.parse(phone.bytes());
    // one parameter may be an element and its attributes
    int one =
        names(() -> phone.with(override(phone, "Latchkey1", "1x1")))
            .map(names -> names.size() - before.values().stream().mapToInt(n -> n).sum())
            .orElse(1);
    for (String name : NAMES) {
      Supplier<BrandSample> hostile = () -> phone.with(override(phone, name, "1x1"));
      assertNothingMore(before, hostile, name, "1x1", one);
      if (names(hostile).isPresent()) {
        assertThat(contract.parse(hostile.get().bytes())).as(name).containsAllEntriesOf(values);
      }
    }
  }

  /** What keeps the phone ours comes out as it went in, or not at all. */
  void credentialAndUrl(BrandSample phone) {
    List<String> expected = contract.names(phone.bytes());
    for (String value : HostileField.VALUES) {
      // no phone can hold half a character, and no secret does
      String held = Secret.of(value).reveal(SecretAccess.granted());
      assertKept(() -> phone.with(Credential.of("own", value)), expected, held);
    }
    for (String user : USERNAMES) {
      assertKept(() -> phone.with(Credential.of(user, "NotReal")), expected, user);
    }
    for (String path : PATHS) {
      String url = "prov.example/" + path + "/";
      assertKept(() -> phone.with(URI.create("https://" + url)), expected, url);
    }
  }

  private void assertKept(Supplier<BrandSample> hostile, List<String> expected, String value) {
    Optional<List<String>> names = names(hostile);
    assertThat(names.orElse(expected)).as(value).isEqualTo(expected);
    if (names.isPresent()) {
      String bare = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
      assertThat(contract.parse(hostile.get().bytes()).values())
          .as("a value is %s", value)
          .anyMatch(all -> all.stream().anyMatch(each -> each.contains(bare)));
    }
  }

  private void assertNothingMore(
      Map<String, Integer> before,
      Supplier<BrandSample> hostile,
      String name,
      String value,
      int most) {
    names(hostile)
        .ifPresent(
            names -> {
              int more = 0;
              for (Map.Entry<String, Integer> each : counts(names).entrySet()) {
                more += Math.max(0, each.getValue() - before.getOrDefault(each.getKey(), 0));
              }
              assertThat(more)
                  .as("parameters more for %s = %s", name, value)
                  .isLessThanOrEqualTo(most);
            });
  }

  /** Gives all of them the value at once; those that are refused are left out. */
  private static Optional<BrandSample> together(
      List<String> names, Function<List<String>, BrandSample> with) {
    List<String> left = new ArrayList<>(names);
    while (!left.isEmpty()) {
      try {
        BrandSample hostile = with.apply(left);
        hostile.bytes();
        return Optional.of(hostile);
      } catch (RenderException refused) {
        if (!left.remove(refused.parameter())
            && !left.removeIf(name -> !SettingSamples.renders(with.apply(List.of(name))))) {
          throw new AssertionError("nothing of it is refused alone: " + left, refused);
        }
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> with(BrandSample phone, List<String> names, String value) {
    Map<String, String> settings = new LinkedHashMap<>(phone.domain());
    names.forEach(name -> settings.put(name, value));
    return settings;
  }

  /** Whether the host lets such an entry be made at all. */
  private static boolean isPossible(String name, String value) {
    try {
      Entry entry = new Entry(name, value, "");
      Vocabulary.standard().find(entry.name()).ifPresent(setting -> setting.check(value));
      return true;
    } catch (LatchkeyException refused) {
      return false;
    }
  }

  /** The names in a file with a hostile value, or nothing if the value was refused. */
  private Optional<List<String>> names(Supplier<BrandSample> hostile) {
    byte[] file;
    try {
      file = hostile.get().bytes();
    } catch (LatchkeyException refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return Optional.empty();
    }
    return Optional.of(contract.names(file));
  }

  private Map<String, Integer> counts(BrandSample phone) {
    return counts(contract.names(phone.bytes()));
  }

  private static Map<String, Integer> counts(List<String> names) {
    Map<String, Integer> counts = new HashMap<>();
    names.forEach(name -> counts.merge(name, 1, Integer::sum));
    return counts;
  }

  private BrandSample sample(Device device) {
    return BrandSample.of(contract.brand(), device);
  }

  private static Entry override(BrandSample phone, String name, String value) {
    return new Entry(phone.brand().id() + ":" + name, value, "");
  }

  private static boolean isText(Setting setting) {
    return switch (setting.type()) {
      case TEXT, SECRET, HOST, URL, DIGITS, DIGITMAP, REWRITES -> true;
      case NUMBER, FLAG, CHOICE, LIST, ZONE, TIME -> false;
    };
  }
}
