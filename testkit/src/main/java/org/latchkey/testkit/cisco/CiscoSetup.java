package org.latchkey.testkit.cisco;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.latchkey.testkit.phone.AuthAbilities;
import org.latchkey.testkit.phone.HttpSettings;
import org.latchkey.testkit.phone.Waiter;

/** What a phone is and how it behaves; fixed when it is built. */
record CiscoSetup(
    String mac,
    CiscoModel model,
    String serial,
    HttpSettings http,
    AuthAbilities auth,
    boolean keepAlive,
    boolean clientCertificate,
    boolean bootstrapComesBack,
    boolean laterRulesAtOnce,
    boolean restartsAfterChange,
    boolean walksOnAfterRefusal,
    boolean credentialToOtherHosts,
    boolean resetKeepsAccount,
    boolean secretMacrosInCredential,
    EmptyValue emptyValue,
    String keyDigest,
    Duration flashTime,
    Clock clock,
    Waiter waiter,
    RandomGenerator random) {

  String userAgent(Memory memory) {
    String version = memory.firmware().version();
    return switch (model.family()) {
      case MPP, POS ->
          new Macros(this, memory, "0")
              .expand(
                  memory
                      .get("HTTP_User_Agent_Name")
                      .replace("$VERSION", "Cisco-" + model.product() + "/" + version));
      case SPA -> cisco("-" + version) + " (" + mac.toUpperCase(Locale.ROOT) + ")" + inBrackets();
      case SPA525, ATA1 -> cisco("-" + version) + " " + inBrackets();
      case ATA19 -> cisco("-MPP-" + version) + " " + inBrackets();
      case SPA9 -> "Linksys/SPA-" + model.series() + "-" + version + " " + inBrackets();
    };
  }

  private String cisco(String version) {
    return "Cisco/" + model.product() + version;
  }

  private String inBrackets() {
    return "(" + serial + ")";
  }
}
