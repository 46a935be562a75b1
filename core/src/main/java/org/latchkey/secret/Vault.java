package org.latchkey.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.SealException;

/**
 * Seals secrets before they reach a store, so that a dump of the store tells none of them, and
 * derives the other keys that a node needs.
 *
 * <p>Sealing is AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce; the purpose is
 * authenticated with the text, so that what was sealed for one device opens as nothing else. Every
 * sealed text names the key that sealed it. Keys are derived by HKDF-SHA256 (RFC 5869): the vault
 * key itself encrypts nothing.
 *
 * <p>A vault may hold several keys: the <em>current</em> one seals, every one opens. That is how a
 * key is replaced without a pause:
 *
 * <ol>
 *   <li>every node is given the new key besides the old one, still as a {@linkplain #ofKeys former}
 *       one;
 *   <li>every node is given the new key as its current one, the old one as a former one. From now
 *       on what is written is sealed with the new key, and what a phone opens with its own
 *       credential is sealed anew;
 *   <li>when no stored text begins with {@code lk1.}, the old {@link #keyId} and a dot any more,
 *       the old key may go. Do not hurry: a phone in a cupboard asks next year.
 * </ol>
 *
 * <p>All nodes must have the same current key. While they do not, as for a moment in the second
 * step, nothing is refused or lost, but phones that are challenged by one node and answer another
 * are asked once more, and the nodes may take turns in sealing.
 *
 * <p>Instances are immutable and safe for use by many threads. Keep the keys out of the store and
 * in the backup: without them everything that was sealed is lost.
 *
 * @since 1.0
 */
public final class Vault {
  private static final String VERSION = "lk1.";
  private static final int ID_END = VERSION.length() + VaultKey.ID_LENGTH;

  private final VaultKey current;
  private final Map<String, VaultKey> keys;

  private Vault(VaultKey current, Map<String, VaultKey> keys) {
    this.current = current;
    this.keys = keys;
  }

  /**
   * A vault over one key.
   *
   * @param key 32 unpredictable bytes, which are copied
   * @return the vault
   * @throws InvalidValueException if the key is not 32 bytes long
   */
  public static Vault ofKey(byte[] key) {
    return ofKeys(key);
  }

  /**
   * A vault over several keys.
   *
   * @param current the key that seals: 32 unpredictable bytes, which are copied; the same on all
   *     nodes
   * @param former keys that open only, in any order; each as long as the current one
   * @return the vault
   * @throws InvalidValueException if a key is not 32 bytes long, or two keys have the same name
   *     (which, but for one case in four thousand million, means that they are the same key)
   */
  public static Vault ofKeys(byte[] current, byte[]... former) {
    VaultKey first = new VaultKey(current);
    Map<String, VaultKey> keys = new LinkedHashMap<>();
    keys.put(first.id(), first);
    for (byte[] bytes : former) {
      VaultKey key = new VaultKey(bytes);
      if (keys.put(key.id(), key) != null) {
        throw InvalidValueException.of("vault keys", "all different", "two named " + key.id());
      }
    }
    return new Vault(first, keys);
  }

  /**
   * Names the current key without telling it.
   *
   * @return 8 hexadecimal digits
   */
  public String keyId() {
    return current.id();
  }

  /**
   * Names all keys without telling them.
   *
   * @return the current key's name, then those of the former ones
   */
  public List<String> keyIds() {
    return List.copyOf(keys.keySet());
  }

  /**
   * Seals a text with the current key.
   *
   * @param purpose what it is and whose, such as {@code access/001565aabbcc}; needed to open it
   * @param clear the bytes to seal
   * @param source where the nonce comes from
   * @return printable ASCII without blanks, about 4/3 of the clear length plus 52 characters
   */
  public String seal(String purpose, byte[] clear, SecretSource source) {
    byte[] nonce = new byte[VaultKey.NONCE_BYTES];
    source.fill(nonce);
    byte[] sealed = new byte[nonce.length + clear.length + VaultKey.TAG_BYTES];
    System.arraycopy(nonce, 0, sealed, 0, nonce.length);
    try {
      Cipher cipher = current.toSeal(nonce, purpose);
      cipher.doFinal(clear, 0, clear.length, sealed, nonce.length);
    } catch (GeneralSecurityException e) {
      throw new SealException("cannot seal " + purpose, e);
    }
    return VERSION
        + current.id()
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /**
   * Opens a sealed text with the key that it names.
   *
   * @param purpose what was said when it was sealed
   * @param sealed the sealed text
   * @return the clear bytes
   * @throws SealException if it was sealed with a key that this vault does not hold or for another
   *     purpose, or was altered; the message names the purpose, the key that is wanted and those
   *     that are held
   */
  public byte[] unseal(String purpose, String sealed) {
    VaultKey key = keys.get(keyIdOf(sealed));
    if (key == null) {
      throw new SealException(
          purpose
              + " was sealed with "
              + sealedWith(sealed)
              + "; this vault holds "
              + String.join(", ", keys.keySet()));
    }
    try {
      byte[] bytes =
          Base64.getUrlDecoder()
              .decode(sealed.substring(ID_END + 1).getBytes(StandardCharsets.US_ASCII));
      int length = bytes.length - VaultKey.NONCE_BYTES;
      if (length < VaultKey.TAG_BYTES) {
        throw new SealException(purpose + " is cut short");
      }
      return key.toUnseal(bytes, purpose).doFinal(bytes, VaultKey.NONCE_BYTES, length);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new SealException(purpose + " was altered or sealed for something else", e);
    }
  }

  /**
   * Says whether a text was sealed with the current key, so that it need not be sealed anew.
   * Whether it opens is another question.
   *
   * @param sealed the sealed text
   * @return false if it names another key, or none
   */
  public boolean isCurrent(String sealed) {
    return keyIdOf(sealed).equals(current.id());
  }

  /**
   * Derives a key for another use from the current key, the same on every node that has this vault
   * key as its current one. Former keys derive nothing: what must outlive a change of keys has to
   * be sealed.
   *
   * @param use what the key is for; different uses have unrelated keys
   * @return 32 bytes
   */
  public byte[] subKey(String use) {
    return current.derive("sub-key/" + use, 32);
  }

  /** The name of the key, empty if it is no sealed text. */
  private static String keyIdOf(String sealed) {
    boolean named =
        sealed.startsWith(VERSION) && sealed.length() > ID_END && sealed.charAt(ID_END) == '.';
    return named ? sealed.substring(VERSION.length(), ID_END) : "";
  }

  /** A name is repeated only if it is one: what else stands there may be a secret. */
  private static String sealedWith(String sealed) {
    String id = keyIdOf(sealed);
    return id.matches("[0-9a-f]+") ? "key " + id : "something unknown";
  }

  /** Says which keys these are, never a key. */
  @Override
  public String toString() {
    return "Vault[keys " + String.join(", ", keys.keySet()) + "]";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vault that && current.equals(that.current) && keys.equals(that.keys);
  }

  @Override
  public int hashCode() {
    return current.hashCode();
  }
}
