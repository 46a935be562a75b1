package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
  @Test
  void run_tasksOfOneKey_inTheirOrder() {
    Map<Integer, List<Integer>> done = new ConcurrentHashMap<>();
    try (Lanes lanes = new Lanes()) {
      for (int i = 0; i < 5_000; i++) {
        int number = i;
        int key = i % 7;
        lanes.run(
            key, () -> done.computeIfAbsent(key, k -> new CopyOnWriteArrayList<>()).add(number));
      }
      lanes.await();
    }
    assertThat(done).hasSize(7);
    done.forEach(
        (key, numbers) ->
            assertThat(numbers)
                .isEqualTo(IntStream.range(0, 5_000).filter(n -> n % 7 == key).boxed().toList()));
  }

  @Test
  void run_tasksOfOtherKeys_atOnce() {
    CyclicBarrier together = new CyclicBarrier(Lanes.COUNT);
    try (Lanes lanes = new Lanes()) {
      for (int key = 0; key < Lanes.COUNT; key++) {
        lanes.run(key, () -> pass(together));
      }
      lanes.await();
    }
    assertThat(together.getNumberWaiting()).isZero();
  }

  private static void pass(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void await_afterAFailure_throwsItAndTheOthersAreDone() {
    List<Integer> done = new CopyOnWriteArrayList<>();
    try (Lanes lanes = new Lanes()) {
      for (int i = 0; i < 20; i++) {
        int number = i;
        lanes.run(
            number,
            () -> {
              if (number == 3) {
                throw new IllegalStateException("three");
              }
              done.add(number);
            });
      }
      assertThatThrownBy(lanes::await).hasMessage("three");
    }
    assertThat(done).hasSize(19);
  }
}
