package org.latchkey.testkit.cisco;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.PhoneRequest;
import org.latchkey.testkit.phone.PhoneUrl;
import org.latchkey.testkit.phone.RebootException;

/**
 * Loads and flashes the firmware that {@code Upgrade_Rule} names. Nothing here can carry a
 * credential. As loads have no public form, a {@code .loads} file is taken for a list of names, one
 * for each line.
 */
final class Upgrade {
  private static final String RULE = "Upgrade_Rule";

  private final CiscoSetup setup;
  private final Memory memory;
  private final Transfer transfer;

  Upgrade(CiscoSetup setup, Memory memory, Transfer transfer) {
    this.setup = setup;
    this.memory = memory;
    this.transfer = transfer;
  }

  /**
   * Does nothing if the rule names the load that runs. A failure is noted and tried again later.
   *
   * @throws RebootException after a successful upgrade
   */
  void run(Macros macros, String dhcpBase) {
    String rule = memory.get(RULE);
    if (rule.isBlank() || !memory.on("Upgrade_Enable")) {
      return;
    }
    try {
      if (Rule.parse(rule).alternatives().stream().anyMatch(a -> !a.options().isEmpty())) {
        transfer.log().defect(Defect.Kind.BAD_URL, RULE + ": takes no options");
        return;
      }
      Target target = Target.of(rule, setup, macros, dhcpBase);
      if (!target.url().isEmpty()) {
        transfer.url(target.url()).ifPresent(this::load);
      }
    } catch (IllegalArgumentException e) {
      transfer.log().defect(Defect.Kind.BAD_URL, RULE + ": " + e.getMessage());
    }
  }

  private void load(PhoneUrl url) {
    String file = url.file();
    Optional<Firmware> other = Firmware.ofFile(memory.family(), file);
    if (other.isEmpty()) {
      transfer.log().note("firmware " + file + " not taken: no version in its name");
      return;
    }
    if (other.get().load().equals(memory.firmware().load())) {
      transfer.log().note("firmware " + other.get().load() + " is running already");
      return;
    }
    List<PhoneUrl> pieces = new ArrayList<>();
    boolean whole = fetch(url, pieces);
    for (int i = 0; whole && i < pieces.size(); i++) {
      whole = fetch(pieces.get(i), new ArrayList<>());
    }
    if (!whole) {
      transfer.log().note("firmware " + file + " could not be loaded");
      return;
    }
    transfer.log().await(setup.flashTime(), "flashes " + file + " and restarts");
    memory.firmware(other.get());
    throw new RebootException("firmware " + other.get().load());
  }

  private boolean fetch(PhoneUrl url, List<PhoneUrl> pieces) {
    Fetched fetched = transfer.move(PhoneRequest.of("GET", url), Optional.empty());
    if (!(fetched instanceof Fetched.Found found)) {
      return false;
    }
    if (url.file().endsWith(".loads")) {
      new String(found.answer().body(), ISO_8859_1)
          .lines()
          .map(String::strip)
          .filter(l -> !l.isEmpty())
          .forEach(l -> pieces.add(url.resolve(l)));
    }
    return true;
  }
}
