package org.latchkey.portal;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Does tasks a few at a time, those of one key one after the other in the order in which they came.
 * A database that waits for its disk with each row serves several as fast as one.
 *
 * <p>For one thread that hands tasks in.
 */
final class Lanes implements AutoCloseable {
  /** Fewer than a host's pool has connections: phones need them too. */
  static final int COUNT = 4;

  private static final int MOST_WAITING = 64 * COUNT;

  private final List<ExecutorService> lanes = Stream.generate(Lanes::lane).limit(COUNT).toList();
  private final Semaphore room = new Semaphore(MOST_WAITING);
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  private static ExecutorService lane() {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, "latchkey-import");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Hands a task in; waits while too many wait. */
  void run(Object key, Runnable task) {
    room.acquireUninterruptibly();
    lanes
        .get(Math.floorMod(key.hashCode(), COUNT))
        .execute(
            () -> {
              try {
                task.run();
              } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
              } finally {
                room.release();
              }
            });
  }

  /** Waits for all tasks; throws what the first that failed threw. */
  void await() {
    room.acquireUninterruptibly(MOST_WAITING);
    room.release(MOST_WAITING);
    RuntimeException first = failure.get();
    if (first != null) {
      throw first;
    }
  }

  /** No task runs any more afterwards. */
  @Override
  public void close() {
    room.acquireUninterruptibly(MOST_WAITING);
    lanes.forEach(ExecutorService::shutdown);
  }
}
