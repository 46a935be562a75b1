package org.latchkey.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.latchkey.device.MacAddress;
import org.latchkey.spi.AccessRecord;
import org.latchkey.spi.UploadRecord;
import org.latchkey.spi.UploadSink;

/**
 * Our tables, column by column, for what is done to all of them alike: to seal them anew, to back
 * them up and to restore them. A new table or column is a line here.
 */
enum Table {
  ACCESS("mac", "version# state open_until# sealed"),
  DEVICES("mac", "brand model reseller domain generation revision# words"),
  DEVICE_CONTENTS("mac", "sealed"),
  LAYERS("layer name parent", "revision# sealed"),
  PHONE_BOOKS("reseller domain", "revision# sealed"),
  GLOBAL_PASSES("id", "reseller domain username legacy# turn# sealed"),
  SEEDS("name", "sealed"),
  COUNTERS("name", "turn# total#"),
  UPLOADS("mac name", "entry at_ms# size_bytes# turn# sealed"),
  EVENTS("id#", "at_ms# kind type mac reseller domain source detail occurrences#"),
  CONTACTS("mac", "at_ms#"),
  KNOCKS(
      "mac reseller domain", "pass_id site brand model file_name first_ms# last_ms# occurrences#");

  static final String SEALED = "sealed";

  @SuppressWarnings("ImmutableEnumChecker") // both are unmodifiable
  private final List<Column> key;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Column> columns;

  private final boolean sealed;

  Table(String key, String others) {
    this.key = columns(key);
    this.columns = columns(key + " " + others);
    this.sealed = others.endsWith("sealed");
  }

  /**
   * A column.
   *
   * @param number whether it holds a whole number; text otherwise
   */
  record Column(String name, boolean number) {
    Optional<Object> value(ResultSet row) throws SQLException {
      if (!number) {
        return Optional.ofNullable(row.getString(name));
      }
      long value = row.getLong(name);
      return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
  }

  private static List<Column> columns(String names) {
    return Stream.of(names.split(" "))
        .map(name -> new Column(name.replace("#", ""), name.endsWith("#")))
        .toList();
  }

  String title() {
    return "latchkey_" + name().toLowerCase(Locale.ROOT);
  }

  List<Column> key() {
    return key;
  }

  /** All columns, the key's first. */
  List<Column> columns() {
    return columns;
  }

  boolean isSealed() {
    return sealed;
  }

  String select() {
    return "select " + names(columns()) + " from " + title() + " order by " + names(key());
  }

  static String names(List<Column> some) {
    return some.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  /** A row's text by the name of its column. */
  @FunctionalInterface
  interface Texts {
    String of(String column) throws SQLException;
  }

  /** What the sealed text of a row is sealed for. */
  String purpose(Texts row) throws SQLException {
    return switch (this) {
      case ACCESS -> AccessRecord.purpose(MacAddress.of(row.of("mac")));
      case UPLOADS ->
          UploadRecord.purpose(
              MacAddress.of(row.of("mac")),
              new UploadSink.Item(row.of("name"), row.of("entry"), Instant.EPOCH, 0));
      default -> {
        List<Object> values = new ArrayList<>();
        for (Column column : key()) {
          values.add(row.of(column.name()));
        }
        yield Sealed.purpose(title(), values.toArray());
      }
    };
  }
}
