package org.latchkey.testkit.grandstream;

import java.util.Arrays;
import java.util.List;

/** A place in the list of files that a phone asks for. */
enum Slot {
  /** Binary file of the old kind. */
  BINARY("cfg<mac>"),
  /** The same under the other spelling of the guide of 2023. */
  BINARY_BIN("cfg<mac>.bin"),
  /** The phone's own XML file. */
  OWN_XML("cfg<mac>.xml"),
  /** XML file of the model. */
  MODEL_XML("cfg<model>.xml"),
  /** XML file of all phones. */
  COMMON_XML("cfg.xml");

  private final String pattern;

  Slot(String pattern) {
    this.pattern = pattern;
  }

  /** Reads a list as P8501 spells it; names it does not know are left out. */
  static List<Slot> list(String text) {
    return Arrays.stream(text.split(";", -1))
        .flatMap(name -> Arrays.stream(values()).filter(s -> s.pattern.equals(name.strip())))
        .toList();
  }

  boolean binary() {
    return this == BINARY || this == BINARY_BIN;
  }

  String file(String mac, String model) {
    return pattern.replace("<mac>", mac).replace("<model>", model);
  }
}
