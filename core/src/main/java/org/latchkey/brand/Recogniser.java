package org.latchkey.brand;

import java.util.List;
import java.util.Optional;

/**
 * Tells a brand's phones by what they ask for and how they call themselves.
 *
 * <p>Implementations are pure, look at no store, take well under a microsecond and are safe for use
 * by many threads.
 *
 * @since 1.0
 */
public interface Recogniser {

  /**
   * Claims a file name.
   *
   * @param name the last segment of the path, percent-decoded, without query, at most 255
   *     characters; empty if the path names the provisioning URL itself, which can only be the
   *     first file of phones of a brand, {@link FileRole#BOOTSTRAP}
   * @return what the file is for, or empty if phones of this brand do not ask for it
   */
  Optional<FileClaim> file(String name);

  /**
   * Reads a {@code User-Agent} header.
   *
   * @param header the header's value, at most 512 characters
   * @return what the phone says of itself, or empty if it is not of this brand
   */
  Optional<Product> product(String header);

  /**
   * Says for which first file a phone takes the provisioning URL itself, where somebody has typed
   * it without the slash at its end: some phones do not look into a folder then, but ask for that
   * one address. Asked only for such a request, and only where its header names this brand, so it
   * is no matter to the phones of others.
   *
   * @param product what the header says
   * @return the name in whose place the URL is asked, as {@link Renderer#stub} and {@link
   *     Renderer#nothing} are told it, or an empty one if the brand has no such names; the request
   *     is answered as one for a {@link FileRole#BOOTSTRAP}. Empty if phones of this brand do not
   *     ask so, or if {@link #file} claims the URL whatever the header says
   */
  default Optional<String> bareUrl(Product product) {
    return Optional.empty();
  }

  /**
   * Names the patterns by which headers are told, so that two brands with one pattern are found out
   * at start-up.
   *
   * @return regular expressions; they describe, and need not be what the code runs
   */
  List<String> headerPatterns();
}
