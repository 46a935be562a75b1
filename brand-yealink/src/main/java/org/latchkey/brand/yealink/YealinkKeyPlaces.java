package org.latchkey.brand.yealink;

import org.latchkey.brand.Model;

/**
 * Where the keys of a model are. Positions count line keys first, then memory keys, then the keys
 * of the first side car, of the second, and so on.
 */
final class YealinkKeyPlaces {
  private final int lineKeys;
  private final int memoryKeys;
  private final int sideCars;
  private final int perSideCar;
  private final boolean pages;

  YealinkKeyPlaces(Model model, YealinkDialect dialect) {
    lineKeys = model.keys();
    memoryKeys = YealinkModels.memoryKeys(model);
    sideCars = YealinkModels.sideCars(model);
    perSideCar = YealinkModels.keysOfSideCar(model);
    pages = dialect.has(YealinkQuirk.SIDE_CAR_PAGE_KEYS);
  }

  /** How many keys the phone itself has. */
  int onPhone() {
    return lineKeys + memoryKeys;
  }

  /** How many keys there can be at most. */
  int all() {
    return onPhone() + sideCars * perSideCar;
  }

  /** The last key of the side car that a position is on, or of the phone. */
  int lastBeside(int position) {
    return position <= onPhone() ? onPhone() : onPhone() + sideCar(position) * perSideCar;
  }

  /** Whether a position is a key that turns the pages of a side car: the first of each half. */
  boolean turnsPages(int position) {
    return pages && position > onPhone() && (keyOfSideCar(position) - 1) % (perSideCar / 2) == 0;
  }

  /** What the names of a key's parameters begin with. */
  String name(int position) {
    if (position <= lineKeys) {
      return "linekey." + position + ".";
    }
    return position <= onPhone()
        ? "memorykey." + (position - lineKeys) + "."
        : "expansion_module." + sideCar(position) + ".key." + keyOfSideCar(position) + ".";
  }

  private int sideCar(int position) {
    return (position - onPhone() - 1) / perSideCar + 1;
  }

  private int keyOfSideCar(int position) {
    return (position - onPhone() - 1) % perSideCar + 1;
  }
}
