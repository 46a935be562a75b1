package org.latchkey.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.spi.DeviceCatalogue;
import org.latchkey.spi.DeviceCatalogue.Query;
import org.latchkey.spi.EditableDirectory;

/**
 * What an {@link EditableDirectory} and its {@link DeviceCatalogue} must do.
 *
 * <p>A device is entered once, comes back with everything that it was entered with, is replaced
 * only by who has seen all of what it is at present, and leaves nothing when it is deleted. Of 32
 * threads that enter or replace one device at the same time, one wins. Lists go by MAC, and what is
 * searched for is meant literally.
 *
 * @since 1.0
 */
public abstract class DirectoryContract {
  private static final int ROUNDS = 5;
  private static final MacAddress MAC = SampleDevices.mac(1);

  /** For implementations. */
  protected DirectoryContract() {}

  /**
   * An inventory and what lists it.
   *
   * @param directory the inventory
   * @param catalogue its list
   */
  public record Inventory(EditableDirectory directory, DeviceCatalogue catalogue) {}

  /**
   * Sets an inventory up. Called once by each test.
   *
   * @return an inventory without devices
   */
  protected abstract Inventory emptyInventory();

  @Test
  void load_unknownMac_isEmpty() {
    EditableDirectory directory = emptyInventory().directory();
    assertThat(directory.load(MAC)).isEmpty();
    assertThat(directory.identify(MAC)).isEmpty();
  }

  @Test
  void create_deviceWithEverything_comesBackEqual() {
    Inventory inventory = emptyInventory();
    Device device = SampleDevices.full(MAC);
    assertThat(inventory.directory().create(device)).isTrue();

    assertThat(inventory.directory().load(MAC)).contains(device);
    assertThat(inventory.directory().identify(MAC)).contains(device.identity());
    assertThat(inventory.catalogue().list(all(10))).containsExactly(device);
  }

  @Test
  void create_deviceWithNothing_comesBackEqual() {
    Inventory inventory = emptyInventory();
    Device bare = Device.of(SampleDevices.identity(MAC));
    inventory.directory().create(bare);
    assertThat(inventory.directory().load(MAC)).contains(bare);
    assertThat(inventory.catalogue().list(all(10))).containsExactly(bare);
  }

  @Test
  void create_largestDevice_comesBackEqual() {
    EditableDirectory directory = emptyInventory().directory();
    Device largest = SampleDevices.largest(MAC);
    directory.create(largest);
    assertThat(directory.load(MAC)).contains(largest);
  }

  @Test
  void create_knownMac_isRefusedAndChangesNothing() {
    EditableDirectory directory = emptyInventory().directory();
    Device first = SampleDevices.full(MAC);
    directory.create(first);
    assertThat(directory.create(first)).isFalse();
    assertThat(directory.create(Device.of(identity(MAC, "snom", "D785", "b", "east")))).isFalse();
    assertThat(directory.load(MAC)).contains(first);
    assertThat(directory.identify(MAC)).contains(first.identity());
  }

  @Test
  void replace_asSeen_changesEverything() {
    Inventory inventory = emptyInventory();
    EditableDirectory directory = inventory.directory();
    Device first = SampleDevices.full(MAC);
    Device other = SampleDevices.full(SampleDevices.mac(2));
    Device next = Device.of(identity(MAC, "snom", "D785", "beta.example", "east"));
    directory.create(first);
    directory.create(other);

    assertThat(directory.replace(first, next)).isTrue();
    assertThat(directory.load(MAC)).contains(next);
    assertThat(directory.identify(MAC)).contains(next.identity());
    assertThat(directory.load(other.identity().mac())).contains(other);
    assertThat(inventory.catalogue().list(named("first floor"))).containsExactly(other);
    assertThat(directory.replace(next, first)).isTrue();
    assertThat(inventory.catalogue().list(named("first floor"))).containsExactly(first, other);
  }

  @Test
  void replace_byItself_isTrue() {
    EditableDirectory directory = emptyInventory().directory();
    Device device = SampleDevices.full(MAC);
    directory.create(device);
    assertThat(directory.replace(device, device)).isTrue();
    assertThat(directory.load(MAC)).contains(device);
  }

  @Test
  void replace_notAsSeen_isRefusedAndChangesNothing() {
    EditableDirectory directory = emptyInventory().directory();
    Device device = SampleDevices.full(MAC);
    Device next = Device.of(device.identity());
    directory.create(device);
    assertThat(directory.replace(next, next)).isFalse();
    assertThat(directory.replace(SampleDevices.withPassword(device, "other"), next)).isFalse();
    assertThat(directory.replace(SampleDevices.withNotes(device, "other"), next)).isFalse();
    assertThat(directory.load(MAC)).contains(device);
  }

  @Test
  void replace_unknownMac_isRefusedAndCreatesNothing() {
    EditableDirectory directory = emptyInventory().directory();
    Device device = SampleDevices.full(MAC);
    assertThat(directory.replace(device, device)).isFalse();
    assertThat(directory.load(MAC)).isEmpty();
    directory.create(device);
    directory.delete(MAC);
    assertThat(directory.replace(device, device)).isFalse();
    assertThat(directory.identify(MAC)).isEmpty();
  }

  @Test
  void delete_known_leavesNothing() {
    Inventory inventory = emptyInventory();
    EditableDirectory directory = inventory.directory();
    Device other = SampleDevices.full(SampleDevices.mac(2));
    directory.create(SampleDevices.full(MAC));
    directory.create(other);
    assertThat(directory.delete(MAC)).isTrue();
    assertThat(directory.delete(MAC)).isFalse();
    assertThat(directory.load(MAC)).isEmpty();
    assertThat(directory.identify(MAC)).isEmpty();
    assertThat(inventory.catalogue().list(all(10))).containsExactly(other);

    Device anew = Device.of(identity(MAC, "snom", "D785", "a", "west"));
    assertThat(directory.create(anew)).isTrue();
    assertThat(directory.load(MAC)).contains(anew);
  }

  @Test
  void create_manyThreads_oneWins() throws Exception {
    EditableDirectory directory = emptyInventory().directory();
    Device device = SampleDevices.full(MAC);
    for (int round = 0; round < ROUNDS; round++) {
      directory.delete(MAC);
      List<Integer> winners = Race.winners(i -> directory.create(numbered(device, i)));
      assertThat(winners).hasSize(1);
      assertThat(directory.load(MAC)).contains(numbered(device, winners.get(0)));
    }
  }

  @Test
  void replace_manyThreads_oneWins() throws Exception {
    EditableDirectory directory = emptyInventory().directory();
    Device device = SampleDevices.full(MAC);
    directory.create(device);
    for (int round = 0; round < ROUNDS; round++) {
      Device seen = directory.load(MAC).orElseThrow();
      int base = 100 * (round + 1);
      List<Integer> winners =
          Race.winners(i -> directory.replace(seen, numbered(device, base + i)));
      assertThat(winners).hasSize(1);
      assertThat(directory.load(MAC)).contains(numbered(device, base + winners.get(0)));
    }
  }

  @Test
  void list_limitAndAfter_pagesByMac() {
    Inventory inventory = emptyInventory();
    for (int number : new int[] {5, 0xff, 1, 0x10, 3, 0xa0}) {
      inventory.directory().create(Device.of(SampleDevices.identity(SampleDevices.mac(number))));
    }
    assertThat(numbers(inventory, all(3))).containsExactly(1, 3, 5);
    assertThat(numbers(inventory, after(all(3), 5))).containsExactly(0x10, 0xa0, 0xff);
    assertThat(numbers(inventory, after(all(3), 4))).containsExactly(5, 0x10, 0xa0);
    assertThat(numbers(inventory, after(all(3), 0xff))).isEmpty();
  }

  @Test
  void list_filters_mustAllFit() {
    Inventory inventory = emptyInventory();
    enter(inventory, 1, "yealink", "acme", "west");
    enter(inventory, 2, "snom", "acme", "west");
    enter(inventory, 3, "snom", "beta", "west");
    enter(inventory, 4, "snom", "acme", "east");
    enter(inventory, 5, "snom", "ACME", "West");
    assertThat(numbers(inventory, of("west", "", ""))).containsExactly(1, 2, 3);
    assertThat(numbers(inventory, of("", "acme", ""))).containsExactly(1, 2, 4);
    assertThat(numbers(inventory, of("", "", "snom"))).containsExactly(2, 3, 4, 5);
    assertThat(numbers(inventory, of("west", "acme", "snom"))).containsExactly(2);
    assertThat(numbers(inventory, of("west", "gamma", ""))).isEmpty();
    assertThat(numbers(inventory, of("west ", "", ""))).isEmpty();
  }

  @Test
  void list_text_isFoundInMacLabelUserAndNotes() {
    Inventory inventory = emptyInventory();
    Device device = SampleDevices.full(MAC);
    inventory.directory().create(device);
    inventory.directory().create(Device.of(SampleDevices.identity(SampleDevices.mac(2))));
    for (String text :
        new String[] {"001565000001", "5000001", "réception", "alice.100", "first floor"}) {
      assertThat(inventory.catalogue().list(named(text))).as(text).containsExactly(device);
    }
    // what is secret or in another field is not searched
    for (String text : new String[] {"s3cret", "4711", "display", "west", "snom"}) {
      assertThat(inventory.catalogue().list(named(text))).as(text).isEmpty();
    }
  }

  @Test
  void list_text_caseDoesNotMatter() {
    Inventory inventory = emptyInventory();
    Device device = SampleDevices.withNotes(SampleDevices.full(MAC), "Grüße ÀÉÎ 100% \uD83D\uDE00");
    inventory.directory().create(device);
    for (String text :
        new String[] {"grüße", "GRÜ", "àéî", "RÉCEPTION", "ALICE.100", "\uD83D\uDE00"}) {
      assertThat(inventory.catalogue().list(named(text))).as(text).containsExactly(device);
    }
    assertThat(inventory.catalogue().list(named("aei"))).isEmpty();
    assertThat(inventory.catalogue().list(named("\uD83D\uDE01"))).isEmpty();
  }

  @Test
  void list_text_isMeantLiterally() {
    Inventory inventory = emptyInventory();
    String[] notes = {
      "a%b", "a_b", "a!b", "a\\b", "a'b", "a\"b", "a[b", "axb", "a!%b", "a*b", "a?b"
    };
    for (int i = 0; i < notes.length; i++) {
      Device bare = Device.of(SampleDevices.identity(SampleDevices.mac(i)));
      inventory.directory().create(SampleDevices.withNotes(bare, notes[i]));
    }
    for (int i = 0; i < notes.length; i++) {
      assertThat(numbers(inventory, named(notes[i]))).as(notes[i]).containsExactly(i);
    }
    assertThat(numbers(inventory, named("%"))).containsExactly(0, 8);
    assertThat(numbers(inventory, named("!"))).containsExactly(2, 8);
    assertThat(numbers(inventory, named("a%"))).containsExactly(0);
  }

  @Test
  void list_textThatNoFieldCanHold_findsNothing() {
    Inventory inventory = emptyInventory();
    inventory.directory().create(SampleDevices.full(MAC));
    for (char c = 0; c < 0x20; c++) {
      assertThat(inventory.catalogue().list(named("1" + c + "a"))).as("" + (int) c).isEmpty();
    }
    // half a character is no text: what is found is not said, but it is no failure
    assertThat(inventory.catalogue().list(named("\uD83D"))).hasSizeLessThan(2);
    assertThat(inventory.catalogue().list(of("west\0", "", ""))).isEmpty();
  }

  private static void enter(
      Inventory inventory, int number, String brand, String domain, String reseller) {
    inventory
        .directory()
        .create(Device.of(identity(SampleDevices.mac(number), brand, "M1", domain, reseller)));
  }

  private static DeviceIdentity identity(
      MacAddress mac, String brand, String model, String domain, String reseller) {
    return new DeviceIdentity(mac, brand, model, new Owner(domain, reseller), "g2");
  }

  private static Device numbered(Device device, int number) {
    return SampleDevices.withNotes(device, "number " + number);
  }

  private static Query all(int limit) {
    return new Query(
        "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
  }

  private static Query named(String text) {
    return new Query(
        text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 50);
  }

  private static Query of(String reseller, String domain, String brand) {
    return new Query("", wanted(reseller), wanted(domain), wanted(brand), Optional.empty(), 50);
  }

  private static Optional<String> wanted(String name) {
    return Optional.of(name).filter(text -> !text.isEmpty());
  }

  private static Query after(Query query, int number) {
    return new Query(
        query.text(),
        query.reseller(),
        query.domain(),
        query.brand(),
        Optional.of(SampleDevices.mac(number)),
        query.limit());
  }

  private static List<Integer> numbers(Inventory inventory, Query query) {
    return inventory.catalogue().list(query).stream()
        .map(device -> Integer.parseInt(device.identity().mac().toString().substring(6), 16))
        .toList();
  }
}
