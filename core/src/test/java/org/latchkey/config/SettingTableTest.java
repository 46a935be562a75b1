package org.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.device.Entry;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.RenderException;

class SettingTableTest {
  private static final Vocabulary VOCABULARY =
      Vocabulary.of(
          List.of(
              List.of("http", "flag", "", "", "", "", "text"),
              List.of("https", "flag", "", "", "", "", "text"),
              List.of("wait", "number", "minutes", "0", "90", "", "text"),
              List.of("level", "choice: low high top", "", "", "", "low", "text"),
              List.of("secret", "secret", "", "1", "9", "", "text")));
  private static final Map<String, Map<String, String>> MAPS =
      Map.of("levels", Map.of("low", "Very Low", "high", "High"));

  private static final Dialect OLD = new OldOrNew(true);
  private static final Dialect NEW = new OldOrNew(false);

  /** Old phones spell all names in capitals too. */
  private record OldOrNew(boolean old) implements Dialect {
    @Override
    public boolean meets(String condition) {
      return condition.equals("old") == old;
    }

    @Override
    public List<String> spellings(String name) {
      return old ? List.of(name, name.toUpperCase(Locale.ROOT)) : List.of(name);
    }

    @Override
    public String objection(String value) {
      return value.contains("\"") ? "no quotes" : "";
    }
  }

  @Test
  void addPhone_valuesAsTheyAre_keepTextAndLayer() {
    assertThat(said("wait | | w | ", NEW, "wait", "5"))
        .containsExactly(new Parameter("w", "5", Layer.DEVICE, false));
  }

  @Test
  void addPhone_emptySetting_isNotWrittenUnlessARuleSaysSo() {
    assertThat(said("wait | | w | ", NEW)).isEmpty();
    assertThat(said("wait | | w | 0=off", NEW)).isEmpty();
    assertThat(said("wait | | w | -=none *={}", NEW))
        .containsExactly(new Parameter("w", "none", Layer.LIBRARY, false));
    assertThat(said("wait | | w | -= *={}", NEW))
        .containsExactly(new Parameter("w", "", Layer.LIBRARY, false));
  }

  @ParameterizedTest
  @CsvSource({"0, off", "7, 420", "90, 5400"})
  void addPhone_rules_coverOneValueOrAllOthers(String value, String written) {
    assertThat(said("wait | | w | 0=off *={}*60", NEW, "wait", value))
        .extracting(Parameter::value)
        .containsExactly(written);
  }

  @Test
  void addPhone_map_translatesAndLeavesOutWhatItHasNot() {
    String row = "level | | l | @levels";
    assertThat(said(row, NEW, "level", "high"))
        .extracting(Parameter::value)
        .containsExactly("High");
    assertThat(said(row, NEW)).extracting(Parameter::value).containsExactly("Very Low");
    assertThat(said(row, NEW, "level", "top")).isEmpty();
    assertThat(said("level | | l | @levels *={}", NEW, "level", "top"))
        .extracting(Parameter::value)
        .containsExactly("top");
  }

  @Test
  void addPhone_twoSettings_areJoinedAndTheStrongerLayerIsNamed() {
    String row = "http+https | | web | yes+yes=1 yes+no=2 yes+=2";
    assertThat(said(row, NEW)).isEmpty();
    assertThat(said(row, NEW, "http", "yes"))
        .containsExactly(new Parameter("web", "2", Layer.DEVICE, false));
    assertThat(said(row, NEW, "http", "yes", "https", "yes"))
        .extracting(Parameter::value)
        .containsExactly("1");
    assertThat(said(row, NEW, "http", "no", "https", "yes")).isEmpty();
  }

  @Test
  void addPhone_conditions_mustAllBeMet() {
    assertThat(said("wait | old | w | ", NEW, "wait", "1")).isEmpty();
    assertThat(said("wait | new | w | ", NEW, "wait", "1")).hasSize(1);
    assertThat(said("wait | new old | w | ", NEW, "wait", "1")).isEmpty();
  }

  @Test
  void addPhone_severalSpellings_areWrittenOnceEach() {
    assertThat(said("wait | | w x X | ", OLD, "wait", "1"))
        .extracting(Parameter::name)
        .containsExactly("w", "W", "x", "X");
  }

  @Test
  void addPhone_secret_isMarked() {
    assertThat(said("secret | | s | ", NEW, "secret", "hush"))
        .containsExactly(new Parameter("s", "hush", Layer.DEVICE, true));
    assertThat(said("http+secret | | s | *={}", NEW, "secret", "hush"))
        .containsExactly(new Parameter("s", "+hush", Layer.DEVICE, true));
  }

  @Test
  void addPhone_valueThatCannotBeWritten_isRefusedByTheNameOfTheSetting() {
    assertThatThrownBy(() -> said("secret | | s | ", NEW, "secret", "a\"b"))
        .isInstanceOf(RenderException.class)
        .hasMessage("secret (set by device): no quotes");
  }

  @Test
  void addLine_rowsOfLines_areWrittenForThatLineAlone() {
    SettingTable table = table("wait | | line.{line}.w | ", "wait | | w | ");
    Settings settings = settings("wait", "5");
    Parameters.Builder line = Parameters.builder();
    table.addLine(settings, NEW, line, 12);
    assertThat(line.build().list()).extracting(Parameter::name).containsExactly("line.12.w");
    Parameters.Builder phone = Parameters.builder();
    table.addPhone(settings, NEW, phone);
    assertThat(phone.build().list()).extracting(Parameter::name).containsExactly("w");
  }

  @Test
  void unsaid_whatALayerSaysAndNoRowHas_isListed() {
    SettingTable table =
        table(
            "wait | old | w | ",
            "level | | l | @levels",
            "http | | (none) | ",
            "https | | (code) | ");
    assertThat(table.unsaid(settings(), NEW)).isEmpty();
    Settings all = settings("http", "yes", "https", "yes", "wait", "1", "level", "top");
    assertThat(table.unsaid(all, NEW)).containsExactly("http", "wait", "level");
    assertThat(table.unsaid(all, OLD)).containsExactly("http", "level");
    assertThat(table.unsaid(settings("http", ""), NEW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wait | | w | @other",
        "wait | | w | 5",
        "wait | | w | =5",
        "wait | | w | *={}*",
        "wait | | w | *={}x"
      })
  void of_rowThatCannotBeRead_isRefused(String row) {
    assertThatThrownBy(() -> table(row)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_settingWithoutRowOrRowWithoutSetting_isRefused() {
    assertThatThrownBy(() -> SettingTable.of(VOCABULARY, List.of(), MAPS))
        .hasMessage("no row for http");
    assertThatThrownBy(() -> table("colour | | c | ")).isInstanceOf(InvalidValueException.class);
  }

  private static List<Parameter> said(String row, Dialect dialect, String... settings) {
    Parameters.Builder out = Parameters.builder();
    table(row).addPhone(settings(settings), dialect, out);
    return out.build().list();
  }

  private static Settings settings(String... namesAndValues) {
    List<Layered> layers = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Entry entry = new Entry(namesAndValues[i], namesAndValues[i + 1], "");
      layers.add(new Layered(Layer.DEVICE, List.of(entry)));
    }
    return Settings.resolve(VOCABULARY, layers);
  }

  private static SettingTable table(String... rows) {
    List<List<String>> read = new ArrayList<>();
    for (String row : rows) {
      read.add(Arrays.stream(row.split("\\|", -1)).map(String::strip).toList());
    }
    for (String name : List.of("http", "https", "wait", "level", "secret")) {
      if (read.stream().noneMatch(row -> row.get(0).equals(name))) {
        read.add(List.of(name, "", SettingTable.NONE, ""));
      }
    }
    return SettingTable.of(VOCABULARY, read, MAPS);
  }
}
