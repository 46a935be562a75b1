package org.latchkey.testkit.cisco;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the network's DHCP server offers, and what a phone makes of it. */
final class Dhcp {
  private static final Pattern VALUE = Pattern.compile("\\s*(\\[[^\\]]*\\])?\\s*(.*?)/?\\s*");
  private static final String SERIES = "/$PSN.xml";
  private static final String DEVICE = "/Cisco/$PN/$MA.cfg";

  private final Map<Integer, String> offers = new TreeMap<>();

  void offer(int option, String value) {
    offers.put(option, value);
  }

  /** The same offers, changed independently from now on. */
  Dhcp copy() {
    Dhcp copy = new Dhcp();
    copy.offers.putAll(offers);
    return copy;
  }

  void silent() {
    offers.clear();
  }

  /** The values of the options that the phone reads, in its order. */
  private List<String> read(Memory memory) {
    return Arrays.stream(memory.get("DHCP_Option_To_Use").split(",", -1))
        .map(String::strip)
        .filter(o -> o.matches("\\d{1,3}"))
        .map(o -> offers.getOrDefault(Integer.parseInt(o), ""))
        .filter(v -> !v.isBlank())
        .toList();
  }

  /** Rules to try one after the other; empty if the phone reads no option that is offered. */
  List<String> candidates(Memory memory) {
    List<String> rules = new ArrayList<>();
    for (String value : read(memory)) {
      if (memory.family().multiplatform()) {
        Arrays.stream(value.split(";", -1)).forEach(v -> rules.addAll(walk(v)));
      } else {
        rules.add(single(value, memory));
      }
    }
    return rules;
  }

  private static List<String> walk(String value) {
    Matcher matcher = VALUE.matcher(value);
    if (!matcher.matches() || matcher.group(2).isEmpty()) {
      return List.of();
    }
    String bracket = matcher.group(1) == null ? "" : matcher.group(1) + " ";
    String base = matcher.group(2);
    if (base.contains("://")) {
      return List.of(value.strip(), bracket + base + SERIES, bracket + base + DEVICE);
    }
    List<String> rules = new ArrayList<>();
    for (String scheme : List.of("tftp://", "http://", "https://")) {
      rules.add(bracket + scheme + base + SERIES);
      rules.add(bracket + scheme + base + DEVICE);
    }
    return rules;
  }

  /** Older phones: a whole address is a rule, a host gets the path of the factory's rule. */
  private static String single(String value, Memory memory) {
    return value.contains("://")
        ? value
        : scheme(memory) + value.strip() + memory.family().factoryRule();
  }

  /** The host of option 66, for rules without one; empty if there is none. */
  String base(Memory memory) {
    String value = offers.getOrDefault(66, "").split(";", -1)[0];
    Matcher matcher = VALUE.matcher(value);
    String text = matcher.matches() ? matcher.group(2) : "";
    if (text.isEmpty()) {
      return "";
    }
    int host = text.indexOf("://");
    int path = text.indexOf('/', host < 0 ? 0 : host + 3);
    String server = path < 0 ? text : text.substring(0, path);
    return host < 0 ? scheme(memory) + server : server;
  }

  private static String scheme(Memory memory) {
    String scheme = memory.get("Transport_Protocol");
    return (scheme.isEmpty() || scheme.equals("none") ? "tftp" : scheme) + "://";
  }
}
