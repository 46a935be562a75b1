package org.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.latchkey.device.LineKey;
import org.latchkey.error.InvalidValueException;

class VocabularyTest {
  private final Vocabulary all = Vocabulary.standard();

  @Test
  void all_everySetting_isWellFormed() {
    assertThat(all.all()).hasSizeGreaterThan(100);
    for (Setting setting : all.all()) {
      String name = setting.name();
      assertThat(name).matches("[a-z][a-z0-9]*([.-][a-z0-9]+)*");
      assertThat(setting.description()).as(name).isNotBlank().doesNotEndWith(".");
      assertThat(setting.least()).as(name).isLessThanOrEqualTo(setting.most());
      boolean worded = setting.type() == Setting.Type.CHOICE || setting.type() == Setting.Type.LIST;
      assertThat(setting.choices().isEmpty()).as(name).isEqualTo(!worded);
      assertThat(setting.choices()).as(name).doesNotHaveDuplicates();
      assertThat(setting.unit().isEmpty() || setting.type() == Setting.Type.NUMBER)
          .as(name)
          .isTrue();
    }
  }

  @Test
  void all_brandsNames_areInNoSetting() {
    assertThat(all.all())
        .extracting(Setting::toString)
        .noneMatch(
            text -> text.toLowerCase(Locale.ROOT).matches(".*(yealink|polycom|snom|cisco).*"));
  }

  @Test
  void all_keysBelowTheScreen_doWhatLineKeysDo() {
    List<String> words =
        Arrays.stream(LineKey.Type.values())
            .map(type -> type.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    assertThat(words).containsAll(all.get("softkey.1.type").choices());
  }

  @Test
  void get_numberedName_isOneOfSeveral() {
    assertThat(all.get("phonebook.5.url").type()).isEqualTo(Setting.Type.URL);
    assertThat(all.find("phonebook.6.url")).isEmpty();
    assertThat(all.find("phonebook.{1-5}.url")).isEmpty();
  }

  @Test
  void get_unknownName_isRefusedWithTheNearest() {
    assertThatThrownBy(() -> all.get("resync.intervall"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("resync.interval,")
        .hasMessageContaining("yealink:name");
  }

  @Test
  void of_wrongTables_areRefused() {
    List<String> row = List.of("a", "number", "", "1", "2", "3", "text");
    assertThatThrownBy(() -> Vocabulary.of(List.of(row)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("1 to 2");
    List<String> good = List.of("a", "flag", "", "", "", "yes", "text");
    assertThatThrownBy(() -> Vocabulary.of(List.of(good, good)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("twice: a");
  }
}
