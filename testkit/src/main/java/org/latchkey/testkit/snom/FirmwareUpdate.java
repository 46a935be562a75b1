package org.latchkey.testkit.snom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Optional;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.PhoneUrl;
import org.latchkey.testkit.phone.RebootException;

/**
 * Loads an image of another version than the one that runs. The version is told by the image's
 * name; as images have no public form, otherwise by the first text like it in the body.
 */
final class FirmwareUpdate {
  private final SnomSetup setup;
  private final Memory memory;
  private final Getter getter;
  private final DeskApplier applier;

  FirmwareUpdate(SnomSetup setup, Memory memory, Getter getter, DeskApplier applier) {
    this.setup = setup;
    this.memory = memory;
    this.getter = getter;
    this.applier = applier;
  }

  /**
   * Does nothing if no image is named, or the policy forbids it, or the version runs already.
   *
   * @throws RebootException after a successful update
   */
  void run(PhoneUrl base, Places places) {
    String reference = places.filled(applier.value("firmware", ""));
    if (reference.isEmpty() || !isAllowed()) {
      return;
    }
    Optional<PhoneUrl> url = getter.resolve(base, reference, "firmware");
    if (setup.generation().dect()) {
      url.ifPresent(this::dect);
    } else {
      url.ifPresent(u -> desk(base, u, reference));
    }
  }

  private boolean isAllowed() {
    String policy = applier.value("update_policy", "auto_update");
    if (policy.equals("ask_for_update")) {
      getter.log().note("firmware waits for a person");
    }
    return policy.equals("auto_update");
  }

  private void desk(PhoneUrl base, PhoneUrl url, String reference) {
    Optional<Version> named = Version.in(url.file());
    if (named.filter(memory.firmware()::equals).isPresent()) {
      return;
    }
    Optional<byte[]> image = getter.refer(base, reference, "firmware");
    if (image.isEmpty() && !memory.firmware().atLeast("10")) {
      throw new StoppedException(Outcome.FAILED, "no firmware there: a person must confirm");
    }
    image
        .flatMap(bytes -> named.or(() -> Version.in(new String(bytes, ISO_8859_1))))
        .ifPresent(version -> flash(url, version));
  }

  /** A known mistake of these bases: the port of the address is lost. */
  private void dect(PhoneUrl server) {
    int software = number("fp_fwu_sw_version");
    int branch = number("fp_fwu_branch_version");
    Version wanted =
        new Version(
            String.format(Locale.ROOT, "%02d.%02d.%04d", software / 100, software % 100, branch));
    if (software == 0 || wanted.equals(memory.firmware())) {
      return;
    }
    String host = server.host().contains(":") ? "[" + server.host() + "]" : server.host();
    String path = server.target().replaceFirst("/$", "");
    String model = setup.model();
    PhoneUrl image =
        PhoneUrl.parse(
            String.format(
                Locale.ROOT,
                "%s://%s%s/%s/%s_v%04d_b%04d.fwu",
                server.secure() ? "https" : "http",
                host,
                path,
                model,
                model,
                software,
                branch));
    if (getter.get(image).isPresent()) {
      flash(image, wanted);
    }
  }

  private int number(String name) {
    String text = applier.value(name, "");
    return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
  }

  private void flash(PhoneUrl url, Version version) {
    if (version.equals(memory.firmware())) {
      return;
    }
    getter.log().await(setup.flashTime(), "flashes " + url.file() + " and restarts");
    memory.firmware(version);
    throw new RebootException("firmware " + version.text());
  }
}
