package org.latchkey.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Rendering;
import org.latchkey.config.KeyDictionary;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameter;
import org.latchkey.config.Parameters;
import org.latchkey.config.SecretNames;
import org.latchkey.config.Setting;
import org.latchkey.config.Settings;
import org.latchkey.config.Vocabulary;
import org.latchkey.device.Contact;
import org.latchkey.device.Device;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.error.RenderException;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;

/** Writes {@code name=value}: each neutral setting by its own name, some not at all. */
record TinyRenderer(Defect defect) implements Renderer {
  private static final List<String> RESERVED = List.of("prov.url", "prov.user", "prov.password");
  private static final String UNSAID = "syslog.";
  private static final String FIRMWARE = "firmware.url";

  /** What the last phone was told: nothing may be kept like this. */
  private static final StringBuilder LAST = new StringBuilder();

  private static int writes;
  private static String notes = "";

  @Override
  public Parameters map(Rendering rendering) {
    Device device = rendering.device();
    LAST.setLength(0);
    notes = device.notes();
    Parameters.Builder out = Parameters.builder();
    for (Line line : device.lines()) {
      String name = "line" + line.number() + ".";
      String password = line.password().reveal(SecretAccess.granted());
      LAST.append(password);
      out.add(name + "label", shown(line.label()), Layer.DEVICE)
          .add(name + "name", shown(line.displayName()), Layer.DEVICE)
          .add(name + "user", line.user(), Layer.DEVICE)
          .add(name + "auth", line.authUser(), Layer.DEVICE)
          .add(name + "host", line.registrar().host(), Layer.DEVICE)
          .add(name + "mailbox", line.voicemail().orElse(""), Layer.DEVICE);
      if (defect == Defect.SHOWS_LINE_PASSWORDS) {
        out.add(name + "password", password, Layer.DEVICE);
      } else {
        out.addSecret(name + "password", password, Layer.DEVICE);
      }
    }
    for (LineKey key : device.keys()) {
      out.add("key" + key.position(), key.value() + "/" + shown(key.label()), Layer.DEVICE);
    }
    if (defect == Defect.MAPS_WHAT_IS_RESERVED) {
      out.add("prov.retry", "3", Layer.LIBRARY);
    }
    Vocabulary.standard().all().forEach(setting -> add(out, rendering.settings(), setting));
    return out.build();
  }

  private void add(Parameters.Builder out, Settings settings, Setting setting) {
    String name = setting.name();
    Settings.Value value = settings.get(name);
    if (value.isEmpty() || name.startsWith(UNSAID)) {
      return;
    }
    String text = value.text();
    if (defect == Defect.FORGETS_A_SETTING && name.equals("dial.plan")) {
      return;
    }
    if (defect == Defect.SAYS_ALWAYS_THE_SAME && name.equals("sip.srtp")) {
      text = "off";
    }
    if (defect == Defect.NUMBERS_AS_PEOPLE_WRITE_THEM && name.equals("sip.keep-alive")) {
      text = String.format(Locale.getDefault(), "%d", value.number());
    }
    if (defect == Defect.SPLITS_A_SETTING && name.equals("ldap.display") && text.contains("<")) {
      out.add(name + ".2", text, value.origin());
    }
    if (setting.secret()) {
      out.addSecret(name, text, value.origin());
    } else {
      out.add(name, text, value.origin());
    }
  }

  @Override
  public Parameters reserved(Rendering rendering) {
    Parameters.Builder out = Parameters.builder();
    String url = rendering.url().toString();
    if (defect == Defect.DROPS_THE_CREDENTIAL_OF_A_MODEL && rendering.model().name().equals("T2")) {
      return out.add("prov.url", url, Layer.RESERVED).build();
    }
    if (defect == Defect.SPELLS_THE_URL_ANEW) {
      url = url.replace("&", "and");
    }
    String user = rendering.credential().username();
    String password = rendering.credential().password().reveal(SecretAccess.granted());
    if (defect == Defect.NO_URL_BEFORE_THE_PROOF && !rendering.proven()) {
      url = "";
    }
    out.add("prov.url", url, Layer.RESERVED).add("prov.user", user, Layer.RESERVED);
    return out.addSecret("prov.password", password, Layer.RESERVED).build();
  }

  @Override
  public boolean reserves(String name) {
    return defect == Defect.RESERVES_ONE_SPELLING
        ? RESERVED.contains(name)
        : name.toLowerCase(Locale.ROOT).startsWith("prov.");
  }

  @Override
  public boolean holdsSecret(String name) {
    return defect != Defect.SHOWS_SECRET_OVERRIDES
        && (SecretNames.isSecret(name)
            || Vocabulary.standard().find(name).filter(Setting::secret).isPresent());
  }

  @Override
  public boolean namesFirmware(String name) {
    return switch (defect) {
      case NAMES_FIRMWARE_AT_ONCE -> false;
      case NAMES_FIRMWARE_IN_CAPITALS -> name.startsWith("firmware.");
      case NAMES_HANDSET_FIRMWARE_AT_ONCE -> name.equals(FIRMWARE);
      default -> name.toLowerCase(Locale.ROOT).startsWith("firmware.");
    };
  }

  @Override
  public List<Remark> remarks(Rendering rendering) {
    return defect == Defect.MAKES_NO_REMARKS
        ? List.of()
        : Vocabulary.standard().all().stream()
            .map(Setting::name)
            .filter(name -> name.startsWith(UNSAID))
            .filter(name -> rendering.settings().get(name).origin() != Layer.LIBRARY)
            .map(name -> new Remark(name, rendering.settings().get(name).origin(), "has none"))
            .toList();
  }

  @Override
  public Optional<KeyDictionary> dictionary() {
    List<String> names = new ArrayList<>(RESERVED);
    Vocabulary.standard().all().forEach(setting -> names.add(setting.name()));
    List<String> ofLine = List.of("label", "name", "user", "auth", "host", "mailbox", "password");
    for (String each : ofLine) {
      if (defect != Defect.WRITES_WHAT_NO_DICTIONARY_HAS || !each.equals("mailbox")) {
        names.add("line1." + each);
        names.add("line2." + each);
      }
    }
    names.addAll(List.of("key1", "key2"));
    byte[] table = String.join("\n", names).getBytes(UTF_8);
    return Optional.of(KeyDictionary.read("tiny", new ByteArrayInputStream(table), name -> name));
  }

  @Override
  public byte[] write(Parameters parameters) {
    StringBuilder file = new StringBuilder();
    if (defect == Defect.WRITES_NOTES) {
      file.append("notes=").append(notes).append('\n');
    }
    if (defect == Defect.COUNTS_ITS_FILES) {
      file.append("serial=").append(writes++).append('\n');
    }
    List<Parameter> list = new ArrayList<>(parameters.list());
    if (defect == Defect.WRITES_RESERVED_TWICE) {
      list.add(0, new Parameter("prov.url", "https://elsewhere.example/", Layer.LIBRARY, false));
    }
    for (Parameter each : list) {
      check(each);
      file.append(each.name()).append('=').append(each.value()).append('\n');
    }
    return file.toString().getBytes(UTF_8);
  }

  private void check(Parameter each) {
    boolean name = defect == Defect.TAKES_ANY_NAME || each.name().matches("[A-Za-z][A-Za-z0-9.-]*");
    boolean value =
        (defect == Defect.TAKES_ANY_VALUE && each.name().equals("line1.user"))
            || (defect == Defect.TAKES_ANY_OVERRIDE && each.name().equals("web.http"))
            || each.value().chars().noneMatch(c -> c == ';' || c == '\n' || c == '\r');
    if (!name || !value) {
      throw new RenderException(each.origin().label(), each.name(), "cannot be written");
    }
  }

  private static String shown(String text) {
    return text.replace(';', ',');
  }

  @Override
  public Optional<byte[]> common(String name) {
    String text = defect == Defect.REMEMBERS_THE_LAST_PHONE ? "p=" + LAST : "hello=all";
    return Optional.of(text.getBytes(UTF_8));
  }

  @Override
  public Optional<byte[]> personal(String name, Rendering rendering) {
    String text = "hello=" + rendering.device().identity().mac();
    if (defect == Defect.SECRET_IN_A_PERSONAL_FILE) {
      text += "\nadmin=" + rendering.settings().get("phone.admin.password").text();
    }
    return Optional.of(text.getBytes(UTF_8));
  }

  @Override
  public Optional<byte[]> phoneBook(Rendering rendering, List<Contact> contacts) {
    StringBuilder book = new StringBuilder();
    for (Contact each : contacts) {
      String name =
          defect == Defect.PHONE_BOOK_SPLITS_NAMES ? each.name().replace(';', '\n') : each.name();
      book.append("entry=").append(name).append(each.numbers().get(0).number()).append('\n');
    }
    if (defect == Defect.PHONE_BOOK_SAYS_A_SECRET) {
      book.append("p=").append(LAST).append('\n');
    }
    return Optional.of(book.toString().getBytes(UTF_8));
  }

  @Override
  public Optional<byte[]> stub(String name, URI url, Credential shown) {
    String secret = defect == Defect.STUB_SAYS_A_SECRET ? "\np=" + LAST : "";
    String own = shown.username() + ":" + shown.password().reveal(SecretAccess.granted());
    return Optional.of(("u=" + url + "\nc=" + own + secret).getBytes(UTF_8));
  }

  @Override
  public Optional<byte[]> nothing(String name) {
    String url = defect == Defect.NOTHING_SAYS_THE_URL ? "u=prov.example/cfg" : "";
    return Optional.of(url.getBytes(UTF_8));
  }

  @Override
  public Optional<byte[]> withoutReserved(byte[] overrides) {
    if (defect == Defect.GIVES_BACK_WHAT_WAS_SENT) {
      return Optional.of(overrides);
    }
    String text = new String(overrides, UTF_8);
    if (defect == Defect.TRIPS_OVER_BYTES && text.indexOf('\ufffd') >= 0) {
      throw new IllegalStateException("not UTF-8");
    }
    List<String> kept =
        Arrays.stream(text.split("\n", -1)).filter(line -> !line.contains("prov.")).toList();
    return Optional.of(String.join("\n", kept).getBytes(UTF_8));
  }
}
