package org.latchkey.testkit.polycom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.testkit.phone.PhoneUrl;
import org.latchkey.testkit.phone.RebootException;

/**
 * Asks for a firmware image, and flashes one of another version. As images have no public form, the
 * version is the first text like {@code 5.9.7.3480} in the body.
 */
final class FirmwareUpdate {
  private static final Pattern VERSION = Pattern.compile("\\d{1,5}(\\.\\d{1,5}){3}");
  private static final String DEFAULT_NAME = "sip.ld";

  private final PolycomSetup setup;
  private final Memory memory;
  private final Server server;
  private final Transfer transfer;

  FirmwareUpdate(PolycomSetup setup, Memory memory, Server server, Transfer transfer) {
    this.setup = setup;
    this.memory = memory;
    this.server = server;
    this.transfer = transfer;
  }

  /**
   * Does nothing if no image is named, none is there, or it has the version that runs.
   *
   * @throws RebootException after a successful update
   * @throws IllegalArgumentException if the name cannot be asked for
   */
  void run(String name, Stage stage) {
    if (name.isEmpty() && !setup.unnamedFirmware()) {
      return;
    }
    String image = name.isEmpty() ? DEFAULT_NAME : name;
    int start = image.lastIndexOf('/') + 1;
    String own = image.substring(0, start) + setup.part() + "." + image.substring(start);
    if (load(server.at(own), stage)) {
      return;
    }
    if (setup.generation().oldBootRom()) {
      load(server.at(image), stage);
      transfer.get(server.at("sip.ver"), stage);
    }
  }

  private boolean load(PhoneUrl url, Stage stage) {
    if (!(transfer.get(url, stage) instanceof Fetched.Found found)) {
      return false;
    }
    Optional<String> version = version(found.answer().body());
    if (version.isEmpty()) {
      transfer.log().note("firmware " + url.file() + " not taken: no version in it");
    } else if (version.get().equals(memory.firmware())) {
      transfer.log().note("firmware " + version.get() + " is running already");
    } else {
      transfer.log().await(setup.flashTime(), "flashes " + url.file() + " and restarts");
      memory.firmware(version.get());
      throw new RebootException("firmware " + version.get());
    }
    return true;
  }

  private static Optional<String> version(byte[] image) {
    Matcher matcher = VERSION.matcher(new String(image, ISO_8859_1));
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
