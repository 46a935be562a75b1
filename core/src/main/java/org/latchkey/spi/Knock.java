package org.latchkey.spi;

import java.time.Instant;
import java.util.Optional;
import org.latchkey.device.MacAddress;
import org.latchkey.pass.GlobalPass;

/**
 * A phone that showed a right global pass and is in no inventory. What it says of itself is proven
 * by nothing but that pass.
 *
 * @param mac the MAC that it named
 * @param scope the scope of the pass that it showed; mac and scope are the key
 * @param passId which pass
 * @param site where it came from: an IPv4 address or an IPv6 /64, as {@link
 *     org.latchkey.pass.Source#site} names it
 * @param brand the id of the brand that its header names
 * @param model the model that its header names, up to 64 characters
 * @param file the name of the file that it asked for last, up to 255 characters
 * @param first when it knocked first
 * @param last when it knocked last
 * @param count how often, at least 1
 * @since 1.0
 */
public record Knock(
    MacAddress mac,
    GlobalPass.Scope scope,
    String passId,
    String site,
    Optional<String> brand,
    Optional<String> model,
    String file,
    Instant first,
    Instant last,
    int count) {

  /**
   * The same phone's knocks taken together.
   *
   * @param later a later knock under the same key
   * @return what the later one says, since when the earlier one does, and both counts
   */
  public Knock and(Knock later) {
    int both = (int) Math.min(Integer.MAX_VALUE, (long) count + later.count);
    return new Knock(
        mac,
        scope,
        later.passId,
        later.site,
        later.brand,
        later.model,
        later.file,
        first,
        later.last,
        both);
  }
}
