package org.latchkey.brand.grandstream;

import java.time.Duration;
import java.util.List;
import org.latchkey.brand.BootSequence;
import org.latchkey.brand.Brand;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Recogniser;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Traits;

/**
 * Grandstream's devices that read an XML configuration: HT adapters, GXP, GRP, GHP, GXV and WP
 * phones, DP base stations and GXW gateways. Older ones read a binary file only and are not among
 * the models.
 *
 * <p>Their behaviour is taken from the vendor's provisioning and administration guides, a public
 * dump of an HT802's firmware, and from what open-source provisioning servers know; the oddities
 * stand with their sources in one enum.
 *
 * <p>Immutable and safe for use by many threads. No result is ever {@code null}.
 *
 * @since 1.0
 */
public final class GrandstreamBrand implements Brand {
  private static final String ID = "grandstream";

  // an HT reads its credential anew for each file, so one pass may deliver and use it
  private static final Duration SETTLE_TIME = Duration.ofSeconds(45);
  private static final int BUDGET = 20;

  private static final Traits TRAITS =
      new Traits(
              List.of(Traits.Scheme.DIGEST, Traits.Scheme.BASIC),
              SETTLE_TIME,
              BUDGET,
              "text/xml; charset=UTF-8")
          .repeatingServerErrors();

  private final ModelCatalogue models = GrandstreamModels.load();
  private final Recogniser recogniser = new GrandstreamRecogniser(models);
  private final BootSequence bootSequence = new GrandstreamBootSequence();
  private final Renderer renderer = new GrandstreamRenderer();

  /** The brand with all models of its table. */
  public GrandstreamBrand() {}

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
