package org.latchkey.testkit.snom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Hashes;
import org.latchkey.testkit.phone.PhoneUrl;
import org.xml.sax.SAXException;

/** A cycle of the D family and of DECT bases: files, then firmware, then languages. */
final class DeskCycle implements Cycle {
  private static final int MAX_DEPTH = 4;
  private static final int MAX_FILES = 50;

  private final SnomSetup setup;
  private final Memory memory;
  private final Getter getter;
  private final DeskApplier applier;
  private final List<Offered> languages = new ArrayList<>();
  private boolean restarts;
  private int files;

  DeskCycle(SnomSetup setup, Memory memory, Getter getter) {
    this.setup = setup;
    this.memory = memory;
    this.getter = getter;
    this.applier = new DeskApplier(setup, memory, getter.trip());
  }

  /** A language file and the file that names it. */
  private record Offered(DeskFile.Language language, PhoneUrl base) {}

  @Override
  public boolean run(String address) {
    Map<String, String> before = new TreeMap<>(memory.values());
    Places places = new Places(setup, address);
    List<PhoneUrl> first = places.files();
    for (PhoneUrl url : first) {
      take(getter.get(url), url, places, 0);
    }
    firmware(first.get(0), places);
    languages(places);
    applier.finish();
    return restarts && !before.equals(memory.values());
  }

  private void take(Optional<byte[]> body, PhoneUrl url, Places places, int depth) {
    if (body.isEmpty()) {
      return;
    }
    DeskFile file;
    try {
      file = DeskFile.parse(body.get());
    } catch (SAXException e) {
      getter.log().defect(Defect.Kind.BAD_XML, url.file() + ": " + e.getMessage());
      getter.log().failed(url.file());
      return;
    }
    getter.trip().found();
    applier.take(url.file(), url.target(), Hashes.md5(body.get()), file);
    restarts |= file.restartsOnChange();
    file.languages().forEach(l -> languages.add(new Offered(l, url)));
    for (String reference : file.files()) {
      follow(url, reference, places, depth + 1);
    }
  }

  private void follow(PhoneUrl base, String reference, Places places, int depth) {
    files++;
    if (depth > MAX_DEPTH || files > MAX_FILES) {
      getter.log().note("too many files: " + base.file() + " is not followed");
      return;
    }
    String full = places.filled(reference);
    Optional<PhoneUrl> url = getter.resolve(base, full, "in " + base.file());
    url.ifPresent(u -> take(getter.refer(base, full, "in " + base.file()), u, places, depth));
  }

  /** What {@code firmware_status} points to is read like any other file. */
  private void firmware(PhoneUrl base, Places places) {
    String name = setup.generation().dect() ? "firmware-status" : "firmware_status";
    String status = applier.value(name, "");
    if (!status.isEmpty()) {
      follow(base, status, places, 1);
    }
    new FirmwareUpdate(setup, memory, getter, applier).run(base, places);
  }

  /** Loads the chosen languages once; English is built in. */
  private void languages(Places places) {
    for (Offered offered : languages) {
      DeskFile.Language language = offered.language();
      String chosen = applier.value(language.setting(), "English");
      if (!language.name().equals(chosen) || chosen.equals("English")) {
        continue;
      }
      String reference = places.filled(language.url());
      String where = "language " + language.name();
      getter
          .resolve(offered.base(), reference, where)
          .filter(url -> !memory.languages().contains(url.target()))
          .filter(url -> getter.refer(offered.base(), reference, where).isPresent())
          .ifPresent(url -> memory.languages().add(url.target()));
    }
  }
}
