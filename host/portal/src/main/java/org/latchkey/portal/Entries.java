package org.latchkey.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.latchkey.device.Entry;

/** Reads and writes overrides and the entries of layers. Secret values are written, never read. */
final class Entries {
  private static final Set<String> KNOWN = Set.of("parameter", "value", "valueSet", "description");

  private final Predicate<String> secret;

  /**
   * Entries of one installation.
   *
   * @param secret whether the value of a parameter must not be shown
   */
  Entries(Predicate<String> secret) {
    this.secret = secret;
  }

  ObjectNode write(Entry entry) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("parameter", entry.parameter());
    if (secret.test(entry.parameter())) {
      node.put("valueSet", !entry.value().isEmpty());
    } else {
      node.put("value", entry.value());
    }
    return node.put("description", entry.description());
  }

  /** Reads an entry; a secret about which the body says nothing keeps its former value. */
  Entry read(Json json, List<Entry> former) {
    json.only(KNOWN);
    return json.build(
        () -> {
          String parameter = json.text("parameter");
          return new Entry(
              parameter,
              kept(json, parameter, former).orElseGet(() -> json.text("value")),
              json.optionalText("description").orElse(""));
        });
  }

  private Optional<String> kept(Json json, String parameter, List<Entry> former) {
    if (json.has("value")) {
      return Optional.empty();
    }
    return former.stream()
        .filter(entry -> entry.parameter().equals(parameter))
        .map(Entry::value)
        .filter(value -> secret.test(parameter))
        .findFirst();
  }
}
