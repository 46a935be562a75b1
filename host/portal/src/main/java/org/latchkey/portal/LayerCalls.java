package org.latchkey.portal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latchkey.admin.LayerAdministration;
import org.latchkey.caller.Caller;
import org.latchkey.config.LayerKey;
import org.latchkey.device.Entry;
import org.latchkey.device.Owner;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.LostRaceException;

/** Calls about what phones share: {@code /layers/...}. */
final class LayerCalls implements Calls {
  private final LayerAdministration layers;
  private final Entries entries;

  LayerCalls(LayerAdministration layers, Entries entries) {
    this.layers = layers;
    this.entries = entries;
  }

  @Override
  public Optional<String> methods(String[] path) {
    boolean model = path.length == 5 && path[1].equals("brands") && path[3].equals("models");
    boolean other = path.length == 3 && Set.of("brands", "resellers", "domains").contains(path[1]);
    return model || other
        ? Optional.of(layers.canEdit() ? "GET, PUT, DELETE" : "GET")
        : Optional.empty();
  }

  @Override
  public Reply call(Caller caller, HttpServletRequest request, String[] path) {
    LayerKey key = key(caller, request, path);
    return switch (request.getMethod()) {
      case "GET" -> reply(key, layers.entries(caller, key));
      case "PUT" -> replace(caller, key, request);
      default -> {
        change(caller, key, request, matching(caller, key, request), List.of());
        yield Reply.nothing();
      }
    };
  }

  private static LayerKey key(Caller caller, HttpServletRequest request, String[] path) {
    String name = path[path.length - 1];
    try {
      return switch (path[1]) {
        case "brands" -> path.length == 5 ? LayerKey.model(path[2], name) : LayerKey.brand(name);
        case "resellers" -> LayerKey.reseller(name);
        default -> LayerKey.domain(new Owner(name, UrlQuery.reseller(caller, request)));
      };
    } catch (InvalidValueException e) {
      if (e.field().equals("reseller")) {
        throw e;
      }
      throw new HttpProblem(404, "there is no such layer");
    }
  }

  private Reply replace(Caller caller, LayerKey key, HttpServletRequest request) {
    Optional<List<Entry>> seen = matching(caller, key, request);
    List<Entry> former = seen.isPresent() ? seen.get() : layers.entries(caller, key);
    Json json = JsonBody.read(request).only(Set.of("layer", "name", "within", "entries"));
    if (!json.has("entries")) {
      throw InvalidValueException.of("entries", "given", "nothing");
    }
    List<Entry> next = json.objects("entries", entry -> entries.read(entry, former));
    // what a secret keeps is what was there: somebody may have changed that meanwhile
    change(caller, key, request, Optional.of(former), next);
    return reply(key, next);
  }

  private void change(
      Caller caller,
      LayerKey key,
      HttpServletRequest request,
      Optional<List<Entry>> expected,
      List<Entry> next) {
    try {
      layers.replace(caller, key, expected, next, UrlQuery.names(request));
    } catch (LostRaceException e) {
      throw IfMatch.given(request) ? IfMatch.changedMeanwhile() : HttpProblem.of(e);
    }
  }

  /** The entries as the caller has seen them; empty if the request has no condition. */
  private Optional<List<Entry>> matching(Caller caller, LayerKey key, HttpServletRequest request) {
    if (!IfMatch.given(request)) {
      return Optional.empty();
    }
    List<Entry> now = layers.entries(caller, key);
    IfMatch.demand(request, IfMatch.tag(json(key, now)));
    return Optional.of(now);
  }

  private Reply reply(LayerKey key, List<Entry> all) {
    ObjectNode node = json(key, all);
    return Reply.of(node).with("ETag", IfMatch.tag(node));
  }

  private ObjectNode json(LayerKey key, List<Entry> all) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("layer", key.layer().label());
    node.put("name", key.name());
    if (key.within().isEmpty()) {
      node.putNull("within");
    } else {
      node.put("within", key.within());
    }
    ArrayNode list = node.putArray("entries");
    all.forEach(entry -> list.add(entries.write(entry)));
    return node;
  }
}
