package org.latchkey;

import java.io.IOException;
import java.util.Optional;

/** A body that is read once, however often a lost race makes a request be decided anew. */
final class RememberedBody implements ProvisioningRequest.Body {
  private final ProvisioningRequest.Body body;
  private boolean isRead;
  private Optional<byte[]> read = Optional.empty();

  RememberedBody(ProvisioningRequest.Body body) {
    this.body = body;
  }

  @Override
  public Optional<byte[]> read(int most) throws IOException {
    if (!isRead) {
      read = body.read(most);
      isRead = true;
    }
    return read;
  }
}
