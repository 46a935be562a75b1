package org.latchkey.admin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.latchkey.caller.Caller;
import org.latchkey.device.Device;
import org.latchkey.error.UnsupportedActionException;
import org.latchkey.internal.Outage;
import org.latchkey.spi.DeviceCatalogue;

/** Lists devices for a caller, as far as the caller sees. */
final class Listing {
  private final Optional<DeviceCatalogue> catalogue;

  Listing(Optional<DeviceCatalogue> catalogue) {
    this.catalogue = catalogue;
  }

  boolean isThere() {
    return catalogue.isPresent();
  }

  Stream<Device> page(Caller caller, DeviceCatalogue.Query query) {
    DeviceCatalogue lister =
        catalogue.orElseThrow(
            () -> new UnsupportedActionException("the host's inventory cannot be listed"));
    if (isElsewhere(caller.reseller(), query.reseller())
        || isElsewhere(caller.domain(), query.domain())) {
      return Stream.empty();
    }
    DeviceCatalogue.Query narrowed =
        new DeviceCatalogue.Query(
            query.text(),
            caller.reseller().or(query::reseller),
            caller.domain().or(query::domain),
            query.brand(),
            query.after(),
            query.limit());
    List<Device> found = Outage.guard("device catalogue", () -> lister.list(narrowed));
    return found.stream().filter(device -> caller.sees(device.identity().owner()));
  }

  private static boolean isElsewhere(Optional<String> own, Optional<String> asked) {
    return own.isPresent() && asked.isPresent() && !own.equals(asked);
  }
}
