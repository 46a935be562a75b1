package org.latchkey.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.latchkey.admin.Administration;
import org.latchkey.caller.Caller;

/** Links to firmware for phones that cannot show a credential for it. */
final class FileLinkCalls implements Calls {
  private final Administration administration;

  FileLinkCalls(Administration administration) {
    this.administration = administration;
  }

  @Override
  public Optional<String> methods(String[] path) {
    return path.length == 1 ? Optional.of("GET") : Optional.empty();
  }

  @Override
  public Reply call(Caller caller, HttpServletRequest request, String[] path) {
    String file = UrlQuery.given(request, "path").orElse("");
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("path", file);
    node.put("url", administration.fileLink(caller, file).toString());
    return Reply.of(node);
  }
}
