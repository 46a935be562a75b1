package org.latchkey.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** What a call answers: JSON, a text, or nothing. */
record Reply(
    int status, Map<String, String> headers, Optional<ObjectNode> json, Optional<byte[]> text) {

  static Reply of(ObjectNode json) {
    return new Reply(200, Map.of(), Optional.of(json), Optional.empty());
  }

  static Reply of(int status, ObjectNode json, Map<String, String> headers) {
    return new Reply(status, headers, Optional.of(json), Optional.empty());
  }

  static Reply text(byte[] text) {
    return new Reply(200, Map.of(), Optional.empty(), Optional.of(text));
  }

  static Reply nothing() {
    return new Reply(204, Map.of(), Optional.empty(), Optional.empty());
  }
}
