package org.latchkey.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.latchkey.config.Layer;
import org.latchkey.config.LayerKey;
import org.latchkey.config.Layered;
import org.latchkey.device.Device;
import org.latchkey.device.Entry;
import org.latchkey.spi.LayerSource;

/**
 * The layers of the host, each kept for a few seconds: a storm of phones asks for the same ones.
 *
 * <p>Safe for use by many threads.
 */
public final class LayerBook {
  private static final int MOST_KEPT = 10_000;

  private final LayerSource source;
  private final Kept<LayerKey, List<Entry>> kept;

  /**
   * A book over a source.
   *
   * @param source the host's layers
   * @param clock the present
   */
  public LayerBook(LayerSource source, Clock clock) {
    this.source = source;
    this.kept = new Kept<>(clock, MOST_KEPT);
  }

  /**
   * What is said about a device beyond its lines and keys.
   *
   * @param device the device
   * @return all layers, the weakest first, its own overrides last
   * @throws org.latchkey.error.StoreException if the source fails
   */
  public List<Layered> of(Device device) {
    List<Layered> layers = new ArrayList<>(5);
    for (LayerKey key : LayerKey.of(device.identity())) {
      List<Entry> entries = kept.get(key, this::ask);
      if (!entries.isEmpty()) {
        layers.add(new Layered(key.layer(), entries));
      }
    }
    layers.add(new Layered(Layer.DEVICE, device.overrides()));
    return layers;
  }

  /**
   * Asks the host for a layer as it is now.
   *
   * @param key which layer
   * @return its entries
   * @throws org.latchkey.error.StoreException if the source fails
   */
  public List<Entry> ask(LayerKey key) {
    return Outage.guard("layer source", () -> List.copyOf(source.entries(key)));
  }

  /**
   * Forgets what was kept of a layer, because this node has changed it.
   *
   * @param key which layer
   */
  public void forget(LayerKey key) {
    kept.forget(key);
  }
}
