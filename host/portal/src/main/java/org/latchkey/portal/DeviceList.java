package org.latchkey.portal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latchkey.admin.Administration;
import org.latchkey.admin.DeviceView;
import org.latchkey.caller.Caller;
import org.latchkey.device.MacAddress;
import org.latchkey.error.InvalidValueException;
import org.latchkey.spi.DeviceCatalogue;

/** {@code GET /devices}: one page of the devices that a caller sees. */
final class DeviceList {
  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 200;
  private static final List<String> STATES =
      List.of("locked", "armed", "issued", "provisioned", "rotating");

  private final Administration administration;
  private final DeviceWriter writer;

  DeviceList(Administration administration, DeviceWriter writer) {
    this.administration = administration;
    this.writer = writer;
  }

  Reply list(Caller caller, HttpServletRequest request) {
    int limit = UrlQuery.number(request, "limit", PAGE, LARGEST_PAGE);
    Optional<String> state = UrlQuery.text(request, "state").map(DeviceList::state);
    Optional<MacAddress> after = UrlQuery.text(request, "cursor").map(DeviceList::cursor);
    List<DeviceView> found = new ArrayList<>();
    boolean more = true;
    // a state is no column of the inventory: pages are read until enough devices are in it
    while (more && found.size() < limit) {
      List<DeviceView> page = administration.list(caller, query(request, after, limit));
      more = page.size() == limit;
      after = more ? Optional.of(mac(page.get(limit - 1))) : after;
      page.stream()
          .filter(view -> state.map(view.state()::equals).orElse(true))
          .forEach(found::add);
    }
    boolean cut = found.size() > limit;
    return reply(cut ? found.subList(0, limit) : found, more || cut);
  }

  private static DeviceCatalogue.Query query(
      HttpServletRequest request, Optional<MacAddress> after, int limit) {
    return new DeviceCatalogue.Query(
        UrlQuery.text(request, "query").orElse(""),
        UrlQuery.text(request, "reseller"),
        UrlQuery.text(request, "domain"),
        UrlQuery.text(request, "brand"),
        after,
        limit);
  }

  private Reply reply(List<DeviceView> found, boolean more) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode all = node.putArray("devices");
    found.forEach(view -> all.add(writer.device(view)));
    if (more && !found.isEmpty()) {
      node.put("next", mac(found.get(found.size() - 1)).toString());
    } else {
      node.putNull("next");
    }
    return Reply.of(node);
  }

  private static String state(String text) {
    if (!STATES.contains(text)) {
      throw InvalidValueException.of("state", "one of " + String.join(", ", STATES), text);
    }
    return text;
  }

  private static MacAddress cursor(String text) {
    return MacAddress.parse(text)
        .orElseThrow(
            () -> InvalidValueException.of("cursor", "the \"next\" of the page before", text));
  }

  private static MacAddress mac(DeviceView view) {
    return view.device().identity().mac();
  }
}
