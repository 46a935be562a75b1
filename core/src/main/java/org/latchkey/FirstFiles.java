package org.latchkey;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latchkey.Located.Candidate;
import org.latchkey.brand.Brand;
import org.latchkey.brand.FileRole;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.internal.Kept;
import org.latchkey.internal.Outage;
import org.latchkey.internal.Setup;
import org.latchkey.pass.DeviceAccess;
import org.latchkey.pass.DeviceAccess.Armed;
import org.latchkey.pass.DeviceAccess.Issued;
import org.latchkey.pass.GlobalPass;
import org.latchkey.pass.GlobalPass.Scope;
import org.latchkey.pass.Transitions;
import org.latchkey.spi.CredentialStates;

/**
 * A part of steps 5 and 6: the first files of phones that have shown a right global pass, where it
 * opens no device. A phone of which nothing tells the MAC is sent to its device file; one that a
 * refusal would harm gets a file that changes nothing.
 *
 * <p>Safe for use by many threads.
 */
final class FirstFiles {
  private static final Set<String> OPEN = Set.of("armed", "issued");
  private static final int MOST_KEPT = 10_000;
  // so many open phones of other brands are looked through before one of this brand is taken for
  // granted: a stub tells nothing but what was shown
  private static final int MOST_LOOKED_AT = 1_000;

  private final Setup setup;
  private final URI url;
  private final Kept<Question, Boolean> open;

  private record Question(String brand, Scope scope) {}

  /**
   * First files.
   *
   * @param url where phones of unknown owners are sent
   */
  FirstFiles(Setup setup, URI url) {
    this.setup = setup;
    this.url = url;
    this.open = new Kept<>(setup.clock(), MOST_KEPT);
  }

  /** The file that sends a phone on, while one of its brand may be opened by the pass. */
  Optional<Rendered> stub(Located located, GlobalPass pass) {
    return brand(located)
        .filter(brand -> hasOpen(brand, pass.scope()))
        .flatMap(
            brand ->
                brand
                    .renderer()
                    .stub(name(brand, located), url, pass.credential())
                    .map(file -> new Rendered(file, brand.traits().contentType())));
  }

  /** The file that changes nothing, for brands whose phones a refusal would harm. */
  Optional<Rendered> nothing(Located located) {
    return brand(located)
        .flatMap(
            brand ->
                brand
                    .renderer()
                    .nothing(name(brand, located))
                    .map(file -> new Rendered(file, brand.traits().contentType())));
  }

  /** Whose first file it is: the header's brand, or the first that claims the name. */
  private static Optional<Brand> brand(Located located) {
    return located.candidates().stream()
        .filter(candidate -> candidate.role() == FileRole.BOOTSTRAP)
        .map(Candidate::brand)
        .filter(brand -> located.headerBrand().map(brand::equals).orElse(true))
        .findFirst();
  }

  /** The file's name, or that in whose place the URL itself is asked. */
  private static String name(Brand brand, Located located) {
    String name =
        located.name().isEmpty()
            ? located.product().flatMap(brand.recogniser()::bareUrl).orElse("")
            : located.name();
    return Uploads.canonical(name);
  }

  private boolean hasOpen(Brand brand, Scope scope) {
    return open.get(
        new Question(brand.id(), scope),
        question -> setup.states().map(states -> ask(states, question)).orElse(true));
  }

  private boolean ask(CredentialStates states, Question question) {
    Instant now = setup.clock().instant();
    List<MacAddress> macs =
        Outage.guard(
            "credential states", () -> states.list(OPEN, Optional.empty(), MOST_LOOKED_AT));
    return macs.size() >= MOST_LOOKED_AT
        || macs.stream().anyMatch(mac -> isOpen(mac, question, now));
  }

  private boolean isOpen(MacAddress mac, Question question, Instant now) {
    return Outage.guard("device directory", () -> setup.directory().identify(mac))
        .filter(phone -> phone.brand().equals(question.brand()))
        .filter(phone -> question.scope().covers(phone.owner()))
        .filter(phone -> isOpen(access(phone), now))
        .isPresent();
  }

  private DeviceAccess access(DeviceIdentity phone) {
    return Transitions.read(
        setup.book().find(phone.mac()).map(page -> page.access()),
        phone.owner(),
        phone.generation());
  }

  private static boolean isOpen(DeviceAccess access, Instant now) {
    return access instanceof Issued issued
        ? issued.window().isOpen(now)
        : access instanceof Armed armed && now.isBefore(armed.arming().end());
  }
}
