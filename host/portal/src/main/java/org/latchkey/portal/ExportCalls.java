package org.latchkey.portal;

import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.latchkey.admin.Administration;
import org.latchkey.admin.FleetAdministration;
import org.latchkey.admin.FleetEntry;
import org.latchkey.caller.Caller;
import org.latchkey.device.MacAddress;
import org.latchkey.spi.DeviceCatalogue.Query;

/** {@code GET /devices:export}: the devices that a caller sees as a CSV (RFC 4180). */
final class ExportCalls implements Calls {
  private static final int PAGE = 500;
  private static final CsvFactory CSV =
      CsvFactory.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();
  private static final CsvSchema FORM = CsvSchema.emptySchema().withLineSeparator("\r\n");

  private final Administration administration;
  private final FleetAdministration fleet;

  ExportCalls(Administration administration) {
    this.administration = administration;
    this.fleet = administration.fleet();
  }

  @Override
  public Optional<String> methods(String[] path) {
    return path.length == 1 ? Optional.of(administration.canList() ? "GET" : "") : Optional.empty();
  }

  @Override
  public Reply call(Caller caller, HttpServletRequest request, String[] path) {
    boolean secrets = UrlQuery.flag(request, "secrets");
    Query all =
        new Query(
            UrlQuery.text(request, "query").orElse(""),
            UrlQuery.text(request, "reseller"),
            UrlQuery.text(request, "domain"),
            UrlQuery.text(request, "brand"),
            Optional.empty(),
            PAGE);
    CsvRowWriter rows = new CsvRowWriter(fleet.highestLine(caller, all), secrets);
    return Reply.stream(out -> write(out, rows, caller, all, secrets))
        .with("Content-Type", "text/csv; charset=UTF-8; header=present")
        .with("Content-Disposition", "attachment; filename=\"devices.csv\"");
  }

  private void write(OutputStream out, CsvRowWriter rows, Caller caller, Query all, boolean secrets)
      throws IOException {
    OutputStreamWriter encoded = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    // not closed if something fails: an answer that is not whole must not end like one that is
    CsvGenerator csv = CSV.createGenerator(encoded);
    csv.setSchema(FORM);
    csv.writeStartArray();
    row(csv, rows.header());
    List<FleetEntry> page = fleet.export(caller, all, secrets);
    while (!page.isEmpty()) {
      for (FleetEntry entry : page) {
        row(csv, rows.row(entry).orElseThrow(ExportCalls::changed));
      }
      Optional<MacAddress> last = Optional.of(page.get(page.size() - 1).device().identity().mac());
      page = fleet.export(caller, after(all, last), secrets);
    }
    csv.writeEndArray();
    csv.close();
  }

  private static HttpProblem changed() {
    return new HttpProblem(503, "a line was added that has no columns: export again");
  }

  private static Query after(Query all, Optional<MacAddress> mac) {
    return new Query(all.text(), all.reseller(), all.domain(), all.brand(), mac, all.limit());
  }

  private static void row(CsvGenerator csv, List<String> cells) throws IOException {
    csv.writeStartArray();
    for (String cell : cells) {
      csv.writeString(cell);
    }
    csv.writeEndArray();
  }
}
