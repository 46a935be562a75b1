package org.latchkey.testkit.snom;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines that a phone would register. */
record Lines(SnomSetup setup, Memory memory) {
  private static final Pattern DESK = Pattern.compile("user_name\\[(\\d{1,4})\\]");
  private static final Pattern TREE = Pattern.compile("sip_account\\.(\\d{1,2})\\.user_id");

  /** SIP user names of lines that are on and have a user. */
  Set<String> users() {
    boolean conference = setup.generation().conference();
    Set<String> users = new TreeSet<>();
    memory
        .values()
        .forEach(
            (key, user) -> {
              Matcher matcher = (conference ? TREE : DESK).matcher(key);
              if (matcher.matches() && !user.isEmpty() && isOn(matcher.group(1))) {
                users.add(user);
              }
            });
    return users;
  }

  /** Lines of a DECT base belong to servers, which are numbered apart. */
  private boolean isOn(String line) {
    if (setup.generation().conference()) {
      return memory.on("sip_account." + line + ".sip_account_enable", false);
    }
    return setup.generation().dect()
        || (memory.on("user_active[" + line + "]", true)
            && !memory.get("user_host[" + line + "]", "").isEmpty());
  }
}
