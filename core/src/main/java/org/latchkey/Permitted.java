package org.latchkey;

import java.time.Duration;
import java.util.Optional;
import org.latchkey.brand.FileRole;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.internal.AccessBook.Page;
import org.latchkey.pass.Decision;
import org.latchkey.pass.DeviceAccess;
import org.latchkey.pass.GlobalPass;

/** What a verified request may have. */
sealed interface Permitted {

  /** 401. */
  record Refused() implements Permitted {}

  /**
   * 503.
   *
   * @param mark the access with the contest noted, to be stored
   */
  record Busy(Decision mark, Optional<Page> page, DeviceIdentity identity, DeviceAccess access)
      implements Permitted {
    Duration retryAfter() {
      return mark.retryAfter();
    }
  }

  /**
   * 503: the source is suspect and has opened another device just now.
   *
   * @param retryAfter when it may open this one
   */
  record Paced(Duration retryAfter) implements Permitted {}

  /** 404. */
  record NotFound() implements Permitted {}

  /** 403: right, but anybody could read the answer. */
  record Insecure() implements Permitted {}

  /**
   * 404, or a first file: a right pass of a phone of which nothing tells the MAC.
   *
   * @param pass the pass
   */
  record Nameless(GlobalPass pass) implements Permitted {}

  /** An upload that is taken and dropped. */
  record Dropped() implements Permitted {}

  /**
   * The file.
   *
   * @param identity whose
   * @param role what it is to this device's brand
   * @param page what is stored of the device
   * @param access what that means for this device
   * @param delivery what happens if the file's content goes out
   * @param look what happens if only its headers do
   */
  record Granted(
      DeviceIdentity identity,
      FileRole role,
      Optional<Page> page,
      DeviceAccess access,
      Decision delivery,
      Decision look)
      implements Permitted {}
}
