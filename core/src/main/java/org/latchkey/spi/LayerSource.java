package org.latchkey.spi;

import java.util.List;
import org.latchkey.config.LayerKey;
import org.latchkey.device.Entry;

/**
 * What phones share: entries by brand, model, reseller and domain. It is asked for every
 * configuration, and what it answers is kept for at most five seconds.
 *
 * <p>Called by many threads at once. Entries may be passwords: keep them as you keep those of
 * lines.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface LayerSource {

  /**
   * Lists the entries of a layer.
   *
   * @param key which layer
   * @return its entries, no parameter twice; none if nobody has set any
   */
  List<Entry> entries(LayerKey key);
}
