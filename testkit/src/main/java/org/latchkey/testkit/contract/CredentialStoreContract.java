package org.latchkey.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.latchkey.device.MacAddress;
import org.latchkey.spi.AccessRecord;
import org.latchkey.spi.CredentialStates;
import org.latchkey.spi.CredentialStore;

/**
 * What a {@link CredentialStore} must do.
 *
 * <p>A record is created once, found as it was written, replaced only by who has seen its present
 * version, and deleted. Of 32 threads that create or replace one device's record at the same time,
 * one wins, and what it wrote is what stands. The sealed text comes back to the letter, and the end
 * of the opening to the millisecond.
 *
 * @since 1.0
 */
public abstract class CredentialStoreContract {
  private static final int ROUNDS = 10;
  private static final int SEALED_LENGTH = 4_000;
  private static final MacAddress MAC = MacAddress.of("001565aabbcc");
  private static final MacAddress OTHER = MacAddress.of("001565aabbcd");
  private static final Instant OPEN_UNTIL = Instant.parse("2026-12-01T10:20:30.456Z");

  /** For implementations. */
  protected CredentialStoreContract() {}

  /**
   * Sets a store up. Called once by each test.
   *
   * @return a store without records
   */
  protected abstract CredentialStore emptyStore();

  @Test
  void find_unknownMac_isEmpty() {
    CredentialStore store = emptyStore();
    assertThat(store.find(MAC)).isEmpty();
    store.create(record(OTHER, 1));
    assertThat(store.find(MAC)).isEmpty();
  }

  @Test
  void create_firstRecord_isFound() {
    CredentialStore store = emptyStore();
    AccessRecord first = record(MAC, 1);
    assertThat(store.create(first)).isTrue();
    assertThat(store.find(MAC)).contains(first);
  }

  @Test
  void create_secondRecord_isRefusedAndChangesNothing() {
    CredentialStore store = emptyStore();
    AccessRecord first = record(MAC, 1);
    store.create(first);
    assertThat(store.create(record(MAC, 2))).isFalse();
    assertThat(store.create(first)).isFalse();
    assertThat(store.find(MAC)).contains(first);
  }

  @Test
  void replace_presentVersion_isFoundAndLeavesOthersAlone() {
    CredentialStore store = emptyStore();
    AccessRecord first = record(MAC, 1);
    AccessRecord next = record(MAC, 2);
    AccessRecord other = record(OTHER, 1);
    store.create(first);
    store.create(other);
    assertThat(store.replace(first, next)).isTrue();
    assertThat(store.find(MAC)).contains(next);
    assertThat(store.find(OTHER)).contains(other);
  }

  @Test
  void replace_staleVersion_isRefusedAndChangesNothing() {
    CredentialStore store = emptyStore();
    AccessRecord first = record(MAC, 1);
    AccessRecord next = record(MAC, 2);
    store.create(first);
    store.replace(first, next);
    assertThat(store.replace(first, record(MAC, 3))).isFalse();
    assertThat(store.replace(record(MAC, 3), record(MAC, 4))).isFalse();
    assertThat(store.find(MAC)).contains(next);
  }

  @Test
  void replace_unknownMac_isRefusedAndCreatesNothing() {
    CredentialStore store = emptyStore();
    assertThat(store.replace(record(MAC, 1), record(MAC, 2))).isFalse();
    assertThat(store.find(MAC)).isEmpty();
  }

  @Test
  void replace_afterDelete_isRefusedAndCreatesNothing() {
    CredentialStore store = emptyStore();
    AccessRecord first = record(MAC, 1);
    store.create(first);
    store.delete(MAC);
    assertThat(store.replace(first, record(MAC, 2))).isFalse();
    assertThat(store.find(MAC)).isEmpty();
  }

  @Test
  void delete_twice_isTrueThenFalse() {
    CredentialStore store = emptyStore();
    AccessRecord other = record(OTHER, 1);
    store.create(record(MAC, 1));
    store.create(other);
    assertThat(store.delete(MAC)).isTrue();
    assertThat(store.find(MAC)).isEmpty();
    assertThat(store.delete(MAC)).isFalse();
    assertThat(store.find(OTHER)).contains(other);
  }

  @Test
  void create_afterDelete_isANewBeginning() {
    CredentialStore store = emptyStore();
    AccessRecord again = record(MAC, 7);
    store.create(record(MAC, 1));
    store.delete(MAC);
    assertThat(store.create(again)).isTrue();
    assertThat(store.find(MAC)).contains(again);
  }

  @Test
  void version_ofAnySize_isKeptAndCompared() {
    CredentialStore store = emptyStore();
    for (long start : new long[] {0, -1, Long.MIN_VALUE, 1L << 40, Long.MAX_VALUE - 1}) {
      AccessRecord first = record(MAC, start);
      AccessRecord next = record(MAC, start + 1);
      assertThat(store.create(first)).isTrue();
      assertThat(store.replace(next, first)).isFalse();
      assertThat(store.replace(first, next)).isTrue();
      assertThat(store.find(MAC)).contains(next);
      assertThat(store.delete(MAC)).isTrue();
    }
  }

  @Test
  void sealed_anyPrintableText_comesBackToTheLetter() {
    CredentialStore store = emptyStore();
    StringBuilder text = new StringBuilder();
    for (char c = '!'; text.length() < SEALED_LENGTH; c = c == '~' ? '!' : (char) (c + 1)) {
      text.append(c);
    }
    AccessRecord longest = record(MAC, 1, Optional.empty(), text.toString());
    AccessRecord quoted = record(MAC, 2, Optional.empty(), "v1.'; --\" %_\\n ?{0}$1 End");
    assertThat(store.create(longest)).isTrue();
    assertThat(store.find(MAC)).contains(longest);
    assertThat(store.replace(longest, quoted)).isTrue();
    assertThat(store.find(MAC)).contains(quoted);
  }

  @Test
  void openUntil_presentOrAbsent_isKept() {
    CredentialStore store = emptyStore();
    AccessRecord open = record(MAC, 1, Optional.of(OPEN_UNTIL), "sealed");
    AccessRecord closed = record(MAC, 2, Optional.empty(), "sealed");
    // an hour that does not exist on the clocks of Berlin
    Instant skipped = Instant.parse("2027-03-28T01:30:00Z");
    AccessRecord reopened = record(MAC, 3, Optional.of(skipped), "sealed");
    store.create(open);
    assertThat(store.find(MAC)).contains(open);
    store.replace(open, closed);
    assertThat(store.find(MAC)).contains(closed);
    store.replace(closed, reopened);
    assertThat(store.find(MAC)).contains(reopened);
  }

  @Test
  void list_byState_isInOrderAndInPages() {
    CredentialStore store = emptyStore();
    assumeTrue(store instanceof CredentialStates, "it lists nothing");
    CredentialStates states = (CredentialStates) store;
    String[] names = {"armed", "issued", "provisioned", "armed"};
    List<MacAddress> macs = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      MacAddress mac =
          MacAddress.of(String.format(Locale.ROOT, "0015650000%02x", names.length - i));
      macs.add(mac);
      assertThat(store.create(new AccessRecord(mac, 1, names[i], Optional.empty(), "x"))).isTrue();
    }
    Set<String> open = Set.of("armed", "issued");
    assertThat(states.list(open, Optional.empty(), 10))
        .containsExactly(macs.get(3), macs.get(1), macs.get(0));
    assertThat(states.list(open, Optional.empty(), 2)).containsExactly(macs.get(3), macs.get(1));
    assertThat(states.list(open, Optional.of(macs.get(1)), 2)).containsExactly(macs.get(0));
    assertThat(states.list(Set.of(), Optional.empty(), 2)).isEmpty();
  }

  @Test
  void create_by32Threads_hasOneWinner() throws Exception {
    CredentialStore store = emptyStore();
    for (int round = 0; round < ROUNDS; round++) {
      List<Integer> winners = Race.winners(i -> store.create(record(MAC, i)));
      assertThat(winners).as("threads that were told that they created the record").hasSize(1);
      assertThat(store.find(MAC)).contains(record(MAC, winners.get(0)));
      store.delete(MAC);
    }
  }

  @Test
  void replace_by32Threads_hasOneWinner() throws Exception {
    CredentialStore store = emptyStore();
    AccessRecord present = record(MAC, 0);
    store.create(present);
    for (int round = 1; round <= ROUNDS; round++) {
      AccessRecord expected = present;
      long version = round;
      List<Integer> winners = Race.winners(i -> store.replace(expected, racing(version, i)));
      assertThat(winners).as("threads that were told that they replaced the record").hasSize(1);
      present = racing(version, winners.get(0));
      assertThat(store.find(MAC)).contains(present);
    }
  }

  private static AccessRecord racing(long version, int thread) {
    return record(MAC, version, Optional.of(OPEN_UNTIL), "sealed by thread " + thread);
  }

  private static AccessRecord record(MacAddress mac, long version) {
    return record(mac, version, Optional.of(OPEN_UNTIL), "sealed-" + version);
  }

  private static AccessRecord record(
      MacAddress mac, long version, Optional<Instant> openUntil, String sealed) {
    return new AccessRecord(mac, version, "Armed", openUntil, sealed);
  }
}
