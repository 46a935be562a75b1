package org.latchkey.portal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What became of the rows of an import. Of errors so many are listed, the rest is counted. */
final class ImportReport {
  static final int MOST_LISTED = 1_000;

  private final ArrayNode errors = JsonNodeFactory.instance.arrayNode();
  private long rows;
  private long entered;
  private long failed;
  private int stoppedAt;

  void entered() {
    rows++;
    entered++;
  }

  void failed(int line, String column, String code, String message) {
    rows++;
    failed++;
    if (errors.size() < MOST_LISTED) {
      ObjectNode error = errors.addObject().put("line", line);
      if (column.isEmpty()) {
        error.putNull("column");
      } else {
        error.put("column", column);
      }
      error.put("code", code).put("message", message);
    }
  }

  /** A row after which nothing was read. */
  void stopped(int line, String code, String message) {
    failed(line, "", code, message);
    stoppedAt = line;
  }

  /** For people. */
  String counts() {
    return rows + " rows, " + entered + " entered, " + failed + " failed";
  }

  ObjectNode json(boolean dryRun) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("dryRun", dryRun).put("rows", rows).put("entered", entered).put("failed", failed);
    node.set("errors", errors);
    node.put("unlisted", failed - errors.size());
    if (stoppedAt > 0) {
      node.put("stoppedAt", stoppedAt);
    } else {
      node.putNull("stoppedAt");
    }
    return node;
  }
}
