package org.latchkey.portal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.latchkey.admin.FleetEntry;
import org.latchkey.device.Device;
import org.latchkey.device.Line;
import org.latchkey.secret.Secret;
import org.latchkey.secret.SecretAccess;

/** Writes a device as a row of a CSV that {@link CsvRowReader} makes the same device of. */
final class CsvRowWriter {
  private final int lines;
  private final boolean secrets;

  /**
   * Rows of one table.
   *
   * @param lines how many lines it has columns for
   * @param secrets whether passwords are written; their cells are empty otherwise
   */
  CsvRowWriter(int lines, boolean secrets) {
    this.lines = lines;
    this.secrets = secrets;
  }

  List<String> header() {
    return CsvColumn.names(lines);
  }

  /** The cells of a device; empty if it has a line for which there is no column. */
  Optional<List<String>> row(FleetEntry entry) {
    Device device = entry.device();
    Map<Integer, Line> numbered = new TreeMap<>();
    device.lines().forEach(line -> numbered.put(line.number(), line));
    List<String> cells = new ArrayList<>();
    cells.add(device.identity().mac().toString());
    cells.add(device.identity().brand());
    cells.add(device.identity().model());
    cells.add(device.identity().owner().domain());
    cells.add(device.identity().owner().reseller());
    cells.add(device.serial().orElse(""));
    cells.add(device.pin().orElse(""));
    cells.add(device.notes());
    for (int number = 1; number <= lines; number++) {
      Line line = numbered.remove(number);
      cells.addAll(line == null ? Collections.nCopies(CsvColumn.OF_LINE.size(), "") : cells(line));
    }
    cells.add(entry.held().map(held -> held.username()).orElse(""));
    cells.add(entry.held().map(held -> clear(held.password())).orElse(""));
    cells.add(entry.armed() ? "yes" : "no");
    cells.add(entry.armedUntil().map(Object::toString).orElse(""));
    return numbered.isEmpty()
        ? Optional.of(cells.stream().map(CsvCells::written).toList())
        : Optional.empty();
  }

  private List<String> cells(Line line) {
    return List.of(
        line.label(),
        line.displayName(),
        line.user(),
        line.authUser(),
        clear(line.password()),
        line.registrar().host(),
        String.valueOf(line.registrar().port()),
        DeviceReader.word(line.registrar().transport()),
        String.valueOf(line.expires()),
        line.voicemail().orElse(""));
  }

  private String clear(Secret secret) {
    return secrets ? secret.reveal(SecretAccess.granted()) : "";
  }
}
