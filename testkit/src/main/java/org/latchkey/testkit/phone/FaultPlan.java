package org.latchkey.testkit.phone;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts requests and apply steps of one call and says which {@link Fault} is due.
 *
 * <p>For one thread.
 *
 * @since 1.0
 */
public final class FaultPlan {
  private final List<Fault> faults;
  private int requests;
  private int steps;

  /**
   * Starts counting.
   *
   * @param faults what will go wrong, in any order
   */
  public FaultPlan(List<Fault> faults) {
    this.faults = new ArrayList<>(faults);
  }

  /** Counts a request that is about to be sent. */
  int nextRequest() {
    requests++;
    if (due(new Fault.PowerCutBefore(requests))) {
      throw new PowerLostException("power cut before request " + requests);
    }
    return requests;
  }

  /** The address the phone gets before the request, if it changes. */
  Optional<InetAddress> moveBefore(int request) {
    for (Fault fault : faults) {
      if (fault instanceof Fault.AddressChange move && move.request() == request) {
        return Optional.of(move.address());
      }
    }
    return Optional.empty();
  }

  /** Tells whether this very fault is due, once. */
  boolean due(Fault fault) {
    return faults.remove(fault);
  }

  /**
   * Counts a step of writing the configuration to memory.
   *
   * @throws PowerLostException if the power goes before this step
   */
  public void applyStep() {
    if (due(new Fault.PowerCutInApply(steps))) {
      throw new PowerLostException("power cut after " + steps + " apply steps");
    }
    steps++;
  }
}
