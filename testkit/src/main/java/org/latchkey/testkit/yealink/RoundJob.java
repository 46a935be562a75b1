package org.latchkey.testkit.yealink;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.HttpAnswer;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.PhoneUrl;

/**
 * One provisioning round: a list of files to ask for that grows with what is found, and the
 * application of all of them at the end.
 */
final class RoundJob implements Job {
  private static final String SHARED_BOOT_FILE = "y000000000000.boot";
  private static final int MAX_FILE = 8 << 20;

  private enum Kind {
    DEVICE_BOOT,
    SHARED_BOOT,
    ONLY_BOOT,
    CONFIG,
    FIRMWARE,
    LOCAL_CONFIG,
    CONTACTS
  }

  private record Step(Kind kind, PhoneUrl url) {}

  private final YealinkSetup setup;
  private final Memory memory;
  private final Locations locations;
  private final Deque<Step> pending = new ArrayDeque<>();
  private final List<LoadedFile> loaded = new ArrayList<>();
  private boolean overwrite;
  private boolean tailPlanned;

  /**
   * Plans the first files.
   *
   * @throws IllegalArgumentException if the stored address cannot be used
   */
  RoundJob(YealinkSetup setup, Memory memory, String address) {
    this.setup = setup;
    this.memory = memory;
    this.locations = new Locations(setup, address);
    PhoneUrl url = locations.base();
    if (url.file().endsWith(".boot")) {
      pending.add(new Step(Kind.ONLY_BOOT, url));
    } else if (url.file().endsWith(".cfg")) {
      pending.add(new Step(Kind.CONFIG, url));
    } else if (memory.firmware().modern()) {
      pending.add(new Step(Kind.DEVICE_BOOT, locations.of(setup.mac() + ".boot")));
    } else {
      planConfigs();
    }
  }

  private void planConfigs() {
    pending.add(new Step(Kind.CONFIG, locations.of(setup.commonFile())));
    pending.add(new Step(Kind.CONFIG, locations.of(setup.mac() + ".cfg")));
  }

  @Override
  public Outcome run(Downloader downloader) {
    while (true) {
      if (pending.isEmpty() && !tailPlanned) {
        tailPlanned = true;
        planTail(downloader);
      }
      Step step = pending.peekFirst();
      if (step == null) {
        return new Applier(memory, downloader.faults(), downloader.log()).apply(loaded, overwrite);
      }
      if (step.kind() == Kind.FIRMWARE) {
        new FirmwareUpdate(setup, memory, downloader).run(step.url());
        pending.removeFirst();
      } else {
        Fetched fetched = downloader.get(step.url());
        pending.removeFirst();
        take(step, fetched, downloader);
      }
    }
  }

  private void take(Step step, Fetched fetched, Downloader downloader) {
    Optional<byte[]> bytes = fetched.answer().map(HttpAnswer::body);
    String file = step.url().file();
    if (bytes.isPresent() && bytes.get().length > MAX_FILE) {
      downloader.log().defect(Defect.Kind.TOO_LARGE, file);
      downloader.log().failed(file);
      bytes = Optional.empty();
    }
    switch (step.kind()) {
      case DEVICE_BOOT -> {
        if (bytes.isEmpty() || !takeBoot(step, bytes.get(), downloader)) {
          pending.add(new Step(Kind.SHARED_BOOT, locations.of(SHARED_BOOT_FILE)));
        }
      }
      case SHARED_BOOT -> {
        if (bytes.isEmpty() || !takeBoot(step, bytes.get(), downloader)) {
          planConfigs();
        }
      }
      case ONLY_BOOT -> bytes.ifPresent(b -> takeBoot(step, b, downloader));
      case CONTACTS -> bytes.ifPresent(b -> loaded.add(LoadedFile.contacts(file, b, memory)));
      default -> bytes.ifPresent(b -> takeConfig(step, b, downloader));
    }
  }

  /** Returns false for a file that the phone ignores. */
  private boolean takeBoot(Step step, byte[] bytes, Downloader downloader) {
    BootFile boot = BootFile.parse(bytes);
    String file = step.url().file();
    if (!valid(boot.valid(), file, boot.badLines(), downloader)) {
      return false;
    }
    overwrite = boot.overwrite();
    loaded.add(LoadedFile.boot(file, bytes, memory));
    for (String reference : boot.referencesFor(setup.bareModel())) {
      resolve(step.url(), reference, file, downloader)
          .ifPresent(url -> pending.add(new Step(Kind.CONFIG, url)));
    }
    return true;
  }

  private void takeConfig(Step step, byte[] bytes, Downloader downloader) {
    ConfigFile config = ConfigFile.parse(bytes);
    String file = step.url().file();
    if (!valid(config.valid(), file, config.badLines(), downloader)) {
      downloader.log().failed(file);
      return;
    }
    LoadedFile entry = LoadedFile.config(file, bytes, memory, config);
    loaded.add(entry);
    if (entry.changed()) {
      Map<String, String> own = new LinkedHashMap<>();
      memory.merge(config, own);
      new Settings(memory.firmware(), own)
          .firmwareUrl()
          .flatMap(reference -> resolve(step.url(), reference, file, downloader))
          .ifPresent(url -> pending.addFirst(new Step(Kind.FIRMWARE, url)));
    }
  }

  /** Local changes and contacts come last, if the configuration as it will be wants them. */
  private void planTail(Downloader downloader) {
    Map<String, String> merged = new LinkedHashMap<>();
    if (!overwrite) {
      merged.putAll(memory.config());
    }
    loaded.forEach(f -> memory.merge(f.config(), merged));
    Settings settings = new Settings(memory.firmware(), merged);
    if (settings.syncsLocalConfig()) {
      tail(Kind.LOCAL_CONFIG, () -> locations.localConfig(settings), downloader);
    }
    if (settings.backsUpContacts()) {
      tail(Kind.CONTACTS, () -> locations.contacts(settings), downloader);
    }
  }

  private void tail(Kind kind, Supplier<PhoneUrl> url, Downloader downloader) {
    try {
      pending.add(new Step(kind, url.get()));
    } catch (IllegalArgumentException e) {
      downloader.log().defect(Defect.Kind.BAD_URL, kind + ": " + e.getMessage());
    }
  }

  private static boolean valid(
      boolean firstLine, String file, List<Integer> badLines, Downloader downloader) {
    if (!firstLine) {
      downloader.log().defect(Defect.Kind.BAD_FIRST_LINE, file);
      return false;
    }
    badLines.forEach(n -> downloader.log().defect(Defect.Kind.BAD_LINE, file + " line " + n));
    return true;
  }

  private static Optional<PhoneUrl> resolve(
      PhoneUrl base, String reference, String file, Downloader downloader) {
    try {
      return Optional.of(base.resolve(reference));
    } catch (IllegalArgumentException e) {
      downloader.log().defect(Defect.Kind.BAD_URL, "in " + file + ": " + e.getMessage());
      return Optional.empty();
    }
  }
}
