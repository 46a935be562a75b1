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
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables that brands and the vocabulary are made of: UTF-8 text, a row per line, columns
 * between bars, blanks around them dropped, blank lines and lines that begin with {@code #} left
 * out.
 *
 * @since 1.0
 */
public final class Table {
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
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        List<String> row = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        if (!rows.isEmpty() && rows.get(0).size() != row.size()) {
          throw new IllegalArgumentException(name + ": " + line);
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    return List.copyOf(rows);
  }
}
