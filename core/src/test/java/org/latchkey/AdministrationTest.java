package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.admin.Administration;
import org.latchkey.admin.ArmOrder;
import org.latchkey.caller.Caller;
import org.latchkey.caller.Caller.Scope;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.StoreException;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.memory.MemoryEvents;
import org.latchkey.spi.DeviceCatalogue;
import org.latchkey.spi.EventLog;

class AdministrationTest {
  private static final Caller WEST =
      new Caller("west", Scope.RESELLER, Optional.of("west"), Optional.empty());
  private static final Caller EAST =
      new Caller("east", Scope.RESELLER, Optional.of("east"), Optional.empty());

  private final MemoryEvents log = new MemoryEvents();
  private final Gate gate = new Gate(builder -> builder.events(log, Optional.of(log)));
  private final Administration administration = gate.latchkey.administration();

  @ParameterizedTest
  @CsvSource({"'',1", "west,1", "east,0", "nobody,0"})
  void list_ofAReseller_isNeverAnothers(String asked, int found) {
    gate.armed(Gate.MAC);

    assertThat(administration.list(WEST, query(asked, ""))).hasSize(found);
    assertThat(administration.list(EAST, query(asked, ""))).isEmpty();
  }

  @Test
  void list_ofAnOffice_isNeverAnothers() {
    gate.armed(Gate.MAC);
    Caller office =
        new Caller("o", Scope.OFFICE_MANAGER, Optional.of("west"), Optional.of("acme.example"));

    assertThat(administration.list(office, query("", "acme.example"))).hasSize(1);
    assertThat(administration.list(office, query("", "blue.example"))).isEmpty();
  }

  @Test
  void events_ofASoldDevice_areThoseOfItsOwners() {
    gate.armed(Gate.MAC);
    administration.delete(WEST, Gate.MAC);
    DeviceIdentity sold =
        new DeviceIdentity(Gate.MAC, "quick", "M1", new Owner("red.example", "east"), "1");
    administration.create(EAST, Device.of(sold), false);

    assertThat(administration.events(EAST, Gate.MAC, 10))
        .extracting(Event::type)
        .containsExactly(EventType.CREATED);
    assertThat(administration.events(Gate.ADMIN, Gate.MAC, 10))
        .extracting(Event::type)
        .containsExactly(EventType.CREATED, EventType.DELETED, EventType.ARMED, EventType.CREATED);
  }

  @Test
  void arm_fromAnInstantThatHasPassed_isFromNow() {
    gate.entered(Gate.MAC, "quick", false);
    Instant week = gate.clock.instant().plus(Duration.ofDays(7));

    assertThat(administration.arm(WEST, Gate.MAC, from(Instant.EPOCH)).armedUntil()).contains(week);
    assertThat(administration.arm(WEST, Gate.MAC, from(Instant.MIN)).armedUntil()).contains(week);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2027-11-26T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z"})
  void arm_fromMoreThanAYearAhead_refused(String start) {
    gate.entered(Gate.MAC, "quick", false);

    assertThatThrownBy(() -> administration.arm(WEST, Gate.MAC, from(Instant.parse(start))))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith("notBefore: ");
    assertThat(gate.credentials.dump()).isEmpty();
  }

  @Test
  void eventLogFails_showAndEvents_isAnOutage() {
    EventLog away =
        new EventLog() {
          @Override
          public List<Event> of(MacAddress mac, int most) {
            throw new IllegalStateException("away");
          }

          @Override
          public Optional<Instant> lastContact(MacAddress mac) {
            throw new IllegalStateException("away");
          }
        };
    Gate other = new Gate(builder -> builder.events(event -> {}, Optional.of(away)));
    other.directory.create(Gate.device(Gate.MAC, "quick", "1"));
    Administration shown = other.latchkey.administration();

    assertThatThrownBy(() -> shown.show(WEST, Gate.MAC)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> shown.events(WEST, Gate.MAC, 1)).isInstanceOf(StoreException.class);
  }

  private static ArmOrder from(Instant start) {
    return new ArmOrder(false, Optional.empty(), Optional.of(start), List.of());
  }

  private static DeviceCatalogue.Query query(String reseller, String domain) {
    return new DeviceCatalogue.Query(
        "",
        Optional.of(reseller).filter(text -> !text.isEmpty()),
        Optional.of(domain).filter(text -> !text.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        10);
  }
}
