package org.latchkey.testkit.panasonic;

import java.util.Optional;
import org.latchkey.testkit.phone.RebootException;

/** Loads another firmware if the configuration allows it and names another version. */
final class FirmwareUpdate {
  private static final String PATH = "FIRM_FILE_PATH";

  private final PanasonicSetup setup;
  private final Memory memory;
  private final Download download;

  FirmwareUpdate(PanasonicSetup setup, Memory memory, Download download) {
    this.setup = setup;
    this.memory = memory;
    this.download = download;
  }

  /**
   * Does nothing if no other version is wanted.
   *
   * @throws RebootException after a successful update
   */
  void run() {
    Settings settings = memory.settings();
    Optional<String> version =
        setup.family().versionParameters().stream()
            .flatMap(name -> settings.text(name).stream())
            .findFirst();
    Optional<String> path = settings.text(PATH);
    boolean wanted = version.isPresent() && !version.get().equals(memory.firmware());
    if (!settings.on("FIRM_UPGRADE_ENABLE", false) || !wanted || path.isEmpty()) {
      return;
    }
    Optional<Download.Body> image = download.get(path.get(), false, PATH);
    if (image.isEmpty()) {
      download.log().note("firmware " + version.get() + " could not be loaded");
      return;
    }
    String file = image.get().file();
    download.log().await(setup.flashTime(), "flashes " + file + " and restarts");
    memory.firmware(version.get());
    throw new RebootException("firmware " + version.get());
  }
}
