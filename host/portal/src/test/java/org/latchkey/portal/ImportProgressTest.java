package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.latchkey.caller.Caller;

class ImportProgressTest {
  @RegisterExtension final Api api = new Api();

  private final Logs logs = new Logs();
  private long now = Long.MAX_VALUE - 1; // such a time may overflow

  @BeforeEach
  void listen() {
    logs.open();
  }

  @AfterEach
  void close() {
    logs.close();
  }

  private List<String> told() {
    return logs.lines(Level.INFO).stream()
        .filter(line -> line.contains("import of "))
        .map(line -> line.substring(line.indexOf("import of ")))
        .toList();
  }

  @Test
  void row_everyTenSeconds_isToldOnce() {
    ImportProgress progress = new ImportProgress(Caller.superUser("root"), true, () -> now);
    ImportReport report = new ImportReport();
    for (int second = 0; second < 25; second++) {
      report.entered();
      progress.row(report);
      now += Duration.ofSeconds(1).toNanos();
    }
    report.failed(27, "mac", "exists", "there");
    progress.ended(report);

    assertThat(told())
        .containsExactly(
            "import of root (dry run): so far, 11 rows, 11 entered, 0 failed, 10 s",
            "import of root (dry run): so far, 21 rows, 21 entered, 0 failed, 20 s",
            "import of root (dry run): in all, 26 rows, 25 entered, 1 failed, 25 s");
  }

  @Test
  void call_whateverItsEnd_isToldInTheLog() {
    String header = "mac,brand,model,domain,reseller\r\n";
    String row = Api.MAC + ",yealink,T46S,acme.example,west\r\n";

    api.call("POST", "/devices:import", header + row + row, "Content-Type", "text/csv").ok();
    api.call("POST", "/devices:import", "nothing\r\n", "Content-Type", "text/csv");

    assertThat(told())
        .containsExactly(
            "import of root: in all, 2 rows, 1 entered, 1 failed, 0 s",
            "import of root: in all, 0 rows, 0 entered, 0 failed, 0 s");
  }
}
