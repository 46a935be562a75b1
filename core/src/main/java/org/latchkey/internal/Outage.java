package org.latchkey.internal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.latchkey.error.LatchkeyException;
import org.latchkey.error.StoreException;

/** Calls the host's code, and makes one kind of failure of whatever it throws. */
public final class Outage {
  private Outage() {}

  /**
   * Calls a method of the host.
   *
   * @param what the method, for the message
   * @param call the call
   * @param <T> what it returns
   * @return what it returned
   * @throws StoreException if it threw something that is not Latchkey's own, or returned null
   */
  public static <T> T guard(String what, Supplier<@Nullable T> call) {
    T result;
    try {
      result = call.get();
    } catch (LatchkeyException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new StoreException(what + " failed: " + e.getClass().getName(), e);
    }
    if (result == null) {
      throw new StoreException(what + " returned null");
    }
    return result;
  }
}
