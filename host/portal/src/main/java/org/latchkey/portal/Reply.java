package org.latchkey.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a call answers: JSON, a text, something too long to be held, or nothing. */
record Reply(
    int status,
    Map<String, String> headers,
    Optional<ObjectNode> json,
    Optional<byte[]> text,
    Optional<Stream> stream) {

  /** Writes an answer while it is made. */
  interface Stream {
    void writeTo(OutputStream out) throws IOException;
  }

  static Reply of(ObjectNode json) {
    return of(200, json);
  }

  static Reply of(int status, ObjectNode json) {
    return new Reply(status, Map.of(), Optional.of(json), Optional.empty(), Optional.empty());
  }

  static Reply text(byte[] text) {
    return new Reply(200, Map.of(), Optional.empty(), Optional.of(text), Optional.empty());
  }

  static Reply stream(Stream stream) {
    return new Reply(200, Map.of(), Optional.empty(), Optional.empty(), Optional.of(stream));
  }

  static Reply nothing() {
    return new Reply(204, Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, json, text, stream);
  }
}
