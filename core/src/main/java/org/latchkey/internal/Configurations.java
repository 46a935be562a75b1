package org.latchkey.internal;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.latchkey.brand.Brand;
import org.latchkey.brand.Brands;
import org.latchkey.brand.ConfigurationPipeline;
import org.latchkey.brand.Explanation;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Layered;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.config.Vocabulary;
import org.latchkey.device.Contact;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.LatchkeyException;
import org.latchkey.error.RenderException;
import org.latchkey.error.StoreException;
import org.latchkey.pass.Seen;
import org.latchkey.secret.Credential;
import org.latchkey.spi.PublicUrls;

/** Works configurations out, for phones and for people who want to see them. */
public final class Configurations {
  /** A layer that says one of these means another book than ours. */
  private static final List<String> OF_A_BOOK =
      List.of("phonebook.1.url", "phonebook.1.user", "phonebook.1.password");

  private final Brands brands;
  private final PublicUrls urls;
  private final PhonePasswords passwords;
  private final LayerBook layers;
  private final PhoneBooks books;
  private final FileLinks links;

  /**
   * Configurations of some brands.
   *
   * @param brands the brands
   * @param urls the URL that each owner's phones keep
   * @param passwords the passwords of phones for which nobody has set any
   * @param layers what phones share
   * @param books the phone books of domains
   * @param links how phones reach theirs that can show no credential for it
   */
  public Configurations(
      Brands brands,
      PublicUrls urls,
      PhonePasswords passwords,
      LayerBook layers,
      PhoneBooks books,
      FileLinks links) {
    this.brands = brands;
    this.urls = urls;
    this.passwords = passwords;
    this.layers = layers;
    this.books = books;
    this.links = links;
  }

  /**
   * What is known of a phone when its configuration is worked out.
   *
   * @param device its entry
   * @param seen model and firmware as it named them
   * @param credential the own credential that it must keep
   * @param proven whether it has used that
   */
  public record Phone(Device device, Optional<Seen> seen, Credential credential, boolean proven) {}

  /**
   * Works out a device file's parameters.
   *
   * @param phone the phone
   * @return the parameters
   * @throws RenderException if something about the device cannot be expressed
   */
  public Parameters parameters(Phone phone) {
    return parameters(phone, layers.of(phone.device()));
  }

  /**
   * Works out a device file's parameters with other layers than the stored ones.
   *
   * @param phone the phone
   * @param some layers, the weakest first
   * @return the parameters
   * @throws RenderException if something about the device cannot be expressed
   */
  Parameters parameters(Phone phone, List<Layered> some) {
    return worked(
        phone,
        brand -> ConfigurationPipeline.parameters(brand, rendering(brand, phone, some), some));
  }

  /**
   * Tells why a configuration is as it is.
   *
   * @param phone the phone
   * @return the explanation, secrets and all
   * @throws RenderException if something about the device cannot be expressed
   */
  public Explanation explain(Phone phone) {
    List<Layered> all = layers.of(phone.device());
    return worked(
        phone,
        brand -> ConfigurationPipeline.explain(brand, some -> rendering(brand, phone, some), all));
  }

  /**
   * Writes a personal file that the brand makes itself.
   *
   * @param phone the phone; its credential must not be a real one, so that the file cannot hold it
   * @param name the file's name in one spelling
   * @return the file, or empty if the brand makes none of that name
   * @throws RenderException if something about the device cannot be expressed
   */
  public Optional<byte[]> personal(Phone phone, String name) {
    List<Layered> all = layers.of(phone.device());
    return worked(phone, brand -> brand.renderer().personal(name, rendering(brand, phone, all)));
  }

  /**
   * Writes the phone book of a phone's domain in the brand's form.
   *
   * @param phone the phone; its credential must not be a real one, so that the file cannot hold it
   * @return the file, or empty if the domain has no phone book or the brand writes none
   * @throws RenderException if something about the device cannot be expressed
   */
  public Optional<byte[]> phoneBook(Phone phone) {
    List<Contact> contacts = books.of(phone.device().identity().owner());
    if (contacts.isEmpty()) {
      return Optional.empty();
    }
    List<Layered> all = layers.of(phone.device());
    return worked(
        phone, brand -> brand.renderer().phoneBook(rendering(brand, phone, all), contacts));
  }

  private Rendering rendering(Brand brand, Phone phone, List<Layered> some) {
    Rendering plain = withoutBook(brand, phone, some);
    Device device = phone.device();
    boolean ownBook = OF_A_BOOK.stream().anyMatch(s -> !plain.settings().get(s).isEmpty());
    if (ownBook || books.of(device.identity().owner()).isEmpty()) {
      return plain;
    }
    return new Rendering(
        device,
        plain.model(),
        plain.seen(),
        plain.url(),
        plain.credential(),
        plain.proven(),
        pointed(plain.settings(), brand.renderer().phoneBookSettings(plain, link(plain))));
  }

  private URI link(Rendering phone) {
    DeviceIdentity identity = phone.device().identity();
    return phone.url().resolve(links.pathToBook(identity.mac(), identity.generation()));
  }

  /** A credential that somebody has set by hand may be none that these settings take. */
  private static Settings pointed(Settings settings, Map<String, String> book) {
    try {
      return settings.withDefaults(book);
    } catch (InvalidValueException e) {
      return settings;
    }
  }

  private Rendering withoutBook(Brand brand, Phone phone, List<Layered> some) {
    Device device = phone.device();
    return new Rendering(
        device,
        brand.models().get(device.identity().model()),
        phone.seen(),
        Outage.guard("public URLs", () -> urls.urlFor(device.identity().owner())),
        phone.credential(),
        phone.proven(),
        Settings.resolve(Vocabulary.standard(), some)
            .withDefaults(passwords.of(device.identity())));
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

  private <T> T worked(Phone phone, Function<Brand, T> work) {
    Brand brand = brandOf(phone.device());
    try {
      return work.apply(brand);
    } catch (StoreException e) {
      throw e;
    } catch (LatchkeyException e) {
      throw e instanceof RenderException ? e : unfit(e);
    } catch (RuntimeException e) {
      throw broken(brand, e);
    }
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
