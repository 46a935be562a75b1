package org.latchkey.testkit.grandstream;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.latchkey.testkit.phone.AuthAbilities;
import org.latchkey.testkit.phone.HttpSettings;
import org.latchkey.testkit.phone.Waiter;

/** What a phone is and how it behaves; fixed when it is built. */
record GrandstreamSetup(
    String mac,
    GrandstreamKind kind,
    String model,
    Optional<String> header,
    HttpSettings http,
    Optional<SSLContext> anyCertificate,
    AuthAbilities auth,
    boolean honoursStale,
    boolean keepAlive,
    boolean prompts,
    boolean reruns,
    boolean lateCredential,
    boolean writesFlashAtEnd,
    boolean refusesPlain,
    boolean appendsFolder,
    Duration flashTime,
    Waiter waiter,
    RandomGenerator random) {

  String userAgent(String version) {
    return header.orElseGet(() -> kind.header().text(model, version, mac));
  }

  /** The model as it stands in the names of files. */
  String fileModel() {
    return model.toLowerCase(Locale.ROOT);
  }

  String file(Slot slot) {
    return slot.file(mac, fileModel());
  }
}
