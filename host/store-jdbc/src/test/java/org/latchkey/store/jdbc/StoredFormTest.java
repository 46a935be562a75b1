package org.latchkey.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.latchkey.config.LayerKey;
import org.latchkey.device.Contact;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Entry;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.device.Registrar;
import org.latchkey.error.SealException;
import org.latchkey.pass.GlobalPass;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Secret;
import org.latchkey.secret.Vault;

/**
 * What a released version has stored is read for ever. The texts in {@code stored-forms.properties}
 * were sealed with a vault key of 32 zero bytes and are never changed: a new form gets new ones
 * beside them.
 */
final class StoredFormTest {
  private static final MacAddress MAC = MacAddress.of("001565aabbcc");
  private static final Owner OWNER = new Owner("acme.example", "west");
  private static final List<Entry> ENTRIES =
      List.of(new Entry("resync.interval", "60", "why"), new Entry("yealink:a", "\u00e9", ""));
  private static final List<Contact> CONTACTS =
      List.of(
          new Contact(
              "Zo\u00eb",
              List.of(
                  new Contact.PhoneNumber(Contact.Kind.WORK, "100"),
                  new Contact.PhoneNumber(Contact.Kind.MOBILE, "+49151"))));
  private static final GlobalPass PASS =
      new GlobalPass(
          "first", GlobalPass.Scope.INSTALLATION, Credential.of("First1", "Secret123456"), false);

  private final TestStore store = TestStore.emptied(Dialect.H2);
  private final JdbcStores stores = store.stores(Clock.systemUTC());

  @Test
  void device_ofTheFirstRelease_opens() throws IOException {
    insertDevice(golden("device"));
    assertThat(stores.directory().load(MAC)).contains(device());
  }

  @Test
  void lists_ofTheFirstRelease_open() throws IOException {
    insert("layers (layer, name, parent, revision", "'reseller', 'west', '', 1", golden("layer"));
    insert("phone_books (reseller, domain, revision", "'west', 'acme.example', 1", golden("book"));
    assertThat(stores.layers().entries(LayerKey.reseller("west"))).isEqualTo(ENTRIES);
    assertThat(stores.phoneBooks().contacts(OWNER)).isEqualTo(CONTACTS);
  }

  @Test
  void passAndSeed_ofTheFirstRelease_open() throws IOException {
    insert(
        "global_passes (id, reseller, domain, username, legacy, turn",
        "'first', '', '', 'First1', 0, 1",
        golden("pass"));
    insert("seeds (name", "'files'", golden("seed"));
    assertThat(stores.globalPasses().all()).containsExactly(PASS);
    assertThat(stores.seed("files")).startsWith("seed of the ".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void device_fieldOfALaterRelease_isPassedOver() {
    String json =
        "{\"later\":{\"a\":[1]},\"identity\":{\"mac\":\"001565aabbcc\",\"brand\":\"yealink\","
            + "\"model\":\"T46S\",\"owner\":{\"domain\":\"acme.example\",\"reseller\":\"west\"},"
            + "\"generation\":\"g1\",\"later\":1},\"lines\":[],\"keys\":[],\"overrides\":"
            + "[{\"parameter\":\"a\",\"value\":\"b\",\"description\":\"\",\"later\":null}],"
            + "\"serial\":null,\"notes\":\"\"}";
    insertDevice(sealed(json));
    assertThat(stores.directory().load(MAC).orElseThrow().overrides())
        .containsExactly(new Entry("a", "b", ""));
    assertThat(stores.directory().load(MAC).orElseThrow().pin()).as("left out").isEmpty();
  }

  @Test
  void device_thatIsNoDevice_isRefusedWithoutRepeatingIt() {
    insertDevice(sealed("{\"identity\":\"PlantedSecret\"}"));
    assertThatThrownBy(() -> stores.directory().load(MAC))
        .isInstanceOf(SealException.class)
        .hasMessageContaining(MAC.toString())
        .hasMessageNotContaining("Planted")
        .hasNoCause();
  }

  @Test
  void row_inAnothersPlace_doesNotOpen() throws IOException {
    store.execute(
        "insert into latchkey_device_contents (mac, sealed) values ('001565000000', '"
            + golden("device")
            + "')");
    assertThatThrownBy(() -> stores.directory().load(MacAddress.of("001565000000")))
        .isInstanceOf(SealException.class);
  }

  @Test
  void row_otherVaultKey_isRefusedNamingBothKeys() throws IOException {
    insertDevice(golden("device"));
    byte[] key = new byte[32];
    key[0] = 1;
    Vault other = Vault.ofKey(key);
    assertThatThrownBy(() -> JdbcStores.open(store.source(), other).directory().load(MAC))
        .isInstanceOf(SealException.class)
        .hasMessageContaining(TestStore.VAULT.keyId())
        .hasMessageContaining(other.keyId());
  }

  private static String sealed(String json) {
    return TestStore.VAULT.seal(
        "latchkey_device_contents/" + MAC,
        json.getBytes(StandardCharsets.UTF_8),
        new Random(4)::nextBytes);
  }

  private void insertDevice(String sealed) {
    insert("device_contents (mac", "'001565aabbcc'", sealed);
  }

  private void insert(String columns, String values, String sealed) {
    store.execute(
        "insert into latchkey_" + columns + ", sealed) values (" + values + ", '" + sealed + "')");
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = StoredFormTest.class.getResourceAsStream("stored-forms.properties")) {
      Properties texts = new Properties();
      texts.load(in);
      return texts.getProperty(name);
    }
  }

  private static Device device() {
    return new Device(
        new DeviceIdentity(MAC, "yealink", "T46S", OWNER, "g1"),
        List.of(
            new Line(
                1,
                "100",
                "Alice",
                "100",
                "auth",
                Secret.of("s3cret\u00e9"),
                new Registrar("sip.acme.example", 5061, Registrar.Transport.TLS),
                Optional.of(new Registrar("192.0.2.1", 0, Registrar.Transport.DNS)),
                3600,
                Optional.of("*97"))),
        List.of(new LineKey(2, LineKey.Type.BLF, "101", "Bob", Optional.of(1))),
        ENTRIES,
        Optional.of("SN1"),
        Optional.of("4711"),
        "notes\n\uD83D\uDE00");
  }
}
