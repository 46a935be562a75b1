package org.latchkey.server;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.latchkey.error.InvalidValueException;
import org.latchkey.pass.GlobalPass;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;
import org.latchkey.spi.EditableGlobalPasses;

/**
 * The installation's global pass. What is kept counts; the environment or a file of the data folder
 * says it only where nothing is kept. However many nodes begin at once, there is one.
 */
final class FirstPass {
  static final String VARIABLE = "LATCHKEY_GLOBAL_PASS";
  private static final String ID = "first";

  private FirstPass() {}

  /**
   * Finds the pass, or enters the first.
   *
   * @param given what the environment says
   * @param file where it can be read by the operator; written if it is missing
   * @param fresh makes a password
   */
  static Credential find(
      EditableGlobalPasses passes,
      @Nullable String given,
      Path file,
      Supplier<String> fresh,
      PrintStream out) {
    Optional<Credential> said =
        given != null
            ? Optional.of(credential(VARIABLE, given))
            : Optional.of(file)
                .filter(Files::exists)
                .map(f -> credential(f.toString(), PrivateFiles.readOrMakeText(f, fresh)));
    Credential kept =
        kept(passes)
            .orElseGet(
                () -> enter(passes, said.orElseGet(() -> Credential.of("firstboot", fresh.get()))));
    if (said.isPresent() && !same(said.get(), kept)) {
      out.println(
          (given != null ? VARIABLE : file.toString())
              + " is not the global pass that is kept, of user "
              + kept.username()
              + "; the one that is kept counts");
    }
    if (given == null && said.isEmpty()) {
      PrivateFiles.readOrMakeText(file, () -> text(kept));
    }
    return kept;
  }

  private static Optional<Credential> kept(EditableGlobalPasses passes) {
    List<GlobalPass> some =
        passes.all().stream()
            .filter(pass -> pass.scope().equals(GlobalPass.Scope.INSTALLATION))
            .toList();
    return some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1).credential());
  }

  private static Credential enter(EditableGlobalPasses passes, Credential first) {
    try {
      passes.add(new GlobalPass(ID, GlobalPass.Scope.INSTALLATION, first, false));
      return first;
    } catch (InvalidValueException e) {
      // of that id there is one now: another node was faster
      return kept(passes).orElseThrow(() -> e);
    }
  }

  private static Credential credential(String place, String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new StartException(place + " must be user:password");
    }
    return Credential.of(text.substring(0, colon), text.substring(colon + 1));
  }

  private static boolean same(Credential one, Credential other) {
    return one.username().equals(other.username()) && one.password().equals(other.password());
  }

  private static String text(Credential pass) {
    return pass.username() + ":" + pass.password().reveal(SecretAccess.granted());
  }
}
