package org.latchkey.testkit.cisco;

import java.util.List;
import java.util.stream.IntStream;

/** Reads the lines out of a configuration. */
final class Lines {
  private final Memory memory;
  private final CiscoModel model;

  Lines(Memory memory, CiscoModel model) {
    this.memory = memory;
    this.model = model;
  }

  /** Lines with a SIP user; those beyond what the model has do not exist for it. */
  List<Line> all() {
    return IntStream.rangeClosed(1, model.lines())
        .mapToObj(this::line)
        .filter(l -> !l.user().isEmpty())
        .toList();
  }

  private Line line(int n) {
    boolean ownAuth =
        model.family().multiplatform() || memory.get("Use_Auth_ID_" + n + "_").equals("Yes");
    String enable = memory.get("Line_Enable_" + n + "_");
    return new Line(
        n,
        enable.isEmpty() || enable.equals("Yes"),
        memory.get("User_ID_" + n + "_"),
        ownAuth ? memory.get("Auth_ID_" + n + "_") : "",
        memory.get("Display_Name_" + n + "_"),
        memory.get("Proxy_" + n + "_"),
        memory.get("SIP_Transport_" + n + "_"));
  }
}
