package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.admin.ArmOrder;
import org.latchkey.brand.Traits.Scheme;
import org.latchkey.error.SealException;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Vault;
import org.latchkey.spi.AccessRecord;

/** What phones notice while the vault's key is replaced: nothing. */
class KeyChangeTest {
  private static final String FILE = "/" + Gate.MAC + ".cfg";

  /** The key of every gate. */
  private static final byte[] OLD = key(7);

  private static final byte[] NEW = key(8);
  private static final byte[] LOST = key(9);

  private final CountedStore store = new CountedStore();
  private final Gate gate = new Gate(Optional.empty(), Optional.of(store), builder -> builder);
  private final Latchkey changed = node(Vault.ofKeys(NEW, OLD));

  private static byte[] key(int value) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) value);
    return key;
  }

  /** One more node over the same stores. */
  private Latchkey node(Vault vault) {
    return builder(vault).build();
  }

  private LatchkeyBuilder builder(Vault vault) {
    return Latchkey.builder(URI.create("https://prov.example/cfg/"), gate.directory, store, vault)
        .globalPasses(gate.passes)
        .events(gate.events::add, Optional.empty())
        .clock(gate.clock)
        .secrets(new Random(2)::nextBytes)
        .brands(
            new TestBrand("quick", Duration.ZERO, Scheme.DIGEST),
            new TestBrand("slow", Duration.ofSeconds(45), Scheme.BASIC));
  }

  private static URI link(Latchkey node) {
    return node.administration().fileLink(Gate.ADMIN, "rom/a.rom");
  }

  @Test
  void link_underASeed_outlivesTheKey() {
    URI before = link(builder(Vault.ofKey(OLD)).seed(key(1)).build());

    assertThat(link(builder(Vault.ofKeys(NEW, OLD)).seed(key(1)).build())).isEqualTo(before);
    assertThat(link(builder(Vault.ofKey(OLD)).seed(key(2)).build())).isNotEqualTo(before);
    assertThat(link(node(Vault.ofKey(OLD)))).as("without one").isNotEqualTo(before);
    assertThat(link(changed)).isNotEqualTo(link(node(Vault.ofKey(OLD))));
  }

  private ProvisioningResponse ask(Latchkey node, String method, String file, Credential shown) {
    return node.handle(gate.ask(method, file).basic(shown).build());
  }

  private int get(Latchkey node, Credential shown) {
    return ask(node, "GET", FILE, shown).status();
  }

  private AccessRecord row() {
    return store.row(Gate.MAC);
  }

  private static boolean isSealedWith(byte[] key, AccessRecord row) {
    return Vault.ofKey(key).isCurrent(row.sealed());
  }

  /** A phone that has proven its credential before the key was changed. */
  private Credential provisioned() {
    Credential own = gate.provisioned(Gate.MAC);
    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
    assertThat(isSealedWith(OLD, row())).isTrue();
    gate.events.clear();
    store.forgetCounts();
    return own;
  }

  @Test
  void ownCredential_sealedWithAFormerKey_isSealedAnewOnce() {
    Credential own = provisioned();
    AccessRecord before = row();
    byte[] bytes = ask(gate.latchkey, "GET", FILE, own).body();
    store.forgetCounts();

    ProvisioningResponse response = ask(changed, "GET", FILE, own);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(bytes);
    assertThat(store.finds).hasValue(1);
    assertThat(store.writes).hasValue(1);
    AccessRecord after = row();
    assertThat(isSealedWith(NEW, after)).isTrue();
    assertThat(after.version()).isEqualTo(before.version() + 1);
    assertThat(after.state()).isEqualTo(before.state());
    assertThat(after.openUntil()).isEqualTo(before.openUntil());

    store.forgetCounts();
    assertThat(ask(changed, "GET", FILE, own).body()).isEqualTo(bytes);
    assertThat(get(node(Vault.ofKey(NEW)), own)).isEqualTo(200);
    assertThat(store.finds).hasValue(2);
    assertThat(store.writes).hasValue(0);
    assertThat(row()).isEqualTo(after);
  }

  @Test
  void ownCredential_sealedAnew_everyStateSaysTheSame() {
    Credential own = provisioned();
    gate.latchkey.administration().rotate(Gate.ADMIN, Gate.MAC);
    // delivered, so that the record says all it can
    Credential next = Gate.carried(ask(gate.latchkey, "GET", FILE, own));
    assertThat(isSealedWith(OLD, row())).isTrue();

    assertThat(Gate.carried(ask(changed, "GET", FILE, own))).isEqualTo(next);
    assertThat(isSealedWith(NEW, row())).isTrue();
    assertThat(changed.administration().show(Gate.ADMIN, Gate.MAC).state()).isEqualTo("rotating");

    assertThat(get(changed, next)).isEqualTo(200);
    assertThat(changed.administration().show(Gate.ADMIN, Gate.MAC).state())
        .isEqualTo("provisioned");
    assertThat(get(changed, own)).isEqualTo(401);
  }

  @Test
  void ownCredential_tooEarlyToProve_isSealedAnewAndNothingClosed() {
    gate.entered(Gate.MAC, "slow", true);
    Credential own = Gate.carried(ask(gate.latchkey, "GET", FILE, Gate.PASS));
    store.forgetCounts();

    assertThat(get(changed, own)).isEqualTo(200);
    assertThat(isSealedWith(NEW, row())).isTrue();
    assertThat(store.writes).hasValue(1);
    assertThat(row().state()).isEqualTo("issued");
    assertThat(get(changed, Gate.PASS)).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "HEAD, .cfg, 200",
    "GET, -personal.xml, 404",
    "PUT, -sys.log, 200",
    "PUT, -personal.xml, 200"
  })
  void ownCredential_anyFile_isSealedAnew(String method, String ending, int status) {
    Credential own = provisioned();

    assertThat(ask(changed, method, "/" + Gate.MAC + ending, own).status()).isEqualTo(status);
    assertThat(isSealedWith(NEW, row())).isTrue();
    assertThat(store.writes).hasValue(1);
  }

  @Test
  void otherCredentials_sealedWithAFormerKey_writeNothing() {
    Credential own = provisioned();
    AccessRecord before = row();

    assertThat(get(changed, Gate.PASS)).isEqualTo(401);
    assertThat(get(changed, Credential.of(own.username(), "wrong"))).isEqualTo(401);
    assertThat(get(changed, Credential.of("stranger", "wrong"))).isEqualTo(401);
    assertThat(ask(changed, "GET", "/" + Gate.MAC + ".boot", own).status()).isEqualTo(404);
    assertThat(changed.handle(gate.get(FILE).build()).status()).isEqualTo(401);
    changed.administration().show(Gate.ADMIN, Gate.MAC);

    assertThat(store.writes).hasValue(0);
    assertThat(row()).isEqualTo(before);
  }

  @Test
  void globalPass_nothingDelivered_writesNothing() {
    gate.armed(Gate.MAC);
    store.forgetCounts();

    assertThat(ask(changed, "HEAD", FILE, Gate.PASS).status()).isEqualTo(200);
    assertThat(ask(changed, "GET", "/" + Gate.MAC + "-personal.xml", Gate.PASS).status())
        .isEqualTo(404);
    assertThat(store.writes).hasValue(0);
  }

  @Test
  void formerCredential_sealedWithAFormerKey_writesNothing() {
    Credential old = provisioned();
    gate.arm(Gate.MAC);
    Credential own = gate.firstBoot(Gate.MAC);
    assertThat(get(gate.latchkey, own)).isEqualTo(200);
    store.forgetCounts();

    assertThat(get(changed, old)).isEqualTo(401);
    assertThat(store.writes).hasValue(0);
  }

  @Test
  void write_forAnyOtherReason_sealsWithTheCurrentKeyToo() {
    provisioned();

    changed.administration().arm(Gate.ADMIN, Gate.MAC, ArmOrder.DEFAULT);
    assertThat(isSealedWith(NEW, row())).isTrue();
    assertThat(store.writes).hasValue(1);
  }

  @Test
  void proof_sealedWithAFormerKey_isOneWrite() {
    Credential own = gate.armed(Gate.MAC).firstBoot(Gate.MAC);
    store.forgetCounts();

    assertThat(get(changed, own)).isEqualTo(200);

    assertThat(store.writes).hasValue(1);
    assertThat(row().state()).isEqualTo("provisioned");
    assertThat(isSealedWith(NEW, row())).isTrue();
  }

  @Test
  void ownCredential_somebodyElseWasFaster_isServedAndNothingIsUndone() {
    Credential own = provisioned();
    store.faster = Optional.of(() -> gate.latchkey.administration().disable(Gate.ADMIN, Gate.MAC));

    assertThat(get(changed, own)).isEqualTo(200);
    // the administrator's write stands, and sealing was not tried again
    assertThat(store.writes).hasValue(2);
    assertThat(store.replaced).hasValue(1);
    assertThat(isSealedWith(OLD, row())).isTrue();
    assertThat(get(changed, own)).isEqualTo(401);

    changed.administration().enable(Gate.ADMIN, Gate.MAC);
    assertThat(get(changed, own)).isEqualTo(200);
    assertThat(isSealedWith(NEW, row())).isTrue();
  }

  @Test
  void ownCredential_storeCannotWrite_isServedAndSealedAnewLater() {
    Credential own = provisioned();
    AccessRecord before = row();
    store.failing = true;

    assertThat(get(changed, own)).isEqualTo(200);
    assertThat(get(changed, own)).isEqualTo(200);
    assertThat(row()).isEqualTo(before);
    changed.flushEvents();
    assertThat(gate.events.stream().map(Event::type)).doesNotContain(EventType.STORE_FAILED);

    store.failing = false;
    assertThat(get(changed, own)).isEqualTo(200);
    assertThat(isSealedWith(NEW, row())).isTrue();
  }

  @Test
  void proof_storeCannotWrite_isNotTriedTwice() {
    Credential own = gate.armed(Gate.MAC).firstBoot(Gate.MAC);
    store.forgetCounts();
    store.failing = true;

    assertThat(get(changed, own)).isEqualTo(200);
    assertThat(store.writes).hasValue(1);
  }

  @Test
  void ownCredential_manyAtOnce_allServedAndSealedAnewOnce() throws Exception {
    Credential own = provisioned();
    AccessRecord before = row();
    int threads = 16;
    CyclicBarrier start = new CyclicBarrier(threads);
    Callable<Integer> phone =
        () -> {
          start.await();
          return get(changed, own);
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (Future<Integer> status : pool.invokeAll(Collections.nCopies(threads, phone))) {
        assertThat(status.get()).isEqualTo(200);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(store.replaced).hasValue(1);
    assertThat(row().version()).isEqualTo(before.version() + 1);
    assertThat(isSealedWith(NEW, row())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"provisioned", "armed", "issued"})
  void anyCredential_keyIsMissing_503AndNothingIsConsumedOrWritten(String state) {
    Credential own = Credential.generate("001565aabbcc", new Random(3)::nextBytes);
    switch (state) {
      case "provisioned" -> own = gate.provisioned(Gate.MAC);
      case "issued" -> own = gate.armed(Gate.MAC).firstBoot(Gate.MAC);
      default -> gate.armed(Gate.MAC);
    }
    assertThat(gate.state(Gate.MAC)).isEqualTo(state);
    gate.events.clear();
    store.forgetCounts();
    AccessRecord before = row();
    Vault vault = Vault.ofKeys(NEW, LOST);
    Latchkey wrong = node(vault);

    for (Credential shown : List.of(own, Gate.PASS, Credential.of("stranger", "wrong"))) {
      ProvisioningResponse response = ask(wrong, "GET", FILE, shown);
      assertThat(response.status()).isEqualTo(503);
      assertThat(response.headers()).anyMatch(header -> header.name().equals("Retry-After"));
    }
    assertThatExceptionOfType(SealException.class)
        .isThrownBy(() -> wrong.administration().arm(Gate.ADMIN, Gate.MAC, ArmOrder.DEFAULT));

    assertThat(store.writes).hasValue(0);
    assertThat(row()).isEqualTo(before);
    wrong.flushEvents();
    assertThat(gate.events)
        .allSatisfy(event -> assertThat(event.type()).isEqualTo(EventType.SEAL_FAILED))
        .anySatisfy(
            event ->
                assertThat(event.detail())
                    .contains(Vault.ofKey(OLD).keyId())
                    .contains(vault.keyIds())
                    .doesNotContain("07070707"));

    // with the right key everything is as it was
    assertThat(get(changed, state.equals("provisioned") ? own : Gate.PASS)).isEqualTo(200);
  }

  @Test
  void nonce_ofTheFormerKey_isStaleOnce() {
    Credential own = provisioned();
    ProvisioningResponse first = changed.handle(gate.get(FILE).digest(own).build());

    assertThat(first.status()).isEqualTo(401);
    assertThat(first.headers())
        .anyMatch(
            header -> header.value().startsWith("Digest") && header.value().endsWith("stale=true"));
    assertThat(store.writes).hasValue(0);

    String nonce = Request.offeredNonce(first).orElseThrow();
    for (String nc : List.of("00000001", "00000002")) {
      Request again = gate.get(FILE);
      again.digest(own, nonce, nc, again.target());
      assertThat(changed.handle(again.build()).status()).isEqualTo(200);
    }
  }

  @Test
  void nodes_duringTheChange_openWhatTheOtherSeals() {
    Credential own = provisioned();
    Latchkey prepared = node(Vault.ofKeys(OLD, NEW));

    assertThat(get(prepared, own)).isEqualTo(200);
    assertThat(store.writes).hasValue(0);
    assertThat(get(changed, own)).isEqualTo(200);
    assertThat(get(prepared, own)).isEqualTo(200);
    assertThat(get(changed, own)).isEqualTo(200);
    assertThat(isSealedWith(NEW, row())).isTrue();
    assertThat(get(node(Vault.ofKey(NEW)), own)).isEqualTo(200);
  }
}
