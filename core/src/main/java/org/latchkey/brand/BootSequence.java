package org.latchkey.brand;

import java.util.List;
import org.latchkey.device.DeviceIdentity;

/**
 * Which files a phone asks for when it starts.
 *
 * <p>Implementations are pure and safe for use by many threads.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface BootSequence {

  /**
   * Lists the files in the order in which the phone asks for them.
   *
   * @param phone the phone
   * @return the names below the provisioning URL and their roles
   */
  List<BootFile> files(DeviceIdentity phone);

  /**
   * One file.
   *
   * @param name its name below the provisioning URL
   * @param role what it is for
   */
  record BootFile(String name, FileRole role) {}
}
