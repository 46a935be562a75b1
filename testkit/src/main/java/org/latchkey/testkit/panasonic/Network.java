package org.latchkey.testkit.panasonic;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What the phone is told outside its configuration; it stays when the phone is reset. */
final class Network {
  private final Map<Source, String> offers = new EnumMap<>(Source.class);
  private String bootFile = "";

  void offer(Source source, String url) {
    offers.put(source, url);
  }

  void bootFile(String name) {
    bootFile = name;
  }

  void silence() {
    offers.clear();
    bootFile = "";
  }

  /** The whole address that a source stands for. */
  Optional<String> address(Source source) {
    String file = bootFile.isEmpty() ? Addresses.MODEL_FILE : bootFile;
    return Optional.ofNullable(offers.get(source)).map(u -> Addresses.bootstrap(source, u, file));
  }
}
