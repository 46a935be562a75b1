package org.latchkey.brand.yealink;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.latchkey.brand.Model;

/**
 * What some of Yealink's phones do otherwise. Each constant says up to which release and for which
 * models or families it holds, since when that is known, and why it matters. The table of settings
 * names constants as conditions.
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

  /** The pick-up code of a key that watches an extension has another name. */
  PICKUP_VALUE(
      79,
      Set.of(),
      "wazo-platform/wazo-provd-plugins, wazo_yealink, common/common.py",
      "linekey.N.pickup_value became linekey.N.extension"),

  /** Days of the weekly window have another name, and there is no window every n days. */
  WINDOW_OF_WEEKS_ONLY(
      80,
      Set.of(),
      "SIPfoundry/legacy-sipxecs, phone-7X.xml; Yealink administrator guide for SIP-T phones, V81",
      "auto_provision.weekly.mask; without a repeat the phone would never come again"),

  /** One number says which web pages are served. */
  WEB_BY_TYPE(
      80,
      Set.of(),
      "SIPfoundry/legacy-sipxecs, sipXyealink/etc/yealinkPhone/phone-7X.xml",
      "network.web_server_type became wui.http_enable and wui.https_enable"),

  /** Codecs are slots that name a codec, not codecs by name. */
  CODECS_BY_SLOT(
      80,
      Set.of(),
      "aelintra/sail, device table; wazo_yealink v73 writes both",
      "account.N.codec.<slot>.payload_type says which codec a slot is"),

  /** Provisioning parameters have no {@code static.} before them. */
  NO_STATIC_PREFIX(
      81,
      Set.of(),
      "Yealink administrator guide for SIP-T phones, V81; wazo_yealink v81, templates/base.tpl",
      "the prefix came with V81 and V82, and in V81 not to all parameters at once"),

  /** There is no digit map: rules say which numbers are dialled at once. */
  NO_DIGIT_MAP(
      82,
      Set.of(),
      "Yealink administrator guide for SIP-T2, T4 and T5 phones, V83, dial plan",
      "dialplan.digitmap.string is unknown, dialplan.dialnow.rule.N is what there is"),

  /** A digit map that is on silences all other rules of dialling. */
  DIGIT_MAP_SILENCES_RULES(
      Integer.MAX_VALUE,
      Set.of(),
      "Yealink user guide for T4 phones, V83, dial plan",
      "a blocked number could be dialled, a prefix would not be replaced"),

  /** The language is a parameter of the provisioning kind. */
  STATIC_LANGUAGE(
      84,
      Set.of(),
      "fusionpbx/fusionpbx, templates of V8x",
      "static.lang.gui became lang.gui again"),

  /** Handsets have a number for their language, the base has none. */
  HANDSET_LANGUAGE_BY_NUMBER(
      Integer.MAX_VALUE,
      Set.of("dect"),
      "wazo-platform/wazo-provd-plugins, wazo_yealink v87, templates/base-dect.tpl",
      "custom.handset.language takes no name"),

  /** Syslog is switched on by another name; DECT bases kept it. */
  SYSLOG_BY_MODE(
      80,
      Set.of(),
      "wazo-platform/wazo-provd-plugins, wazo_yealink v73, templates/base.tpl",
      "syslog.mode became static.syslog.enable"),

  /** DECT bases of later firmware still have the old name, with the prefix. */
  SYSLOG_OF_BASES_BY_MODE(
      Integer.MAX_VALUE,
      Set.of("dect"),
      "wazo-platform/wazo-provd-plugins, wazo_yealink v87, templates/base-dect.tpl",
      "static.syslog.enable is not known to switch a base's log on"),

  /** Accounts name a template, and the template names the servers: V85 and later. */
  SERVERS_IN_TEMPLATES(
      Integer.MAX_VALUE,
      Set.of("W75B", "W75DM", "W80B", "W80DM", "W90B", "W90DM"),
      "wazo-platform/wazo-provd-plugins, wazo_yealink v85 and v87, templates of W75 to W90",
      "account.N.sip_server.1.address is passed over, the account would never register"),

  /** Bases that have templates name servers in their accounts on older firmware. */
  SERVERS_IN_ACCOUNTS_STILL(
      84,
      Set.of("W75B", "W75DM", "W80B", "W80DM", "W90B", "W90DM"),
      "wazo-platform/wazo-provd-plugins, wazo_yealink v83, templates/W80B.tpl",
      "templates are unknown before V85"),

  /** Speech under AES-256 is not heard. */
  SRTP_AES256_IS_SILENT(
      Integer.MAX_VALUE,
      Set.of("T3x", "T4x", "T5x", "T7x", "T8x", "AXx"),
      "nethesis/tancredi, yealink.tmpl; NethServer/dev issues 7361 and 7930 (V87)",
      "calls connect without sound unless the cipher list is limited"),

  /** Long press of OK resets the phone only while user levels are off. */
  LEVELS_BLOCK_LONG_PRESS(
      Integer.MAX_VALUE,
      Set.of(),
      "nethesis/tancredi, data/templates/yealink.tmpl",
      "static.security.var_enable = 1 leaves the key without effect"),

  /** Two keys of each side car turn its pages. */
  SIDE_CAR_PAGE_KEYS(
      Integer.MAX_VALUE,
      Set.of("T27P", "T27G", "T29G"),
      "wazo-platform/wazo-provd-plugins, wazo_yealink: keys 1 and 21 of an EXP20",
      "what is set there is never seen"),

  /** Keys that watch an extension count their lines from zero. */
  WATCHED_LINES_FROM_ZERO(
      Integer.MAX_VALUE,
      Set.of("T32G", "T38G"),
      "wazo-platform/wazo-provd-plugins, wazo_yealink, common.py",
      "linekey.N.line of type 16 would name the next account");

  private final int lastRelease;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> phones;

  private final String source;
  private final String reason;

  YealinkQuirk(int lastRelease, Set<String> phones, String source, String reason) {
    this.lastRelease = lastRelease;
    this.phones = phones;
    this.source = source;
    this.reason = reason;
  }

  /** The quirks of a phone. */
  static Set<YealinkQuirk> of(Model model, Optional<YealinkFirmware> firmware) {
    Set<YealinkQuirk> quirks = EnumSet.noneOf(YealinkQuirk.class);
    for (YealinkQuirk quirk : values()) {
      boolean release = firmware.isEmpty() || firmware.get().release() <= quirk.lastRelease;
      if (release && quirk.isOf(model)) {
        quirks.add(quirk);
      }
    }
    return quirks;
  }

  private boolean isOf(Model model) {
    return phones.isEmpty()
        || phones.contains(model.name())
        || phones.contains(YealinkModels.family(model))
        || phones.contains(YealinkModels.series(model));
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
