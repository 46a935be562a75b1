package org.latchkey.memory;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.latchkey.config.LayerKey;
import org.latchkey.device.Entry;
import org.latchkey.spi.EditableLayers;

/**
 * Layers in memory, gone with the process.
 *
 * <p>Safe for use by many threads.
 *
 * @since 1.0
 */
public final class MemoryLayers implements EditableLayers {
  private final Map<LayerKey, List<Entry>> layers = new ConcurrentHashMap<>();

  /** No layer yet. */
  public MemoryLayers() {}

  @Override
  public List<Entry> entries(LayerKey key) {
    return layers.getOrDefault(key, List.of());
  }

  @Override
  public boolean replace(LayerKey key, List<Entry> expected, List<Entry> next) {
    if (expected.isEmpty()) {
      return next.isEmpty()
          ? !layers.containsKey(key)
          : layers.putIfAbsent(key, List.copyOf(next)) == null;
    }
    return next.isEmpty()
        ? layers.remove(key, expected)
        : layers.replace(key, expected, List.copyOf(next));
  }
}
