package org.latchkey.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.latchkey.admin.Administration;
import org.latchkey.admin.DeviceView;
import org.latchkey.caller.Caller;
import org.latchkey.device.Device;
import org.latchkey.device.MacAddress;
import org.latchkey.error.LostRaceException;

/** The calls below {@code /devices}. */
final class DeviceCalls implements Calls {
  private static final int EVENTS = 50;
  private static final int MOST_EVENTS = 200;

  private final Administration administration;
  private final DeviceReader reader;
  private final DeviceWriter writer;
  private final DeviceList list;
  private final AccessCalls access;

  DeviceCalls(Administration administration, Entries entries) {
    this.administration = administration;
    this.reader = new DeviceReader(entries);
    this.writer = new DeviceWriter(entries);
    this.list = new DeviceList(administration, writer);
    this.access = new AccessCalls(administration);
  }

  @Override
  public Optional<String> methods(String[] path) {
    boolean edit = administration.canEdit();
    if (path.length == 1) {
      boolean both = administration.canList() && edit;
      return Optional.of(
          both ? "GET, POST" : edit ? "POST" : administration.canList() ? "GET" : "");
    }
    if (path.length == 2) {
      return Optional.of(edit ? "GET, PUT, DELETE" : "GET");
    }
    if (path.length > 3) {
      return Optional.empty();
    }
    return switch (path[2]) {
      case "events" -> Optional.of(administration.keepsEvents() ? "GET" : "");
      case "files", "explain" -> Optional.of("GET");
      case "credential" -> Optional.of("PUT");
      case "arm", "disarm", "lock", "rotate", "disable", "enable" -> Optional.of("POST");
      default -> Optional.empty();
    };
  }

  @Override
  public Reply call(Caller caller, HttpServletRequest request, String[] path) {
    String method = request.getMethod();
    if (path.length == 1) {
      return method.equals("GET") ? list.list(caller, request) : create(caller, request);
    }
    MacAddress mac =
        MacAddress.parse(path[1]).orElseThrow(() -> new HttpProblem(404, "that is no MAC"));
    if (path.length == 2) {
      return switch (method) {
        case "GET" -> reply(200, administration.show(caller, mac));
        case "PUT" -> replace(caller, mac, request);
        default -> delete(caller, mac, request);
      };
    }
    return switch (path[2]) {
      case "events" -> events(caller, mac, request);
      case "files" -> files(caller, mac, request);
      case "explain" -> Reply.of(DeviceWriter.explanation(administration.explain(caller, mac)));
      case "credential" -> access.credential(caller, mac, JsonBody.read(request));
      case "arm" -> access.arm(caller, mac, JsonBody.read(request));
      default -> access.act(caller, mac, path[2], JsonBody.read(request));
    };
  }

  private Reply create(Caller caller, HttpServletRequest request) {
    Json json = JsonBody.read(request);
    Device device = reader.created(json);
    DeviceView view =
        administration.create(caller, device, json.flag("arm", true), UrlQuery.names(request));
    return reply(201, view)
        .with("Location", request.getRequestURI() + "/" + device.identity().mac());
  }

  private Reply replace(Caller caller, MacAddress mac, HttpServletRequest request) {
    Optional<DeviceView> seen = matching(caller, mac, request);
    Json json = JsonBody.read(request);
    try {
      DeviceView view =
          administration.replace(
              caller,
              mac,
              former -> {
                if (seen.filter(then -> !then.device().equals(former)).isPresent()) {
                  throw IfMatch.changedMeanwhile();
                }
                return reader.replaced(json, former);
              },
              UrlQuery.names(request));
      return reply(200, view);
    } catch (LostRaceException e) {
      throw seen.isPresent() ? IfMatch.changedMeanwhile() : HttpProblem.of(e);
    }
  }

  private Reply delete(Caller caller, MacAddress mac, HttpServletRequest request) {
    matching(caller, mac, request);
    administration.delete(caller, mac);
    return Reply.nothing();
  }

  /** The device as the caller has seen it; empty if the request has no condition. */
  private Optional<DeviceView> matching(Caller caller, MacAddress mac, HttpServletRequest request) {
    // shown before the body is read: a device that is not there is 404, whatever was sent
    DeviceView view = administration.show(caller, mac);
    if (!IfMatch.given(request)) {
      return Optional.empty();
    }
    IfMatch.demand(request, tag(view));
    return Optional.of(view);
  }

  private Reply events(Caller caller, MacAddress mac, HttpServletRequest request) {
    int most = UrlQuery.number(request, "limit", EVENTS, MOST_EVENTS);
    return Reply.of(DeviceWriter.events(administration.events(caller, mac, most)));
  }

  private Reply files(Caller caller, MacAddress mac, HttpServletRequest request) {
    return UrlQuery.given(request, "name")
        .map(name -> Reply.text(administration.preview(caller, mac, name)))
        .orElseGet(() -> Reply.of(DeviceWriter.files(administration.files(caller, mac))));
  }

  private Reply reply(int status, DeviceView view) {
    return Reply.of(status, writer.device(view)).with("ETag", tag(view));
  }

  /** Over the inventory entry alone: what a PUT replaces. */
  private String tag(DeviceView view) {
    ObjectNode node = writer.device(view);
    node.remove("access");
    return IfMatch.tag(node);
  }
}
