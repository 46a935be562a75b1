package org.latchkey.portal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of cells, read one by one from a CSV (RFC 4180) of any length. Of a row no more is held than
 * is asked for, and no cell is longer than {@link #LONGEST_CELL}.
 */
final class CsvTable implements AutoCloseable {
  /** The longest text that a device may have, and what quoting adds to it. */
  static final int LONGEST_CELL = 8_192;

  /** Stands for bytes that are no UTF-8: no UTF-8 decodes to half a character. */
  static final char NO_UTF8 = '\uDC00';

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final CsvFactory CSV =
      CsvFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(LONGEST_CELL)
                  .maxDocumentLength(-1)
                  .maxTokenCount(-1)
                  .build())
          .build();

  private final CsvParser parser;
  private final List<String> cells = new ArrayList<>();
  private int count;
  private int line = 1;

  private CsvTable(CsvParser parser) {
    this.parser = parser;
  }

  /** A row whose end cannot be found. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  static CsvTable open(InputStream in) throws IOException {
    InputStreamReader decoded =
        new InputStreamReader(
            in,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(NO_UTF8)));
    PushbackReader reader = new PushbackReader(decoded);
    int first = reader.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      reader.unread(first);
    }
    return new CsvTable(CSV.createParser(reader));
  }

  /**
   * Goes to the next row.
   *
   * @param most how many cells to keep
   * @return false if there is none
   */
  boolean next(int most) throws IOException, MalformedException {
    cells.clear();
    count = 0;
    try {
      if (parser.nextToken() == null) {
        return false;
      }
      line = parser.currentLocation().getLineNr();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (count++ < most) {
          cells.add(parser.getText());
        }
      }
      return true;
    } catch (JacksonException e) {
      // its own words repeat the text, which may hold a secret
      throw new MalformedException();
    }
  }

  /** The cells of the row, as many as were to be kept. */
  List<String> cells() {
    return cells;
  }

  /** How many cells the row has. */
  int count() {
    return count;
  }

  /** Whether the row has nothing in it, as spreadsheets write at the end. */
  boolean isBlank() {
    return cells.stream().allMatch(String::isEmpty);
  }

  /** The line of the file at which the row begins, the first line being 1. */
  int line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
