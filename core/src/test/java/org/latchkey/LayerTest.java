package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.admin.LayerAdministration;
import org.latchkey.admin.UnknownNames;
import org.latchkey.caller.Caller;
import org.latchkey.caller.Caller.Scope;
import org.latchkey.config.LayerKey;
import org.latchkey.device.Device;
import org.latchkey.device.Entry;
import org.latchkey.device.Owner;
import org.latchkey.error.ForbiddenException;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.LostRaceException;
import org.latchkey.error.NotFoundException;
import org.latchkey.error.UnsupportedActionException;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.memory.MemoryLayers;
import org.latchkey.secret.Credential;

/** What phones share: which layer wins, who may change it, what is refused. */
class LayerTest {
  private static final LayerKey BRAND = LayerKey.brand("quick");
  private static final LayerKey MODEL = LayerKey.model("quick", "m1");
  private static final LayerKey RESELLER = LayerKey.reseller("west");
  private static final LayerKey DOMAIN = LayerKey.domain(Gate.OWNER);
  private static final Caller WEST =
      new Caller("w", Scope.RESELLER, Optional.of("west"), Optional.empty());
  private static final Caller EAST =
      new Caller("e", Scope.RESELLER, Optional.of("east"), Optional.empty());
  private static final Caller MANAGER =
      new Caller("m", Scope.OFFICE_MANAGER, Optional.of("west"), Optional.of("acme.example"));

  private final MemoryLayers stored = new MemoryLayers();
  private final Gate gate = new Gate(builder -> builder.layers(stored));
  private final LayerAdministration layers = gate.latchkey.administration().layers();

  private static Entry entry(String parameter, String value) {
    return new Entry(parameter, value, "why");
  }

  private void put(LayerKey key, Entry... entries) {
    layers.replace(Gate.ADMIN, key, Optional.empty(), List.of(entries), UnknownNames.REFUSED);
  }

  private String told(String parameter) {
    Credential own = gate.provisioned(Gate.MAC);
    return TestBrand.value(gate.get("/" + Gate.MAC + ".cfg").digest(own).send().body(), parameter);
  }

  @Test
  void layers_allSayTheSameThing_theStrongestWins() {
    Credential own = gate.provisioned(Gate.MAC);
    LayerKey[] keys = {BRAND, MODEL, RESELLER, DOMAIN};
    for (int i = 0; i < keys.length; i++) {
      put(keys[i], entry("quick:colour", "c" + i), entry("time.zone", zone(i)));
      byte[] file = gate.get("/" + Gate.MAC + ".cfg").digest(own).send().body();
      assertThat(TestBrand.value(file, "colour")).isEqualTo("c" + i);
      assertThat(TestBrand.value(file, "zone")).isEqualTo(zone(i));
    }
    Device device = gate.directory.load(Gate.MAC).orElseThrow();
    gate.latchkey
        .administration()
        .replace(Gate.ADMIN, Gate.MAC, d -> overriding(device, entry("quick:colour", "own")));
    byte[] file = gate.get("/" + Gate.MAC + ".cfg").digest(own).send().body();
    assertThat(TestBrand.value(file, "colour")).isEqualTo("own");
  }

  private static String zone(int i) {
    return List.of("Europe/Berlin", "Europe/Paris", "Europe/Rome", "Asia/Colombo").get(i);
  }

  private static Device overriding(Device device, Entry... entries) {
    return new Device(
        device.identity(),
        device.lines(),
        device.keys(),
        List.of(entries),
        device.serial(),
        device.pin(),
        device.notes());
  }

  @Test
  void layer_ofAnotherBrandResellerOrDomain_reachesNobodyElse() {
    put(LayerKey.brand("slow"), entry("slow:colour", "x"));
    put(LayerKey.reseller("east"), entry("quick:colour", "x"));
    put(LayerKey.domain(new Owner("acme.example", "east")), entry("quick:colour", "x"));
    put(RESELLER, entry("slow:colour", "x"), entry("quick:ring.tone", "here"));
    assertThat(told("ring.tone")).isEqualTo("here");
    byte[] file = gate.latchkey.administration().preview(Gate.ADMIN, Gate.MAC, Gate.MAC + ".cfg");
    assertThat(new String(file, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("colour");
  }

  @Test
  void layer_changedElsewhere_knownAfterFiveSeconds() {
    put(DOMAIN, entry("quick:colour", "old"));
    Credential own = gate.provisioned(Gate.MAC);
    stored.replace(DOMAIN, stored.entries(DOMAIN), List.of(entry("quick:colour", "new")));
    gate.clock.advance(Duration.ofMillis(4_999));
    assertThat(colour(own)).isEqualTo("old");
    gate.clock.advance(Duration.ofMillis(1));
    assertThat(colour(own)).isEqualTo("new");
    stored.replace(DOMAIN, stored.entries(DOMAIN), List.of(entry("quick:colour", "newer")));
    gate.clock.advance(Duration.ofHours(-1));
    assertThat(colour(own)).isEqualTo("newer");
  }

  private String colour(Credential own) {
    return TestBrand.value(gate.get("/" + Gate.MAC + ".cfg").digest(own).send().body(), "colour");
  }

  @Test
  void layerSource_fails_503AndNothingIsConsumed() {
    Gate broken =
        new Gate(
            builder ->
                builder.layers(
                    key -> {
                      throw new IllegalStateException("down");
                    }));
    broken.directory.create(Gate.device(Gate.MAC, "quick", "new"));
    broken.arm(Gate.MAC);
    assertThat(broken.get("/" + Gate.MAC + ".cfg").digest(Gate.PASS).status()).isEqualTo(503);
    assertThat(broken.state(Gate.MAC)).isEqualTo("armed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          time.zon            | x             | entries[0].parameter | time.zone
          time.zone           | Mars/Olympus  | entries[0].value     | time zone
          quick:colur         | x             | entries[0].parameter | colour
          quick:colour.1.nite | x             | entries[0].parameter | colour.N.night
          quick:user          | x             | entries[0].parameter | keeps
          other:colour        | x             | entries[0].parameter | bound to quick
          slow:colour         | x             | entries[0].parameter | bound to quick
          quick:colour        | cannot be rendered | entries[0].value | refused by the test
          """)
  void replace_wrongEntry_refusedWithItsPathAndNothingStored(
      String parameter, String value, String field, String words) {
    assertThatThrownBy(() -> put(BRAND, entry(parameter, value)))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            e -> {
              assertThat(e.field()).isEqualTo(field);
              assertThat(e).hasMessageContaining(words);
            });
    assertThat(stored.entries(BRAND)).isEmpty();
  }

  @Test
  void replace_twiceTheSameParameter_refused() {
    assertThatThrownBy(() -> put(BRAND, entry("quick:colour", "a"), entry("quick:colour", "b")))
        .hasMessageContaining("entries[1].parameter");
  }

  @Test
  void replace_unknownNameForced_savedAndKnownFromThenOn() {
    layers.replace(
        Gate.ADMIN,
        BRAND,
        Optional.empty(),
        List.of(entry("quick:secret.knob", "1")),
        UnknownNames.TAKEN);
    put(BRAND, entry("quick:secret.knob", "2"));
    assertThat(told("secret.knob")).isEqualTo("2");
  }

  @Test
  void replace_reservedForced_refused() {
    assertThatThrownBy(
            () ->
                layers.replace(
                    Gate.ADMIN,
                    DOMAIN,
                    Optional.empty(),
                    List.of(entry("quick:password", "x")),
                    UnknownNames.TAKEN))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("keeps");
  }

  @Test
  void replace_notWhatWasSeen_refused() {
    put(DOMAIN, entry("quick:colour", "a"));
    assertThatThrownBy(
            () ->
                layers.replace(
                    Gate.ADMIN,
                    DOMAIN,
                    Optional.of(List.of(entry("quick:colour", "b"))),
                    List.of(),
                    UnknownNames.REFUSED))
        .isInstanceOf(LostRaceException.class);
    layers.replace(
        Gate.ADMIN,
        DOMAIN,
        Optional.of(List.of(entry("quick:colour", "a"))),
        List.of(),
        UnknownNames.REFUSED);
    assertThat(stored.entries(DOMAIN)).isEmpty();
  }

  @Test
  void replace_done_isAnEventThatNamesTheCaller() {
    layers.replace(
        WEST, DOMAIN, Optional.empty(), List.of(entry("time.zone", zone(0))), UnknownNames.REFUSED);
    Event event = gate.events.get(gate.events.size() - 1);
    assertThat(event.type()).isEqualTo(EventType.LAYER_CHANGED);
    assertThat(event.source()).isEqualTo("w");
    assertThat(event.detail()).isEqualTo("domain acme.example of west");
  }

  @Test
  void replace_readOnlySource_unsupported() {
    Gate fixed = new Gate(builder -> builder.layers(key -> List.of()));
    assertThat(fixed.latchkey.administration().layers().canEdit()).isFalse();
    assertThatThrownBy(
            () ->
                fixed
                    .latchkey
                    .administration()
                    .layers()
                    .replace(Gate.ADMIN, DOMAIN, Optional.empty(), List.of(), UnknownNames.REFUSED))
        .isInstanceOf(UnsupportedActionException.class);
  }

  @Test
  void access_everyRoleAndLayer_asTheDesignSays() {
    assertThat(access(Gate.ADMIN)).containsExactly("edit", "edit", "edit", "edit", "edit");
    assertThat(access(WEST)).containsExactly("read", "read", "edit", "edit", "none");
    assertThat(access(EAST)).containsExactly("read", "read", "none", "none", "none");
    assertThat(access(MANAGER)).containsExactly("no", "no", "read", "read", "none");
  }

  private List<String> access(Caller caller) {
    LayerKey foreign = LayerKey.domain(new Owner("other.example", "south"));
    return List.of(BRAND, MODEL, RESELLER, DOMAIN, foreign).stream()
        .map(key -> access(caller, key))
        .toList();
  }

  private String access(Caller caller, LayerKey key) {
    try {
      layers.entries(caller, key);
    } catch (NotFoundException e) {
      return "none";
    } catch (ForbiddenException e) {
      return "no";
    }
    try {
      layers.replace(caller, key, Optional.empty(), List.of(), UnknownNames.REFUSED);
      return "edit";
    } catch (ForbiddenException e) {
      return "read";
    }
  }

  @Test
  void entries_modelOrBrandThatIsNotThere_notFound() {
    for (LayerKey key : List.of(LayerKey.brand("none"), LayerKey.model("quick", "M9"))) {
      assertThatThrownBy(() -> layers.entries(Gate.ADMIN, key))
          .isInstanceOf(NotFoundException.class);
    }
  }
}
