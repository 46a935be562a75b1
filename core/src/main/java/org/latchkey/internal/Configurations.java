package org.latchkey.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import org.latchkey.device.Entry;
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
  private final PhonePasswords passwords;

  /**
   * Configurations of some brands.
   *
   * @param brands the brands
   * @param urls the URL that each owner's phones keep
   * @param passwords the passwords of phones for which nobody has set any
   */
  public Configurations(Brands brands, PublicUrls urls, PhonePasswords passwords) {
    this.brands = brands;
    this.urls = urls;
    this.passwords = passwords;
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
              Settings.resolve(Vocabulary.standard(), layers)
                  .withDefaults(passwords.of(device.identity())));
      return ConfigurationPipeline.parameters(brand, rendering, layers);
    } catch (LatchkeyException e) {
      throw e instanceof RenderException ? e : unfit(e);
    } catch (RuntimeException e) {
      throw broken(brand, e);
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
    Brand brand = brandOf(device);
    try {
      return brand.renderer().write(parameters);
    } catch (RenderException e) {
      throw e;
    } catch (RuntimeException e) {
      throw broken(brand, e);
    }
  }

  /**
   * Says before a device is saved whether its configuration can be written.
   *
   * @param device the device
   * @throws InvalidValueException if it cannot; the field is the path of what stands in the way,
   *     such as {@code lines[0].authUser}
   */
  public void check(Device device) {
    Brand brand = brands.get(device.identity().brand());
    brand.models().get(device.identity().model());
    for (int i = 0; i < device.overrides().size(); i++) {
      check(brand, "overrides[" + i + "].parameter", device.overrides().get(i));
    }
    Function<Device, Optional<RenderException>> attempt = d -> objection(d, sample(d));
    attempt
        .apply(device)
        .ifPresent(
            e -> {
              throw refusal(device, new Culprit(attempt).field(device, e), e);
            });
  }

  private void check(Brand brand, String field, Entry override) {
    Optional<String> bound = override.brand();
    if (bound.isPresent() && brands.find(bound.get()).isEmpty()) {
      throw InvalidValueException.of(
          field, "neutral or bound to a brand of this installation", override.parameter());
    }
    if (bound.filter(brand.id()::equals).isPresent()
        && brand.renderer().reserves(override.name())) {
      throw InvalidValueException.of(
          field, "none of the parameters that Latchkey keeps", override.name());
    }
  }

  /**
   * Says before a credential is set by hand whether the device's configuration can carry it. What
   * could not be written anyway is not the credential's fault.
   *
   * @param device the device
   * @param chosen the credential
   * @throws InvalidValueException if it cannot; the field is {@code username} or {@code password}
   */
  public void check(Device device, Credential chosen) {
    Optional<RenderException> objection = objection(device, chosen);
    if (objection.isEmpty() || objection(device, sample(device)).isPresent()) {
      return;
    }
    Credential named = new Credential(chosen.username(), sample(device).password());
    boolean name = objection(device, named).isPresent();
    throw refusal(device, name ? "username" : "password", objection.get());
  }

  private Optional<RenderException> objection(Device device, Credential credential) {
    try {
      write(device, parameters(device, Optional.empty(), credential, true));
      return Optional.empty();
    } catch (RenderException e) {
      return Optional.of(e);
    }
  }

  private static Credential sample(Device device) {
    return Credential.of(device.identity().mac().toString(), "x".repeat(20));
  }

  private static InvalidValueException refusal(Device device, String field, RenderException e) {
    String phones = device.identity().brand() + " phones";
    return InvalidValueException.ofSecret(
        field, "something that " + phones + " can be told (" + e.getMessage() + ")");
  }

  private Brand brandOf(Device device) {
    String id = device.identity().brand();
    return brands
        .find(id)
        .orElseThrow(
            () -> new RenderException(Layer.DEVICE.label(), "brand", "no plug-in for " + id));
  }

  /** Without the cause, whose message may hold a value. */
  private static RenderException broken(Brand brand, RuntimeException e) {
    return new RenderException(
        Layer.LIBRARY.label(), brand.id(), "renderer failed: " + e.getClass().getName());
  }

  private static RenderException unfit(LatchkeyException e) {
    String field = e instanceof InvalidValueException invalid ? invalid.field() : "configuration";
    RenderException unfit =
        new RenderException(Layer.DEVICE.label(), field, String.valueOf(e.getMessage()));
    unfit.initCause(e);
    return unfit;
  }
}
