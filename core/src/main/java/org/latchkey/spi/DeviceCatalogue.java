package org.latchkey.spi;

import java.util.List;
import java.util.Optional;
import org.latchkey.device.Device;
import org.latchkey.device.MacAddress;

/**
 * Lists an inventory. Without it, listing answers that it is not supported.
 *
 * <p>Called by many threads at once.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface DeviceCatalogue {

  /**
   * Lists devices by MAC, beginning after one.
   *
   * @param query which devices
   * @return at most {@link Query#limit} devices, smallest MAC first
   */
  List<Device> list(Query query);

  /**
   * Which devices.
   *
   * @param text found in MAC, line label, line user or notes, whatever the case; empty for all
   * @param reseller only this reseller's
   * @param domain only this domain's
   * @param brand only this brand's
   * @param after only larger MACs than this
   * @param limit how many at most, at least 1
   */
  record Query(
      String text,
      Optional<String> reseller,
      Optional<String> domain,
      Optional<String> brand,
      Optional<MacAddress> after,
      int limit) {}
}
