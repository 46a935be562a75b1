package org.latchkey.brand.panasonic;

import java.time.Duration;
import java.util.List;
import org.latchkey.brand.BootSequence;
import org.latchkey.brand.Brand;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Recogniser;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Traits;

/**
 * Panasonic's SIP phones and DECT bases: KX-UT, KX-HDV, KX-TGP and KX-UDS with files of {@code
 * NAME="value"}, and KX-UTG with XML.
 *
 * <p>They hold their credential inside the address of their configuration. Their behaviour is taken
 * from the vendor's administrator guides and from what open-source provisioning servers know; the
 * oddities stand with their sources in one enum.
 *
 * <p>Immutable and safe for use by many threads. No result is ever {@code null}.
 *
 * @since 1.0
 */
public final class PanasonicBrand implements Brand {
  private static final String ID = "panasonic";
  private static final int BUDGET = 20;

  // The address of a file is used within the pass that delivered it; only Basic is known to work.
  private static final Traits TRAITS =
      new Traits(
          List.of(Traits.Scheme.BASIC),
          Duration.ofSeconds(45),
          BUDGET,
          "text/plain; charset=UTF-8");

  private final ModelCatalogue models = PanasonicModels.load();
  private final Recogniser recogniser = new PanasonicRecogniser(models);
  private final BootSequence bootSequence = new PanasonicBootSequence();
  private final Renderer renderer = new PanasonicRenderer();

  /** The brand with all models of its table. */
  public PanasonicBrand() {}

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
