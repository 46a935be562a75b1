package org.latchkey.brand.snom;

import java.time.Duration;
import java.util.List;
import org.latchkey.brand.BootSequence;
import org.latchkey.brand.Brand;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Recogniser;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Traits;

/**
 * Snom's phones: the D family with its forerunners (Snom XML), DECT bases of the M series, which
 * read the same XML but are known no way of being given a credential of their own, and the C family
 * of conference phones, which speak another language.
 *
 * <p>Their behaviour is taken from Snom's Service Hub, VTech's manuals for the phones of the same
 * make, and from what open-source provisioning servers know; the oddities stand with their sources
 * in one enum.
 *
 * <p>Immutable and safe for use by many threads. No result is ever {@code null}.
 *
 * @since 1.0
 */
public final class SnomBrand implements Brand {
  private static final String ID = "snom";
  private static final int BUDGET = 20;

  /**
   * A new credential is used as soon as the file is read, for firmware and languages of the same
   * pass, so a request proves only after this time; a phone that could not store it would not show
   * it any more.
   */
  private static final Duration SETTLE_TIME = Duration.ofSeconds(45);

  // Sources disagree on Digest, and which of two challenges a phone takes is not known. The phones
  // pass over the media type.
  private static final Traits TRAITS =
      new Traits(List.of(Traits.Scheme.BASIC), SETTLE_TIME, BUDGET, "text/xml; charset=UTF-8");

  private final ModelCatalogue models = SnomModels.load();
  private final Recogniser recogniser = new SnomRecogniser(models);
  private final BootSequence bootSequence = new SnomBootSequence(models);
  private final Renderer renderer = new SnomRenderer();

  /** The brand with all models of its table. */
  public SnomBrand() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Recogniser recogniser() {
    return recogniser;
  }

  @Override
  public BootSequence bootSequence() {
    return bootSequence;
  }

  @Override
  public ModelCatalogue models() {
    return models;
  }

  @Override
  public Renderer renderer() {
    return renderer;
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }
}
