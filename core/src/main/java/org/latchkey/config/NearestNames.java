package org.latchkey.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Finds the names that a mistyped one may have meant.
 *
 * @since 1.0
 */
public final class NearestNames {
  private static final int NEAREST = 3;

  private NearestNames() {}

  /**
   * The known names that need the fewest changes, whatever the case.
   *
   * @param known all names
   * @param name what was typed
   * @return at most three names, the nearest first
   */
  public static List<String> of(Collection<String> known, String name) {
    String typed = name.toUpperCase(Locale.ROOT);
    return known.stream()
        .sorted(Comparator.comparingInt(each -> distance(each.toUpperCase(Locale.ROOT), typed)))
        .limit(NEAREST)
        .toList();
  }

  /** Levenshtein's distance: how many letters must be added, dropped or changed. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
