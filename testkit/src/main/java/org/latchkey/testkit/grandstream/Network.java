package org.latchkey.testkit.grandstream;

import java.util.Optional;

/**
 * What the local network offers, which a phone asks for as long as it is not told otherwise.
 *
 * @param dhcp address in option 43 or 66
 * @param pnp address in the answer to the phone's multicast
 */
record Network(Optional<String> dhcp, Optional<String> pnp) {
  static final Network SILENT = new Network(Optional.empty(), Optional.empty());

  /** What beats the stored path at this moment. */
  Optional<Location> beating(GrandstreamSetup setup, Memory memory) {
    if (dhcp.isPresent() && !memory.get(P.DHCP).equals("0")) {
      String folder = setup.appendsFolder() ? "/Grandstream" : "";
      return dhcp.map(url -> new Location(Location.offered(url).base() + folder));
    }
    return pnp.filter(url -> memory.on(P.PNP) && url.endsWith("/")).map(Location::offered);
  }

  /** Whether the stored path is asked if the network's server has nothing. */
  boolean fallsBack(Memory memory) {
    return dhcp.isPresent() && memory.get(P.DHCP).equals("2");
  }
}
