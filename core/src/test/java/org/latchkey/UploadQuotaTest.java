package org.latchkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.device.MacAddress;
import org.latchkey.error.InvalidValueException;
import org.latchkey.event.EventType;
import org.latchkey.memory.MemoryUploads;
import org.latchkey.secret.Credential;
import org.latchkey.spi.UploadQuota;

class UploadQuotaTest {
  private static final int THREADS = 32;
  private static final String LOG = "-sys.log";

  private final MemoryUploads uploads = new MemoryUploads();
  private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  private Gate gate(UploadQuota quota) {
    return new Gate(builder -> builder.uploads(uploads, quota));
  }

  private static int put(Gate gate, MacAddress mac, String name, int length, Credential own) {
    return gate.ask("PUT", "/" + mac + name).body("x".repeat(length)).digest(own).status();
  }

  @Test
  void put_upToTheLimitOfAFile_stored() {
    Gate gate = gate(new UploadQuota(100, 16, 1_000, 1_000));
    Credential own = gate.provisioned(Gate.MAC);

    assertThat(put(gate, Gate.MAC, LOG, 100, own)).isEqualTo(200);
    assertThat(put(gate, Gate.MAC, LOG, 101, own)).isEqualTo(413);

    assertThat(uploads.dump()).extracting(upload -> upload.item().size()).containsExactly(100);
    assertThat(gate.told()).contains(EventType.UPLOAD_DROPPED);
  }

  @Test
  void put_tooManyFiles_refusedAndTheOthersStay() {
    Gate gate = gate(new UploadQuota(100, 1, 1_000, 1_000));
    Credential own = gate.provisioned(Gate.MAC);

    assertThat(put(gate, Gate.MAC, LOG, 10, own)).isEqualTo(200);
    assertThat(put(gate, Gate.MAC, "-personal.xml", 10, own)).isEqualTo(413);
    assertThat(put(gate, Gate.MAC, LOG, 11, own)).isEqualTo(200);

    assertThat(uploads.dump()).extracting(upload -> upload.item().size()).containsExactly(11);
  }

  @Test
  void put_overTheDevicesBytes_refusedAndTheOldFileStays() {
    Gate gate = gate(new UploadQuota(100, 16, 150, 1_000));
    Credential own = gate.provisioned(Gate.MAC);
    put(gate, Gate.MAC, LOG, 100, own);
    put(gate, Gate.MAC, "-personal.xml", 50, own);

    assertThat(put(gate, Gate.MAC, "-personal.xml", 51, own)).isEqualTo(413);

    assertThat(gate.get("/" + Gate.MAC + "-personal.xml").digest(own).send().body()).hasSize(50);
  }

  @Test
  void put_overAllBytes_refusedUntilSomebodyIsPurged() {
    Gate gate = gate(new UploadQuota(100, 16, 100, 100));
    Credential own = gate.provisioned(Gate.MAC);
    Credential others = gate.provisioned(Gate.OTHER);
    put(gate, Gate.MAC, LOG, 60, own);

    assertThat(put(gate, Gate.OTHER, LOG, 60, others)).isEqualTo(413);
    gate.arm(Gate.MAC);
    assertThat(put(gate, Gate.OTHER, LOG, 60, others)).isEqualTo(200);
  }

  @Test
  void put_inPlaceOfAnother_needsNoMoreRoomThanItIsLonger() {
    Gate gate = gate(new UploadQuota(100, 16, 100, 100));
    Credential own = gate.provisioned(Gate.MAC);

    assertThat(put(gate, Gate.MAC, LOG, 99, own)).isEqualTo(200);
    assertThat(put(gate, Gate.MAC, LOG, 100, own)).isEqualTo(200);

    assertThat(uploads.dump()).extracting(upload -> upload.item().size()).containsExactly(100);
  }

  @Test
  void put_by32Threads_exactlyAsManyAsThereIsRoomFor() throws Exception {
    Gate gate = gate(new UploadQuota(100, 16, 100, 1_000));
    List<Callable<Integer>> phones = new ArrayList<>();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    for (int i = 0; i < THREADS; i++) {
      MacAddress mac = MacAddress.of(String.format("0015650000%02x", i));
      Credential own = gate.provisioned(mac);
      phones.add(
          () -> {
            start.await(30, TimeUnit.SECONDS);
            return put(gate, mac, LOG, 100, own);
          });
    }

    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> answer : pool.invokeAll(phones)) {
      answers.add(answer.get());
    }

    assertThat(answers).containsOnly(200, 413);
    assertThat(answers).filteredOn(answer -> answer == 200).hasSize(10);
    assertThat(uploads.dump()).hasSize(10);
  }

  @Test
  void put_moreAtOnceThanThereIsMemoryFor_comeAgainLater() throws Exception {
    Gate gate = gate(UploadQuota.DEFAULTS);
    Credential own = gate.provisioned(Gate.MAC);
    CountDownLatch reading = new CountDownLatch(THREADS);
    CountDownLatch go = new CountDownLatch(1);
    List<Future<Integer>> slow = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Request put =
          gate.ask("PUT", "/" + Gate.MAC + LOG)
              .body(
                  most -> {
                    reading.countDown();
                    awaited(go);
                    return Optional.of("slow".getBytes(UTF_8));
                  })
              .digest(own);
      slow.add(pool.submit(put::status));
    }
    assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();

    ProvisioningResponse full =
        gate.ask("PUT", "/" + Gate.MAC + LOG).body("fast").digest(own).send();
    go.countDown();

    assertThat(full.status()).isEqualTo(503);
    assertThat(full.header("Retry-After")).isPresent();
    for (Future<Integer> answer : slow) {
      assertThat(answer.get()).isEqualTo(200);
    }
    assertThat(put(gate, Gate.MAC, LOG, 10, own)).isEqualTo(200);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1, fileBytes",
    "16777217, 1, 16777217, 16777217, fileBytes",
    "10, 0, 10, 10, deviceFiles",
    "10, 1, 9, 10, deviceBytes",
    "10, 1, 20, 19, allBytes"
  })
  void quota_thatMakesNoSense_namesTheField(
      int file, int files, long device, long all, String field) {
    assertThatThrownBy(() -> new UploadQuota(file, files, device, all))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith(field + ": ");
  }
}
