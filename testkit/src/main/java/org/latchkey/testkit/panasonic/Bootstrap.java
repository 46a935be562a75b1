package org.latchkey.testkit.panasonic;

import java.util.Arrays;
import java.util.Optional;

/** Finds the address of the first file at a start. */
final class Bootstrap {
  private final PanasonicSetup setup;
  private final Memory memory;
  private final Network network;

  Bootstrap(PanasonicSetup setup, Memory memory, Network network) {
    this.setup = setup;
    this.memory = memory;
    this.network = network;
  }

  /** The source that would be heard at the next start: the first that is asked and answers. */
  Optional<Source> source() {
    return Arrays.stream(Source.values())
        .filter(this::asks)
        .filter(source -> network.address(source).isPresent())
        .findFirst();
  }

  /**
   * Whether the phone asks this source at its next start. Where flat phones look for the redirect
   * service is not documented; these do while no file has an address.
   */
  boolean asks(Source source) {
    Family family = setup.family();
    Settings settings = memory.settings();
    if (!family.knows(source) || typedUrl().isPresent()) {
      return false;
    }
    if (setup.bootstrapReturns()) {
      return true;
    }
    if (source == Source.REDIRECT && !family.xml()) {
      return settings.paths(family).isEmpty();
    }
    return family.switches(source).stream().allMatch(name -> settings.on(name, true));
  }

  /** On KX-UTG an address set by hand is asked instead of all sources. */
  Optional<String> typedUrl() {
    return setup.family().xml() ? memory.settings().text(Settings.TYPED_URL) : Optional.empty();
  }

  /** The address of the bootstrap file, macros not yet filled in. */
  Optional<String> address() {
    return typedUrl().or(() -> source().flatMap(network::address));
  }
}
