package org.latchkey.error;

/**
 * A configuration cannot be written, because one of its values does not fit the brand's grammar.
 * Nothing was stored, delivered or consumed.
 *
 * @since 1.0
 */
public final class RenderException extends LatchkeyException {
  private static final long serialVersionUID = 1L;

  /** The layer that set the value. */
  private final String layer;

  /** The parameter's name. */
  private final String parameter;

  /**
   * Creates the exception.
   *
   * @param layer the layer that set the value, such as {@code device}
   * @param parameter the parameter's name
   * @param problem what the grammar cannot carry; never the value of a secret
   */
  public RenderException(String layer, String parameter, String problem) {
    super(parameter + " (set by " + layer + "): " + problem);
    this.layer = layer;
    this.parameter = parameter;
  }

  /**
   * Names the layer that set the value.
   *
   * @return the layer's name
   */
  public String layer() {
    return layer;
  }

  /**
   * Names the parameter.
   *
   * @return the parameter's native or neutral name
   */
  public String parameter() {
    return parameter;
  }
}
