package org.latchkey.brand;

/**
 * A brand plug-in: everything that Latchkey must know of one vendor's phones.
 *
 * <p>Implementations are immutable and safe for use by many threads; each method returns the same
 * value every time.
 *
 * @since 1.0
 */
public interface Brand {

  /**
   * Names the brand.
   *
   * @return lower-case letters and digits, such as {@code yealink}
   */
  String id();

  /**
   * Tells the brand's phones.
   *
   * @return the recogniser
   */
  Recogniser recogniser();

  /**
   * Lists what they ask for.
   *
   * @return the boot sequence
   */
  BootSequence bootSequence();

  /**
   * Lists the models.
   *
   * @return the catalogue
   */
  ModelCatalogue models();

  /**
   * Writes their configurations.
   *
   * @return the renderer
   */
  Renderer renderer();

  /**
   * Tells how they behave.
   *
   * @return the traits
   */
  Traits traits();
}
