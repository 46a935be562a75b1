package org.latchkey.config;

import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameter names that a brand's phones are known to have, so that a slip of the pen in an
 * override is found when it is saved and not on a phone that silently ignores it. That a name is
 * here does not mean that every model and firmware has it.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class KeyDictionary {
  private static final Pattern NUMBER_BETWEEN_DOTS = Pattern.compile("(?<=^|\\.)[0-9]+(?=\\.|$)");

  private final Set<String> names;
  private final UnaryOperator<String> form;

  private KeyDictionary(Set<String> names, UnaryOperator<String> form) {
    this.names = Set.copyOf(names);
    this.form = form;
  }

  /**
   * Reads a dictionary: one name a line, empty lines and those that begin with {@code #} left out.
   *
   * @param resource the resource's name, for complaints
   * @param in the resource, which is closed; null if it is missing
   * @param form puts a name into the form of the dictionary, in which indices are all alike, such
   *     as {@link #dotted}
   * @return the dictionary
   * @throws IllegalStateException if the resource is missing or cannot be read
   */
  public static KeyDictionary read(
      String resource, @Nullable InputStream in, UnaryOperator<String> form) {
    Set<String> names = new HashSet<>();
    for (List<String> row : Table.rows(resource, in)) {
      names.add(row.get(0));
    }
    return new KeyDictionary(names, form);
  }

  /**
   * Writes each index that stands alone between dots as {@code N}: {@code account.3.label} is
   * {@code account.N.label}, but {@code local_time.ntp_server1} stays.
   *
   * @param name a parameter's name
   * @return its form
   */
  public static String dotted(String name) {
    return NUMBER_BETWEEN_DOTS.matcher(name).replaceAll("N");
  }

  /**
   * Says whether phones of the brand are known to have a parameter.
   *
   * @param name its name, with any index
   * @return true if the name is known
   */
  public boolean knows(String name) {
    return names.contains(name) || names.contains(form.apply(name));
  }

  /**
   * The known names that a mistyped one may have meant.
   *
   * @param name what was typed
   * @return at most three names, the nearest first, with {@code N} for an index
   */
  public List<String> nearest(String name) {
    return NearestNames.of(names, form.apply(name));
  }

  /**
   * Lists the names.
   *
   * @return in the order of the alphabet, with {@code N} for an index
   */
  public List<String> names() {
    return names.stream().sorted().toList();
  }
}
