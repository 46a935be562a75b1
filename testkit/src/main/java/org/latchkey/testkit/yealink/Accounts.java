package org.latchkey.testkit.yealink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the SIP accounts out of a configuration. */
final class Accounts {
  private static final Pattern KEY = Pattern.compile("account\\.(\\d{1,3})\\..+");

  private final Map<String, String> config;

  Accounts(Map<String, String> config) {
    this.config = config;
  }

  List<Account> all() {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (String key : config.keySet()) {
      Matcher matcher = KEY.matcher(key);
      if (matcher.matches()) {
        numbers.add(Integer.parseInt(matcher.group(1)));
      }
    }
    List<Account> accounts = new ArrayList<>();
    numbers.forEach(n -> accounts.add(account(n)));
    return List.copyOf(accounts);
  }

  private Account account(int n) {
    String own = "account." + n + ".";
    // V85+ DECT bases keep servers in templates; up to V71 the names were shorter
    String template = "template." + text(own + "sip_server.template").orElse("") + ".";
    return new Account(
        n,
        text(own + "enable").map("1"::equals).orElse(false),
        text(own + "label").orElse(""),
        text(own + "display_name").orElse(""),
        text(own + "user_name").orElse(""),
        text(own + "auth_name").orElse(""),
        first(
                own + "sip_server.1.address",
                template + "sip_server.1.address",
                own + "sip_server_host")
            .orElse(""),
        number(
            first(
                own + "sip_server.1.port", template + "sip_server.1.port", own + "sip_server_port"),
            5060,
            65535),
        transport(
            first(
                    own + "sip_server.1.transport_type",
                    template + "sip_server.1.transport_type",
                    own + "transport")
                .orElse("0")));
  }

  private static SipTransport transport(String number) {
    return switch (number) {
      case "1" -> SipTransport.TCP;
      case "2" -> SipTransport.TLS;
      case "3" -> SipTransport.DNS_NAPTR;
      default -> SipTransport.UDP;
    };
  }

  private Optional<String> first(String... keys) {
    for (String key : keys) {
      Optional<String> value = text(key);
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(config.get(key)).filter(v -> !v.isEmpty());
  }

  private static int number(Optional<String> text, int otherwise, int high) {
    return text.filter(t -> t.matches("\\d{1,5}"))
        .map(Integer::parseInt)
        .filter(i -> i <= high)
        .orElse(otherwise);
  }
}
