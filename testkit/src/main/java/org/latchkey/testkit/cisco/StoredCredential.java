package org.latchkey.testkit.cisco;

import java.util.List;
import java.util.Optional;
import org.latchkey.testkit.phone.PhoneCredential;

/** Finds what a phone would show to its provisioning server if that asked now. */
final class StoredCredential {
  private final CiscoSetup setup;
  private final Memory memory;
  private final Dhcp dhcp;

  StoredCredential(CiscoSetup setup, Memory memory, Dhcp dhcp) {
    this.setup = setup;
    this.memory = memory;
    this.dhcp = dhcp;
  }

  Optional<PhoneCredential> find() {
    return ofRule().or(() -> memory.usesAccount() ? memory.account() : Optional.empty());
  }

  private Optional<PhoneCredential> ofRule() {
    String rule = memory.get(Pass.PRIMARY);
    if (Pass.startsAtDhcp(rule)) {
      List<String> offered = dhcp.candidates(memory);
      rule = offered.isEmpty() ? "" : offered.get(0);
    }
    try {
      Macros macros = new Macros(setup, memory, "0");
      return Target.of(rule, setup, macros, dhcp.base(memory)).options().credential();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a rule that cannot be read shows nothing
    }
  }
}
