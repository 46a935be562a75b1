package org.latchkey.config;

/**
 * One native parameter of a configuration.
 *
 * @param name its name in the brand's own words
 * @param value its value, as the brand's writer will write it
 * @param origin the layer that set it
 * @param secret whether the value must be masked in previews
 * @since 1.0
 */
public record Parameter(String name, String value, Layer origin, boolean secret) {
  /** What stands for a secret in previews. */
  public static final String MASK = "********";

  /**
   * The same parameter with its value masked if it is secret.
   *
   * @return a parameter that may be shown
   */
  public Parameter masked() {
    return secret ? new Parameter(name, MASK, origin, true) : this;
  }

  /** Tells everything but a secret value. */
  @Override
  public String toString() {
    return name + " = " + (secret ? MASK : value) + " (" + origin.label() + ")";
  }
}
