package org.latchkey.testkit.grandstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.HttpAnswer;
import org.latchkey.testkit.phone.PhoneCredential;
import org.latchkey.testkit.phone.PhoneRequest;
import org.latchkey.testkit.phone.PhoneUrl;
import org.latchkey.testkit.phone.RebootException;

/**
 * Looks at the first bytes of a firmware image, and flashes one of another version. As images have
 * no public form, the version is the first text like {@code 1.0.11.64} in those bytes.
 */
final class FirmwareUpdate {
  private static final Pattern VERSION = Pattern.compile("\\d{1,5}(\\.\\d{1,5}){3}");
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes \\d{1,18}-\\d{1,18}/(\\d{1,18})");
  private static final int HEADER = 648;

  private final GrandstreamSetup setup;
  private final Memory memory;
  private final Transfer transfer;
  private final Optional<PhoneCredential> pair;

  /** Some lines show the pair of the configuration server, others have one of their own. */
  FirmwareUpdate(
      GrandstreamSetup setup,
      Memory memory,
      Transfer transfer,
      Optional<PhoneCredential> configPair) {
    this.setup = setup;
    this.memory = memory;
    this.transfer = transfer;
    this.pair =
        setup.kind().has(Habit.ONE_SERVER_PAIR)
            ? configPair
            : memory.credential(P.FIRMWARE_USER, P.FIRMWARE_PASSWORD);
  }

  /**
   * Does nothing if no path is set, or the check is switched off or waits for a new prefix.
   *
   * @throws RebootException after a successful update
   */
  void run() {
    Optional<Location> place = Location.firmware(setup, memory);
    String check = memory.get(P.FIRMWARE_CHECK);
    if (place.isEmpty() || check.equals("1") || check.equals("2")) {
      return;
    }
    PhoneUrl url;
    try {
      url = place.get().file(setup.fileModel() + "fw.bin");
    } catch (IllegalArgumentException e) {
      transfer.log().defect(Defect.Kind.BAD_URL, "firmware path: " + e.getMessage());
      return;
    }
    Optional<HttpAnswer> header = piece(url, "bytes=0-" + (HEADER - 1));
    if (header.isEmpty()) {
      return;
    }
    Matcher version = VERSION.matcher(new String(header.get().body(), ISO_8859_1));
    if (!version.find()) {
      transfer.log().note("firmware " + url.file() + " not taken: no version in it");
    } else if (version.group().equals(memory.firmware())) {
      transfer.log().note("firmware " + version.group() + " is running already");
    } else if (whole(url, header.get())) {
      transfer.log().await(setup.flashTime(), "flashes " + url.file() + " and restarts");
      memory.firmware(version.group());
      throw new RebootException("firmware " + version.group());
    }
  }

  /** The rest of the image; a server without ranges sent it at once, and names no range. */
  private boolean whole(PhoneUrl url, HttpAnswer header) {
    Matcher range = CONTENT_RANGE.matcher(header.first("Content-Range").orElse(""));
    boolean rest = range.matches() && Long.parseLong(range.group(1)) > header.body().length;
    return !rest || piece(url, "bytes=" + header.body().length + "-").isPresent();
  }

  private Optional<HttpAnswer> piece(PhoneUrl url, String range) {
    PhoneRequest request = PhoneRequest.of("GET", url).with("Range", range);
    return transfer.get(request, pair) instanceof Fetched.Found found
        ? Optional.of(found.answer())
        : Optional.empty();
  }
}
