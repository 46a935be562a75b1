package org.latchkey.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.latchkey.config.LayerKey;
import org.latchkey.device.Entry;
import org.latchkey.device.Owner;
import org.latchkey.spi.EditableLayers;

/**
 * What {@link EditableLayers} must do.
 *
 * <p>A layer comes back entry by entry in its order, is changed only by who has seen what it is at
 * present, and touches no other, however alike their names are. Of 32 threads that change one layer
 * at the same time, one wins.
 *
 * @since 1.0
 */
public abstract class LayersContract {
  private static final int ROUNDS = 5;
  private static final LayerKey KEY = LayerKey.reseller("west");
  private static final List<Entry> NONE = List.of();
  private static final List<Entry> FIRST =
      List.of(
          entry("resync.interval", "60"),
          new Entry("yealink:b", "p'\"\\<&;%\u00e9\u4e2d\uD83D\uDE00", "why \uD83D\uDE00"),
          new Entry("a", "", ""));
  private static final List<Entry> NEXT = List.of(entry("c", "3"));

  /** For implementations. */
  protected LayersContract() {}

  /**
   * Sets a store up. Called once by each test.
   *
   * @return a store without layers
   */
  protected abstract EditableLayers emptyStore();

  @Test
  void entries_noLayer_areNone() {
    EditableLayers layers = emptyStore();
    assertThat(layers.entries(KEY)).isEmpty();
    assertThat(layers.replace(KEY, NONE, NONE)).isTrue();
    assertThat(layers.entries(KEY)).isEmpty();
  }

  @Test
  void replace_nothingBySomething_isFoundInItsOrder() {
    EditableLayers layers = emptyStore();
    assertThat(layers.replace(KEY, NONE, FIRST)).isTrue();
    assertThat(layers.entries(KEY)).isEqualTo(FIRST);
  }

  @Test
  void replace_asSeen_isFound() {
    EditableLayers layers = emptyStore();
    layers.replace(KEY, NONE, FIRST);
    assertThat(layers.replace(KEY, FIRST, NEXT)).isTrue();
    assertThat(layers.entries(KEY)).isEqualTo(NEXT);
    assertThat(layers.replace(KEY, NEXT, NEXT)).isTrue();
    assertThat(layers.replace(KEY, NEXT, FIRST)).isTrue();
    assertThat(layers.entries(KEY)).isEqualTo(FIRST);
  }

  @Test
  void replace_byNothing_removes() {
    EditableLayers layers = emptyStore();
    layers.replace(KEY, NONE, FIRST);
    assertThat(layers.replace(KEY, FIRST, NONE)).isTrue();
    assertThat(layers.entries(KEY)).isEmpty();
    assertThat(layers.replace(KEY, FIRST, NEXT)).isFalse();
    assertThat(layers.replace(KEY, NONE, NEXT)).isTrue();
    assertThat(layers.entries(KEY)).isEqualTo(NEXT);
  }

  @Test
  void replace_notAsSeen_isRefusedAndChangesNothing() {
    EditableLayers layers = emptyStore();
    assertThat(layers.replace(KEY, FIRST, NEXT)).isFalse();
    assertThat(layers.replace(KEY, FIRST, NONE)).isFalse();
    assertThat(layers.entries(KEY)).isEmpty();
    layers.replace(KEY, NONE, FIRST);
    List<Entry> turned = new ArrayList<>(FIRST);
    turned.add(turned.remove(0));
    for (List<Entry> seen : List.of(NONE, NEXT, turned, FIRST.subList(0, 2))) {
      assertThat(layers.replace(KEY, seen, NEXT)).isFalse();
      assertThat(layers.replace(KEY, seen, NONE)).isFalse();
    }
    assertThat(layers.entries(KEY)).isEqualTo(FIRST);
  }

  @Test
  void replace_layersOfLikeNames_areNotTheSame() {
    EditableLayers layers = emptyStore();
    List<LayerKey> keys =
        List.of(
            LayerKey.brand("west"),
            LayerKey.reseller("west"),
            LayerKey.reseller("WEST"),
            LayerKey.reseller("west "),
            LayerKey.domain(new Owner("west", "east")),
            LayerKey.domain(new Owner("east", "west")),
            LayerKey.domain(new Owner("west", "west")),
            LayerKey.model("west", "west"),
            LayerKey.model("west", "a/b"),
            LayerKey.model("west/b", "a"),
            LayerKey.model("west", "a%2fb"),
            LayerKey.model("west", "T4'6\"S\\ ~"));
    for (int i = 0; i < keys.size(); i++) {
      assertThat(layers.replace(keys.get(i), NONE, numbered(i))).as("" + keys.get(i)).isTrue();
    }
    for (int i = 0; i < keys.size(); i++) {
      assertThat(layers.entries(keys.get(i))).as("" + keys.get(i)).isEqualTo(numbered(i));
    }
    layers.replace(keys.get(0), numbered(0), NONE);
    for (int i = 1; i < keys.size(); i++) {
      assertThat(layers.entries(keys.get(i))).as("" + keys.get(i)).isEqualTo(numbered(i));
    }
  }

  @Test
  void replace_manyLongEntries_areFound() {
    EditableLayers layers = emptyStore();
    List<Entry> many = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      many.add(entry("parameter." + i, "\u00e9".repeat(2_000)));
    }
    assertThat(layers.replace(KEY, NONE, many)).isTrue();
    assertThat(layers.entries(KEY)).isEqualTo(many);
    assertThat(layers.replace(KEY, many, NEXT)).isTrue();
  }

  @Test
  void replace_listOfTheCaller_isCopied() {
    EditableLayers layers = emptyStore();
    List<Entry> mine = new ArrayList<>(FIRST);
    layers.replace(KEY, NONE, mine);
    mine.clear();
    assertThat(layers.entries(KEY)).isEqualTo(FIRST);
  }

  @Test
  void replace_manyThreads_oneWins() throws Exception {
    EditableLayers layers = emptyStore();
    for (int round = 0; round < ROUNDS; round++) {
      List<Entry> seen = layers.entries(KEY);
      int base = 100 * round;
      List<Integer> winners = Race.winners(i -> layers.replace(KEY, seen, numbered(base + i)));
      assertThat(winners).hasSize(1);
      assertThat(layers.entries(KEY)).isEqualTo(numbered(base + winners.get(0)));
    }
    List<Entry> last = layers.entries(KEY);
    assertThat(Race.winners(i -> layers.replace(KEY, last, NONE))).hasSize(1);
  }

  private static List<Entry> numbered(int number) {
    return List.of(entry("number", "" + number));
  }

  private static Entry entry(String parameter, String value) {
    return new Entry(parameter, value, "");
  }
}
