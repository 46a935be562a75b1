package org.latchkey.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What became of the rows of an import. Of errors so many are listed, in the order of the file, and
 * the rest is counted. Safe for use by many threads.
 */
final class ImportReport {
  static final int MOST_LISTED = 1_000;

  private final List<ObjectNode> errors = new ArrayList<>();
  private long rows;
  private long entered;
  private long failed;
  private int stoppedAt;

  synchronized void entered() {
    rows++;
    entered++;
  }

  synchronized void failed(int line, String column, String code, String message) {
    rows++;
    failed++;
    if (errors.size() < MOST_LISTED) {
      ObjectNode error = JsonNodeFactory.instance.objectNode().put("line", line);
      errors.add(error);
      if (column.isEmpty()) {
        error.putNull("column");
      } else {
        error.put("column", column);
      }
      error.put("code", code).put("message", message);
    }
  }

  /** A row after which nothing was read; of several, the first. */
  synchronized void stopped(int line, String code, String message) {
    if (stoppedAt == 0) {
      failed(line, "", code, message);
      stoppedAt = line;
    }
  }

  synchronized boolean isStopped() {
    return stoppedAt > 0;
  }

  /** For people. */
  synchronized String counts() {
    return rows + " rows, " + entered + " entered, " + failed + " failed";
  }

  synchronized ObjectNode json(boolean dryRun) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("dryRun", dryRun).put("rows", rows).put("entered", entered).put("failed", failed);
    errors.sort(Comparator.comparingInt(error -> error.path("line").asInt()));
    node.putArray("errors").addAll(errors);
    node.put("unlisted", failed - errors.size());
    if (stoppedAt > 0) {
      node.put("stoppedAt", stoppedAt);
    } else {
      node.putNull("stoppedAt");
    }
    return node;
  }
}
