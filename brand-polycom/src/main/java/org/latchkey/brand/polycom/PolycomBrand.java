package org.latchkey.brand.polycom;

import java.time.Duration;
import java.util.List;
import org.latchkey.brand.BootSequence;
import org.latchkey.brand.Brand;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Recogniser;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Traits;
import org.latchkey.secret.Credential;

/**
 * Polycom's and Poly's SIP phones: SoundPoint IP, SoundStation IP, VVX, Trio, CCX and Edge E, with
 * UC software 3.3 and later or PVOS. The OBi edition speaks another format and is not of this
 * brand.
 *
 * <p>Their behaviour is taken from the UC Software administrator guides 3.1 to 5.9, the vendor's
 * dictionary of web pages, a phone's export of its own configuration, and from what open-source
 * provisioning servers know; the oddities stand with their sources in one enum.
 *
 * <p>Immutable and safe for use by many threads. No result is ever {@code null}.
 *
 * @since 1.0
 */
public final class PolycomBrand implements Brand {
  private static final String ID = "polycom";
  private static final String FACTORY = "PlcmSpIp";
  private static final int BUDGET = 40;

  // A new credential goes to flash and counts from the restart on, so it needs no time to settle.
  private static final Traits TRAITS =
      new Traits(List.of(Traits.Scheme.DIGEST), Duration.ZERO, BUDGET, "text/xml; charset=UTF-8")
          .withFactoryCredentials(Credential.of(FACTORY, FACTORY));

  private final ModelCatalogue models = PolycomModels.load();
  private final Recogniser recogniser = new PolycomRecogniser(models);
  private final BootSequence bootSequence = new PolycomBootSequence();
  private final Renderer renderer = new PolycomRenderer();

  /** The brand with all models of its table. */
  public PolycomBrand() {}

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
