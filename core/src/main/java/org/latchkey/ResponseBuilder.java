package org.latchkey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latchkey.ProvisioningResponse.Header;
import org.latchkey.ProvisioningResponse.Region;
import org.latchkey.spi.StoredFile;

/** Collects a response. */
final class ResponseBuilder {
  private static final byte[] NOTHING = new byte[0];

  private final int status;
  private final List<Header> headers = new ArrayList<>(6);
  private byte[] body = NOTHING;
  private Optional<Region> region = Optional.empty();

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

  ResponseBuilder file(StoredFile file, Range range) {
    region = Optional.of(new Region(file, range));
    return header("Content-Type", file.type());
  }

  /** A 304 says nothing of a length (RFC 9110 section 8.6); HEAD says that of GET. */
  ProvisioningResponse build(boolean head) {
    header("Cache-Control", "no-store");
    if (status != 304) {
      header(
          "Content-Length",
          Long.toString(region.map(part -> part.range().length()).orElse((long) body.length)));
    }
    return head || status == 304
        ? new ProvisioningResponse(status, headers, NOTHING)
        : new ProvisioningResponse(status, headers, body, region);
  }
}
