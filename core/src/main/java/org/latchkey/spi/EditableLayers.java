package org.latchkey.spi;

import java.util.List;
import org.latchkey.config.LayerKey;
import org.latchkey.device.Entry;

/**
 * Layers that Latchkey's management may change. Without it, changes to layers are answered as not
 * supported.
 *
 * <p>Called by many threads at once.
 *
 * @since 1.0
 */
public interface EditableLayers extends LayerSource {

  /**
   * Changes a layer if it is still what the caller has seen.
   *
   * @param key which layer
   * @param expected its entries as they were seen
   * @param next its entries as they shall be; none removes the layer
   * @return false if it is not what was expected; then nothing changed
   */
  boolean replace(LayerKey key, List<Entry> expected, List<Entry> next);
}
