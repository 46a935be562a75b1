package org.latchkey.memory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.latchkey.error.InvalidValueException;
import org.latchkey.pass.GlobalPass;
import org.latchkey.spi.EditableGlobalPasses;

/**
 * Global passes in memory.
 *
 * <p>Safe for use by many threads.
 *
 * @since 1.0
 */
public final class MemoryGlobalPasses implements EditableGlobalPasses {
  private final CopyOnWriteArrayList<GlobalPass> passes = new CopyOnWriteArrayList<>();

  /**
   * Some passes.
   *
   * @param first the passes to begin with
   */
  public MemoryGlobalPasses(GlobalPass... first) {
    for (GlobalPass pass : first) {
      add(pass);
    }
  }

  @Override
  public List<GlobalPass> all() {
    return List.copyOf(passes);
  }

  @Override
  public synchronized void add(GlobalPass pass) {
    if (passes.stream().anyMatch(other -> other.id().equals(pass.id()))) {
      throw InvalidValueException.of("id", "that of no other pass", pass.id());
    }
    for (GlobalPass other : named(pass.credential().username())) {
      if (!other.scope().equals(pass.scope())) {
        throw InvalidValueException.of(
            "username", "unique among the passes of all scopes", other.credential().username());
      }
    }
    passes.add(pass);
  }

  @Override
  public boolean remove(String id) {
    return passes.removeIf(pass -> pass.id().equals(id));
  }

  @Override
  public List<GlobalPass> named(String username) {
    return passes.stream().filter(p -> p.credential().username().equals(username)).toList();
  }

  @Override
  public List<GlobalPass> of(GlobalPass.Scope scope) {
    return passes.stream().filter(p -> p.scope().equals(scope)).toList();
  }
}
