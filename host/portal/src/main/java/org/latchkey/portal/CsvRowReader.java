package org.latchkey.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.admin.FleetEntry;
import org.latchkey.device.Device;
import org.latchkey.error.InvalidValueException;
import org.latchkey.secret.Credential;

/**
 * Makes a device of a row of a CSV: the row becomes the JSON that it stands for, so that the same
 * is allowed here and there. What it complains of is told by its column.
 */
final class CsvRowReader {
  private static final Pattern PATH = Pattern.compile("lines\\[([0-9]{1,3})\\](?:\\.(.+))?");
  private static final Map<String, String> FIELDS =
      Map.of(
          "label", "label",
          "display_name", "displayName",
          "user", "user",
          "auth_user", "authUser",
          "password", "password",
          "registrar", "registrar.host",
          "port", "registrar.port",
          "transport", "registrar.transport",
          "expires", "expires",
          "voicemail", "voicemail");
  private static final Map<String, String> COLUMNS = columns();

  private final DeviceReader reader;
  private final List<CsvColumn> columns;

  CsvRowReader(DeviceReader reader, List<CsvColumn> columns) {
    this.reader = reader;
    this.columns = columns;
  }

  private static Map<String, String> columns() {
    Map<String, String> columns = new HashMap<>();
    FIELDS.forEach((column, field) -> columns.put(field, column));
    columns.put("username", CsvColumn.USERNAME);
    columns.put("armedUntil", CsvColumn.UNTIL);
    return columns;
  }

  /** What a row says; a cell that is empty says nothing. */
  FleetEntry read(List<String> row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Map<Integer, ObjectNode> lines = new TreeMap<>();
    Map<String, String> access = new HashMap<>();
    for (int i = 0; i < row.size(); i++) {
      CsvColumn column = columns.get(i);
      String cell = CsvCells.read(checked(column, row.get(i)));
      if (cell.isEmpty()) {
        continue;
      }
      if (column.line() > 0) {
        ObjectNode line = lines.computeIfAbsent(column.line(), CsvRowReader::line);
        put(line, column, cell);
      } else if (CsvColumn.OF_DEVICE.contains(column.name())) {
        json.put(column.name(), cell);
      } else {
        access.put(column.name(), cell);
      }
    }
    json.putArray("lines").addAll(lines.values());
    try {
      return entry(reader.created(Json.of(json, "")), access);
    } catch (InvalidValueException e) {
      throw e.at(column(e.field(), new ArrayList<>(lines.keySet())));
    }
  }

  private static ObjectNode line(int number) {
    return JsonNodeFactory.instance.objectNode().put("number", number);
  }

  private static String checked(CsvColumn column, String cell) {
    // everywhere else it would be read as a question mark, also in a password
    if (cell.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw InvalidValueException.ofSecret(column.name(), "UTF-8: save the file as CSV in UTF-8");
    }
    return cell;
  }

  private static void put(ObjectNode line, CsvColumn column, String cell) {
    switch (column.field()) {
      case "port" -> registrar(line).put("port", number(column, cell));
      case "expires" -> line.put("expires", number(column, cell));
      case "registrar" -> registrar(line).put("host", cell);
      case "transport" -> registrar(line).put("transport", cell);
      default -> line.put(FIELDS.get(column.field()), cell);
    }
  }

  private static ObjectNode registrar(ObjectNode line) {
    return line.withObject("/registrar");
  }

  private static int number(CsvColumn column, String cell) {
    try {
      return Integer.parseInt(cell);
    } catch (NumberFormatException e) {
      throw InvalidValueException.of(column.name(), "a whole number", cell);
    }
  }

  private static FleetEntry entry(Device device, Map<String, String> access) {
    Optional<String> until = Optional.ofNullable(access.get(CsvColumn.UNTIL));
    return new FleetEntry(
        device,
        credential(device, access),
        isAllowed(access.getOrDefault(CsvColumn.ALLOW, "no")),
        until.map(CsvRowReader::instant));
  }

  private static Optional<Credential> credential(Device device, Map<String, String> access) {
    String password = access.get(CsvColumn.PASSWORD);
    String username = access.get(CsvColumn.USERNAME);
    if (password == null) {
      if (username != null) {
        throw InvalidValueException.of(
            CsvColumn.PASSWORD, "given with " + CsvColumn.USERNAME, "nothing");
      }
      return Optional.empty();
    }
    String name = username == null ? device.identity().mac().toString() : username;
    return Optional.of(Credential.of(name, password));
  }

  private static boolean isAllowed(String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw InvalidValueException.of(CsvColumn.ALLOW, "yes or no", cell);
    };
  }

  private static Instant instant(String cell) {
    try {
      return Instant.parse(cell);
    } catch (DateTimeException e) {
      throw InvalidValueException.of(
          CsvColumn.UNTIL, "in ISO 8601, such as 2026-12-01T00:00:00Z", cell);
    }
  }

  /** The column of what a device, a line or a credential complains of. */
  static String column(String field, List<Integer> lines) {
    Matcher path = PATH.matcher(field);
    if (path.matches()) {
      int line = lines.get(Integer.parseInt(path.group(1)));
      String within = Optional.ofNullable(path.group(2)).orElse("");
      return CsvColumn.ofLine(
          line,
          COLUMNS.getOrDefault(within, within.startsWith("registrar") ? "registrar" : "user"));
    }
    return field.equals("password") ? CsvColumn.PASSWORD : COLUMNS.getOrDefault(field, field);
  }
}
