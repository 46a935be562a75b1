package org.latchkey.testkit.polycom;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.latchkey.testkit.phone.AuthAbilities;
import org.latchkey.testkit.phone.HttpSettings;
import org.latchkey.testkit.phone.Waiter;

/** What a phone is and how it behaves; fixed when it is built. */
record PolycomSetup(
    String mac,
    Generation generation,
    String model,
    String part,
    HttpSettings http,
    AuthAbilities auth,
    boolean honoursStale,
    boolean keepAlive,
    boolean upperCaseMac,
    boolean twoSweeps,
    boolean masterTwice,
    boolean unnamedFirmware,
    boolean uploadsLogs,
    Duration flashTime,
    Waiter waiter,
    RandomGenerator random) {

  /** The MAC as it stands in the names of files. */
  String fileMac() {
    return upperCaseMac ? mac.toUpperCase(Locale.ROOT) : mac;
  }

  /** The model as master files name it: {@code VVX500} for {@code VVX_500}. */
  String bareModel() {
    return model.replace("_", "");
  }

  String userAgent(Stage stage, Memory memory) {
    StringBuilder text = new StringBuilder("FileTransport ");
    text.append(generation.prefix()).append('-').append(model).append("-UA/");
    text.append(stage == Stage.UPDATER ? generation.updater() : memory.firmware());
    if (memory.flash().tagSerialNo()) {
      text.append(" (SN:").append(mac).append(')');
    }
    if (generation.typed()) {
      text.append(" Type/").append(stage.token());
    }
    return text.toString();
  }
}
