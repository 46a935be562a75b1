package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.admin.Administration;
import org.latchkey.error.LostRaceException;
import org.latchkey.error.StateConflictException;
import org.latchkey.event.EventType;
import org.latchkey.pass.PassPolicy;
import org.latchkey.secret.Credential;
import org.latchkey.spi.AccessRecord;

/** 32 threads on one device: one issue, one next credential, one proof. */
class RaceTest {
  private static final int THREADS = 32;
  private static final String FILE = "/" + Gate.MAC + ".cfg";

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Gate gate = new Gate(builder -> builder.policy(ample()));

  /** So many answers that 32 threads do not use them up. */
  private static PassPolicy ample() {
    PassPolicy defaults = PassPolicy.DEFAULTS;
    return new PassPolicy(
        defaults.armingPeriod(),
        defaults.windowAfterAnswer(),
        defaults.windowBeyondArming(),
        Optional.of(1_000),
        Optional.empty(),
        defaults.takeoverSilence(),
        defaults.takeovers(),
        false);
  }

  @AfterEach
  void stop() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  private <T> List<T> atOnce(Callable<T> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<T>> running = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      running.add(
          threads.submit(
              () -> {
                start.await(1, TimeUnit.MINUTES);
                return work.call();
              }));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> one : running) {
      results.add(one.get(1, TimeUnit.MINUTES));
    }
    return results;
  }

  /** Asks for the file without asking for a nonce first. */
  private Callable<ProvisioningResponse> ask(Credential credential) {
    String nonce = gate.get(FILE).nonce();
    return () -> gate.get(FILE).digest(credential, nonce, "00000001", "/cfg" + FILE).send();
  }

  private int count(EventType type) {
    return Collections.frequency(gate.told(), type);
  }

  /** The one credential that all files carried. */
  private static Credential carriedByAll(List<ProvisioningResponse> answers) {
    Set<Credential> carried = new HashSet<>();
    for (ProvisioningResponse answer : answers) {
      if (answer.status() == 200) {
        carried.add(Gate.carried(answer));
      }
    }
    assertThat(carried).hasSize(1);
    return carried.iterator().next();
  }

  /** Some writes are lost although nobody else wrote. */
  private void loseWritesAtRandom() {
    Random random = new Random(4);
    gate.stores.replaceUnless(() -> random.nextInt(4) == 0);
  }

  @RepeatedTest(5)
  void firstBoot_atOnce_oneIssueAndOneCredential() throws Exception {
    gate.armed(Gate.MAC);
    loseWritesAtRandom();
    List<ProvisioningResponse> answers = atOnce(ask(Gate.PASS));
    assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 503);
    int files = (int) answers.stream().filter(answer -> answer.status() == 200).count();
    Credential next = carriedByAll(answers);
    assertThat(count(EventType.ISSUED)).isEqualTo(1);
    assertThat(count(EventType.REPEATED)).as("each file is on record").isEqualTo(files - 1);
    gate.stores.up();
    assertThat(gate.firstBoot(Gate.MAC)).isEqualTo(next);
  }

  @RepeatedTest(5)
  void proof_atOnce_oneProofAndNobodyRefused() throws Exception {
    Credential next = gate.armed(Gate.MAC).firstBoot(Gate.MAC);
    loseWritesAtRandom();
    List<ProvisioningResponse> answers = atOnce(ask(next));
    assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 503);
    gate.stores.up();
    assertThat(gate.get(FILE).digest(next).status()).isEqualTo(200);
    assertThat(count(EventType.PROVED)).isEqualTo(1);
    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(401);
  }

  @RepeatedTest(5)
  void passAndProof_atOnce_noFileUnderThePassAfterTheProof() throws Exception {
    Credential next = gate.armed(Gate.MAC).firstBoot(Gate.MAC);
    Callable<ProvisioningResponse> pass = ask(Gate.PASS);
    Callable<ProvisioningResponse> own = ask(next);
    AtomicInteger turn = new AtomicInteger();
    AtomicInteger underThePass = new AtomicInteger();
    int before = gate.stores.written().size();
    List<ProvisioningResponse> answers =
        atOnce(
            () -> {
              if (turn.getAndIncrement() % 4 == 0) {
                return own.call();
              }
              ProvisioningResponse answer = pass.call();
              underThePass.addAndGet(answer.status() == 200 ? 1 : 0);
              return answer;
            });
    assertThat(carriedByAll(answers)).isEqualTo(next);
    assertThat(gate.get(FILE).digest(next).status()).isEqualTo(200);
    List<String> states = gate.stores.written().stream().map(AccessRecord::state).toList();
    assertThat(states).endsWith("provisioned").containsOnlyOnce("provisioned");
    assertThat(states.size() - before - 1)
        .as("each file under the pass was written down before the proof")
        .isEqualTo(underThePass.get());
    assertThat(count(EventType.PROVED)).isEqualTo(1);
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(401);
  }

  @RepeatedTest(5)
  void rotation_atOnce_oneNextCredential() throws Exception {
    Credential own = gate.provisioned(Gate.MAC);
    Callable<ProvisioningResponse> ask = ask(own);
    AtomicInteger turn = new AtomicInteger();
    List<ProvisioningResponse> answers =
        atOnce(
            () -> {
              if (turn.getAndIncrement() % 2 == 0) {
                act(Act.ROTATE);
              }
              return ask.call();
            });
    assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 503);
    Set<Credential> carried = new HashSet<>();
    answers.stream().filter(a -> a.status() == 200).forEach(a -> carried.add(Gate.carried(a)));
    carried.remove(own);
    assertThat(carried).hasSizeLessThanOrEqualTo(1);
    assertThat(count(EventType.ROTATED)).isEqualTo(1);
    assertThat(carriedByAll(List.of(ask.call())))
        .isEqualTo(carriedByAll(List.of(ask.call())))
        .isNotEqualTo(own);
  }

  private enum Act {
    ARM,
    DISARM,
    LOCK,
    ROTATE,
    DISABLE
  }

  private void act(Act act) {
    Administration admin = gate.latchkey.administration();
    try {
      switch (act) {
        case ARM -> gate.arm(Gate.MAC);
        case DISARM -> admin.disarm(Gate.ADMIN, Gate.MAC);
        case LOCK -> admin.lock(Gate.ADMIN, Gate.MAC);
        case ROTATE -> admin.rotate(Gate.ADMIN, Gate.MAC);
        case DISABLE -> admin.disable(Gate.ADMIN, Gate.MAC);
      }
    } catch (LostRaceException | StateConflictException e) {
      // as the administrator would: somebody else was faster, or it is too late
    }
  }

  /**
   * A first boot races with an administrator. A file that went out carries what the record holds,
   * unless the administrator has taken that back since.
   */
  @ParameterizedTest
  @EnumSource
  void firstBootAndAdministrator_atOnce_agree(Act act) throws Exception {
    for (int round = 0; round < 3; round++) {
      if (round == 0) {
        gate.armed(Gate.MAC);
      } else {
        gate.latchkey.administration().lock(Gate.ADMIN, Gate.MAC);
        gate.latchkey.administration().enable(Gate.ADMIN, Gate.MAC);
        gate.arm(Gate.MAC);
      }
      gate.told();
      gate.events.clear();
      Callable<ProvisioningResponse> ask = ask(Gate.PASS);
      AtomicInteger turn = new AtomicInteger();
      List<Optional<ProvisioningResponse>> answers =
          atOnce(
              () -> {
                if (turn.getAndIncrement() % 8 == 3) {
                  act(act);
                  return Optional.empty();
                }
                return Optional.of(ask.call());
              });
      List<ProvisioningResponse> files =
          answers.stream().flatMap(Optional::stream).filter(a -> a.status() == 200).toList();
      assertThat(count(EventType.ISSUED)).isLessThanOrEqualTo(1);
      assertThat(count(EventType.ISSUED) == 1).isEqualTo(!files.isEmpty());
      ProvisioningResponse after = ask.call();
      if (act == Act.LOCK || act == Act.DISABLE) {
        assertThat(after.status()).isEqualTo(401);
      } else if (!files.isEmpty()) {
        Credential next = carriedByAll(files);
        assertThat(carriedByAll(List.of(after))).isEqualTo(next);
        assertThat(gate.get(FILE).digest(next).status()).isEqualTo(200);
        assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
      }
    }
  }
}
