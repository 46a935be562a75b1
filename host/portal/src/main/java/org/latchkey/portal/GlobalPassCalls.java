package org.latchkey.portal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latchkey.admin.GlobalPassAdministration;
import org.latchkey.admin.GlobalPassAdministration.Added;
import org.latchkey.admin.GlobalPassAdministration.Draft;
import org.latchkey.caller.Caller;
import org.latchkey.error.InvalidValueException;
import org.latchkey.pass.GlobalPass;
import org.latchkey.pass.GlobalPass.Scope;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Secret;
import org.latchkey.secret.SecretAccess;

/** Calls about global passes: {@code /global-passes} and {@code /global-passes/ID/ACTION}. */
final class GlobalPassCalls implements Calls {
  private static final Set<String> ACTIONS = Set.of("rotate", "reveal", "kill");

  private final GlobalPassAdministration passes;

  GlobalPassCalls(GlobalPassAdministration passes) {
    this.passes = passes;
  }

  @Override
  public Optional<String> methods(String[] path) {
    boolean all = path.length == 1;
    boolean action = path.length == 3 && ACTIONS.contains(path[2]);
    if (!all && !action) {
      return Optional.empty();
    }
    return Optional.of(!passes.canEdit() ? "" : all ? "GET, POST" : "POST");
  }

  @Override
  public Reply call(Caller caller, HttpServletRequest request, String[] path) {
    if (path.length == 1) {
      return request.getMethod().equals("GET") ? list(caller) : add(caller, request);
    }
    return switch (path[2]) {
      case "rotate" -> rotate(caller, path[1], JsonBody.read(request));
      case "reveal" -> reveal(caller, path[1], JsonBody.read(request));
      default -> {
        JsonBody.read(request).only(Set.of());
        passes.kill(caller, path[1]);
        yield Reply.nothing();
      }
    };
  }

  private Reply list(Caller caller) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode items = node.putArray("items");
    List<GlobalPass> all = passes.list(caller);
    for (int i = 0; i < all.size(); i++) {
      Scope scope = all.get(i).scope();
      boolean current =
          all.subList(i + 1, all.size()).stream().noneMatch(pass -> pass.scope().equals(scope));
      items.add(json(all.get(i)).put("current", current));
    }
    return Reply.of(node);
  }

  private Reply add(Caller caller, HttpServletRequest request) {
    Json json =
        JsonBody.read(request).only(Set.of("reseller", "domain", "username", "password", "legacy"));
    Optional<String> reseller = json.optionalText("reseller").or(caller::reseller);
    Scope scope = new Scope(reseller, json.optionalText("domain"));
    Added added = passes.add(caller, scope, draft(json, json.text("username"), false));
    ObjectNode node = json(added.pass()).put("current", true);
    added.shutsOut().ifPresentOrElse(n -> node.put("shutsOut", n), () -> node.putNull("shutsOut"));
    weakness(added.pass()).ifPresent(text -> node.put("warning", text));
    return Reply.of(201, node);
  }

  /** What would have been refused of a pass that nobody calls an old one. */
  private static Optional<String> weakness(GlobalPass pass) {
    try {
      GlobalPass unused = new GlobalPass(pass.id(), pass.scope(), pass.credential(), false);
      return Optional.empty();
    } catch (InvalidValueException e) {
      return Optional.of("weaker than a new pass may be: " + e.getMessage());
    }
  }

  private Reply rotate(Caller caller, String id, Json json) {
    json.only(Set.of("username", "password", "legacy"));
    GlobalPass next =
        passes.rotate(
            caller,
            id,
            known ->
                draft(
                    json,
                    json.optionalText("username").orElse(known.credential().username()),
                    known.legacy()));
    return Reply.of(201, json(next).put("current", true));
  }

  private static Draft draft(Json json, String username, boolean legacy) {
    return new Draft(
        username, json.optionalText("password").map(Secret::of), json.flag("legacy", legacy));
  }

  private Reply reveal(Caller caller, String id, Json json) {
    json.only(Set.of());
    Credential credential = passes.reveal(caller, id);
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("username", credential.username());
    node.put("password", credential.password().reveal(SecretAccess.granted()));
    return Reply.of(node);
  }

  private static ObjectNode json(GlobalPass pass) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", pass.id());
    put(node, "reseller", pass.scope().reseller());
    put(node, "domain", pass.scope().domain());
    node.put("username", pass.credential().username());
    node.put("passwordSet", true);
    node.put("legacy", pass.legacy());
    return node;
  }

  private static void put(ObjectNode node, String name, Optional<String> value) {
    value.ifPresentOrElse(text -> node.put(name, text), () -> node.putNull(name));
  }
}
