package org.latchkey.testkit.yealink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A boot file (V81 and later): which configuration files to take instead of the usual two.
 *
 * @param valid whether the first line is the one the phone insists on
 * @param includes files to take, in order
 * @param overwrite whether blank and absent settings go back to their defaults
 * @param excluded whether files for a model replace those for all models
 * @param badLines numbers, from 1, of lines that cannot be read
 */
record BootFile(
    boolean valid,
    List<Include> includes,
    boolean overwrite,
    boolean excluded,
    List<Integer> badLines) {
  private static final Pattern INCLUDE =
      Pattern.compile(
          "(?:\\[([^\\]]*)\\]\\s*)?include:config\\s*(?:\"([^\"]*)\"|<([^>]*)>)\\s*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FLAG =
      Pattern.compile("(overwrite_mode|specific_model\\.excluded_mode)\\s*=\\s*(\\S*)");

  /** One file to take; without models it is for all. */
  record Include(List<String> models, String reference) {
    boolean isFor(String model) {
      return models.stream().anyMatch(model::equalsIgnoreCase);
    }
  }

  static BootFile parse(byte[] bytes) {
    List<String> lines = ConfigFile.lines(bytes);
    List<Include> includes = new ArrayList<>();
    List<Integer> bad = new ArrayList<>();
    boolean overwrite = false;
    boolean excluded = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      Matcher include = INCLUDE.matcher(line);
      Matcher flag = FLAG.matcher(line);
      if (include.matches()) {
        includes.add(include(include));
      } else if (flag.matches()) {
        boolean on = flag.group(2).equals("1");
        overwrite = flag.group(1).equals("overwrite_mode") ? on : overwrite;
        excluded = flag.group(1).equals("specific_model.excluded_mode") ? on : excluded;
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        bad.add(i + 1);
      }
    }
    return new BootFile(
        ConfigFile.hasFirstLine(lines),
        List.copyOf(includes),
        overwrite,
        excluded,
        List.copyOf(bad));
  }

  private static Include include(Matcher matcher) {
    String models = matcher.group(1);
    List<String> names =
        models == null
            ? List.of()
            : Arrays.stream(models.split(",", -1)).map(String::strip).toList();
    String reference = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
    return new Include(names, reference == null ? "" : reference.strip());
  }

  /** The references that hold for a model such as {@code T46S}, in order. */
  List<String> referencesFor(String model) {
    boolean anySpecific = includes.stream().anyMatch(i -> i.isFor(model));
    return includes.stream()
        .filter(i -> i.models().isEmpty() ? !(excluded && anySpecific) : i.isFor(model))
        .map(Include::reference)
        .toList();
  }
}
