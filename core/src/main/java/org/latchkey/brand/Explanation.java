package org.latchkey.brand;

import java.util.List;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameter;

/**
 * Why a configuration is as it is. May hold secrets until it is {@linkplain #masked masked}.
 *
 * @param parameters all that is written, in that order
 * @param remarks what was said about the phone and cannot be written as it was said
 * @since 1.0
 */
public record Explanation(List<Explained> parameters, List<Remark> remarks) {
  /**
   * Copies the lists.
   *
   * @param parameters all that is written
   * @param remarks what cannot be written
   */
  public Explanation {
    parameters = List.copyOf(parameters);
    remarks = List.copyOf(remarks);
  }

  /**
   * One parameter and its history.
   *
   * @param parameter what is written, and the layer that says so
   * @param overrode what weaker layers said, the strongest of them first
   */
  public record Explained(Parameter parameter, List<Parameter> overrode) {
    /**
     * Copies the list.
     *
     * @param parameter what is written
     * @param overrode what weaker layers said
     */
    public Explained {
      overrode = List.copyOf(overrode);
    }
  }

  /**
   * Something that was said about the phone and is not, or not so, in its configuration.
   *
   * @param what the neutral setting, or the path of a field of the device
   * @param layer the layer that says it
   * @param problem why it is not written, or what is written instead
   */
  public record Remark(String what, Layer layer, String problem) {}

  /**
   * The explanation as it may be shown.
   *
   * @return the same with secret values masked
   */
  public Explanation masked() {
    return new Explanation(
        parameters.stream()
            .map(
                each ->
                    new Explained(
                        each.parameter().masked(),
                        each.overrode().stream().map(Parameter::masked).toList()))
            .toList(),
        remarks);
  }
}
