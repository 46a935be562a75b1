package org.latchkey.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.latchkey.error.InvalidValueException;

/**
 * One JSON object, read strictly: unknown fields, wrong types and missing values are told by path.
 */
final class Json {
  private static final int LONGEST_NAME = 64;

  private final ObjectNode node;
  private final String path;

  private Json(ObjectNode node, String path) {
    this.node = node;
    this.path = path;
  }

  static Json of(JsonNode node, String path) {
    if (node instanceof ObjectNode object) {
      return new Json(object, path);
    }
    throw InvalidValueException.of(path.isEmpty() ? "body" : path, "an object", node.getNodeType());
  }

  /** Refuses fields that mean nothing here. */
  Json only(Set<String> known) {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw InvalidValueException.ofSecret(at(name), allowed(known));
      }
    }
    return this;
  }

  private static String allowed(Set<String> known) {
    return known.isEmpty() ? "left out" : "one of " + String.join(", ", new TreeSet<>(known));
  }

  boolean has(String name) {
    return node.has(name);
  }

  String text(String name) {
    return optionalText(name)
        .orElseThrow(() -> InvalidValueException.of(at(name), "given", "nothing"));
  }

  Optional<String> optionalText(String name) {
    return optional(name).map(value -> text(value, at(name)));
  }

  private static String text(JsonNode value, String place) {
    if (!value.isTextual()) {
      throw InvalidValueException.of(place, "a text", value.getNodeType());
    }
    String text = value.asText();
    // an escape may name half a character (RFC 8259 section 8.2)
    if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw InvalidValueException.ofSecret(place, "a text of whole characters");
    }
    return text;
  }

  Optional<Integer> number(String name) {
    return optional(name)
        .map(
            value -> {
              if (!value.isInt()) {
                throw InvalidValueException.of(at(name), "a whole number", shown(value));
              }
              return value.asInt();
            });
  }

  boolean flag(String name, boolean otherwise) {
    return optional(name)
        .map(
            value -> {
              if (!value.isBoolean()) {
                throw InvalidValueException.of(at(name), "true or false", shown(value));
              }
              return value.asBoolean();
            })
        .orElse(otherwise);
  }

  /** What may be repeated of a value of the wrong type: a password may have slipped there. */
  private static Object shown(JsonNode value) {
    return value.isNumber() || value.isBoolean() ? value : value.getNodeType();
  }

  Optional<Json> object(String name) {
    return optional(name).map(value -> of(value, at(name)));
  }

  <T> List<T> objects(String name, Function<Json, T> read) {
    return list(name, (value, place) -> read.apply(of(value, place)));
  }

  /** A list of texts, each read as something whose complaint is told by its path. */
  <T> List<T> texts(String name, Function<String, T> read) {
    return list(
        name,
        (value, place) -> {
          String text = text(value, place);
          try {
            return read.apply(text);
          } catch (InvalidValueException e) {
            throw e.at(place);
          }
        });
  }

  private <T> List<T> list(String name, BiFunction<JsonNode, String, T> read) {
    List<T> all = new ArrayList<>();
    optional(name)
        .ifPresent(
            value -> {
              if (!value.isArray()) {
                throw InvalidValueException.of(at(name), "a list", value.getNodeType());
              }
              for (int i = 0; i < value.size(); i++) {
                all.add(read.apply(value.get(i), at(name) + "[" + i + "]"));
              }
            });
    return all;
  }

  /** Builds a value whose own complaints are told by their path in the body. */
  <T> T build(Supplier<T> builder) {
    try {
      return builder.get();
    } catch (InvalidValueException e) {
      boolean whole = path.isEmpty() || e.field().startsWith(path);
      throw whole ? e : e.under(path);
    }
  }

  private Optional<JsonNode> optional(String name) {
    return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
  }

  private String at(String name) {
    return path(path, name);
  }

  /** The path of a field; names that nobody knows may be long, and are cut. */
  static String path(String before, String name) {
    String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
    return before.isEmpty() ? shown : before + "." + shown;
  }
}
