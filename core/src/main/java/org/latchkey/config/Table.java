package org.latchkey.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables that brands and the vocabulary are made of: UTF-8 text, a row per line, columns
 * between bars, blanks around them dropped, blank lines and lines that begin with {@code #} left
 * out. A row with {@code {1-5}} in it stands for five rows, with the numbers 1 to 5 there.
 *
 * @since 1.0
 */
public final class Table {
  private static final Pattern NUMBERED = Pattern.compile("\\{1-(\\d)\\}");

  private Table() {}

  /**
   * Reads a table to its end and closes it.
   *
   * @param name what it is, for the message if it cannot be read
   * @param in the table, such as {@code Class.getResourceAsStream} finds it
   * @return its rows, all with the same number of columns
   * @throws IllegalArgumentException if there is no table, or a row has another number of columns
   *     than the first
   * @throws UncheckedIOException if it cannot be read
   */
  public static List<List<String>> rows(String name, @Nullable InputStream in) {
    if (in == null) {
      throw new IllegalArgumentException("no table " + name);
    }
    List<List<String>> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          add(rows, line);
          if (rows.get(0).size() != rows.get(rows.size() - 1).size()) {
            throw new IllegalArgumentException(name + ": " + line);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    return List.copyOf(rows);
  }

  private static void add(List<List<String>> rows, String line) {
    Matcher numbered = NUMBERED.matcher(line);
    int last = numbered.find() ? Integer.parseInt(numbered.group(1)) : 1;
    for (int i = 1; i <= last; i++) {
      String row = numbered.replaceAll(Integer.toString(i));
      rows.add(Arrays.stream(row.split("\\|", -1)).map(String::strip).toList());
    }
  }
}
