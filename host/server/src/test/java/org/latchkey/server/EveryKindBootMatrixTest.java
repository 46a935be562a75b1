package org.latchkey.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.SimulatedPhone;

/**
 * The matrix of boots for all kinds of simulated phones to which it is not told every day: in the
 * profile {@code matrix}.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("kinds")
@EnabledIfSystemProperty(named = "matrix", matches = "whole")
class EveryKindBootMatrixTest extends BootMatrix {
  @Parameter MatrixKind kind;

  private Path folder;
  private int requests;

  static List<MatrixKind> kinds() {
    return MatrixKind.all();
  }

  /** Each kind has a server of its own. */
  @Override
  @BeforeAll
  void start(@TempDir Path all) {
    folder = all;
  }

  @Override
  void stop() {}

  @BeforeParameterizedClassInvocation
  void startFor(MatrixKind next) throws Exception {
    kind = next; // or it would still be the one before
    super.start(folder.resolve(next.title()));
    // what a first boot takes; each of its requests has its own disasters
    SimulatedPhone phone = enrolled();
    redirect(phone);
    requests = phone.boot().exchanges().size();
  }

  @AfterParameterizedClassInvocation
  void stopFor() throws IOException {
    super.stop();
  }

  @Override
  String title() {
    return kind.title();
  }

  @Override
  Optional<MatrixKind> kind() {
    return Optional.of(kind);
  }

  @Override
  String product() {
    return "\"brand\":\"" + kind.brand() + "\",\"model\":\"" + kind.model() + "\"";
  }

  @Override
  SimulatedPhone phone(String mac, SSLContext trusted) {
    return Habits.plain(this, mac);
  }

  @Override
  String macPrefix() {
    return Habits.macPrefix(this);
  }

  @Override
  int requestsOfFirstBoot() {
    return requests;
  }

  @Override
  Outcome afterRefusal() {
    return Habits.afterRefusal(this);
  }

  @Override
  Outcome afterRefusedReset() {
    return kind.brand().equals("panasonic") ? Outcome.NOTHING_FOUND : afterRefusal();
  }

  @Override
  Outcome afterTypedPass() {
    return Habits.afterTypedPass(this);
  }

  @Override
  boolean isSettled(SimulatedPhone phone) throws Exception {
    return super.isSettled(phone)
        && (!Habits.asksMoreAtStart(this) || boot(phone).outcome() == Outcome.UNCHANGED);
  }
}
