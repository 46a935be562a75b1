package org.latchkey.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.latchkey.admin.Administration;
import org.latchkey.admin.ArmOrder;
import org.latchkey.admin.DeviceView;
import org.latchkey.caller.Caller;
import org.latchkey.device.MacAddress;
import org.latchkey.error.InvalidValueException;
import org.latchkey.pass.Network;
import org.latchkey.secret.Credential;

/** The calls that change a device's access. */
final class AccessCalls {
  private final Administration administration;

  AccessCalls(Administration administration) {
    this.administration = administration;
  }

  Reply arm(Caller caller, MacAddress mac, Json json) {
    return reply(administration.arm(caller, mac, order(json)), "arm");
  }

  /** An action that needs no more words. */
  Reply act(Caller caller, MacAddress mac, String action, Json json) {
    json.only(Set.of());
    DeviceView view =
        switch (action) {
          case "disarm" -> administration.disarm(caller, mac);
          case "lock" -> administration.lock(caller, mac);
          case "rotate" -> administration.rotate(caller, mac);
          case "disable" -> administration.disable(caller, mac);
          case "enable" -> administration.enable(caller, mac);
          default -> throw new IllegalArgumentException(action);
        };
    return reply(view, action);
  }

  Reply credential(Caller caller, MacAddress mac, Json json) {
    json.only(Set.of("username", "password", "atOnce"));
    Credential credential =
        Credential.of(json.optionalText("username").orElse(mac.toString()), json.text("password"));
    boolean atOnce = json.flag("atOnce", false);
    return reply(administration.setCredential(caller, mac, credential, atOnce), "set");
  }

  private static ArmOrder order(Json json) {
    json.only(Set.of("keepCredential", "duration", "notBefore", "from", "certificate"));
    if (json.flag("certificate", false)) {
      throw InvalidValueException.of(
          "certificate", "false, since this server trusts no factory certificates", true);
    }
    return new ArmOrder(
        json.flag("keepCredential", false),
        json.optionalText("duration").map(text -> time("duration", text, Duration::parse)),
        json.optionalText("notBefore").map(text -> time("notBefore", text, Instant::parse)),
        json.texts("from", Network::of));
  }

  private static <T> T time(String field, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (DateTimeException e) {
      throw InvalidValueException.of(
          field, "in ISO 8601, such as P7D or 2026-12-01T00:00:00Z", text);
    }
  }

  private static Reply reply(DeviceView view, String action) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("access", DeviceWriter.access(view));
    node.put("atThePhone", AtThePhone.after(action, view.state()));
    return Reply.of(node);
  }
}
