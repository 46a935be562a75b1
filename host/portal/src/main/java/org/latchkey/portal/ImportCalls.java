package org.latchkey.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.latchkey.admin.Administration;
import org.latchkey.admin.FleetAdministration;
import org.latchkey.admin.FleetEntry;
import org.latchkey.caller.Caller;
import org.latchkey.device.Line;
import org.latchkey.device.MacAddress;
import org.latchkey.error.AlreadyExistsException;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.LatchkeyException;
import org.latchkey.error.LostRaceException;
import org.latchkey.error.NotFoundException;
import org.latchkey.error.SealException;
import org.latchkey.error.StateConflictException;
import org.latchkey.error.StoreException;
import org.latchkey.portal.CsvTable.MalformedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /devices:import}: enters the phones of a CSV while it arrives, a few rows at a time.
 * A row that is refused changes nothing and stops nobody.
 */
final class ImportCalls implements Calls {
  private static final Logger LOG = LoggerFactory.getLogger(ImportCalls.class);

  /** RFC 7111 section 5.1; a CSV without a header row is not for us. */
  private static final Pattern MEDIA_TYPE =
      Pattern.compile(
          "text/csv(?:\\s*+;\\s*+(?:charset=\"?utf-8\"?|header=\"?present\"?))*+\\s*+;?",
          Pattern.CASE_INSENSITIVE);

  private final Administration administration;
  private final FleetAdministration fleet;
  private final DeviceReader reader;

  ImportCalls(Administration administration, DeviceReader reader) {
    this.administration = administration;
    this.fleet = administration.fleet();
    this.reader = reader;
  }

  /** One import under way. */
  private final class Run {
    private final Caller caller;
    private final boolean dryRun;
    private final ImportReport report = new ImportReport();
    private final ImportProgress progress;
    private final Lanes lanes;

    /** Devices that would be there by now. */
    private final Set<MacAddress> seen = ConcurrentHashMap.newKeySet();

    Run(Caller caller, boolean dryRun, Lanes lanes) {
      this.caller = caller;
      this.lanes = lanes;
      this.dryRun = dryRun;
      this.progress = new ImportProgress(caller, dryRun, System::nanoTime);
    }

    void read(CsvTable table) throws IOException {
      try {
        boolean any = table.next(CsvColumn.most());
        List<CsvColumn> columns = CsvColumn.header(any ? table.cells() : List.of());
        CsvRowReader rows = new CsvRowReader(reader, columns);
        while (!report.isStopped() && table.next(columns.size())) {
          if (!table.isBlank()) {
            row(table, columns.size(), rows);
            progress.row(report);
          }
        }
        lanes.await();
      } catch (MalformedException e) {
        lanes.await();
        report.stopped(
            table.line(),
            "malformed",
            "must be CSV: a quote is not closed or has text behind it, or a cell has more than "
                + CsvTable.LONGEST_CELL
                + " characters; nothing after this row was read");
      }
    }

    private void row(CsvTable table, int columns, CsvRowReader rows) {
      int line = table.line();
      if (table.count() != columns) {
        String message = "must have " + columns + " cells as the header has, was " + table.count();
        report.failed(line, "", "cells", message);
        return;
      }
      FleetEntry entry;
      try {
        entry = rows.read(table.cells());
      } catch (InvalidValueException e) {
        report.failed(line, e.field(), "invalid", e.problem());
        return;
      }
      // of two rows of one device the first counts
      lanes.run(entry.device().identity().mac(), () -> row(line, entry));
    }

    private void row(int line, FleetEntry entry) {
      if (report.isStopped()) {
        return;
      }
      try {
        enter(entry);
        report.entered();
      } catch (InvalidValueException e) {
        report.failed(line, e.field(), "invalid", e.problem());
      } catch (NotFoundException e) {
        report.failed(line, "domain", "not_found", message(e));
      } catch (AlreadyExistsException e) {
        report.failed(line, "mac", "exists", message(e));
      } catch (StateConflictException | LostRaceException e) {
        report.failed(line, "mac", "conflict", message(e));
      } catch (StoreException | SealException e) {
        LOG.warn("an import stopped", e);
        report.stopped(
            line,
            "unavailable",
            "a store failed, so it is not known whether this row and those near it were entered:"
                + " send the file again");
      }
    }

    private void enter(FleetEntry entry) {
      try {
        if (dryRun) {
          fleet.check(caller, entry);
          MacAddress mac = entry.device().identity().mac();
          if (!seen.add(mac)) {
            throw new AlreadyExistsException("device " + mac + " is in a row before");
          }
        } else {
          fleet.enter(caller, entry);
        }
      } catch (InvalidValueException e) {
        List<Integer> lines = entry.device().lines().stream().map(Line::number).toList();
        throw e.at(CsvRowReader.column(e.field(), lines));
      }
    }
  }

  @Override
  public Optional<String> methods(String[] path) {
    return path.length == 1
        ? Optional.of(administration.canEdit() ? "POST" : "")
        : Optional.empty();
  }

  @Override
  public Reply call(Caller caller, HttpServletRequest request, String[] path) {
    fleet.demandEntry(caller);
    String type = request.getContentType();
    if (type != null && !MEDIA_TYPE.matcher(type.strip()).matches()) {
      throw new HttpProblem(415, "send text/csv in UTF-8");
    }
    boolean dryRun = UrlQuery.flag(request, "dryRun");
    try (Lanes lanes = new Lanes()) {
      Run run = new Run(caller, dryRun, lanes);
      try (CsvTable table = CsvTable.open(request.getInputStream())) {
        run.read(table);
      } catch (IOException e) {
        lanes.await();
        throw new HttpProblem(400, "the body ended early; rows that were read are entered");
      } finally {
        run.progress.ended(run.report);
      }
      return Reply.of(run.report.json(dryRun));
    }
  }

  private static String message(LatchkeyException e) {
    return String.valueOf(e.getMessage());
  }
}
