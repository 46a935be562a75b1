package org.latchkey.testkit.cisco;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.PhoneCredential;
import org.latchkey.testkit.phone.PhoneRequest;
import org.latchkey.testkit.phone.PhoneUrl;

/** One evaluation of the rules in their order, up to the first that fails. */
final class Pass {
  static final String PRIMARY = "Profile_Rule";
  static final List<String> LATER = List.of("Profile_Rule_B", "Profile_Rule_C", "Profile_Rule_D");

  /** How a rule ended, from good to bad. */
  enum Verdict {
    DONE,
    /** Failure B. */
    NOT_FOUND,
    /** Failure B too. */
    CORRUPT,
    /** Failure C. */
    ERROR,
    /** Failure C as well: the server wanted a credential. */
    REFUSED,
    /** The same, and the account that a person could type is missing. */
    UNPROVEN
  }

  private final CiscoSetup setup;
  private final Memory memory;
  private final Dhcp dhcp;
  private final Macros macros;
  private final Transfer transfer;
  private final Applier applier;
  private boolean found;
  private boolean walkFailed;

  Pass(
      CiscoSetup setup,
      Memory memory,
      Dhcp dhcp,
      Macros macros,
      Transfer transfer,
      Applier applier) {
    this.setup = setup;
    this.memory = memory;
    this.dhcp = dhcp;
    this.macros = macros;
    this.transfer = transfer;
    this.applier = applier;
  }

  /** Whether any rule leads to a server. */
  static boolean hasWork(Memory memory, Dhcp dhcp) {
    String primary = memory.get(PRIMARY);
    boolean first = startsAtDhcp(primary) ? offered(memory, dhcp) : !primary.isBlank();
    return first || LATER.stream().anyMatch(r -> !memory.get(r).isBlank());
  }

  private static boolean offered(Memory memory, Dhcp dhcp) {
    return !dhcp.candidates(memory).isEmpty();
  }

  /** The network decides only while the rule has no server of its own. */
  static boolean startsAtDhcp(String rule) {
    return rule.strip().startsWith("/");
  }

  /** Whether any profile was had. */
  boolean found() {
    return found;
  }

  /** Whether the addresses of the network were tried in vain. */
  boolean walkFailed() {
    return walkFailed;
  }

  Verdict run(boolean booting) {
    Map<String, String> before = new LinkedHashMap<>();
    LATER.forEach(r -> before.put(r, memory.get(r)));
    Verdict verdict = primary(booting);
    for (String name : LATER) {
      String rule = setup.laterRulesAtOnce() ? memory.get(name) : before.getOrDefault(name, "");
      if (verdict == Verdict.DONE) {
        verdict = settled(ask(rule));
      }
    }
    return verdict;
  }

  /** A resync to another rule, which is not stored. */
  Verdict only(String rule) {
    return settled(ask(rule));
  }

  private Verdict primary(boolean booting) {
    String rule = memory.get(PRIMARY);
    if (startsAtDhcp(rule)) {
      return settled(walk());
    }
    if (booting && setup.bootstrapComesBack() && offered(memory, dhcp)) {
      transfer.log().note("the address of the network comes first");
      walk();
    }
    String now = setup.laterRulesAtOnce() ? memory.get(PRIMARY) : rule;
    return settled(ask(now));
  }

  /** Tries the addresses of the network until one works. */
  private Verdict walk() {
    Verdict worst = Verdict.DONE;
    for (String rule : dhcp.candidates(memory)) {
      Verdict verdict = ask(rule);
      if (verdict == Verdict.DONE) {
        if (memory.customization() == Memory.Customization.OPEN) {
          memory.customization(Memory.Customization.ABORTED);
        }
        return verdict;
      }
      worst = verdict.compareTo(worst) > 0 ? verdict : worst;
      if (verdict.compareTo(Verdict.REFUSED) >= 0 && !setup.walksOnAfterRefusal()) {
        break;
      }
    }
    walkFailed = worst != Verdict.DONE;
    return worst;
  }

  /** A missing file may count as success. */
  private Verdict settled(Verdict verdict) {
    boolean harmless = verdict == Verdict.NOT_FOUND && !memory.on("Resync_Fails_On_FNF");
    return harmless ? Verdict.DONE : verdict;
  }

  /** An empty rule asks nothing and is done. */
  private Verdict ask(String rule) {
    Target target;
    try {
      target = Target.of(rule, setup, macros, dhcp.base(memory));
    } catch (IllegalArgumentException e) {
      transfer.log().defect(Defect.Kind.BAD_URL, String.valueOf(e.getMessage()));
      return Verdict.ERROR;
    }
    applier.assign(target.assignments());
    if (target.url().isEmpty()) {
      return Verdict.DONE;
    }
    Optional<PhoneUrl> url = transfer.url(target.url());
    if (url.isEmpty()) {
      return Verdict.ERROR;
    }
    Fetched fetched = transfer.move(request(url.get(), target), credential(target));
    if (fetched instanceof Fetched.Found answer) {
      return take(Transfer.name(url.get()), answer, target);
    }
    if (fetched instanceof Fetched.Absent) {
      return Verdict.NOT_FOUND;
    }
    if (fetched instanceof Fetched.Refused) {
      boolean screen = memory.usesAccount() && credential(target).isEmpty();
      return screen ? Verdict.UNPROVEN : Verdict.REFUSED;
    }
    return Verdict.ERROR;
  }

  private PhoneRequest request(PhoneUrl url, Target target) {
    return target
        .options()
        .post()
        .map(letter -> memory.get("GPP_" + letter.toUpperCase(Locale.ROOT)))
        .map(macros::expand)
        .map(body -> PhoneRequest.of("POST", url).withBody(body.getBytes(UTF_8)))
        .orElseGet(() -> PhoneRequest.of("GET", url));
  }

  /** A rule with a credential stands for itself: nothing else is tried, nobody is asked. */
  private Optional<PhoneCredential> credential(Target target) {
    return target
        .options()
        .credential()
        .or(() -> memory.usesAccount() ? memory.account() : Optional.empty());
  }

  private Verdict take(String name, Fetched.Found fetched, Target target) {
    try {
      String text = new Envelope(setup, memory).open(fetched.answer(), target.options().key());
      applier.apply(name, Profile.parse(text));
      found = true;
      return Verdict.DONE;
    } catch (CorruptProfileException e) {
      transfer.log().defect(Defect.Kind.BAD_XML, name + ": " + e.getMessage());
      transfer.log().failed(name);
      return Verdict.CORRUPT;
    }
  }
}
