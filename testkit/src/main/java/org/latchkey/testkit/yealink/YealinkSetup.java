package org.latchkey.testkit.yealink;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.latchkey.testkit.phone.AuthAbilities;
import org.latchkey.testkit.phone.HttpSettings;
import org.latchkey.testkit.phone.Waiter;

/** What a phone is and how it behaves; fixed when it is built. */
record YealinkSetup(
    String mac,
    String model,
    int modelCode,
    HttpSettings http,
    AuthAbilities auth,
    boolean honoursStale,
    boolean keepAlive,
    boolean userAgentMac,
    boolean joinsWithoutSlash,
    int rangeBytes,
    Duration flashTime,
    Waiter waiter,
    RandomGenerator random) {

  String commonFile() {
    return String.format(Locale.ROOT, "y%012d.cfg", modelCode);
  }

  /** The model as boot files name it: {@code T46S} for {@code SIP-T46S}. */
  String bareModel() {
    return model.replaceFirst("^SIP[ -]+", "").replaceFirst("^VP-", "");
  }

  /** DECT bases have no display to ask on. */
  boolean hasScreen() {
    return !bareModel().startsWith("W");
  }

  String userAgent(Firmware firmware, Settings settings) {
    StringBuilder text = new StringBuilder();
    if (!model.startsWith("W52P") && !model.startsWith("VP530")) {
      boolean old = firmware.release() < 81 && model.matches("SIP-T(18|28|29).*");
      text.append(old ? "yealink " : "Yealink ");
    }
    boolean wide = model.matches("SIP-T(38G|56A)");
    text.append(model).append(wide ? "  " : " ").append(firmware.version());
    if (userAgentMac && settings.on("auto_provision.user_agent_mac.enable", true)) {
      boolean plain = model.equals("SIP-T56A");
      text.append(' ').append(plain ? mac : mac.replaceAll("(..)(?=.)", "$1:"));
    }
    return text.toString();
  }
}
