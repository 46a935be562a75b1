package org.latchkey.testkit.polycom;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines out of the parameters. */
record Registrations(Map<String, String> parameters) {
  private static final Pattern ADDRESS = Pattern.compile("reg\\.([1-9]\\d?)\\.address");

  /** A line without address does not exist. */
  List<Registration> all() {
    return parameters.keySet().stream()
        .map(ADDRESS::matcher)
        .filter(Matcher::matches)
        .map(m -> Integer.valueOf(m.group(1)))
        .filter(n -> text("reg." + n + ".address").isPresent())
        .sorted()
        .map(this::registration)
        .toList();
  }

  private Registration registration(int n) {
    String own = "reg." + n + ".";
    String address = text(own + "address").orElse("");
    return new Registration(
        n,
        address,
        text(own + "label").orElse(address.replaceFirst("@.*", "")),
        text(own + "displayName").orElse(""),
        text(own + "auth.userId").orElse(""),
        server(n, "address").orElse(""),
        server(n, "port").map(p -> Numbers.within(p, 0, 65535).orElse(0)).orElse(0),
        server(n, "transport").orElse("DNSnaptr"));
  }

  /** A line without server uses the phone-wide one. */
  private Optional<String> server(int n, String leaf) {
    String own = "reg." + n + ".server.1.";
    boolean named = text(own + "address").isPresent();
    return text((named ? own : "voIpProt.server.1.") + leaf);
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(v -> !v.isEmpty());
  }
}
