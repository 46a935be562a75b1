package org.latchkey.testkit.grandstream;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.latchkey.testkit.grandstream.Accounts.Place;

/** Under which P numbers the SIP accounts stand. */
enum Numbering {
  /** Accounts 5 and 6 in the 1700s and 1800s, from 7 on in the 50600s. */
  DESK_17XX,
  /** Accounts 5 and 6 in the 700s and 800s. */
  DESK_7XX,
  /** Two ports; the second one is numbered in its own way. */
  ADAPTER,
  /** Account 1, and eight ports that count up as on HT814 and HT818; of more nothing is known. */
  GATEWAY;

  private static final Place FIRST = new Place(1, 271, 35, 36, 47);
  private static final int GATEWAY_PORTS = 8;

  List<Place> places() {
    List<Place> all = new ArrayList<>();
    all.add(FIRST);
    switch (this) {
      case ADAPTER -> all.add(new Place(2, 401, 735, 736, 747));
      case GATEWAY ->
          IntStream.range(0, GATEWAY_PORTS)
              .mapToObj(p -> new Place(p + 1, 4595 + p, 4060 + p, 4090 + p, 47))
              .forEach(all::add);
      case DESK_17XX -> {
        List.of(401, 501, 601, 1701, 1801).forEach(start -> add(all, start));
        IntStream.range(0, 6).forEach(i -> add(all, 50_601 + 100 * i));
      }
      case DESK_7XX -> List.of(401, 501, 601, 701, 801).forEach(start -> add(all, start));
    }
    return all;
  }

  private static void add(List<Place> all, int start) {
    all.add(new Place(all.size() + 1, start, start + 3, start + 4, start + 1));
  }
}
