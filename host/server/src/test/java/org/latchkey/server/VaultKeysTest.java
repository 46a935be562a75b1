package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.secret.SecretSource;
import org.latchkey.secret.Vault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.yealink.YealinkPhone;

class VaultKeysTest {
  private static final byte[] KEY = bytes(1);
  private static final byte[] OTHER = bytes(2);
  private static final SecretSource RANDOM = new Random(3)::nextBytes;

  @TempDir private Path folder;
  private ServeOptions options;

  @BeforeEach
  void settings() throws Exception {
    options = TestServer.embedded(folder.resolve("data"));
  }

  private static byte[] bytes(int seed) {
    byte[] bytes = new byte[32];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static String hex(byte[] key) {
    return HexFormat.of().formatHex(key);
  }

  private Path file(String name, String content) throws Exception {
    Path file = Files.writeString(folder.resolve(name), content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private Vault find(Map<String, String> environment, String... wanted) {
    return VaultKeys.find(
        options.store, options.data, environment, Set.of(wanted), Optional.of(RANDOM));
  }

  @Test
  void find_nothingSealedYet_makesAPrivateFileAndFindsItAgain() throws Exception {
    Vault first = find(Map.of());

    Path file = folder.resolve("data.vault-key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(find(Map.of(), first.keyId())).isEqualTo(first);
  }

  @Test
  void find_formsOfAKey_areTheSameKey() throws Exception {
    Vault wanted = Vault.ofKey(KEY);
    String base64 = Base64.getEncoder().encodeToString(KEY);

    assertThat(find(Map.of("LATCHKEY_VAULT_KEY", hex(KEY)))).isEqualTo(wanted);
    assertThat(find(Map.of("LATCHKEY_VAULT_KEY", base64))).isEqualTo(wanted);
    options.store.vaultKey = file("text", base64 + "\n");
    assertThat(find(Map.of())).isEqualTo(wanted);
    options.store.vaultKey = Files.write(file("bytes", ""), KEY);
    assertThat(find(Map.of())).isEqualTo(wanted);
  }

  @Test
  void find_noKeyButSomethingSealed_refusedAndNoneMade() {
    assertThatThrownBy(() -> find(Map.of(), "0123abcd"))
        .isInstanceOf(StartException.class)
        .hasMessageContainingAll("no vault key", "data.vault-key", "0123abcd");
    assertThat(folder.resolve("data.vault-key")).doesNotExist();
  }

  @Test
  void find_wrongKey_saysWhichIsWantedAndWhichAreHeld() {
    String wanted = Vault.ofKey(OTHER).keyId();

    assertThatThrownBy(() -> find(Map.of("LATCHKEY_VAULT_KEY", hex(KEY)), wanted))
        .isInstanceOf(StartException.class)
        .hasMessageContainingAll("wrong vault key", wanted, Vault.ofKey(KEY).keyId())
        .hasMessageNotContaining(hex(KEY));
  }

  @Test
  void find_formerKey_opensWhatIsSealedWithIt() throws Exception {
    options.store.formerVaultKeys = List.of(file("former", hex(OTHER)));

    Vault vault = find(Map.of("LATCHKEY_VAULT_KEY", hex(KEY)), Vault.ofKey(OTHER).keyId());

    assertThat(vault.keyIds())
        .containsExactly(Vault.ofKey(KEY).keyId(), Vault.ofKey(OTHER).keyId());
  }

  @Test
  void find_fileThatOthersMayRead_refusedWithTheRemedy() throws Exception {
    Path file = file("open", hex(KEY));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    options.store.vaultKey = file;

    assertThatThrownBy(() -> find(Map.of())).hasMessageContaining("chmod 600 '" + file + "'");
  }

  @Test
  void find_noKeyAtAll_saysTheFormAndNotTheText() {
    assertThatThrownBy(() -> find(Map.of("LATCHKEY_VAULT_KEY", "abc123")))
        .hasMessageContaining("32 bytes")
        .hasMessageNotContaining("abc123");
  }

  @Test
  void find_keyTwice_refused() throws Exception {
    options.store.vaultKey = file("key", hex(KEY));

    assertThatThrownBy(() -> find(Map.of("LATCHKEY_VAULT_KEY", hex(KEY))))
        .hasMessageContaining("exclude each other");
  }

  @Test
  void server_wrongOrMissingKey_doesNotStartAndDamagesNothing() throws Exception {
    Map<String, String> right = Map.of("LATCHKEY_VAULT_KEY", hex(KEY));
    YealinkPhone phone;
    try (TestServer server = new TestServer(options, right)) {
      server.enrol("001565aabbcc", "yealink", "T46S");
      phone = YealinkPhone.builder("001565aabbcc").tls(server.tls()).build();
      server.redirect(phone);
      phone.boot();
      phone.boot();
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    assertThatThrownBy(() -> new TestServer(options, Map.of()))
        .isInstanceOf(StartException.class)
        .hasMessageContainingAll("no vault key", Vault.ofKey(KEY).keyId());
    assertThatThrownBy(() -> new TestServer(options, Map.of("LATCHKEY_VAULT_KEY", hex(OTHER))))
        .isInstanceOf(StartException.class)
        .hasMessageContainingAll(Vault.ofKey(KEY).keyId(), Vault.ofKey(OTHER).keyId());

    try (TestServer server = new TestServer(options, right)) {
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
      assertThat(server.state(phone)).isEqualTo("provisioned");
    }
  }
}
