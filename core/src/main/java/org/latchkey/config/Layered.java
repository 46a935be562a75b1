package org.latchkey.config;

import java.util.List;
import org.latchkey.device.Entry;

/**
 * The entries of one layer.
 *
 * @param layer which layer
 * @param entries its entries
 * @since 1.0
 */
public record Layered(Layer layer, List<Entry> entries) {
  /**
   * Copies the list.
   *
   * @param layer which layer
   * @param entries its entries
   */
  public Layered {
    entries = List.copyOf(entries);
  }
}
