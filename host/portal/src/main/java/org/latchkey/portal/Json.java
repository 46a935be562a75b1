package org.latchkey.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.latchkey.error.InvalidValueException;

/**
 * One JSON object, read strictly: unknown fields, wrong types and missing values are told by path.
 */
final class Json {
  private final ObjectNode node;
  private final String path;

  Json(ObjectNode node, String path) {
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
        throw InvalidValueException.of(at(name), "one of " + String.join(", ", known), name);
      }
    }
    return this;
  }

  boolean has(String name) {
    return node.has(name);
  }

  String text(String name) {
    return optionalText(name)
        .orElseThrow(() -> InvalidValueException.of(at(name), "given", "nothing"));
  }

  Optional<String> optionalText(String name) {
    return optional(name)
        .map(
            value -> {
              if (!value.isTextual()) {
                throw InvalidValueException.of(at(name), "a text", value.getNodeType());
              }
              return value.asText();
            });
  }

  Optional<Integer> number(String name) {
    return optional(name)
        .map(
            value -> {
              if (!value.isInt()) {
                throw InvalidValueException.of(at(name), "a whole number", value);
              }
              return value.asInt();
            });
  }

  boolean flag(String name, boolean otherwise) {
    return optional(name)
        .map(
            value -> {
              if (!value.isBoolean()) {
                throw InvalidValueException.of(at(name), "true or false", value);
              }
              return value.asBoolean();
            })
        .orElse(otherwise);
  }

  Optional<Json> object(String name) {
    return optional(name).map(value -> of(value, at(name)));
  }

  <T> List<T> objects(String name, Function<Json, T> read) {
    return list(name, (value, place) -> read.apply(of(value, place)));
  }

  List<String> texts(String name) {
    return list(
        name,
        (value, place) -> {
          if (!value.isTextual()) {
            throw InvalidValueException.of(place, "a text", value.getNodeType());
          }
          return value.asText();
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
    return path.isEmpty() ? name : path + "." + name;
  }
}
