package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.latchkey.testkit.phone.SimulatedPhone;
import org.latchkey.testkit.polycom.PolycomPhone;
import org.latchkey.testkit.yealink.YealinkPhone;

/** Phones that go on with their lives, each for itself, while something is killed. */
final class CrashFleet implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Home home;
  private final List<CrashPhone> phones = new ArrayList<>();
  private final List<Future<Integer>> lives = new ArrayList<>();
  private int asked;
  private boolean goesOn = true;

  /** Nobody yet. */
  CrashFleet(Home home) {
    this.home = home;
  }

  void addYealink(String mac) throws Exception {
    add("yealink", "T46S", () -> YealinkPhone.builder(mac).build());
  }

  void addPolycom(String mac) throws Exception {
    add("polycom", "VVX500", () -> PolycomPhone.builder(mac).build());
  }

  private void add(String brand, String model, Supplier<SimulatedPhone> box) throws Exception {
    CrashPhone phone = new CrashPhone(home, brand, model, box, this::goesOn, this::asked);
    phones.add(phone);
    lives.add(threads.submit(phone));
  }

  private synchronized boolean goesOn() {
    return goesOn;
  }

  private synchronized void asked(int requests) {
    asked += requests;
    notifyAll();
  }

  /** How many requests were answered. */
  synchronized int asked() {
    return asked;
  }

  /** Waits for so many more requests, or for a phone that has failed. */
  synchronized void await(int requests) throws InterruptedException {
    int wanted = asked + requests;
    while (asked < wanted && lives.stream().noneMatch(Future::isDone)) {
      wait(1_000);
    }
  }

  /** Lets all come to rest, as provisioned as they can be; tells how many first boots they had. */
  int rest() throws Exception {
    end();
    int boots = 0;
    for (Future<Integer> life : lives) {
      boots += life.get();
    }
    for (CrashPhone phone : phones) {
      assertThat(phone.state()).isEqualTo("provisioned");
    }
    assertThat(boots).isGreaterThanOrEqualTo(phones.size());
    return boots;
  }

  private synchronized void end() {
    goesOn = false;
  }

  List<CrashPhone> phones() {
    return phones;
  }

  @Override
  public void close() {
    end();
    threads.shutdownNow();
  }
}
