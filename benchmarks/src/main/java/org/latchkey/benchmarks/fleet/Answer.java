package org.latchkey.benchmarks.fleet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An answer over HTTP. */
final class Answer {
  private static final String END = "\r\n";

  private final int status;
  private final String head;
  private final byte[] body;

  /**
   * @param head status line and header lines, without the empty line behind them
   * @param body what follows; not copied
   */
  Answer(int status, String head, byte[] body) {
    this.status = status;
    this.head = head;
    this.body = body;
  }

  int status() {
    return status;
  }

  String head() {
    return head;
  }

  byte[] body() {
    return body;
  }

  /** All header lines. */
  List<String> lines() {
    return List.of(head.substring(head.indexOf(END) + END.length()).split(END, -1));
  }

  List<String> values(String name) {
    List<String> values = new ArrayList<>();
    for (int at = head.indexOf(END); at >= 0; at = head.indexOf(END, at + 1)) {
      int start = at + END.length();
      int colon = start + name.length();
      if (head.regionMatches(true, start, name, 0, name.length())
          && colon < head.length()
          && head.charAt(colon) == ':') {
        int end = head.indexOf(END, start);
        values.add(head.substring(colon + 1, end < 0 ? head.length() : end).strip());
      }
    }
    return values;
  }

  Optional<String> value(String name) {
    return values(name).stream().findFirst();
  }

  boolean holds(String text) {
    return new String(body, StandardCharsets.ISO_8859_1).contains(text);
  }
}
