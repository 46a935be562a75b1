package org.latchkey.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latchkey.config.Settings.Value;
import org.latchkey.error.RenderException;

/**
 * A brand's table of how neutral settings are said in native parameters. A brand that can say all
 * its settings in rows needs no code for them.
 *
 * <p>The columns of a row:
 *
 * <ol>
 *   <li>the neutral setting, or two joined by {@code +}: their values are then joined likewise;
 *   <li>conditions between blanks, all of which the phone must {@linkplain Dialect#meets meet};
 *   <li>native names between blanks; {@code {line}} in them stands for the number of each line.
 *       {@link #CODE} instead of names says that the brand's own code says this setting, {@link
 *       #NONE} that the brand cannot say it;
 *   <li>how values are said: nothing, if they stay as they are; {@code @map} for a map of the
 *       brand; or {@code value=native} between blanks, where the value {@code *} stands for all
 *       others and {@code -} for no value at all, and {@code {}} in the native one stands for the
 *       value, {@code {}*60} for sixty times that. What no rule covers is not written.
 * </ol>
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class SettingTable {
  /** In the column of native names: the brand's own code says this setting. */
  public static final String CODE = "(code)";

  /** In the column of native names: the brand has no parameter for it. */
  public static final String NONE = "(none)";

  private static final String LINE = "{line}";

  private final List<Row> rows;
  private final List<Setting> vocabulary;

  private SettingTable(List<Row> rows, List<Setting> vocabulary) {
    this.rows = List.copyOf(rows);
    this.vocabulary = vocabulary;
  }

  private record Row(
      List<String> settings,
      List<String> conditions,
      List<String> natives,
      Values values,
      boolean secret,
      boolean perLine) {
    boolean isFor(Dialect dialect) {
      for (String condition : conditions) {
        if (!dialect.meets(condition)) {
          return false;
        }
      }
      return true;
    }

    /** The value, of two settings joined, with the stronger layer; nothing if there is none. */
    Value of(Settings all) {
      Value first = all.get(settings.get(0));
      if (settings.size() == 1) {
        return first;
      }
      Value second = all.get(settings.get(1));
      Layer origin =
          first.origin().compareTo(second.origin()) > 0 ? first.origin() : second.origin();
      boolean none = first.isEmpty() && second.isEmpty();
      return new Value(none ? "" : first.text() + "+" + second.text(), origin, secret);
    }

    boolean isWritten() {
      return !natives.get(0).equals(CODE) && !natives.get(0).equals(NONE);
    }
  }

  /**
   * Reads a table and checks that it says something about every setting.
   *
   * @param vocabulary all neutral settings
   * @param rows the rows, see above
   * @param maps the maps that rows name: neutral to native values
   * @return the table
   * @throws IllegalArgumentException if a row cannot be read, or a setting has no row
   */
  public static SettingTable of(
      Vocabulary vocabulary, List<List<String>> rows, Map<String, Map<String, String>> maps) {
    List<Row> read = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (List<String> row : rows) {
      List<String> settings = words(row.get(0).replace('+', ' '));
      boolean secret = settings.stream().anyMatch(name -> vocabulary.get(name).secret());
      read.add(
          new Row(
              settings,
              words(row.get(1)),
              words(row.get(2)),
              Values.read(row.get(3), maps),
              secret,
              row.get(2).contains(LINE)));
      said.addAll(settings);
    }
    for (Setting setting : vocabulary.all()) {
      if (!said.contains(setting.name())) {
        throw new IllegalArgumentException("no row for " + setting.name());
      }
    }
    return new SettingTable(read, vocabulary.all());
  }

  /**
   * Says the settings of the phone itself.
   *
   * @param settings what holds
   * @param dialect how the phone speaks
   * @param out where the native parameters are added, in the order of the table
   * @throws RenderException if the grammar cannot carry a value; it names the neutral setting
   */
  public void addPhone(Settings settings, Dialect dialect, Parameters.Builder out) {
    add(settings, dialect, out, Optional.empty());
  }

  /**
   * Says the settings of one of its lines.
   *
   * @param settings what holds
   * @param dialect how the phone speaks
   * @param out where the native parameters are added, in the order of the table
   * @param line the line's number
   * @throws RenderException if the grammar cannot carry a value; it names the neutral setting
   */
  public void addLine(Settings settings, Dialect dialect, Parameters.Builder out, int line) {
    add(settings, dialect, out, Optional.of(Integer.toString(line)));
  }

  /**
   * Lists what a layer says and this phone cannot be told: no row is for it, or none has a native
   * word for the value. Settings that the brand's code says are not among them.
   *
   * @param settings what holds
   * @param dialect how the phone speaks
   * @return names of settings in the order of the vocabulary
   */
  public List<String> unsaid(Settings settings, Dialect dialect) {
    Set<String> said = new HashSet<>();
    for (Row row : rows) {
      boolean code = row.natives.get(0).equals(CODE);
      if (row.isFor(dialect)
          && (code || (row.isWritten() && row.values.of(row.of(settings).text()).isPresent()))) {
        said.addAll(row.settings);
      }
    }
    return vocabulary.stream()
        .map(Setting::name)
        .filter(name -> !said.contains(name))
        .filter(name -> settings.get(name).origin() != Layer.LIBRARY)
        .filter(name -> !settings.get(name).isEmpty())
        .toList();
  }

  private void add(
      Settings settings, Dialect dialect, Parameters.Builder out, Optional<String> line) {
    for (Row row : rows) {
      if (row.perLine == line.isPresent() && row.isWritten() && row.isFor(dialect)) {
        Value value = row.of(settings);
        Optional<String> said = row.values.of(value.text());
        if (said.isPresent()) {
          String objection = dialect.objection(said.get());
          if (!objection.isEmpty()) {
            throw new RenderException(value.origin().label(), row.settings.get(0), objection);
          }
          write(row, dialect, new Value(said.get(), value.origin(), row.secret), out, line);
        }
      }
    }
  }

  private static void write(
      Row row, Dialect dialect, Value value, Parameters.Builder out, Optional<String> line) {
    List<String> names = new ArrayList<>();
    for (String pattern : row.natives) {
      String name = line.isPresent() ? pattern.replace(LINE, line.get()) : pattern;
      for (String spelling : dialect.spellings(name)) {
        if (!names.contains(spelling)) {
          names.add(spelling);
        }
      }
    }
    for (String name : names) {
      if (value.secret()) {
        out.addSecret(name, value.text(), value.origin());
      } else {
        out.add(name, value.text(), value.origin());
      }
    }
  }

  private static List<String> words(String column) {
    return column.isEmpty() ? List.of() : Arrays.asList(column.split(" +"));
  }
}
