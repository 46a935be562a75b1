package org.latchkey.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.latchkey.config.LayerKey;
import org.latchkey.device.Contact;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Entry;
import org.latchkey.device.Line;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.device.Registrar;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.SealException;
import org.latchkey.error.StateConflictException;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.pass.GlobalPass;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Secret;
import org.latchkey.secret.Vault;
import org.latchkey.spi.AccessRecord;
import org.latchkey.spi.DeviceCatalogue;
import org.latchkey.spi.Knock;
import org.latchkey.spi.UploadQuota;
import org.latchkey.spi.UploadRecord;
import org.latchkey.spi.UploadSink;

/** Backups, what comes of them, and a change of the vault's key. */
class ArchiveTest {
  private static final Instant NOW = Instant.parse("2026-12-01T10:20:30.456Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String PHRASE = "correct horse battery";
  private static final Owner OWNER = new Owner("acme.example", "west");
  private static final MacAddress MAC = MacAddress.of("001565aabbcc");
  private static final String SIP_PASSWORD = "planted-sip-password";
  private static final Vault NEW = Vault.ofKey(key(9));
  private static final Vault BOTH = Vault.ofKeys(key(9), new byte[32]);

  private final TestStore from = TestStore.fresh(Dialect.H2);
  private final TestStore to = TestStore.fresh(Dialect.POSTGRESQL);

  private static byte[] key(int value) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) value);
    return key;
  }

  @BeforeEach
  void fill() {
    JdbcStores stores = from.stores(CLOCK);
    stores.directory().create(phone(MAC));
    String clear = "access of a phone";
    stores
        .credentials()
        .create(
            new AccessRecord(
                MAC, 7, "armed", Optional.of(NOW), sealed(AccessRecord.purpose(MAC), clear)));
    stores
        .layers()
        .replace(
            LayerKey.domain(OWNER), List.of(), List.of(new Entry("a.b", "planted-value", "why")));
    stores
        .phoneBooks()
        .replace(
            OWNER,
            List.of(),
            List.of(
                new Contact(
                    "Zoë 🐈", List.of(new Contact.PhoneNumber(Contact.Kind.WORK, "+4930")))));
    stores
        .globalPasses()
        .add(
            new GlobalPass(
                "first",
                GlobalPass.Scope.INSTALLATION,
                Credential.of("firstboot", "PlantedPass12345"),
                false));
    UploadSink.Item item = new UploadSink.Item("a.log", "west/acme.example/1", NOW, 3);
    stores
        .uploads()
        .store(
            new UploadRecord(MAC, item, sealed(UploadRecord.purpose(MAC, item), "log")),
            UploadQuota.DEFAULTS);
    stores
        .knocks()
        .add(
            new Knock(
                MAC,
                GlobalPass.Scope.INSTALLATION,
                "first",
                "192.0.2.1",
                Optional.of("yealink"),
                Optional.empty(),
                "y.cfg",
                NOW,
                NOW,
                2));
    stores.events().accept(event(EventType.ARMED, "first"));
    stores.events().flush();
    stores.events().accept(event(EventType.SERVED, "second"));
    stores.events().flush();
    assertThat(stores.seed("phones")).hasSize(32);
  }

  @AfterEach
  void close() {
    from.source().close();
    to.source().close();
  }

  private static Event event(EventType type, String detail) {
    return new Event(NOW, type, Optional.of(MAC), Optional.of(OWNER), "192.0.2.1", detail, 1);
  }

  private static String sealed(String purpose, String clear) {
    return TestStore.VAULT.seal(
        purpose, clear.getBytes(StandardCharsets.UTF_8), new Random(3)::nextBytes);
  }

  private static Device phone(MacAddress mac) {
    Line line =
        new Line(
            1,
            "100",
            "Zoë 🐈",
            "100",
            "100",
            Secret.of(SIP_PASSWORD),
            new Registrar("sip.acme.example", 5061, Registrar.Transport.TLS),
            Optional.empty(),
            3600,
            Optional.of("*97"));
    return new Device(
        new DeviceIdentity(mac, "yealink", "T46S", OWNER, "1"),
        List.of(line),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.of("1234"),
        "by the \"door\"\nupstairs");
  }

  private byte[] backup() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JdbcArchive.of(from.source(), TestStore.VAULT).backUp(out, PHRASE);
    return out.toByteArray();
  }

  private long restore(byte[] backup, String phrase) {
    return JdbcArchive.of(to.source(), NEW).restore(new ByteArrayInputStream(backup), phrase);
  }

  private JdbcStores restored() {
    return JdbcStores.open(to.source(), NEW, Retention.DEFAULTS, new Random(4)::nextBytes, CLOCK);
  }

  private static List<Device> all(JdbcStores stores) {
    return stores
        .catalogue()
        .list(
            new DeviceCatalogue.Query(
                "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 99));
  }

  @Test
  void restore_intoAnotherDatabaseUnderAnotherKey_isTheSame() {
    long rows = restore(backup(), PHRASE);

    JdbcStores before = from.stores(CLOCK);
    JdbcStores after = restored();
    assertThat(rows).isGreaterThanOrEqualTo(12);
    assertThat(all(after)).isEqualTo(all(before)).hasSize(1);
    assertThat(after.layers().entries(LayerKey.domain(OWNER)))
        .isEqualTo(before.layers().entries(LayerKey.domain(OWNER)))
        .hasSize(1);
    assertThat(after.phoneBooks().contacts(OWNER))
        .isEqualTo(before.phoneBooks().contacts(OWNER))
        .hasSize(1);
    assertThat(after.globalPasses().all()).isEqualTo(before.globalPasses().all()).hasSize(1);
    assertThat(after.knocks().list(Optional.empty()))
        .isEqualTo(before.knocks().list(Optional.empty()))
        .hasSize(1);
    assertThat(after.uploads().list(MAC)).isEqualTo(before.uploads().list(MAC)).hasSize(1);
    assertThat(after.events().of(MAC, 9)).isEqualTo(before.events().of(MAC, 9)).hasSize(2);
    assertThat(after.events().lastContact(MAC)).contains(NOW);
    assertThat(after.seed("phones")).isEqualTo(before.seed("phones"));
    AccessRecord record = after.credentials().find(MAC).orElseThrow();
    assertThat(record.version()).isEqualTo(7);
    assertThat(record.openUntil()).contains(NOW);
    assertThat(NEW.unseal(AccessRecord.purpose(MAC), record.sealed()))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("access of a phone");
  }

  @Test
  void backup_secrets_areNotInIt() {
    String text = new String(backup(), StandardCharsets.UTF_8);

    assertThat(text).contains("upstairs");
    assertThat(text)
        .doesNotContain(SIP_PASSWORD, "planted-value", "PlantedPass12345", "access of a phone");
    assertThat(text).doesNotContain("lk1." + TestStore.VAULT.keyId());
  }

  @Test
  void restore_wrongPassPhrase_changesNothing() {
    byte[] backup = backup();

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> restore(backup, "incorrect horse battery"))
        .withMessageContaining("pass phrase");
    assertThat(all(restored())).isEmpty();
  }

  @Test
  void restore_cutShortOrAltered_changesNothing() {
    List<String> lines = new String(backup(), StandardCharsets.UTF_8).lines().toList();
    List<List<String>> spoilt = new ArrayList<>();
    spoilt.add(lines.subList(0, lines.size() - 1));
    spoilt.add(lines.subList(0, 3));
    for (int missing = 1; missing < lines.size(); missing++) {
      List<String> some = new ArrayList<>(lines);
      some.remove(missing);
      spoilt.add(some);
    }
    spoilt.add(lines.stream().map(line -> line.replace("T46S", "T46U")).toList());
    for (List<String> some : spoilt) {
      byte[] bytes = (String.join("\n", some) + "\n").getBytes(StandardCharsets.UTF_8);
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> restore(bytes, PHRASE))
          .withMessageContaining("backup");
      assertThat(all(restored())).isEmpty();
    }
  }

  @Test
  void restore_storeInUse_isRefused() {
    restored().directory().create(phone(MacAddress.of("001565aabbcd")));
    byte[] backup = backup();

    assertThatExceptionOfType(StateConflictException.class)
        .isThrownBy(() -> restore(backup, PHRASE))
        .withMessageContaining("latchkey_devices");
    assertThat(all(restored())).hasSize(1);
  }

  @Test
  void backup_shortPassPhrase_isRefused() {
    JdbcArchive archive = JdbcArchive.of(from.source(), TestStore.VAULT);

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> archive.backUp(new ByteArrayOutputStream(), "short"))
        .withMessageContaining("12");
  }

  @Test
  void sealAnew_newKey_opensWithItAlone() {
    int rows = JdbcArchive.of(from.source(), BOTH).sealAnew();

    assertThat(rows).isEqualTo(7);
    JdbcStores after =
        JdbcStores.open(from.source(), NEW, Retention.DEFAULTS, new Random(5)::nextBytes, CLOCK);
    assertThat(all(after)).containsExactly(phone(MAC));
    assertThat(after.globalPasses().all()).hasSize(1);
    assertThat(after.layers().entries(LayerKey.domain(OWNER))).hasSize(1);
    assertThat(after.phoneBooks().contacts(OWNER)).hasSize(1);
    assertThat(after.seed("phones")).hasSize(32);
    assertThat(NEW.isCurrent(after.uploads().find(MAC, "a.log").orElseThrow().sealed())).isTrue();
    assertThat(NEW.isCurrent(after.credentials().find(MAC).orElseThrow().sealed())).isTrue();
    assertThat(JdbcArchive.of(from.source(), BOTH).sealAnew()).isZero();
  }

  @Test
  void sealAnew_keyIsMissing_isRefusedAndDamagesNothing() {
    JdbcArchive archive = JdbcArchive.of(from.source(), NEW);

    assertThatExceptionOfType(SealException.class)
        .isThrownBy(archive::sealAnew)
        .withMessageContaining(TestStore.VAULT.keyId());
    assertThat(all(from.stores(CLOCK))).containsExactly(phone(MAC));
  }

  @Test
  void tables_ofTheDatabase_areAllKnown() {
    List<String> known = new ArrayList<>(List.of("latchkey_schema"));
    for (Table table : Table.values()) {
      known.add(table.title());
    }
    assertThat(from.tables()).containsExactlyInAnyOrderElementsOf(known);
  }
}
