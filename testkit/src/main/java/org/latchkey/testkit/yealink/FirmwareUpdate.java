package org.latchkey.testkit.yealink;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.testkit.phone.HttpAnswer;
import org.latchkey.testkit.phone.PhoneRequest;
import org.latchkey.testkit.phone.PhoneUrl;
import org.latchkey.testkit.phone.RebootException;

/** Loads a firmware image piece by piece, flashes it and restarts the phone. */
final class FirmwareUpdate {
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes \\d{1,18}-\\d{1,18}/(\\d{1,18})");

  private final YealinkSetup setup;
  private final Memory memory;
  private final Downloader downloader;

  FirmwareUpdate(YealinkSetup setup, Memory memory, Downloader downloader) {
    this.setup = setup;
    this.memory = memory;
    this.downloader = downloader;
  }

  /**
   * Does nothing if the name tells the version that runs.
   *
   * @throws RebootException after a successful update
   */
  void run(PhoneUrl url) {
    Optional<Firmware> other = Firmware.ofFile(url.file());
    if (other.isEmpty()) {
      piece(url, 0);
      downloader.log().note("firmware " + url.file() + " not taken: no version in its name");
      return;
    }
    if (other.get().equals(memory.firmware())) {
      downloader.log().note("firmware " + other.get().version() + " is running already");
      return;
    }
    if (!load(url)) {
      downloader.log().note("firmware " + url.file() + " could not be loaded");
      return;
    }
    downloader.log().await(setup.flashTime(), "flashes " + url.file() + " and restarts");
    memory.flash(other.get());
    throw new RebootException("firmware " + other.get().version());
  }

  private boolean load(PhoneUrl url) {
    long from = 0;
    while (true) {
      Optional<HttpAnswer> piece = piece(url, from);
      if (piece.isEmpty()) {
        return false;
      }
      if (piece.get().status() != 206) {
        return true; // a server without ranges sends the whole image
      }
      int length = piece.get().body().length;
      Matcher range = CONTENT_RANGE.matcher(piece.get().first("Content-Range").orElse(""));
      if (!range.matches() || length == 0) {
        return false;
      }
      from += length;
      if (from >= Long.parseLong(range.group(1))) {
        return true;
      }
    }
  }

  private Optional<HttpAnswer> piece(PhoneUrl url, long from) {
    String range = "bytes=" + from + "-" + (from + setup.rangeBytes() - 1);
    return downloader.move(PhoneRequest.of("GET", url).with("Range", range)).answer();
  }
}
