package org.latchkey.testkit.snom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.latchkey.testkit.phone.PhoneCredential;
import org.latchkey.testkit.phone.PhoneUrl;

/**
 * Where the address comes from: the settings, or what the network offers as long as the settings
 * have none. What the network offers outlives a reset; what the phone took from it does not outlive
 * a power cut.
 */
final class Sources {
  private static final String ORDER = "provisioning_order";
  private static final String FROM_FACTORY = "redirection:stop pnp:stop dhcp:stop tr69:stop";

  private final SnomSetup setup;
  private final Memory memory;
  private Optional<Redirection> redirection = Optional.empty();
  private Optional<String> pnp = Optional.empty();
  private Optional<String> dhcp = Optional.empty();
  private Optional<String> taken = Optional.empty();

  Sources(SnomSetup setup, Memory memory) {
    this.setup = setup;
    this.memory = memory;
  }

  /** What the vendor's service has for this phone. */
  private record Redirection(String url, PhoneCredential pair) {}

  /** An address on offer; taking it may bring a pair along. */
  private record Offer(String url, Optional<PhoneCredential> pair) {}

  void redirect(String url, String user, String password) {
    redirection = Optional.of(new Redirection(url, new PhoneCredential(user, password)));
  }

  void pnp(Optional<String> url) {
    pnp = url;
  }

  void dhcp(Optional<String> url) {
    dhcp = url;
  }

  boolean asksRedirection() {
    return memory.server().isEmpty() && order().contains("redirection");
  }

  /** The power was off: what the network offered must be asked for again. */
  void forget() {
    taken = Optional.empty();
  }

  /** The address in use, with whatever credential is written into it. */
  Optional<String> address() {
    return memory.server().or(() -> taken);
  }

  int offers() {
    return memory.server().isPresent() ? 1 : offered().size();
  }

  /** Takes the address of the n-th source that has one, and the pair that comes with it. */
  String take(int n) {
    Offer offer = offered().get(n);
    taken = Optional.of(offer.url());
    Keys keys = memory.keys();
    offer
        .pair()
        .ifPresent(
            pair ->
                memory
                    .values()
                    .putAll(Map.of(keys.user(), pair.user(), keys.password(), pair.password())));
    return offer.url();
  }

  private List<Offer> offered() {
    List<Offer> offers = new ArrayList<>();
    for (String source : order()) {
      switch (source) {
        case "redirection" -> redirection.map(this::offer).ifPresent(offers::add);
        case "pnp" -> pnp.map(u -> new Offer(u, Optional.empty())).ifPresent(offers::add);
        case "dhcp" -> dhcp.map(u -> new Offer(u, Optional.empty())).ifPresent(offers::add);
        default -> {} // TR-069 is not simulated
      }
    }
    return offers;
  }

  private Offer offer(Redirection record) {
    if (!setup.pairInRedirectUrl()) {
      return new Offer(record.url(), Optional.of(record.pair()));
    }
    String pair = record.pair().user() + ":" + record.pair().password() + "@";
    return new Offer(record.url().replaceFirst("://", "://" + quoted(pair)), Optional.empty());
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }

  /** The sources asked, in order, without those that are switched off. */
  private List<String> order() {
    List<String> order = new ArrayList<>();
    if (setup.generation().conference()) {
      order.addAll(List.of("pnp", "dhcp", "redirection")); // which comes first is not known
      drop(order, "pnp", memory.on("provisioning.pnp_enable", true));
      drop(order, "dhcp", memory.on("provisioning.dhcp_option_enable", true));
    } else {
      for (String word : memory.get(ORDER, FROM_FACTORY).strip().split("\\s+", -1)) {
        order.add(word.replaceFirst(":.*", ""));
      }
      drop(order, "pnp", memory.on("pnp_config", true));
    }
    return order;
  }

  private static void drop(List<String> order, String source, boolean on) {
    if (!on) {
      order.remove(source);
    }
  }

  /** The credential for a request: its own, or as chosen that of the address or of the settings. */
  Optional<PhoneCredential> pair(PhoneUrl url, Optional<PhoneCredential> own) {
    if (own.isPresent()) {
      return own;
    }
    Optional<PhoneCredential> written =
        address()
            .flatMap(Sources::parse)
            .filter(server -> server.authority().equals(url.authority()))
            .flatMap(PhoneUrl::credential);
    return setup.pairChoice() == PairChoice.URL_FIRST
        ? written.or(memory::pair)
        : memory.pair().or(() -> written);
  }

  /** What the phone would show to the server of its address. */
  Optional<PhoneCredential> pair() {
    return address()
        .flatMap(Sources::parse)
        .flatMap(server -> pair(server, Optional.empty()))
        .or(memory::pair);
  }

  private static Optional<PhoneUrl> parse(String address) {
    try {
      return Optional.of(PhoneUrl.parse(address));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // the next cycle says so
    }
  }
}
