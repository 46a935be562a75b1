package org.latchkey.store.jdbc;

import java.util.List;
import java.util.Locale;
import org.latchkey.config.LayerKey;
import org.latchkey.device.Entry;
import org.latchkey.spi.EditableLayers;

/** What phones share. */
final class Layers implements EditableLayers {
  private final SealedLists<Entry> rows;

  Layers(SealedLists<Entry> rows) {
    this.rows = rows;
  }

  @Override
  public List<Entry> entries(LayerKey key) {
    return rows.get(columns(key));
  }

  @Override
  public boolean replace(LayerKey key, List<Entry> expected, List<Entry> next) {
    return rows.replace(expected, next, columns(key));
  }

  private static Object[] columns(LayerKey key) {
    return new Object[] {key.layer().name().toLowerCase(Locale.ROOT), key.name(), key.within()};
  }
}
