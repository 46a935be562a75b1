package org.latchkey;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.latchkey.brand.BootSequence;
import org.latchkey.brand.BootSequence.BootFile;
import org.latchkey.brand.Brand;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Product;
import org.latchkey.brand.Recogniser;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Rendering;
import org.latchkey.brand.Traits;
import org.latchkey.brand.Traits.Scheme;
import org.latchkey.brand.UploadKind;
import org.latchkey.config.KeyDictionary;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameter;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings.Value;
import org.latchkey.device.Contact;
import org.latchkey.device.Line;
import org.latchkey.device.MacAddress;
import org.latchkey.error.RenderException;
import org.latchkey.format.KeyValueWriter;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;

/**
 * A brand with a file of every role, so that the gate is tested without any vendor's habits. Its
 * header is {@code ID MODEL VERSION [MAC[/MAC]][(SERIAL)]}.
 */
final class TestBrand implements Brand {
  static final String USER = "user";
  static final String PASSWORD = "password";

  /** A model that cannot have a credential. */
  static final String PLAIN = "PLAIN";

  /** What a phone calls itself that takes the provisioning URL for the address of a file. */
  static final String BARE = "BARE";

  /** Why not. */
  static final String NO_CREDENTIAL = "its firmware shows none to a server";

  /** A label that this brand refuses to write. */
  static final String REFUSED = "cannot be rendered";

  /** A label on which this brand's renderer has a defect. */
  static final String BREAKS = "breaks the renderer";

  /** A label on which this brand's writer has a defect. */
  static final String BREAKS_LATE = "breaks the writer";

  private final String id;
  private final Traits traits;
  private final Map<String, FileRole> more = new HashMap<>();

  TestBrand(String id, Duration settleTime, Scheme... challenge) {
    this(id, new Traits(List.of(challenge), settleTime, 20, "text/plain; charset=UTF-8"));
  }

  TestBrand(String id, Traits traits) {
    this.id = id;
    this.traits = traits;
  }

  /** The same brand, whose phones also ask for files that end so, behind a MAC. */
  TestBrand claiming(String ending, FileRole role) {
    more.put(ending, role);
    return this;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Recogniser recogniser() {
    return new Headers();
  }

  @Override
  public BootSequence bootSequence() {
    return phone -> List.of(new BootFile(phone.mac() + ".cfg", FileRole.DEVICE));
  }

  @Override
  public ModelCatalogue models() {
    return new ModelCatalogue(
        List.of(
            new Model("M1", 2, 4, Map.of()),
            new Model(PLAIN, 1, 0, Map.of()).withoutCredential(NO_CREDENTIAL)));
  }

  @Override
  public Renderer renderer() {
    return new Lines();
  }

  @Override
  public Traits traits() {
    return traits;
  }

  private final class Headers implements Recogniser {
    private static final Map<String, FileRole> BY_ENDING =
        Map.of(
            ".cfg", FileRole.DEVICE,
            ".boot", FileRole.PROBE,
            "-personal.xml", FileRole.PERSONAL,
            "-master.cfg", FileRole.PERSONAL,
            "-local.cfg", FileRole.PERSONAL,
            "-calls.xml", FileRole.PERSONAL,
            "-sys.log", FileRole.UPLOAD,
            "-book.xml", FileRole.FIRMWARE);
    private static final Map<String, FileRole> BY_NAME =
        Map.of(
            "common.cfg", FileRole.COMMON,
            "shared.cfg", FileRole.COMMON,
            "image.rom", FileRole.FIRMWARE,
            "the-book.xml", FileRole.FIRMWARE,
            "bootstrap.cfg", FileRole.BOOTSTRAP);

    @Override
    public Optional<FileClaim> file(String name) {
      Map<String, FileRole> endings = new HashMap<>(BY_ENDING);
      endings.putAll(more);
      for (Map.Entry<String, FileRole> ending : endings.entrySet()) {
        if (name.endsWith(ending.getKey())) {
          Optional<MacAddress> mac =
              MacAddress.parse(name, 0, name.length() - ending.getKey().length());
          if (mac.isPresent()) {
            return Optional.of(new FileClaim(ending.getValue(), mac));
          }
        }
      }
      return Optional.ofNullable(BY_NAME.get(name))
          .map(role -> new FileClaim(role, Optional.empty()));
    }

    @Override
    public Optional<Product> product(String header) {
      if (header.equals(id + " defect")) {
        throw new IllegalStateException("a defect of the recogniser");
      }
      Matcher matcher = Pattern.compile(headerPatterns().get(0)).matcher(header);
      return matcher.matches()
          ? Optional.of(
              product(matcher.group(1), matcher.group(2), Optional.ofNullable(matcher.group(3))))
          : Optional.empty();
    }

    @Override
    public Optional<String> bareUrl(Product product) {
      return product.model().equals(BARE) ? Optional.of("bootstrap.cfg") : Optional.empty();
    }

    private static Product product(String model, String firmware, Optional<String> macs) {
      List<MacAddress> all =
          macs.stream()
              .flatMap(text -> Stream.of(text.split("/", -1)))
              .flatMap(text -> MacAddress.parse(text).stream())
              .toList();
      return all.size() < 2
          ? new Product(model, firmware, all.stream().findFirst(), true)
          : new Product(model, firmware, Optional.of(all.get(0)), true, all.subList(1, all.size()));
    }

    @Override
    public List<String> headerPatterns() {
      return List.of(id + " (\\w+) ([0-9.]+)(?: ([^ (]+))?(?: ?\\(\\S*\\))?");
    }
  }

  private final class Lines implements Renderer {
    @Override
    public Parameters map(Rendering rendering) {
      Parameters.Builder out = Parameters.builder();
      Value zone = rendering.settings().get("time.zone");
      if (zone.origin() != Layer.LIBRARY) {
        out.add("zone", zone.text(), zone.origin());
      }
      for (String setting :
          List.of("phonebook.1.url", "phonebook.1.user", "phonebook.1.password")) {
        Value book = rendering.settings().get(setting);
        if (!book.isEmpty()) {
          out.add(setting, book.text(), book.origin());
        }
      }
      for (Line line : rendering.device().lines()) {
        if (line.label().equals(REFUSED)) {
          throw new RenderException(Layer.DEVICE.label(), "lines[0].label", "refused by the test");
        }
        if (line.label().equals(BREAKS)) {
          throw new IllegalStateException(
              "a defect that knows " + line.password().reveal(SecretAccess.granted()));
        }
        String late = line.label().equals(BREAKS_LATE) ? " " : "";
        out.add("line." + line.number() + late + ".user", line.user(), Layer.DEVICE)
            .addSecret(
                "line." + line.number() + ".password",
                line.password().reveal(SecretAccess.granted()),
                Layer.DEVICE);
      }
      return out.build();
    }

    @Override
    public Parameters reserved(Rendering rendering) {
      return Parameters.builder()
          .add("url", rendering.url().toString(), Layer.RESERVED)
          .add("proven", rendering.proven() ? "yes" : "no", Layer.RESERVED)
          .add(USER, rendering.credential().username(), Layer.RESERVED)
          .addSecret(
              PASSWORD,
              rendering.credential().password().reveal(SecretAccess.granted()),
              Layer.RESERVED)
          .build();
    }

    @Override
    public boolean reserves(String name) {
      return List.of("url", "proven", USER, PASSWORD).contains(name);
    }

    @Override
    public boolean speaks(Model model, String name) {
      return !name.startsWith("bare.") || model.name().equals(PLAIN);
    }

    @Override
    public UploadKind uploadKind(String name) {
      if (name.endsWith("-calls.xml")) {
        return UploadKind.LOG;
      }
      return name.endsWith("-local.cfg") ? UploadKind.OVERRIDES : UploadKind.CONTENT;
    }

    @Override
    public Optional<byte[]> withoutReserved(byte[] overrides) {
      String text = new String(overrides, StandardCharsets.UTF_8);
      String rest =
          text.lines()
              .filter(line -> !reserves(line.split(" = ", 2)[0]))
              .collect(Collectors.joining("\n"));
      return Optional.of(rest.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean isPhoneBook(String name) {
      return name.endsWith("-book.xml");
    }

    @Override
    public Optional<byte[]> phoneBook(Rendering rendering, List<Contact> contacts) {
      return Optional.of(
          bytes(contacts.stream().map(Contact::name).collect(Collectors.joining("\n"))));
    }

    /** The slow brand's phones show no credential for their phone book. */
    @Override
    public Map<String, String> phoneBookSettings(Rendering rendering, URI link) {
      String own = rendering.url() + rendering.device().identity().mac().toString() + "-book.xml";
      return id.equals("slow")
          ? Map.of("phonebook.1.url", link.toString())
          : Map.of(
              "phonebook.1.url", own,
              "phonebook.1.user", rendering.credential().username(),
              "phonebook.1.password",
                  rendering.credential().password().reveal(SecretAccess.granted()));
    }

    @Override
    public Optional<byte[]> common(String name) {
      return name.equals("shared.cfg") ? Optional.of(bytes("# for all " + id)) : Optional.empty();
    }

    @Override
    public Optional<byte[]> personal(String name, Rendering rendering) {
      String own = rendering.credential().password().reveal(SecretAccess.granted());
      String text = rendering.device().identity().mac() + " " + rendering.proven() + " " + own;
      return name.endsWith("-master.cfg") ? Optional.of(bytes(text)) : Optional.empty();
    }

    @Override
    public Optional<byte[]> stub(String name, URI url, Credential shown) {
      String password = shown.password().reveal(SecretAccess.granted());
      return Optional.of(bytes("stub = " + url + " " + shown.username() + " " + password));
    }

    @Override
    public Optional<byte[]> nothing(String name) {
      return id.equals("slow") ? Optional.of(bytes("# nothing")) : Optional.empty();
    }

    @Override
    public List<Remark> remarks(Rendering rendering) {
      Value ntp = rendering.settings().get("time.ntp.secondary");
      return ntp.isEmpty() || ntp.origin() == Layer.LIBRARY
          ? List.of()
          : List.of(new Remark("time.ntp.secondary", ntp.origin(), "no word for it"));
    }

    @Override
    public Optional<KeyDictionary> dictionary() {
      return Optional.of(
          KeyDictionary.read(
              "names",
              new ByteArrayInputStream(bytes("zone\ncolour\ncolour.N.night\nring.tone")),
              KeyDictionary::dotted));
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] write(Parameters parameters) {
      KeyValueWriter writer = new KeyValueWriter("# test");
      for (Parameter parameter : parameters.list()) {
        if (parameter.value().equals(REFUSED)) {
          throw new RenderException(
              parameter.origin().label(), parameter.name(), "refused by the test");
        }
        writer.line(parameter.name(), parameter.value());
      }
      return writer.toBytes();
    }
  }

  /** The value of a key in a file of this brand. */
  static String value(byte[] file, String key) {
    return new String(file, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith(key + " = "))
        .map(line -> line.substring(key.length() + 3))
        .findFirst()
        .orElseThrow();
  }
}
