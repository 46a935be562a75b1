package org.latchkey.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An ordered list of native parameters with their origin: a configuration before it is bytes. A
 * name may stand in it several times, since some brands have parameters that are commands.
 *
 * <p>Instances are immutable and safe for use by many threads.
 *
 * @param list the parameters in the order in which they are written
 * @since 1.0
 */
public record Parameters(List<Parameter> list) {
  /**
   * Copies the list.
   *
   * @param list the parameters
   */
  public Parameters {
    list = List.copyOf(list);
  }

  /**
   * Begins an empty list.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * These parameters with others laid over them: where a name exists, all of its parameters give
   * way to the new one in the place of the first; other names are added at the end.
   *
   * @param stronger what is laid over
   * @return the merged list
   */
  public Parameters overlaidBy(Parameters stronger) {
    Map<String, List<Parameter>> over = new LinkedHashMap<>();
    for (Parameter parameter : stronger.list) {
      over.computeIfAbsent(parameter.name(), name -> new ArrayList<>(1)).add(parameter);
    }
    Set<String> placed = new HashSet<>();
    List<Parameter> merged = new ArrayList<>(list.size() + stronger.list.size());
    for (Parameter parameter : list) {
      @Nullable List<Parameter> instead = over.get(parameter.name());
      if (instead == null) {
        merged.add(parameter);
      } else if (placed.add(parameter.name())) {
        merged.addAll(instead);
      }
    }
    over.keySet().removeAll(placed);
    over.values().forEach(merged::addAll);
    return new Parameters(merged);
  }

  /**
   * These parameters without some, and others at the end: how reserved parameters are written last.
   *
   * @param dropped which names are left out
   * @param last what comes last
   * @return the merged list
   */
  public Parameters replacing(Predicate<String> dropped, Parameters last) {
    List<Parameter> merged = new ArrayList<>(list.size() + last.list.size());
    for (Parameter parameter : list) {
      if (!dropped.test(parameter.name())) {
        merged.add(parameter);
      }
    }
    merged.addAll(last.list);
    return new Parameters(merged);
  }

  /**
   * These parameters as they may be shown.
   *
   * @return the list with secret values masked
   */
  public Parameters masked() {
    return new Parameters(list.stream().map(Parameter::masked).toList());
  }

  /** Collects parameters in order. Not safe for use by several threads. */
  public static final class Builder {
    private final List<Parameter> list = new ArrayList<>();

    private Builder() {}

    /**
     * Adds a parameter.
     *
     * @param name its native name
     * @param value its value
     * @param origin the layer that set it
     * @return this builder
     */
    public Builder add(String name, String value, Layer origin) {
      list.add(new Parameter(name, value, origin, false));
      return this;
    }

    /**
     * Adds a number.
     *
     * @param name its native name
     * @param value its value, written in decimal
     * @param origin the layer that set it
     * @return this builder
     */
    public Builder add(String name, long value, Layer origin) {
      return add(name, Long.toString(value), origin);
    }

    /**
     * Adds a parameter that previews mask.
     *
     * @param name its native name
     * @param value its value
     * @param origin the layer that set it
     * @return this builder
     */
    public Builder addSecret(String name, String value, Layer origin) {
      list.add(new Parameter(name, value, origin, true));
      return this;
    }

    /**
     * Ends the list.
     *
     * @return the parameters
     */
    public Parameters build() {
      return new Parameters(list);
    }
  }
}
