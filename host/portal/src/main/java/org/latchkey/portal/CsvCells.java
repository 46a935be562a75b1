package org.latchkey.portal;

/**
 * Keeps texts from becoming formulas when somebody opens a CSV in a spreadsheet. What begins as a
 * formula does gets an apostrophe in front, and so does what begins with an apostrophe: so reading
 * takes away exactly what writing has added.
 */
final class CsvCells {
  private static final char GUARD = '\'';

  /**
   * Spreadsheets take the wide forms of East Asian scripts as well, and skip tabs and line ends.
   */
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private CsvCells() {}

  static String written(String text) {
    return !text.isEmpty() && isGuarded(text.charAt(0)) ? GUARD + text : text;
  }

  static String read(String cell) {
    boolean guarded = cell.length() > 1 && cell.charAt(0) == GUARD && isGuarded(cell.charAt(1));
    return guarded ? cell.substring(1) : cell;
  }

  private static boolean isGuarded(char c) {
    return c == GUARD || FORMULA.indexOf(c) >= 0;
  }
}
