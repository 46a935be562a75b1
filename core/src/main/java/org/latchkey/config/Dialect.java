package org.latchkey.config;

import java.util.List;

/**
 * How one phone, with its model and firmware, speaks its brand's language: what a {@link
 * SettingTable} must know of it.
 *
 * <p>Implementations are pure.
 *
 * @since 1.0
 */
public interface Dialect {

  /**
   * Says whether a row of the table is for this phone.
   *
   * @param condition a word of the table's second column, in the brand's own sense, such as {@code
   *     V83-}
   * @return true if the phone meets the condition, or may meet it where its firmware is unknown
   */
  boolean meets(String condition);

  /**
   * Spells a native name as this phone knows it.
   *
   * @param name a name of the table's third column
   * @return the names to write, at least one; several where the firmware is unknown
   */
  List<String> spellings(String name);

  /**
   * Says why the grammar cannot carry a value, if it cannot.
   *
   * @param value what would be written
   * @return what is wrong with it, to follow the name of the setting; the empty text if nothing is
   */
  String objection(String value);
}
