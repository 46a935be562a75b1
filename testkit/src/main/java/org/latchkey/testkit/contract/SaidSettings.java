package org.latchkey.testkit.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.latchkey.config.Parameter;
import org.latchkey.config.Setting;
import org.latchkey.config.Vocabulary;
import org.latchkey.error.LatchkeyException;

/**
 * Whether what a layer says of one phone is written, refused or remarked upon. A setting may need
 * others to matter, so it is tried alone, among all others, and among those that have no default; a
 * parameter with the layer as its origin counts as written even if it would have the same value
 * without.
 */
final class SaidSettings {
  private final List<BrandSample> phones;
  private final SettingSamples samples;

  SaidSettings(BrandSample phone, SettingSamples samples) {
    BrandSample alone = phone.withoutOverrides();
    this.samples = samples;
    phones =
        List.of(
            alone,
            samples.on(alone, setting -> true),
            samples.on(alone, setting -> setting.defaultValue().isEmpty()));
  }

  /** What is lost: {@code setting=value}, or {@code setting} if no two values differ. */
  List<String> lost() {
    List<String> lost = new ArrayList<>();
    for (Setting setting : Vocabulary.standard().all()) {
      Set<String> left = new LinkedHashSet<>(samples.of(setting));
      boolean differ = left.size() < 2;
      for (BrandSample phone : phones) {
        if (!left.isEmpty() || !differ) {
          differ |=
              new Among(without(phone, setting), setting.name()).keep(left, samples.of(setting));
        }
      }
      left.forEach(value -> lost.add(setting.name() + "=" + value));
      if (left.isEmpty() && !differ) {
        lost.add(setting.name());
      }
    }
    return lost;
  }

  /** What becomes of one setting among some others. */
  private static final class Among {
    private final BrandSample phone;
    private final String setting;
    private final Set<List<String>> written = new HashSet<>();

    Among(BrandSample phone, String setting) {
      this.phone = phone;
      this.setting = setting;
    }

    /**
     * Takes out what is kept.
     *
     * @return whether the values that are written differ
     */
    boolean keep(Set<String> left, List<String> values) {
      if (!SettingSamples.renders(phone)) {
        return false;
      }
      List<Parameter> before = phone.parameters().list();
      int count = 0;
      for (String value : values) {
        try {
          BrandSample after = phone.with(setting, value);
          List<Parameter> parameters = after.parameters().list();
          after.bytes();
          if (isRemarked(after)) {
            left.remove(value);
          } else if (!parameters.equals(before)) {
            left.remove(value);
            written.add(parameters.stream().map(p -> p.name() + "=" + p.value()).toList());
            count++;
          }
        } catch (LatchkeyException refused) {
          // what is refused only because of others is not refused
          if (phone.domain().isEmpty()) {
            left.remove(value);
          }
        }
      }
      return count < 2 ? left.isEmpty() : written.size() > 1;
    }

    private boolean isRemarked(BrandSample phone) {
      return phone.brand().renderer().remarks(phone.rendering()).stream()
          .anyMatch(remark -> remark.what().equals(setting));
    }
  }

  private static BrandSample without(BrandSample phone, Setting setting) {
    Map<String, String> others = new LinkedHashMap<>(phone.domain());
    others.remove(setting.name());
    return phone.with(others);
  }
}
