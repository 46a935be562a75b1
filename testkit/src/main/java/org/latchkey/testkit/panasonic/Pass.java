package org.latchkey.testkit.panasonic;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.latchkey.testkit.phone.Defect;

/** One pass over all files; each is taken over as soon as it was read. */
final class Pass {
  /** A server that names another address each time is asked no more than this. */
  private static final int MAX_FILES = 12;

  private final PanasonicSetup setup;
  private final Memory memory;
  private final Bootstrap bootstrap;
  private final Download download;
  private int bytes;
  private boolean had;

  Pass(PanasonicSetup setup, Memory memory, Bootstrap bootstrap, Download download) {
    this.setup = setup;
    this.memory = memory;
    this.bootstrap = bootstrap;
    this.download = download;
  }

  /**
   * Asks for everything that has an address.
   *
   * @param starting whether the phone was just switched on; else it bootstraps only while no file
   *     has an address
   * @return whether a file with any parameter could be had
   */
  boolean run(boolean starting) {
    Map<ConfigUrl, String> known = paths();
    if (starting || known.isEmpty()) {
      bootstrap.address().ifPresent(this::bootstrap);
    }
    // on KX-UTG the initial file is documented to be followed at once
    Map<ConfigUrl, String> start = setup.family().xml() ? paths() : known;
    Map<ConfigUrl, String> asked = new EnumMap<>(ConfigUrl.class);
    for (int files = 0; files < MAX_FILES; files++) {
      Map<ConfigUrl, String> now = setup.newPathWaits() ? start : paths();
      Optional<ConfigUrl> next =
          now.keySet().stream()
              .filter(url -> !Objects.equals(now.get(url), asked.get(url)))
              .findFirst();
      if (next.isEmpty()) {
        break;
      }
      String address = now.getOrDefault(next.get(), "");
      asked.put(next.get(), address);
      take(Layer.of(next.get()), download.get(address, false, next.get().parameter()));
    }
    return had;
  }

  private Map<ConfigUrl, String> paths() {
    return memory.settings().paths(setup.family());
  }

  private void bootstrap(String address) {
    String what = bootstrap.source().map(Source::name).orElse(Settings.TYPED_URL);
    if (!Addresses.hasScheme(address)) {
      download.log().note(what + " means TFTP, which this phone cannot do");
      download.failed(what);
      return;
    }
    take(Layer.BOOTSTRAP, download.get(address, true, what));
  }

  private void take(Layer layer, Optional<Download.Body> body) {
    if (body.isEmpty()) {
      return;
    }
    String file = body.get().file();
    byte[] content = body.get().answer().body();
    bytes += content.length;
    if (bytes > setup.family().maxBytes()) {
      download.log().defect(Defect.Kind.TOO_LARGE, file + ", with those before it");
      download.failed(file);
      return;
    }
    if (file.toLowerCase(Locale.ROOT).matches(".*\\.(e[123]c|enc)")) {
      download.log().note(file + " is encrypted, which this phone cannot do");
      download.failed(file);
      return;
    }
    ConfigFile config = ConfigFile.parse(setup.family(), content);
    if (config.fault().isPresent()) {
      Defect fault = config.fault().get();
      download.log().defect(fault.kind(), (file + " " + fault.detail()).strip());
      download.failed(file);
      return;
    }
    config
        .ignored()
        .forEach(
            line ->
                download.log().defect(Defect.Kind.BAD_LINE, file + " line " + line + ": too long"));
    write(layer, file, config.values());
  }

  private void write(Layer layer, String file, Map<String, ConfigFile.Value> values) {
    if (values.isEmpty()) {
      download.log().note(file + " says nothing");
      return;
    }
    had = true;
    if (!memory.differs(layer, values)) {
      download.log().unchanged(file);
      return;
    }
    download.faults().applyStep();
    Map<String, String> before = memory.values();
    memory.write(layer, values);
    download.log().applied(file);
    memory
        .values()
        .forEach(
            (name, value) -> {
              if (!value.equals(before.get(name))) {
                download.log().changed(name);
              }
            });
  }
}
