package org.latchkey.testkit.snom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Hashes;
import org.latchkey.testkit.phone.PhoneCredential;
import org.latchkey.testkit.phone.PhoneUrl;
import org.latchkey.testkit.phone.RebootException;
import org.xml.sax.SAXException;

/**
 * A cycle of the C family: both files, and if one differs from last time all modules of both are
 * written, then the phone restarts.
 */
final class ConferenceCycle implements Cycle {
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final String DIRECTORY = "file.contact.directory.overwrite";

  private final SnomSetup setup;
  private final Memory memory;
  private final Getter getter;
  private final boolean booting;

  ConferenceCycle(SnomSetup setup, Memory memory, Getter getter, boolean booting) {
    this.setup = setup;
    this.memory = memory;
    this.getter = getter;
    this.booting = booting;
  }

  private record Loaded(String name, String target, String digest, TreeFile file) {}

  @Override
  public boolean run(String address) {
    List<PhoneUrl> urls = new Places(setup, address).files();
    idle("before it asks");
    List<Loaded> files = new ArrayList<>();
    for (PhoneUrl url : urls) {
      getter.get(url).flatMap(body -> read(url, body)).ifPresent(files::add);
    }
    if (files.stream().allMatch(this::isKnown)) {
      files.forEach(f -> getter.log().unchanged(f.name()));
      firmware(urls.get(0));
      return false;
    }
    write(files);
    directory(urls.get(0));
    idle("before it restarts");
    return true;
  }

  private void idle(String why) {
    if (!booting) {
      getter.log().await(IDLE, "idle " + why);
    }
  }

  private Optional<Loaded> read(PhoneUrl url, byte[] body) {
    try {
      TreeFile file = TreeFile.parse(body);
      file.badLines()
          .forEach(n -> getter.log().defect(Defect.Kind.BAD_LINE, url.file() + " line " + n));
      getter.trip().found();
      return Optional.of(new Loaded(url.file(), url.target(), Hashes.md5(body), file));
    } catch (SAXException e) {
      getter.log().defect(Defect.Kind.BAD_XML, url.file() + ": " + e.getMessage());
      getter.log().failed(url.file());
      return Optional.empty();
    }
  }

  private boolean isKnown(Loaded file) {
    return file.digest().equals(memory.digests().get(file.target()));
  }

  private void write(List<Loaded> files) {
    Map<String, Map<String, String>> modules = new LinkedHashMap<>();
    files.forEach(f -> modules(f).forEach((m, v) -> merge(modules, m, v)));
    modules.forEach(
        (module, values) -> {
          if (!memory.values().entrySet().containsAll(values.entrySet())) {
            getter.trip().faults().applyStep();
            memory.values().putAll(values);
          }
        });
    getter.trip().faults().applyStep();
    for (Loaded file : files) {
      if (isKnown(file)) {
        getter.log().unchanged(file.name());
      } else {
        getter.trip().applied(file.name());
      }
      memory.digests().put(file.target(), file.digest());
    }
  }

  private static void merge(
      Map<String, Map<String, String>> modules, String module, Map<String, String> values) {
    modules.computeIfAbsent(module, m -> new LinkedHashMap<>()).putAll(values);
  }

  /** The modules of a file, without those that have a setting this phone does not know. */
  private Map<String, Map<String, String>> modules(Loaded file) {
    Map<String, Map<String, String>> modules = new LinkedHashMap<>();
    file.file()
        .values()
        .forEach((p, v) -> merge(modules, p.replaceFirst("\\..*", ""), Map.of(p, v)));
    modules
        .entrySet()
        .removeIf(
            module -> {
              List<String> unknown =
                  module.getValue().keySet().stream()
                      .filter(p -> !KnownNames.CONFERENCE.knows(setup.model(), p))
                      .toList();
              unknown.forEach(
                  p ->
                      getter
                          .log()
                          .note(file.name() + ": skips " + module.getKey() + ", unknown " + p));
              return !unknown.isEmpty();
            });
    return modules;
  }

  private void directory(PhoneUrl base) {
    String reference = memory.get(DIRECTORY, "");
    if (!reference.isEmpty()) {
      getter
          .resolve(base, reference, DIRECTORY)
          .ifPresent(
              url ->
                  getter.aside(
                      url, reference.contains("://") ? url.credential() : Optional.empty()));
    }
  }

  /** The server of the firmware has a pair of its own. */
  private void firmware(PhoneUrl base) {
    String reference = memory.get("provisioning.firmware_url", "");
    Optional<PhoneUrl> url =
        reference.isEmpty() ? Optional.empty() : getter.resolve(base, reference, "firmware_url");
    Optional<Version> named = url.flatMap(u -> Version.in(u.file()));
    if (url.isEmpty() || named.filter(memory.firmware()::equals).isPresent()) {
      return;
    }
    PhoneCredential pair =
        new PhoneCredential(
            memory.get("provisioning.fw_server_username", ""),
            memory.get("provisioning.fw_server_access_password", ""));
    Optional<byte[]> image =
        getter.aside(url.get(), pair.user().isEmpty() ? Optional.empty() : Optional.of(pair));
    Optional<Version> version =
        image.flatMap(bytes -> named.or(() -> Version.in(new String(bytes, ISO_8859_1))));
    if (version.isPresent() && !version.get().equals(memory.firmware())) {
      getter.log().await(setup.flashTime(), "flashes " + url.get().file() + " and restarts");
      memory.firmware(version.get());
      throw new RebootException("firmware " + version.get().text());
    }
  }
}
