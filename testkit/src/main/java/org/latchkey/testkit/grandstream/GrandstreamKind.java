package org.latchkey.testkit.grandstream;

import java.util.List;
import java.util.Set;

/**
 * Lines of Grandstream devices with other habits: which files they ask for in which order, how they
 * name themselves, which names of settings they know, what they do when they are refused.
 *
 * @since 1.0
 */
public enum GrandstreamKind {
  /** Analogue adapter with firmware 1.0.10.6, of which a dump is public. */
  HT802(
      "HT802",
      "1.0.10.6",
      Header.ADAPTER,
      Names.P_ONLY,
      Numbering.ADAPTER,
      Schedule.ADAPTER,
      "cfg<mac>;cfg<mac>.xml;cfg.xml;cfg<model>.xml",
      Habit.SCHEME_IN_PATH,
      Habit.ONE_SERVER_PAIR,
      Habit.RERUN_ON_NEW_PATH,
      Habit.FOLLOWS_REDIRECTS),

  /** Second generation of the adapter: XML first, P8501, P8601 and P22296. */
  HT80X_V2(
      "HT802V2",
      "1.0.3.5",
      Header.ADAPTER,
      Names.P_ONLY,
      Numbering.ADAPTER,
      Schedule.ADAPTER_V2,
      "cfg<mac>.xml;cfg<mac>;cfg<model>.xml;cfg.xml",
      Habit.SCHEME_IN_PATH,
      Habit.ORDER_BY_CONFIG,
      Habit.FOLLOWS_REDIRECTS),

  /** Desk phones of the second generation; they ask a person when they are refused. */
  GXP21XX(
      "GXP2170",
      "1.0.11.64",
      Header.MODERN,
      Names.CAMEL_CASE,
      Numbering.DESK_17XX,
      Schedule.PHONE,
      "cfg<mac>;cfg<mac>.xml;cfg<model>.xml;cfg.xml",
      Habit.PROMPTS,
      Habit.PHONEBOOK,
      Habit.FOLLOWS_REDIRECTS),

  /** Early firmware of the same phones: the XML file before the binary one. */
  GXP_XML_FIRST(
      "GXP2130",
      "1.0.1.14",
      Header.MODERN,
      Names.P_ONLY,
      Numbering.DESK_17XX,
      Schedule.PHONE,
      "cfg<mac>.xml;cfg<mac>;cfg.xml",
      Habit.PROMPTS,
      Habit.PHONEBOOK,
      Habit.OLD_PHONEBOOK_NAME,
      Habit.BINARY_AFTER_XML),

  /** Desk phones with colour display and names instead of numbers. */
  GRP26XX(
      "GRP2614",
      "1.0.5.48",
      Header.MODERN,
      Names.CAMEL_CASE,
      Numbering.DESK_17XX,
      Schedule.PHONE,
      "cfg<mac>.bin;cfg<mac>.xml;cfg<model>.xml;cfg.xml",
      Habit.PHONEBOOK,
      Habit.PRE_EMPTIVE,
      Habit.FOLLOWS_REDIRECTS),

  /** The small one, which tells its MAC in upper case with colons. */
  GRP2601W(
      "GRP2601W",
      "1.0.7.32",
      Header.COLONS,
      Names.CAMEL_CASE,
      Numbering.DESK_7XX,
      Schedule.PHONE,
      "cfg<mac>;cfg<mac>.xml;cfg<model>.xml;cfg.xml",
      Habit.PHONEBOOK,
      Habit.PRE_EMPTIVE,
      Habit.FOLLOWS_REDIRECTS),

  /** Hotel phones; they know the names in lower case only, and take empty items for a reset. */
  GHP6XX(
      "GHP621",
      "1.0.1.45",
      Header.MODERN,
      Names.LOWER_CASE,
      Numbering.DESK_7XX,
      Schedule.PHONE,
      "cfg<mac>;cfg<mac>.xml;cfg<model>.xml;cfg.xml",
      Habit.EMPTY_ITEM_RESETS,
      Habit.PHONEBOOK,
      Habit.PRE_EMPTIVE,
      Habit.FOLLOWS_REDIRECTS),

  /** Gateways; they tell two MACs and no version. */
  GXW42XX(
      "GXW4248",
      "1.0.21.4",
      Header.GATEWAY,
      Names.P_ONLY,
      Numbering.GATEWAY,
      Schedule.PHONE,
      "cfg<mac>;cfg<mac>.xml;cfg.xml",
      Habit.FOLLOWS_REDIRECTS),

  /** Wi-Fi phones; empty items reset what they name. */
  WP8XX(
      "WP826",
      "1.0.1.8",
      Header.ANDROID,
      Names.CAMEL_CASE,
      Numbering.DESK_7XX,
      Schedule.PHONE,
      "cfg<mac>;cfg<mac>.xml;cfg<model>.xml;cfg.xml",
      Habit.EMPTY_ITEM_RESETS,
      Habit.PHONEBOOK,
      Habit.PRE_EMPTIVE,
      Habit.FOLLOWS_REDIRECTS);

  private final String model;
  private final String version;
  private final Header header;
  private final Names names;
  private final Numbering numbering;
  private final Schedule schedule;
  private final String order;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<Habit> habits;

  GrandstreamKind(
      String model,
      String version,
      Header header,
      Names names,
      Numbering numbering,
      Schedule schedule,
      String order,
      Habit... habits) {
    this.model = model;
    this.version = version;
    this.header = header;
    this.names = names;
    this.numbering = numbering;
    this.schedule = schedule;
    this.order = order;
    this.habits = Set.of(habits);
  }

  /** An example of the line. */
  String model() {
    return model;
  }

  /** Firmware of the example. */
  String version() {
    return version;
  }

  Header header() {
    return header;
  }

  Names names() {
    return names;
  }

  Numbering numbering() {
    return numbering;
  }

  Schedule schedule() {
    return schedule;
  }

  /** Files as asked for from the factory. */
  List<Slot> order() {
    return Slot.list(order);
  }

  boolean has(Habit habit) {
    return habits.contains(habit);
  }
}
