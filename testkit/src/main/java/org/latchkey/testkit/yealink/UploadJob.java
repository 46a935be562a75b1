package org.latchkey.testkit.yealink;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.PhoneRequest;
import org.latchkey.testkit.phone.PhoneUrl;

/** Sends one file of the user's own to the server. */
final class UploadJob implements Job {
  private final PhoneRequest request;

  UploadJob(String method, PhoneUrl url, String type, String content) {
    request =
        PhoneRequest.of(method, url).with("Content-Type", type).withBody(content.getBytes(UTF_8));
  }

  @Override
  public Outcome run(Downloader downloader) {
    return downloader.move(request).answer().isPresent() ? Outcome.UPLOADED : Outcome.FAILED;
  }
}
