package org.latchkey.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.latchkey.device.MacAddress;
import org.latchkey.spi.UploadQuota;
import org.latchkey.spi.UploadRecord;
import org.latchkey.spi.UploadSink;
import org.latchkey.spi.UploadSink.Item;

/**
 * What an {@link UploadSink} must do.
 *
 * <p>A file is found as it was stored, replaced by the next one of its name, listed in the order of
 * storing, and gone after a removal or a purge of its device. No quota is ever exceeded, not by 32
 * threads that store at the same time either; what is refused changes nothing, and what is removed
 * makes room. Names and sealed texts come back to the letter, instants to the millisecond.
 *
 * @since 1.0
 */
public abstract class UploadSinkContract {
  private static final MacAddress MAC = MacAddress.of("001565aabbcc");
  private static final MacAddress OTHER = MacAddress.of("001565aabbcd");
  private static final Instant AT = Instant.parse("2026-12-01T10:20:30.456Z");
  private static final UploadQuota QUOTA = new UploadQuota(100, 3, 200, 250);
  private static final int ROUNDS = 10;
  private static final int LONGEST_SEALED = 700_000;

  /** For implementations. */
  protected UploadSinkContract() {}

  /**
   * Sets a store up. Called once by each test.
   *
   * @return a store without files
   */
  protected abstract UploadSink emptySink();

  @Test
  void find_unknown_isEmpty() {
    UploadSink sink = emptySink();
    assertThat(sink.find(MAC, "a.log")).isEmpty();
    assertThat(sink.list(MAC)).isEmpty();
    sink.store(upload(MAC, "a.log", 1), QUOTA);
    assertThat(sink.find(MAC, "b.log")).isEmpty();
    assertThat(sink.find(OTHER, "a.log")).isEmpty();
    assertThat(sink.list(OTHER)).isEmpty();
  }

  @Test
  void store_first_isFoundAndListed() {
    UploadSink sink = emptySink();
    UploadRecord upload = upload(MAC, "a.log", 100);
    assertThat(sink.store(upload, QUOTA)).isTrue();
    assertThat(sink.find(MAC, "a.log")).contains(upload);
    assertThat(sink.list(MAC)).containsExactly(upload.item());
  }

  @Test
  void store_sameName_replacesAndComesLast() {
    UploadSink sink = emptySink();
    UploadRecord first = upload(MAC, "a.log", 1);
    UploadRecord other = upload(MAC, "b.log", 2);
    UploadRecord again = upload(MAC, "a.log", 3);
    sink.store(first, QUOTA);
    sink.store(other, QUOTA);
    assertThat(sink.list(MAC)).containsExactly(first.item(), other.item());
    assertThat(sink.store(again, QUOTA)).isTrue();
    assertThat(sink.find(MAC, "a.log")).contains(again);
    assertThat(sink.list(MAC)).containsExactly(other.item(), again.item());
  }

  @Test
  void store_emptyFile_isKept() {
    UploadSink sink = emptySink();
    UploadRecord empty = upload(MAC, "a.log", 0);
    assertThat(sink.store(empty, QUOTA)).isTrue();
    assertThat(sink.find(MAC, "a.log")).contains(empty);
  }

  @Test
  void store_tooManyFiles_isRefusedAndChangesNothing() {
    UploadSink sink = emptySink();
    for (int i = 0; i < QUOTA.deviceFiles(); i++) {
      assertThat(sink.store(upload(MAC, i + ".log", 1), QUOTA)).isTrue();
    }
    List<Item> before = sink.list(MAC);
    assertThat(sink.store(upload(MAC, "more.log", 0), QUOTA)).isFalse();
    assertThat(sink.list(MAC)).isEqualTo(before);
    assertThat(sink.find(MAC, "more.log")).isEmpty();
    assertThat(sink.store(upload(MAC, "0.log", 2), QUOTA)).as("replaces one").isTrue();
    assertThat(sink.store(upload(OTHER, "more.log", 1), QUOTA)).as("another device").isTrue();
  }

  @Test
  void store_overTheDevicesBytes_isRefusedAndTheOldFileStays() {
    UploadSink sink = emptySink();
    UploadRecord old = upload(MAC, "b.log", 99);
    sink.store(upload(MAC, "a.log", 100), QUOTA);
    sink.store(old, QUOTA);
    assertThat(sink.store(upload(MAC, "c.log", 2), QUOTA)).isFalse();
    assertThat(sink.store(upload(MAC, "b.log", 101), QUOTA)).isFalse();
    assertThat(sink.find(MAC, "b.log")).contains(old);
    assertThat(sink.store(upload(MAC, "b.log", 100), QUOTA)).as("to the limit").isTrue();
    assertThat(sink.store(upload(MAC, "a.log", 10), QUOTA)).as("shrinks").isTrue();
    assertThat(sink.store(upload(MAC, "c.log", 90), QUOTA)).as("takes what was freed").isTrue();
  }

  @Test
  void store_overAllBytes_isRefusedAndTheOldFileStays() {
    UploadSink sink = emptySink();
    UploadRecord old = upload(OTHER, "a.log", 49);
    fill(sink, MAC);
    assertThat(sink.store(old, QUOTA)).isTrue();
    assertThat(sink.store(upload(OTHER, "b.log", 2), QUOTA)).isFalse();
    assertThat(sink.store(upload(OTHER, "a.log", 51), QUOTA)).isFalse();
    assertThat(sink.find(OTHER, "a.log")).contains(old);
    assertThat(sink.store(upload(OTHER, "a.log", 50), QUOTA)).as("to the limit").isTrue();
  }

  @Test
  void remove_asStored_isGoneAndMakesRoom() {
    UploadSink sink = emptySink();
    UploadRecord upload = upload(MAC, "a.log", 100);
    UploadRecord other = upload(OTHER, "a.log", 100);
    sink.store(upload, QUOTA);
    sink.store(upload(MAC, "b.log", 50), QUOTA);
    sink.store(other, QUOTA);
    assertThat(sink.remove(upload)).isTrue();
    assertThat(sink.find(MAC, "a.log")).isEmpty();
    assertThat(sink.find(OTHER, "a.log")).contains(other);
    assertThat(sink.remove(upload)).isFalse();
    assertThat(sink.store(upload(MAC, "c.log", 100), QUOTA)).isTrue();
  }

  @Test
  void remove_replacedMeanwhile_changesNothing() {
    UploadSink sink = emptySink();
    UploadRecord first = upload(MAC, "a.log", 1);
    UploadRecord next = new UploadRecord(MAC, first.item(), "the same length, other bytes");
    sink.store(first, QUOTA);
    sink.store(next, QUOTA);
    assertThat(sink.remove(first)).isFalse();
    assertThat(sink.find(MAC, "a.log")).contains(next);
  }

  @Test
  void purge_device_onlyItsFilesAreGoneAndMakeRoom() {
    UploadSink sink = emptySink();
    UploadRecord other = upload(OTHER, "a.log", 50);
    fill(sink, MAC);
    sink.store(other, QUOTA);
    sink.purge(MAC);
    assertThat(sink.list(MAC)).isEmpty();
    assertThat(sink.find(MAC, "0.log")).isEmpty();
    assertThat(sink.find(OTHER, "a.log")).contains(other);
    fill(sink, MAC);
  }

  @Test
  void purge_nothingThere_isNoError() {
    UploadSink sink = emptySink();
    sink.purge(MAC);
    fill(sink, MAC);
    sink.purge(MAC);
    sink.purge(MAC);
    fill(sink, OTHER);
  }

  @Test
  void item_anyName_comesBackToTheLetter() {
    UploadSink sink = emptySink();
    String marks = "._-~:@+$(){}!,=&'*#";
    String entry = "r".repeat(64) + "/" + "d".repeat(64) + "/" + "g".repeat(64);
    for (String name : List.of(marks, "0" + marks, "n".repeat(255), "n".repeat(254))) {
      UploadRecord upload = new UploadRecord(MAC, new Item(name, entry, AT, 1), "sealed");
      assertThat(sink.store(upload, UploadQuota.DEFAULTS)).isTrue();
      assertThat(sink.find(MAC, name)).contains(upload);
    }
    assertThat(sink.list(MAC)).hasSize(4);
  }

  @Test
  void sealed_longAndPrintable_comesBackToTheLetter() {
    UploadSink sink = emptySink();
    StringBuilder text = new StringBuilder(LONGEST_SEALED);
    for (char c = '!'; text.length() < LONGEST_SEALED; c = c == '~' ? '!' : (char) (c + 1)) {
      text.append(c);
    }
    UploadRecord upload =
        new UploadRecord(MAC, upload(MAC, "a.log", 500_000).item(), text.toString());
    assertThat(sink.store(upload, UploadQuota.DEFAULTS)).isTrue();
    assertThat(sink.find(MAC, "a.log")).contains(upload);
  }

  @Test
  void store_by32ThreadsForOneDevice_noMoreFilesThanAllowed() throws Exception {
    UploadSink sink = emptySink();
    for (int round = 0; round < ROUNDS; round++) {
      List<Integer> winners = Race.winners(i -> sink.store(upload(MAC, i + ".log", 1), QUOTA));
      assertThat(winners).hasSize(QUOTA.deviceFiles());
      assertThat(sink.list(MAC))
          .extracting(Item::name)
          .containsExactlyInAnyOrderElementsOf(winners.stream().map(i -> i + ".log").toList());
      sink.purge(MAC);
    }
  }

  @Test
  void store_by32ThreadsForAsManyDevices_noMoreBytesThanAllowed() throws Exception {
    UploadSink sink = emptySink();
    for (int round = 0; round < ROUNDS; round++) {
      List<Integer> winners = Race.winners(i -> sink.store(upload(device(i), "a.log", 25), QUOTA));
      assertThat(winners).hasSize(10);
      for (int i = 0; i < Race.THREADS; i++) {
        assertThat(sink.list(device(i))).hasSize(winners.contains(i) ? 1 : 0);
        sink.purge(device(i));
      }
    }
  }

  @Test
  void storeRemovePurge_by32Threads_roomIsCountedRightAfterwards() throws Exception {
    UploadSink sink = emptySink();
    for (int round = 0; round < ROUNDS; round++) {
      Race.winners(
          i -> {
            UploadRecord upload = upload(i % 2 == 0 ? MAC : OTHER, i % 5 + ".log", i);
            boolean stored = sink.store(upload, QUOTA);
            if (i % 7 == 0) {
              sink.purge(upload.mac());
            }
            return stored && i % 3 == 0 && sink.remove(upload);
          });
    }
    sink.purge(MAC);
    sink.purge(OTHER);
    fill(sink, MAC);
    assertThat(sink.store(upload(OTHER, "a.log", 50), QUOTA)).isTrue();
    assertThat(sink.store(upload(OTHER, "b.log", 1), QUOTA)).isFalse();
  }

  /** Stores what one device may have. */
  private static void fill(UploadSink sink, MacAddress mac) {
    assertThat(sink.store(upload(mac, "0.log", 100), QUOTA)).isTrue();
    assertThat(sink.store(upload(mac, "1.log", 100), QUOTA)).isTrue();
  }

  private static MacAddress device(int number) {
    return MacAddress.of(String.format(Locale.ROOT, "0015650000%02x", number));
  }

  private static UploadRecord upload(MacAddress mac, String name, int size) {
    Item item = new Item(name, "west/acme.example/1", AT.plusMillis(size), size);
    return new UploadRecord(mac, item, "sealed-" + mac + "-" + name + "-" + size);
  }
}
