package org.latchkey.spi;

import java.net.URI;
import org.latchkey.device.Owner;

/**
 * Tells under which URL an owner's phones reach this installation, for hosts that give resellers or
 * domains their own names.
 *
 * <p>Called by many threads at once.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface PublicUrls {

  /**
   * Tells the provisioning URL.
   *
   * @param owner the device's owner
   * @return an absolute http or https URL whose path ends in a slash
   */
  URI urlFor(Owner owner);
}
