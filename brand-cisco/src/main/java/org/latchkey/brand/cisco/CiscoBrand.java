package org.latchkey.brand.cisco;

import java.time.Duration;
import java.util.List;
import org.latchkey.brand.BootSequence;
import org.latchkey.brand.Brand;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Recogniser;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Traits;

/**
 * Cisco's phones and adapters that read a flat profile: Multiplatform Phones 68xx, 78xx and 88xx
 * (-3PCC), PhoneOS (98xx, 8875), SPA 3xx and 5xx, SPA112/122/232D and ATA 191/192. Their credential
 * stands in the rule by which they ask. SPA9xx, the old adapters and phones with enterprise
 * firmware cannot have one: they can be entered and not armed.
 *
 * <p>Their behaviour is taken from Cisco's provisioning and administration guides, a phone's dump
 * after a factory reset, and from what open-source provisioning servers know; the oddities stand
 * with their sources in one enum.
 *
 * <p>Immutable and safe for use by many threads. No result is ever {@code null}.
 *
 * @since 1.0
 */
public final class CiscoBrand implements Brand {
  private static final String ID = "cisco";
  private static final int BUDGET = 20;

  // The rule of a profile counts from the next pass on, when the profile is stored; the other
  // rules, which might be asked in the same pass, are blank.
  private static final Traits TRAITS =
      new Traits(List.of(Traits.Scheme.DIGEST), Duration.ZERO, BUDGET, "text/xml; charset=UTF-8");

  private final ModelCatalogue models = CiscoModels.load();
  private final Recogniser recogniser = new CiscoRecogniser(models);
  private final BootSequence bootSequence = new CiscoBootSequence(models);
  private final Renderer renderer = new CiscoRenderer();

  /** The brand with all models of its table. */
  public CiscoBrand() {}

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
