package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.logging.Level;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.Situation.Shown;
import org.latchkey.Situation.State;
import org.latchkey.secret.Credential;

/**
 * The second of the two rules that stand above all others: 401 after credentials means "this
 * credential is wrong for this device", and nothing else may cause it. What is right is said here
 * once more, from the table of states in the design, and compared with what is answered to every
 * kind of request in every state under every kind of trouble.
 */
class WrongCredentialRuleTest {
  private static final int SAMPLES = 700;

  @RegisterExtension final Logs logs = new Logs();

  private enum File {
    DEVICE("/001565aabbcc.cfg"),
    GENERIC("/001565aabbcc.htm"),
    PERSONAL("/001565aabbcc-personal.xml"),
    UPLOAD("/001565aabbcc-sys.log"),
    UNKNOWN("/001565aabbcc-nobodys.txt"),
    PROBE("/001565aabbcc.boot"),
    COMMON("/common.cfg"),
    FIRMWARE("/image.rom"),
    BOOTSTRAP("/bootstrap.cfg");

    final String path;

    File(String path) {
      this.path = path;
    }

    boolean namesMac() {
      return path.startsWith("/0");
    }

    boolean isPublic() {
      return this == PROBE || this == COMMON;
    }
  }

  private enum Method {
    GET,
    HEAD,
    PUT,
    POST,
    DELETE;

    boolean fits(File file) {
      boolean takes = file == File.PERSONAL || file == File.UPLOAD || file == File.UNKNOWN;
      return this == GET || this == HEAD || (this != DELETE && takes);
    }

    boolean isUpload() {
      return this == PUT || this == POST;
    }
  }

  private enum Way {
    DIGEST,
    BASIC,
    OLD_NONCE,
    FOREIGN_NONCE,
    NOTHING,
    MALFORMED
  }

  private static final Set<Header> PLAIN_HEADERS =
      EnumSet.of(Header.NONE, Header.BRAND, Header.BRAND_AND_MAC);

  private enum Header {
    NONE(""),
    BRAND("quick M1 1.0"),
    BRAND_AND_MAC("quick M1 1.0 001565aabbcc"),
    OTHER_MAC("quick M1 1.0 001565aabbdd"),
    OTHER_BRAND("slow M1 1.0");

    final String text;

    Header(String text) {
      this.text = text;
    }

    boolean namesMac() {
      return this == BRAND_AND_MAC || this == OTHER_MAC;
    }
  }

  private enum Trouble {
    NONE,
    IDENTIFY,
    FIND,
    NAMED,
    OF,
    LOAD,
    REPLACE,
    LOST_RACES,
    INVENTORY_CHANGES,
    UNRENDERABLE
  }

  private record Case(
      Shown shown,
      File file,
      Method method,
      Way way,
      Header header,
      Trouble trouble,
      boolean secure,
      boolean far) {

    ProvisioningResponse send(Situation situation, Credential credential) {
      Request request = situation.gate.ask(method.name(), file.path);
      request.from(far ? Situation.FAR : Situation.NEAR);
      if (!secure) {
        request.insecure();
      }
      if (header != Header.NONE) {
        request.agent(header.text);
      }
      String count = situation.nextCount();
      String uri = request.target();
      switch (way) {
        case DIGEST -> request.digest(credential, situation.nonce, count, uri);
        case OLD_NONCE -> request.digest(credential, situation.oldNonce, count, uri);
        case FOREIGN_NONCE -> request.digest(credential, "A".repeat(40), count, uri);
        case BASIC -> request.basic(credential);
        case MALFORMED -> request.header("Authorization", "Digest username=\"x");
        case NOTHING -> {}
      }
      make(trouble, situation);
      return request.send();
    }

    /** Whether the request reaches Verify with something to verify. */
    boolean isLookedAt() {
      return way != Way.NOTHING
          && way != Way.MALFORMED
          && !(way == Way.BASIC && !secure)
          && !file.isPublic()
          && method.fits(file);
    }
  }

  private static void make(Trouble trouble, Situation situation) {
    Stores stores = situation.gate.stores;
    switch (trouble) {
      case NONE -> {}
      case IDENTIFY, FIND, NAMED, OF, LOAD, REPLACE ->
          stores.down(trouble.name().toLowerCase(Locale.ROOT));
      case LOST_RACES -> stores.replaceUnless(() -> true);
      case INVENTORY_CHANGES -> stores.instead("load", Optional::empty);
      case UNRENDERABLE ->
          situation
              .device()
              .ifPresent(d -> situation.gate.directory.replace(d, Gate.unrenderable(d)));
    }
  }

  private static final Set<State> PASS_OPENS =
      EnumSet.of(
          State.ARMED, State.ARMED_AGAIN, State.ARMED_KEEPING, State.ISSUED, State.ISSUED_KEEPING);

  private static final Set<State> CURRENT_OPENS =
      EnumSet.of(
          State.PROVISIONED,
          State.ROTATING,
          State.ARMED_KEEPING,
          State.ISSUED_KEEPING,
          // read as what it was before
          State.ARMED_LATER,
          State.ARMED_AGAIN_TOO_LATE);

  private static final Set<State> NEXT_OPENS =
      EnumSet.complementOf(
          EnumSet.of(
              State.ABSENT,
              State.NEVER_ARMED,
              State.LOCKED,
              State.PROVISIONED,
              State.DISABLED,
              State.OTHER_OWNER));

  /** The design, section 4: whether a credential is right for the device that the request means. */
  private static boolean isRight(State state, Case it) {
    boolean macless = !it.file.namesMac();
    return switch (it.shown) {
      case PASS -> {
        if (macless && !it.header.namesMac()) {
          // of no device it is a right pass that opens nothing
          yield true;
        }
        if (macless && it.header == Header.OTHER_MAC) {
          // of the other device it is wrong, which has proven its own
          yield false;
        }
        yield PASS_OPENS.contains(state) || (state == State.ARMED_DEMANDING && it.far);
      }
      case NARROWER_PASS -> !(macless && it.header == Header.OTHER_MAC);
      case FOREIGN_PASS -> macless && !it.header.namesMac();
      case WRONG_PASSWORD, STRANGER, FORMER -> false;
      case NEXT -> NEXT_OPENS.contains(state);
      case CURRENT -> CURRENT_OPENS.contains(state);
      // its user name names it where the path names nobody
      case ANOTHER_DEVICES -> macless;
    };
  }

  private static void check(Situation situation, Case it) {
    Optional<Credential> credential = situation.credential(it.shown);
    if (credential.isEmpty()) {
      return;
    }
    situation.restore();
    ProvisioningResponse response = it.send(situation, credential.get());
    String problem = problem(situation, it, response);
    if (!problem.isEmpty()) {
      throw new AssertionError(
          problem + ": " + response.status() + " in " + situation.state + " to " + it);
    }
  }

  private static String problem(Situation situation, Case it, ProvisioningResponse response) {
    boolean right = isRight(situation.state, it);
    boolean pass = it.shown == Shown.PASS || it.shown == Shown.FOREIGN_PASS;
    boolean stale =
        response.headers().stream().anyMatch(header -> header.value().endsWith("stale=true"));
    int status = response.status();
    if (stale) {
      boolean foreign = it.way == Way.OLD_NONCE || it.way == Way.FOREIGN_NONCE;
      return status == 401 && foreign && it.isLookedAt() ? "" : "stale without a reason";
    }
    if (status == 401 && it.way == Way.NOTHING) {
      return it.file.isPublic() ? "a public file is challenged" : "";
    }
    if (status == 401 && (right || !it.isLookedAt())) {
      return "401 to a right credential";
    }
    boolean dropped = it.method.isUpload() && it.shown.name().endsWith("PASS");
    if (status == 401 && dropped && it.file != File.UNKNOWN) {
      return "an upload under a right pass is not taken";
    }
    if ((status == 200 || status == 304) && !right && !dropped) {
      return "a wrong credential opens";
    }
    if (status != 200 && pass && isOtherState(situation)) {
      return "a pass was consumed without an answer";
    }
    boolean easy =
        it.trouble == Trouble.NONE
            && it.secure
            && it.way == Way.DIGEST
            && PLAIN_HEADERS.contains(it.header)
            && (it.file == File.DEVICE || it.file == File.GENERIC)
            && (it.method == Method.GET || it.method == Method.HEAD);
    if (easy && status != (right ? 200 : 401) && !(right && pass && it.far && status == 503)) {
      return "a plain case is answered otherwise";
    }
    return status >= 500 && response.header("Retry-After").isEmpty() ? "no Retry-After" : "";
  }

  private static boolean isOtherState(Situation situation) {
    return !situation
        .stored()
        .map(record -> record.state())
        .equals(situation.row().map(record -> record.state()));
  }

  @ParameterizedTest
  @EnumSource
  void answer_toEveryProofOfEveryFileUnderEveryTrouble_401OnlyIfWrong(State state) {
    Situation situation = new Situation(state);
    boolean far = false;
    for (Shown shown : Shown.values()) {
      for (File file : File.values()) {
        for (Trouble trouble : Trouble.values()) {
          far = !far;
          check(
              situation,
              new Case(
                  shown, file, Method.GET, Way.DIGEST, Header.BRAND_AND_MAC, trouble, true, far));
        }
      }
    }
    assertThat(logs.from(Level.SEVERE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void answer_toAnyRequestAtAll_401OnlyIfWrong(State state) {
    Situation situation = new Situation(state);
    Random random = new Random(state.name().hashCode());
    for (int i = 0; i < SAMPLES; i++) {
      check(
          situation,
          new Case(
              any(random, Shown.values()),
              any(random, File.values()),
              any(random, Method.values()),
              any(random, Way.values()),
              any(random, Header.values()),
              random.nextBoolean() ? Trouble.NONE : any(random, Trouble.values()),
              random.nextInt(4) != 0,
              random.nextBoolean()));
    }
    assertThat(logs.from(Level.SEVERE)).isEmpty();
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
