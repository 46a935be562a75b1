package org.latchkey.testkit.panasonic;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.latchkey.testkit.phone.AuthAbilities;
import org.latchkey.testkit.phone.HttpSettings;
import org.latchkey.testkit.phone.Waiter;

/** What a phone is and how it behaves; fixed when it is built. */
record PanasonicSetup(
    String mac,
    Family family,
    String model,
    HttpSettings http,
    AuthAbilities auth,
    boolean keepAlive,
    boolean preemptive,
    boolean fieldsFirst,
    boolean newPathWaits,
    boolean bootstrapReturns,
    ConfigUrl typedInto,
    Duration flashTime,
    Clock clock,
    Waiter waiter,
    RandomGenerator random) {
  private static final Pattern MACRO = Pattern.compile("\\{(MAC|mac|MODEL|fwver)\\}");

  /** Fills in what the phone knows of itself; other words in braces stay. */
  String expand(String text, String firmware) {
    return MACRO
        .matcher(text)
        .replaceAll(
            found ->
                switch (found.group(1)) {
                  case "MAC" -> mac.toUpperCase(Locale.ROOT);
                  case "mac" -> mac;
                  case "MODEL" -> model;
                  default -> firmware;
                });
  }
}
