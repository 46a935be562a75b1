package org.latchkey.testkit.snom;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.latchkey.testkit.phone.AuthAbilities;
import org.latchkey.testkit.phone.HttpSettings;
import org.latchkey.testkit.phone.Waiter;

/** What a phone is and how it behaves; fixed when it is built. */
record SnomSetup(
    String mac,
    Generation generation,
    String model,
    Network network,
    AuthAbilities auth,
    boolean honoursStale,
    boolean keepAlive,
    PairChoice pairChoice,
    boolean pairInRedirectUrl,
    boolean appliesAtEnd,
    boolean writesFlashAtEnd,
    boolean prompts,
    boolean derivesMacFile,
    boolean folderNeedsSlash,
    boolean upperCaseMac,
    Optional<String> userAgent,
    Duration flashTime,
    Clock clock,
    Waiter waiter,
    RandomGenerator random) {

  /** How servers are reached, and what of their certificates is checked unless settings say so. */
  record Network(
      HttpSettings checked, HttpSettings unchecked, boolean checksServer, boolean checksName) {}

  /** The MAC as it stands in the names of files. */
  String fileMac() {
    return upperCaseMac ? mac.toUpperCase(Locale.ROOT) : mac;
  }

  /** The model as paths and settings name it. */
  String type() {
    return generation.conference() ? model : "snom" + model;
  }
}
