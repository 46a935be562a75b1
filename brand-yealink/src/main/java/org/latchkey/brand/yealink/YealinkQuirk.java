package org.latchkey.brand.yealink;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.latchkey.brand.Model;
import org.latchkey.brand.Rendering;
import org.latchkey.pass.Seen;

/**
 * What some of Yealink's phones do otherwise. Each constant says for which releases it holds, since
 * when that is known, and why it matters.
 *
 * <p>Where the firmware is unknown every quirk of spelling holds: phones ignore names that they do
 * not know, so that both spellings are written. The new spelling is always written, as a phone may
 * have been upgraded since it told its firmware.
 */
enum YealinkQuirk {
  /** Accounts name one server, without an index, and spell its parts otherwise. */
  SERVER_WITHOUT_INDEX(
      71,
      Set.of(),
      "SIPfoundry/legacy-sipxecs, sipXyealink/etc/yealinkPhone/line-7X.xml",
      "account.N.sip_server_host and siblings became account.N.sip_server.1.address in V72"),

  /** The transport belongs to the account, not to each of its servers. */
  TRANSPORT_OF_ACCOUNT(
      79,
      Set.of(),
      "wazo-platform/wazo-provd-plugins, wazo_yealink v73 against v80, templates/base.tpl",
      "account.N.transport became account.N.sip_server.1.transport_type in V80"),

  /** One number says whether the phone asks at power on, repeatedly, or both. */
  SCHEDULE_BY_MODE(
      79,
      Set.of(),
      "SIPfoundry/legacy-sipxecs, sipXyealink/etc/yealinkPhone/phone-7X.xml",
      "auto_provision.mode and auto_provision.schedule.periodic_minute gave way in V80"),

  /** Provisioning parameters have no {@code static.} before them. */
  NO_STATIC_PREFIX(
      81,
      Set.of(),
      "Yealink administrator guide for SIP-T phones, V81; wazo_yealink v81, templates/base.tpl",
      "the prefix came with V81 and V82, and in V81 not to all parameters at once"),

  /** Keys that watch an extension count their lines from zero. */
  WATCHED_LINES_FROM_ZERO(
      Integer.MAX_VALUE,
      Set.of("T32G", "T38G"),
      "wazo-platform/wazo-provd-plugins, wazo_yealink, common.py",
      "linekey.N.line of type 16 would name the next account");

  private final int lastRelease;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> models;

  private final String source;
  private final String reason;

  YealinkQuirk(int lastRelease, Set<String> models, String source, String reason) {
    this.lastRelease = lastRelease;
    this.models = models;
    this.source = source;
    this.reason = reason;
  }

  /** The quirks of the phone that a configuration is for. */
  static Set<YealinkQuirk> of(Rendering rendering) {
    return of(
        rendering.model(), rendering.seen().map(Seen::firmware).flatMap(YealinkFirmware::parse));
  }

  static Set<YealinkQuirk> of(Model model, Optional<YealinkFirmware> firmware) {
    Set<YealinkQuirk> quirks = EnumSet.noneOf(YealinkQuirk.class);
    for (YealinkQuirk quirk : values()) {
      boolean release = firmware.isEmpty() || firmware.get().release() <= quirk.lastRelease;
      if (release && (quirk.models.isEmpty() || quirk.models.contains(model.name()))) {
        quirks.add(quirk);
      }
    }
    return quirks;
  }

  /** Where this is known from. */
  String source() {
    return source;
  }

  /** What went wrong without it. */
  String reason() {
    return reason;
  }
}
