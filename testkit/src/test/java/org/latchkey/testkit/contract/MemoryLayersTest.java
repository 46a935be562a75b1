package org.latchkey.testkit.contract;

import org.latchkey.memory.MemoryLayers;
import org.latchkey.spi.EditableLayers;

class MemoryLayersTest extends LayersContract {
  @Override
  protected EditableLayers emptyStore() {
    return new MemoryLayers();
  }
}
