package org.latchkey.testkit.polycom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.PhoneRequest;
import org.latchkey.testkit.phone.PhoneUrl;
import org.latchkey.testkit.phone.RebootException;
import org.xml.sax.SAXException;

/** One pass over all files. It changes nothing but the firmware. */
final class Sweep {
  private static final String SHARED = "000000000000";
  private static final String MASTER_SUFFIX = ".cfg";

  private final PolycomSetup setup;
  private final Memory memory;
  private final Server server;
  private final Transfer transfer;
  private final boolean booting;
  private boolean silent;

  Sweep(PolycomSetup setup, Memory memory, Server server, Transfer transfer, boolean booting) {
    this.setup = setup;
    this.memory = memory;
    this.server = server;
    this.transfer = transfer;
    this.booting = booting;
  }

  /**
   * Asks for everything. Without a usable master file the files of the phone's own are asked for
   * all the same, and only if no server answers at all the phone gives up.
   *
   * @param again whether this is the second sweep before a restart
   * @return what was found, or empty if what is stored must do
   * @throws RebootException after a change of the firmware
   */
  Optional<Findings> run(boolean again) {
    Stage early = booting ? Stage.UPDATER : Stage.APPLICATION;
    if (booting && !again) {
      startBoot();
    }
    Optional<MasterFile> master = master(early);
    if (silent) {
      transfer.log().note("no server answers");
      return Optional.empty();
    }
    master.ifPresent(m -> firmware(m, early));
    if (booting && setup.masterTwice()) {
      master = master(Stage.APPLICATION);
    }
    MasterFile place = master.orElseGet(() -> new MasterFile(Map.of(), setup));
    List<Findings.Copy> files = files(place);
    Map<OverrideFile, Findings.Copy> overrides = overrides(place);
    Optional<String> contacts = extras(place);
    logs(place, again);
    return master.map(m -> new Findings(m.values(), files, overrides, contacts));
  }

  private void startBoot() {
    if (setup.generation().bootLogFirst()) {
      put("", "-boot.log", Stage.UPDATER);
    }
    if (setup.generation().oldBootRom()) {
      if (!get(s -> s.at(setup.part() + ".bootrom.ld"), Stage.UPDATER).found()) {
        get(s -> s.at("bootrom.ld"), Stage.UPDATER);
      }
      get(s -> s.at("bootrom.ver"), Stage.UPDATER);
    }
  }

  private Optional<MasterFile> master(Stage stage) {
    List<PhoneUrl> candidates =
        server.namesMaster()
            ? List.of(server.base())
            : List.of(
                server.at(setup.fileMac() + MASTER_SUFFIX), server.at(SHARED + MASTER_SUFFIX));
    for (PhoneUrl url : candidates) {
      Fetched fetched = transfer.get(url, stage);
      silent = fetched instanceof Fetched.Silent;
      if (silent) {
        break;
      }
      Optional<Map<String, String>> values = read(fetched, url.file());
      if (values.isPresent()) {
        return values.map(v -> new MasterFile(v, setup));
      }
    }
    return Optional.empty();
  }

  private void firmware(MasterFile master, Stage stage) {
    try {
      new FirmwareUpdate(setup, memory, server, transfer).run(master.firmware(), stage);
    } catch (IllegalArgumentException e) {
      transfer.log().defect(Defect.Kind.BAD_URL, "APP_FILE_PATH: " + e.getMessage());
    }
  }

  private List<Findings.Copy> files(MasterFile master) {
    List<Findings.Copy> files = new ArrayList<>();
    if (master.holdsParameters() && !master.values().isEmpty()) {
      files.add(new Findings.Copy(setup.fileMac() + MASTER_SUFFIX, master.values(), true));
    }
    for (String reference : master.configFiles(transfer.log())) {
      Fetched fetched = get(s -> s.at(reference), Stage.APPLICATION);
      String name = withoutCredential(reference);
      Optional<Map<String, String>> values = read(fetched, name);
      if (values.isPresent()) {
        files.add(new Findings.Copy(name, values.get(), true));
      } else if (fetched instanceof Fetched.Absent) {
        transfer.log().note(name + " is not there");
      } else {
        Map<String, String> last = memory.copies().getOrDefault(name, Map.of());
        files.add(new Findings.Copy(name, last, false));
      }
    }
    for (String reference : master.miscFiles(transfer.log())) {
      get(s -> s.at(reference), Stage.APPLICATION);
    }
    return files;
  }

  /** The server's copy of the person's changes; what it does not have is lost at a boot. */
  private Map<OverrideFile, Findings.Copy> overrides(MasterFile master) {
    Map<OverrideFile, Findings.Copy> all = new EnumMap<>(OverrideFile.class);
    if (!setup.generation().overrides()) {
      return all;
    }
    for (OverrideFile which : OverrideFile.values()) {
      String file = setup.fileMac() + which.suffix();
      Fetched fetched =
          get(s -> s.in(master.directory("OVERRIDES_DIRECTORY"), file), Stage.APPLICATION);
      Optional<Map<String, String>> values = read(fetched, file);
      boolean lost = booting && fetched instanceof Fetched.Absent;
      Map<String, String> otherwise = lost ? Map.of() : memory.overrides(which);
      all.put(which, new Findings.Copy(file, values.orElse(otherwise), values.isPresent()));
    }
    return all;
  }

  private Optional<String> extras(MasterFile master) {
    String mac = setup.fileMac();
    if (setup.generation().overrides()) {
      for (String owner : List.of(SHARED, mac)) {
        get(
            s -> s.in(master.directory("LICENSE_DIRECTORY"), owner + "-license.cfg"),
            Stage.APPLICATION);
      }
    }
    String language = memory.parameters().getOrDefault("lcl.ml.lang", "");
    if (setup.generation().oldBootRom() && !language.isEmpty()) {
      String folder = "SoundPointIPLocalization/" + language;
      get(s -> s.in(folder, "SoundPointIP-dictionary.xml"), Stage.APPLICATION);
    }
    if (!setup.generation().soundPoint()) {
      get(
          s -> s.in(master.directory("CALL_LISTS_DIRECTORY"), mac + "-calls.xml"),
          Stage.APPLICATION);
    }
    String folder = master.directory("CONTACTS_DIRECTORY");
    Fetched own = get(s -> s.in(folder, mac + "-directory.xml"), Stage.APPLICATION);
    Fetched contacts =
        own.found() ? own : get(s -> s.in(folder, SHARED + "-directory.xml"), Stage.APPLICATION);
    return contacts instanceof Fetched.Found found
        ? Optional.of(new String(found.answer().body(), UTF_8))
        : Optional.empty();
  }

  private void logs(MasterFile master, boolean again) {
    String folder = master.directory("LOG_FILE_DIRECTORY");
    if (again) {
      put(folder, "-boot.log", Stage.APPLICATION);
    }
    if (setup.uploadsLogs() && !setup.generation().soundPoint()) {
      String file = setup.fileMac() + "-app.log";
      ask(s -> PhoneRequest.of("HEAD", s.in(folder, file)), Stage.APPLICATION);
    }
    put(folder, "-app.log", Stage.APPLICATION);
  }

  private void put(String folder, String suffix, Stage stage) {
    if (!setup.uploadsLogs()) {
      return;
    }
    String file = setup.fileMac() + suffix;
    byte[] lines = (setup.model() + " " + memory.firmware() + " provisions\n").getBytes(UTF_8);
    ask(s -> PhoneRequest.of("PUT", s.in(folder, file)).withBody(lines), stage);
  }

  private Fetched get(Function<Server, PhoneUrl> place, Stage stage) {
    return ask(s -> PhoneRequest.of("GET", place.apply(s)), stage);
  }

  private Fetched ask(Function<Server, PhoneRequest> request, Stage stage) {
    PhoneRequest made;
    try {
      made = request.apply(server);
    } catch (IllegalArgumentException e) {
      transfer.log().defect(Defect.Kind.BAD_URL, String.valueOf(e.getMessage()));
      return new Fetched.Absent();
    }
    return transfer.move(made, stage);
  }

  private Optional<Map<String, String>> read(Fetched fetched, String file) {
    if (!(fetched instanceof Fetched.Found found)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ParameterFile.parse(found.answer().body()));
    } catch (SAXException e) {
      transfer.log().defect(Defect.Kind.BAD_XML, file + ": " + e.getMessage());
      transfer.log().failed(file);
      return Optional.empty();
    }
  }

  /** A reference may hold a password, and it goes into reports. */
  private static String withoutCredential(String reference) {
    int from = reference.indexOf("://") + 3;
    int slash = reference.indexOf('/', from);
    int at = reference.substring(0, slash < 0 ? reference.length() : slash).lastIndexOf('@');
    return from < 3 || at < from
        ? reference
        : reference.substring(0, from) + reference.substring(at + 1);
  }
}
