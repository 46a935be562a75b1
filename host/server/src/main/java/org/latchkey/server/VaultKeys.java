package org.latchkey.server;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latchkey.error.InvalidValueException;
import org.latchkey.secret.SecretSource;
import org.latchkey.secret.Vault;

/** The keys that seal what is kept, from where the operator keeps them or made on first start. */
final class VaultKeys {
  static final String VARIABLE = "LATCHKEY_VAULT_KEY";
  private static final int LENGTH = 32;

  private VaultKeys() {}

  /** The file of the key, whether it is there or not. */
  static Path file(DatabaseOptions options, Path data) {
    Path given = options.vaultKey;
    Path folder = data.toAbsolutePath().normalize();
    return given != null ? given : folder.resolveSibling(folder.getFileName() + ".vault-key");
  }

  /**
   * The vault, checked against what is sealed already. A key is made only where nothing is.
   *
   * @param data the folder beside which the key's file lies by default
   * @param wanted the ids of the keys that something is sealed with
   * @param random what a key is made of; empty if none may be made
   */
  static Vault find(
      DatabaseOptions options,
      Path data,
      Map<String, String> environment,
      Set<String> wanted,
      Optional<SecretSource> random) {
    byte[] current = current(options, data, environment, wanted, random);
    List<byte[]> former = new ArrayList<>();
    for (Path file : options.formerVaultKeys) {
      former.add(key("--former-vault-key-file", file));
    }
    Vault vault;
    try {
      vault = Vault.ofKeys(current, former.toArray(byte[][]::new));
    } catch (InvalidValueException e) {
      throw new StartException("vault keys", e);
    }
    List<String> missing =
        wanted.stream().filter(id -> !vault.keyIds().contains(id)).sorted().toList();
    if (!missing.isEmpty()) {
      throw new StartException(
          "wrong vault key: what is kept is sealed with key "
              + String.join(", ", missing)
              + ", held are "
              + String.join(", ", vault.keyIds())
              + "; give the right one, or one used before with --former-vault-key-file. Nothing was"
              + " changed.");
    }
    return vault;
  }

  private static byte[] current(
      DatabaseOptions options,
      Path data,
      Map<String, String> environment,
      Set<String> wanted,
      Optional<SecretSource> random) {
    String given = environment.get(VARIABLE);
    if (given != null) {
      if (options.vaultKey != null) {
        throw new StartException(VARIABLE + " and --vault-key-file exclude each other");
      }
      return bytes(VARIABLE, given);
    }
    Path file = file(options, data);
    if (!Files.exists(file) && !wanted.isEmpty()) {
      throw new StartException(
          "no vault key: there is no "
              + file
              + ", and what is kept is sealed with key "
              + String.join(", ", wanted)
              + "; bring it back from the backup, or name it with --vault-key-file or "
              + VARIABLE
              + ". Nothing was changed.");
    }
    if (!Files.exists(file)) {
      byte[] fresh = new byte[LENGTH];
      random.orElseThrow(() -> new StartException("no vault key: there is no " + file)).fill(fresh);
      PrivateFiles.readOrMakeText(file, () -> Base64.getEncoder().encodeToString(fresh));
    }
    return key("--vault-key-file", file);
  }

  /** Base64 or hexadecimal digits; 32 bytes as they are, as files of former releases have them. */
  private static byte[] key(String setting, Path file) {
    byte[] content = PrivateFiles.read(setting, file);
    return content.length == LENGTH
        ? content
        : bytes(setting + " " + file, new String(content, StandardCharsets.ISO_8859_1));
  }

  private static byte[] bytes(String place, String text) {
    String digits = text.strip();
    try {
      byte[] key =
          digits.length() == 2 * LENGTH
              ? HexFormat.of().parseHex(digits)
              : Base64.getDecoder().decode(digits.replace('-', '+').replace('_', '/'));
      if (key.length == LENGTH) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // said below, without what was found: it may be most of a key
    }
    throw new StartException(
        place
            + " must be 32 bytes in Base64 or 64 hexadecimal digits, such as `openssl rand -hex"
            + " 32` prints");
  }
}
