package org.latchkey.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.latchkey.admin.Administration;
import org.latchkey.admin.ArmOrder;
import org.latchkey.admin.DeviceView;
import org.latchkey.caller.Caller;
import org.latchkey.device.Device;
import org.latchkey.device.MacAddress;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.LostRaceException;
import org.latchkey.pass.Network;
import org.latchkey.secret.Credential;
import org.latchkey.spi.DeviceCatalogue;

/** The calls below {@code /devices}. */
final class DeviceCalls {
  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 200;

  private final Administration administration;

  DeviceCalls(Administration administration) {
    this.administration = administration;
  }

  Reply call(Caller caller, HttpServletRequest request, String[] path, Supplier<JsonNode> body) {
    String method = request.getMethod();
    if (path.length == 1) {
      return switch (method) {
        case "GET" -> list(caller, request);
        case "POST" -> create(caller, Json.of(body.get(), ""));
        default -> throw wrongMethod(method);
      };
    }
    MacAddress mac =
        MacAddress.parse(path[1])
            .orElseThrow(() -> new HttpProblem(404, "Not found", "that is no MAC"));
    if (path.length == 2) {
      return one(caller, request, mac, body);
    }
    return switch (method + " " + path[2]) {
      case "GET events" ->
          Reply.of(
              DeviceWriter.events(
                  administration.events(caller, mac, number(request, "limit", PAGE))));
      case "GET files" -> files(caller, mac, request.getParameter("name"));
      case "PUT credential" -> credential(caller, mac, Json.of(body.get(), ""));
      case "POST arm" ->
          act(administration.arm(caller, mac, order(Json.of(body.get(), ""))), "arm");
      case "POST disarm" -> act(administration.disarm(caller, mac), "disarm");
      case "POST lock" -> act(administration.lock(caller, mac), "lock");
      case "POST rotate" -> act(administration.rotate(caller, mac), "rotate");
      case "POST disable" -> act(administration.disable(caller, mac), "disable");
      case "POST enable" -> act(administration.enable(caller, mac), "enable");
      default -> throw unknownCall(path[2], method);
    };
  }

  private Reply one(
      Caller caller, HttpServletRequest request, MacAddress mac, Supplier<JsonNode> body) {
    Optional<String> ifMatch = Optional.ofNullable(request.getHeader("If-Match"));
    return switch (request.getMethod()) {
      case "GET" -> reply(200, administration.show(caller, mac));
      case "PUT" -> {
        DeviceView seen = matching(caller, mac, ifMatch);
        Json json = Json.of(body.get(), "");
        yield replace(
            ifMatch,
            () ->
                administration.replace(
                    caller, mac, former -> edited(json, mac, former, seen.device(), ifMatch)));
      }
      case "DELETE" -> {
        matching(caller, mac, ifMatch);
        administration.delete(caller, mac);
        yield Reply.nothing();
      }
      default -> throw wrongMethod(request.getMethod());
    };
  }

  private static Device edited(
      Json json, MacAddress mac, Device former, Device seen, Optional<String> ifMatch) {
    if (ifMatch.isPresent() && !former.equals(seen)) {
      throw new HttpProblem(412, "Changed meanwhile", "read the device again");
    }
    return DeviceReader.read(json, Optional.of(mac), Optional.of(former));
  }

  private Reply replace(Optional<String> ifMatch, Supplier<DeviceView> change) {
    try {
      return reply(200, change.get());
    } catch (LostRaceException e) {
      throw ifMatch.isPresent()
          ? new HttpProblem(412, "Changed meanwhile", "read the device again")
          : HttpProblem.of(e);
    }
  }

  private DeviceView matching(Caller caller, MacAddress mac, Optional<String> ifMatch) {
    DeviceView view = administration.show(caller, mac);
    if (ifMatch.filter(tag -> !tag.equals("*") && !tag.equals(tag(view))).isPresent()) {
      throw new HttpProblem(412, "Changed meanwhile", "read the device again");
    }
    return view;
  }

  private Reply list(Caller caller, HttpServletRequest request) {
    int limit = number(request, "limit", PAGE);
    List<DeviceView> devices =
        administration.list(
            caller,
            new DeviceCatalogue.Query(
                parameter(request, "query").orElse(""),
                parameter(request, "reseller"),
                parameter(request, "domain"),
                parameter(request, "brand"),
                parameter(request, "cursor").map(MacAddress::of),
                limit));
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode all = node.putArray("devices");
    devices.forEach(view -> all.add(DeviceWriter.device(view)));
    if (devices.size() == limit) {
      node.put("next", devices.get(limit - 1).device().identity().mac().toString());
    } else {
      node.putNull("next");
    }
    return Reply.of(node);
  }

  private Reply create(Caller caller, Json json) {
    Device device = DeviceReader.read(json, Optional.empty(), Optional.empty());
    DeviceView view = administration.create(caller, device, json.flag("arm", true));
    return reply(201, view);
  }

  private Reply credential(Caller caller, MacAddress mac, Json json) {
    json.only(Set.of("username", "password", "atOnce"));
    Credential credential =
        Credential.of(json.optionalText("username").orElse(mac.toString()), json.text("password"));
    return act(
        administration.setCredential(caller, mac, credential, json.flag("atOnce", false)), "set");
  }

  private Reply files(Caller caller, MacAddress mac, @Nullable String name) {
    return name == null
        ? Reply.of(DeviceWriter.files(administration.files(caller, mac)))
        : Reply.text(administration.preview(caller, mac, name));
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
        json.texts("from").stream().map(Network::of).toList());
  }

  private static <T> T time(String field, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (DateTimeException e) {
      throw InvalidValueException.of(
          field, "in ISO 8601, such as P7D or 2026-12-01T00:00:00Z", text);
    }
  }

  private static Reply act(DeviceView view, String action) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("access", DeviceWriter.access(view));
    node.put("atThePhone", AtThePhone.after(action, view.state()));
    return Reply.of(node);
  }

  private static Reply reply(int status, DeviceView view) {
    return Reply.of(status, DeviceWriter.device(view), Map.of("ETag", tag(view)));
  }

  /** Over the inventory entry alone: what a PUT replaces. */
  private static String tag(DeviceView view) {
    ObjectNode node = DeviceWriter.device(view);
    node.remove("access");
    return "\"" + Hashes.sha256(node.toString()).substring(0, 24) + "\"";
  }

  private static Optional<String> parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).filter(text -> !text.isEmpty());
  }

  private static int number(HttpServletRequest request, String name, int otherwise) {
    Optional<String> text = parameter(request, name);
    int number = otherwise;
    if (text.isPresent()) {
      number = text.get().matches("\\d{1,4}") ? Integer.parseInt(text.get()) : 0;
    }
    if (number < 1 || number > LARGEST_PAGE) {
      throw InvalidValueException.of(name, "1 to " + LARGEST_PAGE, text.orElse(""));
    }
    return number;
  }

  private static HttpProblem wrongMethod(String method) {
    return new HttpProblem(405, "Method not allowed", method + " is not for this");
  }

  private static HttpProblem unknownCall(String name, String method) {
    boolean known =
        Set.of(
                "events",
                "files",
                "credential",
                "arm",
                "disarm",
                "lock",
                "rotate",
                "disable",
                "enable")
            .contains(name);
    return known ? wrongMethod(method) : new HttpProblem(404, "Not found", "there is no such call");
  }
}
