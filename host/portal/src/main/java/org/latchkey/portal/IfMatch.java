package org.latchkey.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Pattern;

/** Conditional changes: {@code ETag} and {@code If-Match} (RFC 9110 section 13.1.1). */
final class IfMatch {
  private static final Pattern COMMA = Pattern.compile(",");

  private IfMatch() {}

  /** The strong tag of what a PUT replaces. */
  static String tag(ObjectNode json) {
    return "\"" + Hashes.sha256(json.toString()).substring(0, 24) + "\"";
  }

  /** Whether the request has a condition. */
  static boolean given(HttpServletRequest request) {
    return !tags(request).isEmpty();
  }

  /** Refuses a change of what is not as the caller has seen it. */
  static void demand(HttpServletRequest request, String own) {
    boolean matches =
        COMMA
            .splitAsStream(tags(request))
            .map(String::strip)
            .anyMatch(tag -> tag.equals(own) || tag.equals("*"));
    if (!matches) {
      throw changedMeanwhile();
    }
  }

  static HttpProblem changedMeanwhile() {
    return new HttpProblem(412, "changed meanwhile: read it again");
  }

  private static String tags(HttpServletRequest request) {
    return String.join(",", Collections.list(request.getHeaders("If-Match")));
  }
}
