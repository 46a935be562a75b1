package org.latchkey.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latchkey.error.InvalidValueException;
import org.latchkey.pass.GlobalPass;
import org.latchkey.pass.GlobalPass.Scope;
import org.latchkey.secret.Credential;
import org.latchkey.spi.EditableGlobalPasses;

/**
 * What {@link EditableGlobalPasses} must do.
 *
 * <p>A pass is found by the exact user name and under the exact scope that it was added with, in
 * the order of adding, as soon as the store that it was added through is asked. No two passes have
 * one id, and no two scopes one user name, even if 32 threads add them at the same time.
 *
 * @since 1.0
 */
public abstract class GlobalPassesContract {
  private static final int ROUNDS = 5;
  private static final Scope WEST = new Scope(Optional.of("west"), Optional.empty());
  private static final Scope EAST = new Scope(Optional.of("east"), Optional.empty());
  private static final Scope ACME = new Scope(Optional.of("west"), Optional.of("acme.example"));

  /** For implementations. */
  protected GlobalPassesContract() {}

  /**
   * Sets a store up. Called once by each test.
   *
   * @return a store without passes
   */
  protected abstract EditableGlobalPasses emptyStore();

  @Test
  void add_first_isFoundAsItWas() {
    EditableGlobalPasses passes = emptyStore();
    assertThat(passes.all()).isEmpty();
    assertThat(passes.named("first1")).isEmpty();
    assertThat(passes.of(WEST)).isEmpty();
    GlobalPass pass = pass("1", WEST, "first1");
    passes.add(pass);
    assertThat(passes.all()).containsExactly(pass);
    assertThat(passes.named("first1")).containsExactly(pass);
    assertThat(passes.of(WEST)).containsExactly(pass);
  }

  @Test
  void add_legacyPass_comesBackEqual() {
    EditableGlobalPasses passes = emptyStore();
    GlobalPass pass =
        new GlobalPass(
            "A-1._b", ACME, Credential.of("admin@x/%'~", "'\"\\%\u00e9\u4e2d\uD83D\uDE00"), true);
    passes.add(pass);
    assertThat(passes.all()).containsExactly(pass);
    assertThat(passes.named("admin@x/%'~")).containsExactly(pass);
  }

  @Test
  void named_otherSpelling_isNotFound() {
    EditableGlobalPasses passes = emptyStore();
    GlobalPass pass = pass("1", WEST, "first1");
    GlobalPass other = pass("2", EAST, "FIRST1");
    passes.add(pass);
    passes.add(other);
    assertThat(passes.named("first1")).containsExactly(pass);
    assertThat(passes.named("FIRST1")).containsExactly(other);
    for (String name : new String[] {"First1", "first", "first1 ", " first1", "", "%", "first_"}) {
      assertThat(passes.named(name)).as(name).isEmpty();
    }
  }

  @Test
  void of_scopes_areExact() {
    EditableGlobalPasses passes = emptyStore();
    GlobalPass all = pass("1", Scope.INSTALLATION, "installation");
    GlobalPass west = pass("2", WEST, "west1234");
    GlobalPass acme = pass("3", ACME, "acme1234");
    List.of(acme, all, west).forEach(passes::add);
    assertThat(passes.of(Scope.INSTALLATION)).containsExactly(all);
    assertThat(passes.of(WEST)).containsExactly(west);
    assertThat(passes.of(ACME)).containsExactly(acme);
    assertThat(passes.of(EAST)).isEmpty();
    assertThat(passes.of(new Scope(Optional.of("West"), Optional.empty()))).isEmpty();
    assertThat(passes.of(new Scope(Optional.of("east"), Optional.of("acme.example")))).isEmpty();
    assertThat(passes.all()).containsExactly(acme, all, west);
  }

  @Test
  void add_anotherOfItsScope_comesLast() {
    EditableGlobalPasses passes = emptyStore();
    GlobalPass previous = pass("z", WEST, "same1234");
    GlobalPass current = pass("a", WEST, "same1234");
    passes.add(previous);
    passes.add(current);
    assertThat(passes.named("same1234")).containsExactly(previous, current);
    assertThat(passes.of(WEST)).containsExactly(previous, current);
    assertThat(passes.remove("z")).isTrue();
    GlobalPass next = pass("m", WEST, "other123");
    passes.add(next);
    assertThat(passes.of(WEST)).containsExactly(current, next);
    assertThat(passes.all()).containsExactly(current, next);
  }

  @Test
  void add_nameOfAnotherScope_isRefusedAndChangesNothing() {
    EditableGlobalPasses passes = emptyStore();
    GlobalPass pass = pass("1", WEST, "first1");
    passes.add(pass);
    for (Scope scope : List.of(EAST, ACME, Scope.INSTALLATION)) {
      assertThatThrownBy(() -> passes.add(pass("2", scope, "first1")))
          .isInstanceOf(InvalidValueException.class)
          .hasMessageContaining("username")
          .hasMessageContaining("first1");
    }
    assertThat(passes.all()).containsExactly(pass);
    assertThat(passes.named("first1")).containsExactly(pass);
  }

  @Test
  void add_idOfAnotherPass_isRefusedAndChangesNothing() {
    EditableGlobalPasses passes = emptyStore();
    GlobalPass pass = pass("id-1", WEST, "first1");
    passes.add(pass);
    for (Scope scope : List.of(WEST, EAST)) {
      assertThatThrownBy(() -> passes.add(pass("id-1", scope, "second")))
          .isInstanceOf(InvalidValueException.class)
          .hasMessageStartingWith("id:")
          .hasMessageContaining("id-1");
    }
    assertThat(passes.all()).containsExactly(pass);
    GlobalPass upper = pass("ID-1", EAST, "second");
    passes.add(upper);
    assertThat(passes.all()).containsExactly(pass, upper);
  }

  @Test
  void remove_known_freesItsName() {
    EditableGlobalPasses passes = emptyStore();
    GlobalPass pass = pass("1", WEST, "first1");
    GlobalPass other = pass("2", EAST, "other123");
    passes.add(pass);
    passes.add(other);
    assertThat(passes.named("first1")).containsExactly(pass);
    assertThat(passes.remove("3")).isFalse();
    assertThat(passes.remove("1")).isTrue();
    assertThat(passes.remove("1")).isFalse();
    assertThat(passes.named("first1")).isEmpty();
    assertThat(passes.of(WEST)).isEmpty();
    assertThat(passes.all()).containsExactly(other);
    GlobalPass again = pass("1", ACME, "first1");
    passes.add(again);
    assertThat(passes.all()).containsExactly(other, again);
  }

  @Test
  void add_manyThreadsOneName_oneScopeWins() throws Exception {
    EditableGlobalPasses passes = emptyStore();
    for (int round = 0; round < ROUNDS; round++) {
      String name = "round" + round;
      List<Integer> winners =
          Race.winners(
              i ->
                  added(
                      passes,
                      pass(
                          name + "-" + i,
                          new Scope(Optional.of("r" + i), Optional.empty()),
                          name)));
      assertThat(winners).hasSize(1);
      assertThat(passes.named(name))
          .extracting(GlobalPass::id)
          .containsExactly(name + "-" + winners.get(0));
    }
    assertThat(passes.all()).hasSize(ROUNDS);
  }

  @Test
  void add_manyThreadsOneId_oneWins() throws Exception {
    EditableGlobalPasses passes = emptyStore();
    List<Integer> winners = Race.winners(i -> added(passes, pass("id", WEST, "name" + i)));
    assertThat(winners).hasSize(1);
    assertThat(passes.all()).containsExactly(pass("id", WEST, "name" + winners.get(0)));
  }

  @Test
  void add_manyThreadsDifferentNames_allAreKept() throws Exception {
    EditableGlobalPasses passes = emptyStore();
    List<Integer> winners = Race.winners(i -> added(passes, pass("id" + i, WEST, "name" + i)));
    assertThat(winners).hasSize(Race.THREADS);
    assertThat(passes.all()).hasSize(Race.THREADS);
    assertThat(passes.of(WEST)).hasSize(Race.THREADS);
  }

  private static boolean added(EditableGlobalPasses passes, GlobalPass pass) {
    try {
      passes.add(pass);
      return true;
    } catch (InvalidValueException e) {
      return false;
    }
  }

  private static GlobalPass pass(String id, Scope scope, String username) {
    return new GlobalPass(id, scope, Credential.of(username, "Password12345" + id.length()), false);
  }
}
