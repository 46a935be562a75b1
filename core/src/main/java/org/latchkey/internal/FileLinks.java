package org.latchkey.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.latchkey.device.MacAddress;

/**
 * Links by which phones that cannot show a credential for their firmware reach a folder of the
 * host's files, {@code t/TOKEN/folder/file}, or the phone book of their domain, {@code
 * t/TOKEN/generation/mac/phonebook.xml}. Whoever knows one reads that folder or book, and nobody
 * guesses one. They need no memory, and are the same on every node with one vault key.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class FileLinks {
  /** What the vault's sub-key is for. */
  public static final String USE = "file link";

  private static final String FIRST = "t";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int TOKEN_BYTES = 18;
  private static final String BOOK = "phonebook.xml";
  private static final int OF_A_BOOK = 5;

  private final URI url;
  private final SecretKeySpec key;

  /**
   * Links under a provisioning URL.
   *
   * @param url the URL, ending in a slash
   * @param key a sub-key of the vault
   */
  public FileLinks(URI url, byte[] key) {
    this.url = url;
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * Makes a link.
   *
   * @param path a file's path
   * @return the URL that phones need no credential for
   */
  public URI linkTo(String path) {
    return url.resolve(FIRST + "/" + token(folderOf(path)) + "/" + path);
  }

  /**
   * Says whether a request comes by a link, right or wrong.
   *
   * @param segments the names behind the provisioning path
   * @return true if it does
   */
  public static boolean isLink(List<String> segments) {
    return segments.size() >= 3 && segments.get(0).equals(FIRST);
  }

  /**
   * The path of the file that a right link leads to.
   *
   * @param segments the names behind the provisioning path
   * @return the path; empty if the link is wrong
   */
  public Optional<String> pathOf(List<String> segments) {
    if (!isLink(segments)) {
      return Optional.empty();
    }
    String path = String.join("/", segments.subList(2, segments.size()));
    return isRight(token(folderOf(path)), segments.get(1)) ? Optional.of(path) : Optional.empty();
  }

  /**
   * The end of a link to the phone book of one phone's domain. It stays the same as long as the
   * phone's inventory entry does.
   *
   * @param mac the phone's address
   * @param generation its inventory entry
   * @return the path below the provisioning URL
   */
  public String pathToBook(MacAddress mac, String generation) {
    return FIRST + "/" + token(book(mac, generation)) + "/" + generation + "/" + mac + "/" + BOOK;
  }

  /**
   * Whose phone book a right link leads to.
   *
   * @param segments the names behind the provisioning path
   * @return the phone; empty if it is a link to something else, or wrong
   */
  public Optional<BookOf> bookOf(List<String> segments) {
    if (!isLink(segments) || segments.size() != OF_A_BOOK || !segments.get(4).endsWith(BOOK)) {
      return Optional.empty();
    }
    String generation = segments.get(2);
    return MacAddress.parse(segments.get(3))
        .filter(mac -> isRight(token(book(mac, generation)), segments.get(1)))
        .map(mac -> new BookOf(mac, generation));
  }

  /**
   * Whose phone book it is.
   *
   * @param mac the phone's address
   * @param generation its inventory entry when the link was made
   */
  public record BookOf(MacAddress mac, String generation) {}

  /** No folder of files is called so: a line feed is in no path. */
  private static String book(MacAddress mac, String generation) {
    return BOOK + "\n" + mac + "\n" + generation;
  }

  private static boolean isRight(String token, String shown) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }

  private static String folderOf(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private String token(String folder) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = mac.doFinal(folder.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, TOKEN_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
