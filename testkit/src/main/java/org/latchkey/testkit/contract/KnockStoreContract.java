package org.latchkey.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latchkey.device.MacAddress;
import org.latchkey.pass.GlobalPass.Scope;
import org.latchkey.spi.Knock;
import org.latchkey.spi.KnockStore;

/**
 * What a {@link KnockStore} must do.
 *
 * <p>Knocks of one MAC under one scope are one entry, under two scopes they are two. A reseller's
 * list holds what showed its passes and those of its domains, and nothing else. No site has more
 * than its share and no store more than it may; what gives way is the longest silent.
 *
 * @since 1.0
 */
public abstract class KnockStoreContract {
  private static final MacAddress MAC = mac(0);
  private static final Scope WEST = new Scope(Optional.of("west"), Optional.empty());
  private static final Scope ACME = new Scope(Optional.of("west"), Optional.of("acme.example"));
  private static final Scope EAST = new Scope(Optional.of("east"), Optional.empty());

  /** For implementations. */
  protected KnockStoreContract() {}

  /**
   * Sets a store up. Called once by each test.
   *
   * @return a store without knocks
   */
  protected abstract KnockStore emptyStore();

  @Test
  void add_firstKnock_isFoundAsItWas() {
    KnockStore store = emptyStore();
    Knock knock = knock(MAC, ACME, "192.0.2.1", 1);
    store.add(knock);
    assertThat(store.of(MAC)).containsExactly(knock);
    assertThat(store.list(Optional.empty())).containsExactly(knock);
    assertThat(store.of(mac(1))).isEmpty();
  }

  @Test
  void add_headerThatNamesNothing_isKept() {
    KnockStore store = emptyStore();
    Knock shy = knock(MAC, Scope.INSTALLATION, "2001:db8:0:0:0:0:0:0/64", 1);
    Knock nameless =
        new Knock(
            shy.mac(),
            shy.scope(),
            shy.passId(),
            shy.site(),
            Optional.empty(),
            Optional.empty(),
            "",
            shy.first(),
            shy.last(),
            1);
    store.add(nameless);
    assertThat(store.of(MAC)).containsExactly(nameless);
  }

  @Test
  void add_sameMacAndScope_isOneEntry() {
    KnockStore store = emptyStore();
    Knock first = knock(MAC, WEST, "192.0.2.1", 1);
    Knock second = knock(MAC, WEST, "192.0.2.2", 5);
    store.add(first);
    store.add(second);
    store.add(second);
    assertThat(store.of(MAC)).containsExactly(first.and(second).and(second));
    assertThat(store.of(MAC).get(0).count()).isEqualTo(3);
    assertThat(store.of(MAC).get(0).first()).isEqualTo(first.first());
    assertThat(store.of(MAC).get(0).site()).isEqualTo("192.0.2.2");
  }

  @Test
  void list_reseller_ownPassesOnlyLatestFirst() {
    KnockStore store = emptyStore();
    Knock all = knock(MAC, Scope.INSTALLATION, "192.0.2.1", 4);
    Knock west = knock(MAC, WEST, "192.0.2.1", 1);
    Knock acme = knock(mac(1), ACME, "192.0.2.1", 3);
    Knock east = knock(MAC, EAST, "192.0.2.1", 2);
    List.of(all, west, acme, east).forEach(store::add);

    assertThat(store.list(Optional.empty())).containsExactly(all, acme, east, west);
    assertThat(store.list(Optional.of("west"))).containsExactly(acme, west);
    assertThat(store.list(Optional.of("east"))).containsExactly(east);
    assertThat(store.list(Optional.of("north"))).isEmpty();
    assertThat(store.of(MAC)).containsExactly(all, east, west);
  }

  @Test
  void delete_oneScope_leavesTheOther() {
    KnockStore store = emptyStore();
    Knock east = knock(MAC, EAST, "192.0.2.1", 2);
    store.add(knock(MAC, WEST, "192.0.2.1", 1));
    store.add(east);
    assertThat(store.delete(MAC, ACME)).isFalse();
    assertThat(store.delete(MAC, WEST)).isTrue();
    assertThat(store.delete(MAC, WEST)).isFalse();
    assertThat(store.list(Optional.empty())).containsExactly(east);
  }

  @Test
  void add_moreThanASiteMay_itsLongestSilentGivesWay() {
    KnockStore store = emptyStore();
    Knock other = knock(mac(1_000), WEST, "192.0.2.2", 0);
    store.add(other);
    for (int i = 0; i < KnockStore.MOST_OF_A_SITE; i++) {
      store.add(knock(mac(i), WEST, "192.0.2.1", 10 + i));
    }
    // the first one is heard again, so the second is the longest silent
    store.add(knock(mac(0), WEST, "192.0.2.1", 100));
    store.add(knock(mac(500), WEST, "192.0.2.1", 101));

    List<MacAddress> left = store.list(Optional.empty()).stream().map(Knock::mac).toList();
    assertThat(left).hasSize(KnockStore.MOST_OF_A_SITE + 1);
    assertThat(left).contains(mac(0), mac(2), mac(500), other.mac()).doesNotContain(mac(1));
  }

  @Test
  void add_knockFromAnotherSite_countsThere() {
    KnockStore store = emptyStore();
    for (int i = 0; i < KnockStore.MOST_OF_A_SITE; i++) {
      store.add(knock(mac(i), WEST, "192.0.2.1", 10 + i));
      store.add(knock(mac(100 + i), WEST, "192.0.2.2", 10 + i));
    }
    store.add(knock(mac(0), WEST, "192.0.2.2", 100));

    List<MacAddress> left = store.list(Optional.empty()).stream().map(Knock::mac).toList();
    assertThat(left).hasSize(2 * KnockStore.MOST_OF_A_SITE - 1).contains(mac(0));
    assertThat(left).doesNotContain(mac(100));
  }

  @Test
  void add_moreThanAStoreMay_theLongestSilentGivesWay() {
    KnockStore store = emptyStore();
    for (int i = 0; i <= KnockStore.MOST; i++) {
      store.add(knock(mac(i), WEST, "site" + i / 10, i));
    }
    List<MacAddress> left = store.list(Optional.empty()).stream().map(Knock::mac).toList();
    assertThat(left).hasSize(KnockStore.MOST).doesNotContain(mac(0)).contains(mac(1));
  }

  private static MacAddress mac(int number) {
    return MacAddress.of(String.format(Locale.ROOT, "001565%06x", number));
  }

  private static Knock knock(MacAddress mac, Scope scope, String site, int second) {
    Instant at = Instant.parse("2026-12-01T10:20:30.456Z").plusSeconds(second);
    return new Knock(
        mac,
        scope,
        "pass-1",
        site,
        Optional.of("yealink"),
        Optional.of("T46S"),
        mac + ".cfg",
        at,
        at,
        1);
  }
}
