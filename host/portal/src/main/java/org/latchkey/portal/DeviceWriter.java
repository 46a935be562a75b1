package org.latchkey.portal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.latchkey.admin.DeviceView;
import org.latchkey.brand.BootSequence.BootFile;
import org.latchkey.brand.Explanation;
import org.latchkey.brand.Explanation.Explained;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.config.Parameter;
import org.latchkey.device.Device;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.device.Registrar;
import org.latchkey.event.Event;

/** Writes devices and events as JSON; never a secret. */
final class DeviceWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Entries entries;

  DeviceWriter(Entries entries) {
    this.entries = entries;
  }

  ObjectNode device(DeviceView view) {
    Device device = view.device();
    ObjectNode node = JSON.objectNode();
    node.put("mac", device.identity().mac().toString());
    node.put("brand", device.identity().brand());
    node.put("model", device.identity().model());
    node.put("domain", device.identity().owner().domain());
    node.put("reseller", device.identity().owner().reseller());
    put(node, "serial", device.serial());
    put(node, "pin", device.pin());
    node.put("notes", device.notes());
    ArrayNode lines = node.putArray("lines");
    device.lines().forEach(line -> lines.add(line(line)));
    ArrayNode keys = node.putArray("keys");
    device.keys().forEach(key -> keys.add(key(key)));
    ArrayNode overrides = node.putArray("overrides");
    device.overrides().forEach(entry -> overrides.add(entries.write(entry)));
    node.set("access", access(view));
    return node;
  }

  static ObjectNode access(DeviceView view) {
    ObjectNode node = JSON.objectNode();
    node.put("state", view.state());
    node.put("allowGlobalPassword", view.allowGlobalPassword());
    put(node, "username", view.username());
    node.put("disabled", view.disabled());
    put(node, "armedUntil", view.armedUntil());
    put(node, "windowUntil", view.windowUntil());
    put(node, "lastRetrievedAt", view.lastRetrievedAt());
    view.noCredential().ifPresent(reason -> node.put("noCredential", reason));
    return node;
  }

  static ObjectNode events(List<Event> events) {
    ObjectNode node = JSON.objectNode();
    ArrayNode all = node.putArray("events");
    for (Event event : events) {
      all.addObject()
          .put("at", event.at().toString())
          .put("type", event.type().label())
          .put("sentence", event.type().sentence())
          .put("source", event.source())
          .put("detail", event.detail())
          .put("count", event.count());
    }
    return node;
  }

  static ObjectNode files(List<BootFile> files) {
    ObjectNode node = JSON.objectNode();
    ArrayNode all = node.putArray("files");
    for (BootFile file : files) {
      all.addObject().put("name", file.name()).put("role", DeviceReader.word(file.role()));
    }
    return node;
  }

  static ObjectNode explanation(Explanation explanation) {
    ObjectNode node = JSON.objectNode();
    ArrayNode parameters = node.putArray("parameters");
    for (Explained explained : explanation.parameters()) {
      ObjectNode each = parameter(explained.parameter());
      ArrayNode overrode = each.putArray("overrode");
      explained.overrode().forEach(before -> overrode.add(parameter(before)));
      parameters.add(each);
    }
    ArrayNode remarks = node.putArray("remarks");
    for (Remark remark : explanation.remarks()) {
      remarks
          .addObject()
          .put("what", remark.what())
          .put("layer", remark.layer().label())
          .put("problem", remark.problem());
    }
    return node;
  }

  /** Its value is masked already if it is a secret. */
  private static ObjectNode parameter(Parameter parameter) {
    return JSON.objectNode()
        .put("parameter", parameter.name())
        .put("value", parameter.value())
        .put("layer", parameter.origin().label());
  }

  private static ObjectNode line(Line line) {
    ObjectNode node = JSON.objectNode();
    node.put("number", line.number());
    node.put("label", line.label());
    node.put("displayName", line.displayName());
    node.put("user", line.user());
    node.put("authUser", line.authUser());
    node.put("passwordSet", !line.password().isEmpty());
    node.set("registrar", registrar(line.registrar()));
    if (line.outboundProxy().isPresent()) {
      node.set("outboundProxy", registrar(line.outboundProxy().get()));
    } else {
      node.putNull("outboundProxy");
    }
    node.put("expires", line.expires());
    put(node, "voicemail", line.voicemail());
    return node;
  }

  private static ObjectNode registrar(Registrar registrar) {
    return JSON.objectNode()
        .put("host", registrar.host())
        .put("port", registrar.port())
        .put("transport", DeviceReader.word(registrar.transport()));
  }

  private static ObjectNode key(LineKey key) {
    ObjectNode node =
        JSON.objectNode()
            .put("position", key.position())
            .put("type", DeviceReader.word(key.type()))
            .put("value", key.value())
            .put("label", key.label());
    key.line().ifPresentOrElse(number -> node.put("line", number), () -> node.putNull("line"));
    return node;
  }

  private static void put(ObjectNode node, String name, Optional<?> value) {
    value.ifPresentOrElse(v -> node.put(name, v.toString()), () -> node.putNull(name));
  }
}
