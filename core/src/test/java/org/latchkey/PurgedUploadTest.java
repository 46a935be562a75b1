package org.latchkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latchkey.admin.Administration;
import org.latchkey.admin.ArmOrder;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.error.NotFoundException;
import org.latchkey.error.StoreException;
import org.latchkey.event.EventType;
import org.latchkey.memory.MemoryUploads;
import org.latchkey.secret.Credential;
import org.latchkey.spi.UploadQuota;
import org.latchkey.spi.UploadRecord;
import org.latchkey.spi.UploadSink;

class PurgedUploadTest {
  private static final String CONTACTS = "/" + Gate.MAC + "-personal.xml";
  private static final String LOG = "/" + Gate.MAC + "-sys.log";

  private final Fragile uploads = new Fragile();
  private final Gate gate =
      new Gate(builder -> builder.uploads(uploads, UploadQuota.DEFAULTS).acceptOverrides(true));
  private final Administration administration = gate.latchkey.administration();

  /** A store in memory that can be down, and during whose first purge something happens. */
  private static final class Fragile implements UploadSink {
    final MemoryUploads memory = new MemoryUploads();
    boolean down;
    int stores;
    Runnable afterPurge = () -> {};

    private void use() {
      if (down) {
        throw new IllegalStateException("down");
      }
    }

    @Override
    public boolean store(UploadRecord upload, UploadQuota quota) {
      use();
      stores++;
      return memory.store(upload, quota);
    }

    @Override
    public Optional<UploadRecord> find(MacAddress mac, String name) {
      use();
      return memory.find(mac, name);
    }

    @Override
    public List<Item> list(MacAddress mac) {
      return memory.list(mac);
    }

    @Override
    public boolean remove(UploadRecord upload) {
      return memory.remove(upload);
    }

    @Override
    public void purge(MacAddress mac) {
      use();
      memory.purge(mac);
      Runnable hook = afterPurge;
      afterPurge = () -> {};
      hook.run();
    }
  }

  private int put(String file, Credential own) {
    return gate.ask("PUT", file).body("old").digest(own).status();
  }

  /** A phone that has proven itself and sent its contacts. */
  private Credential withContacts() {
    Credential own = gate.provisioned(Gate.MAC);
    assertThat(put(CONTACTS, own)).isEqualTo(200);
    return own;
  }

  @Test
  void arm_sentBefore_isGoneForTheResetPhone() {
    withContacts();

    gate.arm(Gate.MAC);

    assertThat(uploads.memory.dump()).isEmpty();
    Credential next = gate.firstBoot(Gate.MAC);
    assertThat(gate.get(CONTACTS).digest(next).status()).isEqualTo(404);
  }

  @Test
  void lock_sentBefore_isGone() {
    withContacts();

    administration.lock(Gate.ADMIN, Gate.MAC);

    assertThat(uploads.memory.dump()).isEmpty();
  }

  @Test
  void delete_sentBefore_isGone() {
    withContacts();

    administration.delete(Gate.ADMIN, Gate.MAC);

    assertThat(uploads.memory.dump()).isEmpty();
  }

  @Test
  void replace_otherDomain_isGoneAndTheCredentialStays() {
    Credential own = withContacts();

    move(new Owner("other.example", "west"));

    assertThat(uploads.memory.dump()).isEmpty();
    assertThat(gate.get("/" + Gate.MAC + ".cfg").digest(own).status()).isEqualTo(200);
  }

  @Test
  void replace_sameOwner_stays() {
    Credential own = withContacts();

    administration.replace(Gate.ADMIN, Gate.MAC, device -> device);

    assertThat(gate.get(CONTACTS).digest(own).status()).isEqualTo(200);
  }

  @Test
  void rotate_disable_enable_stays() {
    Credential own = withContacts();

    administration.rotate(Gate.ADMIN, Gate.MAC);
    administration.disable(Gate.ADMIN, Gate.MAC);
    administration.enable(Gate.ADMIN, Gate.MAC);

    assertThat(gate.get(CONTACTS).digest(own).status()).isEqualTo(200);
    Credential next = Gate.carried(gate.get("/" + Gate.MAC + ".cfg").digest(own).send());
    assertThat(gate.get(CONTACTS).digest(next).status()).isEqualTo(200);
  }

  private void move(Owner owner) {
    administration.replace(Gate.ADMIN, Gate.MAC, device -> of(device, owner, ""));
  }

  private static Device of(Device device, Owner owner, String generation) {
    DeviceIdentity old = device.identity();
    return new Device(
        new DeviceIdentity(
            old.mac(),
            old.brand(),
            old.model(),
            owner,
            generation.isEmpty() ? old.generation() : generation),
        device.lines(),
        device.keys(),
        device.overrides(),
        device.serial(),
        device.pin(),
        device.notes());
  }

  /** The host changes its inventory itself: nobody tells Latchkey, nobody purges. */
  private void soldTo(Owner owner, String generation) {
    Device before = gate.directory.load(Gate.MAC).orElseThrow();
    gate.directory.replace(before, of(before, owner, generation));
  }

  @Test
  void get_soldByTheHost_absentThoughNeverPurged() {
    withContacts();
    UploadRecord old = uploads.memory.dump().get(0);
    soldTo(new Owner("new.example", "east"), "");
    gate.arm(Gate.MAC);
    // as if the purge had not reached this node's store
    uploads.memory.store(old, UploadQuota.DEFAULTS);

    Credential next = gate.firstBoot(Gate.MAC);

    assertThat(gate.get(CONTACTS).digest(next).status()).isEqualTo(404);
    assertThat(administration.uploads(Gate.ADMIN, Gate.MAC)).isEmpty();
    assertThatThrownBy(() -> administration.upload(Gate.ADMIN, Gate.MAC, old.item().name()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void get_enteredAnewByTheHost_absentThoughNeverPurged() {
    withContacts();
    UploadRecord old = uploads.memory.dump().get(0);
    soldTo(Gate.OWNER, "second-life");
    gate.arm(Gate.MAC);
    uploads.memory.store(old, UploadQuota.DEFAULTS);

    Credential next = gate.firstBoot(Gate.MAC);

    assertThat(gate.get(CONTACTS).digest(next).status()).isEqualTo(404);
  }

  @Test
  void arm_storeDown_nothingChanged() {
    Credential own = withContacts();
    uploads.down = true;

    assertThatThrownBy(() -> gate.arm(Gate.MAC)).isInstanceOf(StoreException.class);

    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
    assertThat(gate.get("/" + Gate.MAC + ".cfg").digest(own).status()).isEqualTo(200);
    // entered armed
    assertThat(gate.told()).containsOnlyOnce(EventType.ARMED);
  }

  @Test
  void lock_storeDown_lockedAndTold() {
    Credential own = withContacts();
    uploads.down = true;

    assertThatThrownBy(() -> administration.lock(Gate.ADMIN, Gate.MAC))
        .isInstanceOf(StoreException.class);

    assertThat(gate.state(Gate.MAC)).isEqualTo("locked");
    assertThat(gate.told()).contains(EventType.LOCKED);
    uploads.down = false;
    assertThat(gate.get(CONTACTS).digest(own).status()).isEqualTo(401);
  }

  @Test
  void delete_storeDown_canBeTriedAgain() {
    withContacts();
    uploads.down = true;
    assertThatThrownBy(() -> administration.delete(Gate.ADMIN, Gate.MAC))
        .isInstanceOf(StoreException.class);

    uploads.down = false;
    administration.delete(Gate.ADMIN, Gate.MAC);

    assertThat(uploads.memory.dump()).isEmpty();
  }

  @Test
  void replace_otherOwnerStoreDown_notMoved() {
    Credential own = withContacts();
    uploads.down = true;

    assertThatThrownBy(() -> move(new Owner("other.example", "west")))
        .isInstanceOf(StoreException.class);

    assertThat(gate.directory.identify(Gate.MAC).orElseThrow().owner()).isEqualTo(Gate.OWNER);
    uploads.down = false;
    assertThat(gate.get(CONTACTS).digest(own).status()).isEqualTo(200);
  }

  @Test
  void putAndGet_storeDown_comeAgainLater() {
    Credential own = withContacts();
    uploads.down = true;

    assertThat(put(CONTACTS, own)).isEqualTo(503);
    assertThat(gate.get(CONTACTS).digest(own).status()).isEqualTo(503);
    assertThat(gate.told()).contains(EventType.STORE_FAILED);
  }

  @Test
  void put_storeDown_provesAllTheSame() {
    Credential own = gate.armed(Gate.MAC).firstBoot(Gate.MAC);
    uploads.down = true;

    assertThat(put(CONTACTS, own)).isEqualTo(503);

    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
  }

  @Test
  void put_thatProves_isNoChangeBySomebodyElse() {
    Credential own = gate.armed(Gate.MAC).firstBoot(Gate.MAC);

    assertThat(put(CONTACTS, own)).isEqualTo(200);

    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
    assertThat(uploads.stores).isEqualTo(1);
  }

  @Test
  void put_armedWhileReading_leavesNothing() {
    Credential own = gate.provisioned(Gate.MAC);
    Request late =
        gate.ask("PUT", CONTACTS)
            .body(
                most -> {
                  gate.arm(Gate.MAC);
                  return Optional.of("old".getBytes(UTF_8));
                });

    assertThat(late.digest(own).status()).isEqualTo(401);

    assertThat(uploads.memory.dump()).isEmpty();
  }

  @Test
  void put_deletedWhileReading_leavesNothing() {
    Credential own = gate.provisioned(Gate.MAC);
    Request late =
        gate.ask("PUT", CONTACTS)
            .body(
                most -> {
                  administration.delete(Gate.ADMIN, Gate.MAC);
                  return Optional.of("old".getBytes(UTF_8));
                });

    assertThat(late.digest(own).status()).isEqualTo(401);

    assertThat(uploads.memory.dump()).isEmpty();
  }

  @Test
  void arm_sentBetweenPurgeAndWrite_isGone() {
    Credential own = withContacts();
    uploads.afterPurge = () -> assertThat(put(CONTACTS, own)).isEqualTo(200);

    gate.arm(Gate.MAC);

    assertThat(uploads.memory.dump()).isEmpty();
  }

  @Test
  void delete_sentBetweenPurgeAndRemoval_isGone() {
    Credential own = withContacts();
    uploads.afterPurge = () -> assertThat(put(CONTACTS, own)).isEqualTo(200);

    administration.delete(Gate.ADMIN, Gate.MAC);

    assertThat(uploads.memory.dump()).isEmpty();
  }

  @Test
  void put_armedAndKept_logsOnly() {
    Credential own = gate.provisioned(Gate.MAC);
    administration.arm(
        Gate.ADMIN, Gate.MAC, new ArmOrder(true, Optional.empty(), Optional.empty(), List.of()));

    assertThat(put(CONTACTS, own)).isEqualTo(200);
    assertThat(put(LOG, own)).isEqualTo(200);
    assertThat(names()).containsExactly(Gate.MAC + "-sys.log");

    Credential next = gate.firstBoot(Gate.MAC);
    assertThat(put(CONTACTS, own)).isEqualTo(200);
    assertThat(names()).containsExactly(Gate.MAC + "-sys.log");
    assertThat(put(CONTACTS, next)).isEqualTo(200);
    assertThat(names()).contains(Gate.MAC + "-personal.xml");
  }

  @Test
  void put_armedForLater_logsOnlyUntilItEnds() {
    Credential own = gate.provisioned(Gate.MAC);
    Instant start = gate.clock.instant().plus(Duration.ofDays(2));
    administration.arm(
        Gate.ADMIN,
        Gate.MAC,
        new ArmOrder(false, Optional.of(Duration.ofDays(1)), Optional.of(start), List.of()));

    assertThat(put(CONTACTS, own)).isEqualTo(200);
    assertThat(names()).isEmpty();
    assertThat(gate.told()).contains(EventType.UPLOAD_DROPPED);

    gate.clock.advance(Duration.ofDays(4));
    assertThat(put(CONTACTS, own)).isEqualTo(200);
    assertThat(names()).hasSize(1);
  }

  private List<String> names() {
    return uploads.memory.dump().stream().map(upload -> upload.item().name()).toList();
  }
}
