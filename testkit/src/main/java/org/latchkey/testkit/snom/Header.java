package org.latchkey.testkit.snom;

import java.util.Locale;
import java.util.Optional;

/** The {@code User-Agent} header, which is a setting itself and so proves nothing. */
record Header(SnomSetup setup, Memory memory) {
  private static final String SETTING = "http_user_agent_string";
  private static final String OLD_BOOT = "SPEAr300 SNOM 1.4";
  private static final String NEW_BOOT = "2010.12-00001-gd311851f1 (Feb 25 2019 - 14:19:43)";

  /** The header's value; empty if the phone sends none, as the C family's is not known. */
  Optional<String> value() {
    String template = memory.get(SETTING, setup.userAgent().orElseGet(this::fromFactory));
    String text =
        template
            .replaceFirst("^!?(User-Agent: *)?", "")
            .replace("$(firmware_version)", setup.type() + "-SIP " + memory.firmware().text())
            .replace("$(uboot_version)", modern() ? NEW_BOOT : OLD_BOOT)
            .replace("$(mac)", setup.mac().toUpperCase(Locale.ROOT));
    return Optional.of(text).filter(t -> !t.isEmpty());
  }

  private boolean modern() {
    return memory.firmware().atLeast("10");
  }

  private String fromFactory() {
    if (setup.generation().conference()) {
      return "";
    }
    if (setup.generation().dect()) {
      return "Mozilla/4.0 (compatible; Snom "
          + String.join(" ", setup.model(), memory.firmware().text(), setup.mac())
          + ")";
    }
    String tail =
        modern()
            ? " $(mac) SXM:0 UXM:0 UXMC:0"
            : memory.firmware().atLeast("8.7.5") ? " $(mac)" : "";
    return "Mozilla/4.0 (compatible; $(firmware_version) $(uboot_version)" + tail + ")";
  }
}
