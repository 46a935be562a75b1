package org.latchkey.testkit.grandstream;

import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the SIP accounts out of the settings. */
final class Accounts {
  private static final Pattern ALIAS = Pattern.compile("account\\.([1-9]\\d?)\\..+");

  private final GrandstreamKind kind;
  private final Memory memory;

  Accounts(GrandstreamKind kind, Memory memory) {
    this.kind = kind;
    this.memory = memory;
  }

  /** P numbers of one account. */
  record Place(int number, int enable, int user, int authUser, int server) {}

  /** Accounts with a user, by number. */
  List<Account> all() {
    TreeMap<Integer, Account> accounts = new TreeMap<>();
    kind.numbering().places().stream()
        .map(this::numbered)
        .filter(a -> !a.user().isEmpty())
        .forEach(a -> accounts.put(a.number(), a));
    memory.values().keySet().stream()
        .map(ALIAS::matcher)
        .filter(Matcher::matches)
        .map(m -> named(Integer.parseInt(m.group(1))))
        .filter(a -> !a.user().isEmpty())
        .forEach(a -> accounts.put(a.number(), a));
    return List.copyOf(accounts.values());
  }

  private Account numbered(Place place) {
    return new Account(
        place.number(),
        memory.on("P" + place.enable()),
        memory.get("P" + place.user()),
        memory.get("P" + place.authUser()),
        memory.get("P" + place.server()));
  }

  private Account named(int number) {
    String own = "account." + number + ".";
    String enable = named(own + "enable");
    return new Account(
        number,
        enable.equals("1") || enable.equals("Yes"),
        named(own + "sip.userid"),
        named(own + "sip.subscriber.userid"),
        named(own + "sip.server.1.address"));
  }

  private String named(String alias) {
    return memory.get(kind.names().spelled(alias));
  }
}
