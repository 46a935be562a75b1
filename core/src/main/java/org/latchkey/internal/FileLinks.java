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

/**
 * Links by which phones that cannot show a credential for their firmware reach a folder of the
 * host's files: {@code t/TOKEN/folder/file}. Whoever knows one reads that folder, and nobody
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
    byte[] shown = segments.get(1).getBytes(StandardCharsets.UTF_8);
    byte[] right = token(folderOf(path)).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(right, shown) ? Optional.of(path) : Optional.empty();
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
