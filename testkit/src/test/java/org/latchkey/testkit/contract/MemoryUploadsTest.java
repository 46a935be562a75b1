package org.latchkey.testkit.contract;

import org.latchkey.memory.MemoryUploads;
import org.latchkey.spi.UploadSink;

class MemoryUploadsTest extends UploadSinkContract {
  @Override
  protected UploadSink emptySink() {
    return new MemoryUploads();
  }
}
