package org.latchkey.brand.yealink;

import java.time.Duration;
import java.util.List;
import org.latchkey.brand.BootSequence;
import org.latchkey.brand.Brand;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Recogniser;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Traits;

/**
 * Yealink's SIP phones: desk phones T1x to T8x, conference and video phones, Wi-Fi handsets and
 * DECT bases, firmware V70 and later.
 *
 * <p>Their behaviour is taken from the Yealink administrator guides for SIP-T phones V81 to V86,
 * the auto provisioning guide V80, and from what open-source provisioning servers know; the
 * oddities stand with their sources in one enum.
 *
 * <p>Immutable and safe for use by many threads. No result is ever {@code null}.
 *
 * @since 1.0
 */
public final class YealinkBrand implements Brand {
  private static final String ID = "yealink";

  // A new credential counts from the next round on, so it needs no time to settle.
  private static final Traits TRAITS =
      new Traits(List.of(Traits.Scheme.DIGEST), Duration.ZERO, 20, "text/plain; charset=UTF-8");

  private final ModelCatalogue models = YealinkModels.load();
  private final Recogniser recogniser = new YealinkRecogniser(models);
  private final BootSequence bootSequence = new YealinkBootSequence(models);
  private final Renderer renderer = new YealinkRenderer();

  /** The brand with all models of its table. */
  public YealinkBrand() {}

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
