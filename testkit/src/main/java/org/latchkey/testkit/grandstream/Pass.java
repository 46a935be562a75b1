package org.latchkey.testkit.grandstream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.PhoneCredential;
import org.latchkey.testkit.phone.PhoneUrl;
import org.latchkey.testkit.phone.RebootException;

/**
 * One way through the list of files. Each file counts as soon as it was read. A pass that a prompt
 * interrupts goes on with the file that was refused.
 */
final class Pass {
  private static final int MAX_RERUNS = 5;

  private final GrandstreamSetup setup;
  private final Memory memory;
  private final Progress progress;
  private final boolean booting;
  private final boolean overridden;
  private final Deque<Slot> pending;
  private Location location;
  private Optional<Location> fallback;
  private Optional<PhoneCredential> credential = Optional.empty();
  private boolean found;
  private boolean restart;
  private int reruns;

  /** A pass at a boot, or one in between; what the network offers beats the stored path. */
  Pass(GrandstreamSetup setup, Memory memory, Network network, Progress progress, boolean booting) {
    this.setup = setup;
    this.memory = memory;
    this.progress = progress;
    this.booting = booting;
    Optional<Location> beating = network.beating(setup, memory);
    Location stored = Location.config(setup, memory);
    overridden = beating.isPresent();
    location = beating.orElse(stored);
    fallback =
        Optional.of(stored).filter(l -> overridden && network.fallsBack(memory) && !l.gaps());
    pending = new ArrayDeque<>(order());
  }

  Progress progress() {
    return progress;
  }

  /** Whether the phone would ask the vendor's redirect service. */
  boolean gaps() {
    return location.gaps();
  }

  private List<Slot> order() {
    if (!setup.kind().has(Habit.ORDER_BY_CONFIG)) {
      return setup.kind().order();
    }
    String chosen = memory.get(P.ORDER);
    String types = memory.get(P.TYPES);
    boolean binaries = !types.matches("\\d{1,9}") || Integer.parseInt(types) % 2 == 1;
    return (chosen.isEmpty() ? setup.kind().order() : Slot.list(chosen))
        .stream().filter(s -> binaries || !s.binary()).toList();
  }

  /**
   * Asks for everything that is left.
   *
   * @return whether the phone must restart for what it got
   * @throws PromptException if a person must be asked; call again after the answer
   * @throws RebootException after a change of the firmware
   */
  boolean run(Transfer transfer) {
    credential = memory.credential();
    while (!pending.isEmpty()) {
      step(pending.element(), transfer);
      if (pending.isEmpty() && !found && fallback.isPresent()) {
        location = fallback.get();
        fallback = Optional.empty();
        pending.addAll(order());
      }
    }
    new FirmwareUpdate(setup, memory, transfer, pair()).run();
    if (booting) {
      new Phonebook(setup, memory, transfer).run();
    }
    return restart;
  }

  /** Read anew for every file, unless this phone goes on with what it began with. */
  private Optional<PhoneCredential> pair() {
    return setup.lateCredential() ? credential : memory.credential();
  }

  private void step(Slot slot, Transfer transfer) {
    PhoneUrl url;
    try {
      url = location.config(setup.file(slot), memory);
    } catch (IllegalArgumentException e) {
      transfer.log().defect(Defect.Kind.BAD_URL, "server path: " + e.getMessage());
      transfer.log().failed(setup.file(slot));
      pending.clear();
      return;
    }
    Fetched fetched = transfer.config(url, pair());
    pending.remove();
    if (fetched instanceof Fetched.Found file) {
      read(slot, url.file(), file.answer().body(), transfer);
    }
  }

  private void read(Slot slot, String file, byte[] body, Transfer transfer) {
    Intake intake = new Intake(setup.kind(), transfer.log(), file);
    Map<String, String> values;
    try {
      values =
          slot.binary()
              ? intake.numbered(BinaryFile.parse(body, setup.mac()))
              : intake.of(xml(body));
    } catch (FileException e) {
      transfer.log().defect(Defect.Kind.BAD_XML, file + ": " + e.getMessage());
      transfer.log().failed(file);
      return;
    }
    Applier.Written written =
        new Applier(memory, transfer.faults(), transfer.log()).apply(file, values);
    found = true;
    progress.accepted(written.any());
    restart |= written.restart();
    proceed(slot, written.path(), transfer);
  }

  private ConfigXml xml(byte[] body) throws FileException {
    String key = memory.get(P.FILE_PASSWORD);
    boolean plain = ConfigXml.plain(body);
    if (!plain && key.isEmpty()) {
      throw new FileException("encrypted, and no file password is stored");
    }
    if (plain && setup.refusesPlain() && !key.isEmpty()) {
      throw new FileException("not encrypted though a file password is stored");
    }
    ConfigXml xml = ConfigXml.parse(plain ? body : XmlCipher.decrypt(body, key));
    if (xml.mac().filter(m -> !m.equalsIgnoreCase(setup.mac())).isPresent()) {
      throw new FileException("MAC addresses are not matched");
    }
    return xml;
  }

  /** Decides which files are still asked for after one that was taken. */
  private void proceed(Slot slot, boolean newPath, Transfer transfer) {
    if (slot.binary()) {
      location = overridden ? location : Location.config(setup, memory);
      return;
    }
    if (newPath && setup.reruns()) {
      pending.clear();
      reruns++;
      if (reruns > MAX_RERUNS) {
        transfer.log().note("gives up after " + MAX_RERUNS + " new server paths");
        return;
      }
      transfer.log().note("asks again at the new server path");
      location = Location.config(setup, memory);
      credential = memory.credential();
      order().stream().filter(s -> !s.binary()).forEach(pending::add);
    } else if (!memory.on(P.ALL_FILES)) {
      boolean binaries = setup.kind().has(Habit.BINARY_AFTER_XML);
      pending.removeIf(s -> !(binaries && s.binary()));
    }
  }
}
