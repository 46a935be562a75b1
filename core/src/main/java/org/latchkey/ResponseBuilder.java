package org.latchkey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.latchkey.ProvisioningResponse.Header;

/** Collects a response. */
final class ResponseBuilder {
  private static final byte[] NOTHING = new byte[0];

  private final int status;
  private final List<Header> headers = new ArrayList<>(6);
  private byte[] body = NOTHING;

  ResponseBuilder(int status) {
    this.status = status;
  }

  ResponseBuilder header(String name, String value) {
    headers.add(new Header(name, value));
    return this;
  }

  ResponseBuilder body(byte[] bytes, String type) {
    body = bytes;
    return header("Content-Type", type);
  }

  ResponseBuilder text(String line) {
    return body((line + "\n").getBytes(StandardCharsets.UTF_8), "text/plain; charset=UTF-8");
  }

  /** A 304 says nothing of a length (RFC 9110 section 8.6); HEAD says that of GET. */
  ProvisioningResponse build(boolean head) {
    header("Cache-Control", "no-store");
    if (status != 304) {
      header("Content-Length", Integer.toString(body.length));
    }
    return new ProvisioningResponse(status, headers, head || status == 304 ? NOTHING : body);
  }
}
