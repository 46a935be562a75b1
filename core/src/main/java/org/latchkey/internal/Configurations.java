package org.latchkey.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.latchkey.brand.Brand;
import org.latchkey.brand.Brands;
import org.latchkey.brand.ConfigurationPipeline;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Layered;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.config.Vocabulary;
import org.latchkey.device.Device;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.LatchkeyException;
import org.latchkey.error.RenderException;
import org.latchkey.pass.Seen;
import org.latchkey.secret.Credential;
import org.latchkey.spi.PublicUrls;

/**
 * Works configurations out: for phones, for previews, and to see before saving that it can be done.
 */
public final class Configurations {
  private final Brands brands;
  private final PublicUrls urls;

  /**
   * Configurations of some brands.
   *
   * @param brands the brands
   * @param urls the URL that each owner's phones keep
   */
  public Configurations(Brands brands, PublicUrls urls) {
    this.brands = brands;
    this.urls = urls;
  }

  /**
   * Works out a device file's parameters.
   *
   * @param device the device
   * @param seen model and firmware as the phone named them
   * @param credential the own credential that the phone must keep
   * @param proven whether the phone has used it
   * @return the parameters
   * @throws RenderException if something about the device cannot be expressed
   */
  public Parameters parameters(
      Device device, Optional<Seen> seen, Credential credential, boolean proven) {
    Brand brand = brandOf(device);
    List<Layered> layers = List.of(new Layered(Layer.DEVICE, device.overrides()));
    URI url = Outage.guard("public URLs", () -> urls.urlFor(device.identity().owner()));
    try {
      Rendering rendering =
          new Rendering(
              device,
              brand.models().get(device.identity().model()),
              seen,
              url,
              credential,
              proven,
              Settings.resolve(Vocabulary.standard(), layers));
      return ConfigurationPipeline.parameters(brand, rendering, layers);
    } catch (LatchkeyException e) {
      throw e instanceof RenderException ? e : unfit(e);
    } catch (RuntimeException e) {
      throw new RenderException(
          Layer.LIBRARY.label(), brand.id(), "renderer failed: " + e.getClass().getName());
    }
  }

  /**
   * Writes parameters in the brand's grammar.
   *
   * @param device the device
   * @param parameters its parameters
   * @return the file
   * @throws RenderException if the grammar cannot carry a value
   */
  public byte[] write(Device device, Parameters parameters) {
    return brandOf(device).renderer().write(parameters);
  }

  /**
   * Says before a device is saved whether its configuration can be written.
   *
   * @param device the device
   * @throws InvalidValueException if it cannot; the field names what stands in the way
   */
  public void check(Device device) {
    Brand brand = brands.get(device.identity().brand());
    brand.models().get(device.identity().model());
    Credential sample = Credential.of(device.identity().mac().toString(), "x".repeat(20));
    for (int i = 0; i < device.overrides().size(); i++) {
      String name = device.overrides().get(i).name();
      Optional<String> bound = device.overrides().get(i).brand();
      String field = "overrides[" + i + "].parameter";
      bound.ifPresent(brands::get);
      if (bound.filter(brand.id()::equals).isPresent() && brand.renderer().reserves(name)) {
        throw InvalidValueException.of(field, "none of the parameters that Latchkey keeps", name);
      }
    }
    try {
      write(device, parameters(device, Optional.empty(), sample, true));
    } catch (RenderException e) {
      throw InvalidValueException.of(e.parameter(), "something that this phone can be told", e);
    }
  }

  private Brand brandOf(Device device) {
    String id = device.identity().brand();
    return brands
        .find(id)
        .orElseThrow(
            () -> new RenderException(Layer.DEVICE.label(), "brand", "no plug-in for " + id));
  }

  private static RenderException unfit(LatchkeyException e) {
    String field = e instanceof InvalidValueException invalid ? invalid.field() : "configuration";
    RenderException unfit =
        new RenderException(Layer.DEVICE.label(), field, String.valueOf(e.getMessage()));
    unfit.initCause(e);
    return unfit;
  }
}
