package org.latchkey.brand.grandstream;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that parameters have in config version 1. The same parameter has another number in
 * another family, and accounts have numbers of their own.
 */
final class GrandstreamNumbers {
  private static final List<Set<String>> COLUMNS =
      List.of(
          Set.of("gxp16"),
          Set.of("gxp17", "gxp21"),
          Set.of("wp8"),
          Set.of("ht1"),
          Set.of("ht2"),
          Set.of("dp"),
          Set.of("gxw"));
  private static final String ACCOUNT = "account.";
  private static final Map<String, List<List<String>>> ROWS = read();

  private GrandstreamNumbers() {}

  /** The place of a family among the columns of tables, from 0; -1 for families with items. */
  static int column(String family) {
    for (int i = 0; i < COLUMNS.size(); i++) {
      if (COLUMNS.get(i).contains(family)) {
        return i;
      }
    }
    return -1;
  }

  /** How many columns there are. */
  static int columns() {
    return COLUMNS.size();
  }

  /**
   * The element that a family knows a parameter by.
   *
   * @param name its name in config version 2, an account's with the account's number
   */
  static Optional<String> find(String name, int column) {
    int dot = name.startsWith(ACCOUNT) ? name.indexOf('.', ACCOUNT.length()) : -1;
    int account = dot < 0 ? 1 : Integer.parseInt(name.substring(ACCOUNT.length(), dot));
    String form = dot < 0 ? name : ACCOUNT + "N" + name.substring(dot);
    @Nullable List<List<String>> columns = column < 0 ? null : ROWS.get(form);
    List<String> numbers = columns == null ? List.of() : columns.get(column);
    return account <= numbers.size()
        ? Optional.of("P" + numbers.get(account - 1))
        : Optional.empty();
  }

  /** All numbers of parameters whose name has some quality, in any family. */
  static Set<String> of(Predicate<String> wanted) {
    Set<String> numbers = new HashSet<>();
    ROWS.forEach(
        (name, columns) -> {
          if (wanted.test(name)) {
            columns.forEach(numbers::addAll);
          }
        });
    return numbers;
  }

  private static Map<String, List<List<String>>> read() {
    Map<String, List<List<String>>> rows = new HashMap<>();
    for (List<String> row : GrandstreamTable.rows("p-numbers.txt")) {
      rows.put(
          row.get(0),
          row.subList(1, row.size()).stream()
              .map(text -> text.isEmpty() ? List.<String>of() : Arrays.asList(text.split("/", -1)))
              .toList());
    }
    return rows;
  }
}
