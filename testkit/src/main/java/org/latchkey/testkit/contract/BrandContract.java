package org.latchkey.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.latchkey.brand.BootSequence.BootFile;
import org.latchkey.brand.Brand;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Model;
import org.latchkey.brand.Renderer;
import org.latchkey.config.KeyDictionary;
import org.latchkey.config.Parameter;
import org.latchkey.config.Parameters;
import org.latchkey.device.Contact;
import org.latchkey.device.Contact.PhoneNumber;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Entry;
import org.latchkey.device.MacAddress;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;

/**
 * What a {@link Brand} must do, as far as that can be told without knowing its grammar.
 *
 * <p>Equal inputs give equal bytes, wherever the server stands; every file that a phone asks for
 * has the role that the brand's recogniser gives it, and any other name has one or none; every
 * device file of every model holds the provisioning URL and the phone's own credential, and no
 * other file a secret; nothing that anybody may enter becomes a second parameter; no override
 * touches what is reserved, in no spelling, nor does one that a phone has uploaded; before the
 * proof no firmware is named; what is written is in the brand's dictionary; and what a layer says
 * is written, refused or remarked upon.
 *
 * <p>A brand's test extends this and says {@link #brand} and {@link #devices}; the other methods
 * are for brands whose grammar or values the defaults do not know.
 *
 * @since 1.0
 */
public abstract class BrandContract {
  private static final List<String> ODD_NAMES =
      List.of(
          ".",
          "..",
          "-",
          "%00",
          "\u0000",
          "\ud800",
          "000000000000.cfg",
          "y000000000000.cfg",
          "0015:65aa-bbcc.cfg",
          "001565aabbcc",
          "001565AABBCC.CFG",
          "001565aabbccc.cfg",
          "snom370-000413aabbcc.htm",
          "cfg000b82aabbcc.xml",
          "SEP001565AABBCC.cnf.xml",
          "a".repeat(255),
          "\u0130.cfg",
          "\u017f.xml");

  /** For implementations. */
  protected BrandContract() {}

  /**
   * Makes the brand.
   *
   * @return the brand, new at each call if it can be made anew
   */
  protected abstract Brand brand();

  /**
   * Makes up devices of the brand, each of a known model; the more lines, keys and overrides they
   * have, the more is tested.
   *
   * @return at least one device with at least one line
   */
  protected abstract List<Device> devices();

  /**
   * Lists the names of the parameters in a device file, in order and with repetitions. The default
   * knows XML, of which it lists elements and attributes, and files of lines with {@code =} in
   * them, of which it lists what is left of the first one.
   *
   * @param file the file's bytes
   * @return the names
   */
  protected List<String> names(byte[] file) {
    return FileNames.of(file);
  }

  /**
   * Reads a device file, independently of the brand's writer: what a phone would understand. The
   * default knows what {@link #names} does: of XML every attribute by its name and every innermost
   * element with text by its tag, of lines what is left and right of the first {@code =}.
   *
   * @param file the file's bytes
   * @return native names with their values in the order of the file, decoded
   */
  protected Map<String, List<String>> parse(byte[] file) {
    return FileNames.values(file);
  }

  /**
   * Gives values of neutral settings that have a form of the brand's own, such as the length of a
   * key. Settings that are not in it get values that the vocabulary allows.
   *
   * @return values by the names of settings
   */
  protected Map<String, String> samples() {
    return Map.of();
  }

  /**
   * Says what need not be written though a layer says it, because the phone does just that without
   * being told.
   *
   * @return reasons by {@code setting=value}, or by {@code setting} alone if no value of it makes a
   *     difference; what is not needed in it fails too
   */
  protected Map<String, String> sameAsUnsaid() {
    return Map.of();
  }

  /**
   * Spells a reserved name in the ways in which phones of the brand may still read it. The default
   * changes its case; a brand whose names may have a prefix adds them.
   *
   * @param reserved a name as the brand writes it
   * @return the spellings
   */
  protected List<String> spellings(String reserved) {
    StringBuilder swapped = new StringBuilder();
    reserved.chars().forEach(c -> swapped.append((char) (Character.isLetter(c) ? c ^ 0x20 : c)));
    return List.of(
        reserved,
        reserved.toLowerCase(Locale.ROOT),
        reserved.toUpperCase(Locale.ROOT),
        swapped.toString());
  }

  @Test
  void id_isLowerCase() {
    assertThat(brand().id()).matches("[a-z0-9]+");
  }

  @Test
  void devices_haveLinesAndKnownModels() {
    assertThat(devices()).isNotEmpty();
    assertThat(devices().get(0).lines()).isNotEmpty();
    for (Device device : devices()) {
      assertThat(device.identity().brand()).isEqualTo(brand().id());
      assertThat(brand().models().find(device.identity().model())).isPresent();
    }
  }

  @Test
  void write_sameInputsTwice_sameBytes() {
    for (Device device : devices()) {
      for (boolean proven : new boolean[] {false, true}) {
        byte[] once = BrandSample.of(brand(), device).proven(proven).bytes();
        assertThat(BrandSample.of(brand(), device).proven(proven).bytes()).isEqualTo(once);
      }
    }
  }

  @Test
  @ResourceLock(Resources.LOCALE)
  @ResourceLock(Resources.TIME_ZONE)
  void write_inAnotherLocaleAndTimeZone_sameBytes() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    for (Device device : devices()) {
      BrandSample full = everythingOn(device);
      byte[] here = full.bytes();
      try {
        for (String other : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
          Locale.setDefault(Locale.forLanguageTag(other));
          TimeZone.setDefault(TimeZone.getTimeZone("Asia/Colombo"));
          assertThat(full.bytes()).as(other).isEqualTo(here);
        }
      } finally {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
      }
    }
  }

  @Test
  void deviceFile_provenOrNot_holdsUrlAndCredential() {
    for (Device device : devices()) {
      for (boolean proven : new boolean[] {false, true}) {
        assertKeepsThePhone(BrandSample.of(brand(), device).proven(proven).bytes());
      }
    }
  }

  @Test
  void bootSequence_everyFile_hasTheRoleOfItsRecogniser() {
    for (Device device : devices()) {
      assertRolesAgree(device.identity());
    }
  }

  @Test
  void recogniser_anyName_hasARoleOrNone() {
    RecogniserLaws laws = new RecogniserLaws(brand().recogniser());
    for (Device device : devices()) {
      String mac = device.identity().mac().toString();
      for (BootFile file : brand().bootSequence().files(device.identity())) {
        String name = last(file.name());
        String without = name.toLowerCase(Locale.ROOT).replace(mac, "");
        for (String cut : List.of("", "0", mac.substring(1), mac + "0", "zzzzzzzzzzzz")) {
          laws.file(name.toLowerCase(Locale.ROOT).replace(mac, cut));
        }
        for (int end = 0; end <= without.length(); end++) {
          laws.file(without.substring(0, end));
          laws.file(without.substring(end));
        }
      }
    }
    laws.file("");
    ODD_NAMES.forEach(laws::file);
    ODD_NAMES.forEach(laws::header);
  }

  @Test
  void recogniser_ofNobodysPhone_isEmpty() {
    for (String name : List.of("index.html", "favicon.ico", "robots.txt", ".env", "login.php")) {
      assertThat(brand().recogniser().file(name)).as(name).isEmpty();
    }
    for (String header : List.of("", "curl/8.5.0", "Mozilla/5.0 (X11; Linux x86_64)", "Wget")) {
      assertThat(brand().recogniser().product(header)).as(header).isEmpty();
    }
  }

  @Test
  void preview_masked_holdsNoSecret() {
    for (Device device : devices()) {
      BrandSample sample = everythingOn(device);
      String shown = text(brand().renderer().write(sample.parameters().masked()));
      assertThat(shown).doesNotContain(secrets(sample));
    }
  }

  @Test
  void secret_ofTheBrandsOwn_isOneAsAnOverrideToo() {
    for (Device device : devices()) {
      for (Parameter each : everythingOn(device).parameters().list()) {
        boolean shown = each.secret() && !brand().renderer().holdsSecret(each.name());
        assertThat(shown).as(each.name()).isFalse();
      }
    }
  }

  @Test
  void commonAndPersonalFiles_neverHoldASecret() {
    for (Device device : devices()) {
      BrandSample sample = everythingOn(device);
      List<String> secrets = new ArrayList<>(secrets(sample));
      sample.bytes();
      for (BootFile file : brand().bootSequence().files(device.identity())) {
        String name = last(file.name()).toLowerCase(Locale.ROOT);
        for (boolean proven : new boolean[] {false, true}) {
          Optional<byte[]> made =
              switch (file.role()) {
                case COMMON -> brand().renderer().common(name);
                case PERSONAL ->
                    brand().renderer().personal(name, sample.proven(proven).rendering());
                default -> Optional.empty();
              };
          assertThat(made.map(BrandContract::text).orElse("")).as(name).doesNotContain(secrets);
        }
      }
    }
  }

  @Test
  void stubAndNothing_ofEachFirstFile_sayNoMoreThanWasShown() {
    BrandSample sample = everythingOn(devices().get(0));
    sample.bytes();
    Credential shown = Credential.of("shownname8", "NotARealShownPassword");
    for (BootFile file : brand().bootSequence().files(sample.device().identity())) {
      if (file.role() == FileRole.BOOTSTRAP) {
        String name = last(file.name()).toLowerCase(Locale.ROOT);
        Optional<String> stub =
            brand().renderer().stub(name, sample.url(), shown).map(BrandContract::text);
        assertThat(stub.orElse(BrandSample.URL_WITHOUT_SCHEME + shown.username()))
            .contains(BrandSample.URL_WITHOUT_SCHEME, shown.username())
            .doesNotContain(secrets(sample));
        assertThat(brand().renderer().nothing(name).map(BrandContract::text).orElse(""))
            .doesNotContain(secrets(sample))
            .doesNotContain(BrandSample.URL_WITHOUT_SCHEME);
      }
    }
  }

  @Test
  void phoneBook_anyNames_holdsThemAndNoSecret() {
    List<Contact> plain = List.of(contact("Anna", "201"), contact("Bob", "202"));
    List<Contact> hostile =
        List.of(contact("<a b=\"c\">&'\u0000", "201"), contact("]]>\n<!--\r;x=y", "202"));
    for (Device device : devices()) {
      BrandSample sample = everythingOn(device);
      sample.bytes();
      Renderer renderer = brand().renderer();
      Optional<byte[]> book = renderer.phoneBook(sample.rendering(), plain);
      Optional<byte[]> other = renderer.phoneBook(sample.rendering(), hostile);
      assertThat(other.isPresent()).isEqualTo(book.isPresent());
      if (book.isPresent()) {
        assertThat(text(book.get())).contains("Anna", "Bob", "201", "202");
        assertThat(text(book.get()) + text(other.get())).doesNotContain(secrets(sample));
        assertThat(FileNames.of(other.get())).isEqualTo(FileNames.of(book.get()));
      }
    }
  }

  private static Contact contact(String name, String number) {
    return new Contact(name, List.of(new PhoneNumber(Contact.Kind.WORK, number)));
  }

  @Test
  void dictionary_everyParameterWritten_isKnown() {
    Optional<KeyDictionary> dictionary = brand().renderer().dictionary();
    for (Device device : devices()) {
      BrandSample full = everythingOn(device);
      for (boolean proven : new boolean[] {false, true}) {
        for (Parameter written : full.proven(proven).parameters().list()) {
          assertThat(dictionary.map(d -> d.knows(written.name())).orElse(true))
              .as(written.name())
              .isTrue();
        }
      }
    }
  }

  @Test
  void setting_saidByALayer_isWrittenRefusedOrRemarkedUpon() {
    Set<String> lost = new TreeSet<>();
    for (Device device : devices()) {
      BrandSample phone = BrandSample.of(brand(), device);
      lost.addAll(new SaidSettings(phone, new SettingSamples(samples())).lost());
    }
    assertThat(sameAsUnsaid().values()).allMatch(reason -> !reason.isBlank());
    assertThat(lost).as("lost in silence").isEqualTo(new TreeSet<>(sameAsUnsaid().keySet()));
  }

  @Test
  void deviceFile_beforeTheProof_namesNoFirmware() {
    Entry firmware = new Entry("firmware.url", "https://firmware.example/image", "");
    for (Device device : devices()) {
      BrandSample sample = BrandSample.of(brand(), device).with(firmware);
      assertThat(text(sample.proven(false).bytes())).doesNotContain("firmware.example");
    }
  }

  @Test
  void firmware_everyNameThatBearsIt_waitsForTheProof() {
    Renderer renderer = brand().renderer();
    for (Device device : devices()) {
      BrandSample sample = BrandSample.of(brand(), device).withoutOverrides();
      for (String name :
          firmwareNames(sample).stream().flatMap(n -> spellings(n).stream()).toList()) {
        assertThat(renderer.namesFirmware(name)).as(name).isTrue();
        Entry override = new Entry(brand().id() + ":" + name, "https://firmware.example/x", "");
        byte[] file = sample.with(override).proven(false).bytes();
        assertThat(text(file)).as(name).doesNotContain("firmware.example");
      }
    }
  }

  /** What says a neutral firmware, and what the brand itself counts among it. */
  private Set<String> firmwareNames(BrandSample phone) {
    Set<String> names = new TreeSet<>();
    for (String setting : List.of("firmware.url", "firmware.handset.url")) {
      phone.with(setting, "https://firmware.example/image").parameters().list().stream()
          .filter(bearer -> bearer.value().contains("firmware.example"))
          .forEach(bearer -> names.add(bearer.name()));
    }
    brand().renderer().dictionary().map(KeyDictionary::names).orElse(List.of()).stream()
        .map(name -> name.replaceAll("(?<=^|\\.)N(?=\\.|$)", "1"))
        .filter(brand().renderer()::namesFirmware)
        .forEach(names::add);
    return names;
  }

  @Test
  void everyModel_firstBootAndProven_holdsUrlAndCredential() {
    DeviceIdentity first = devices().get(0).identity();
    assertThat(brand().models().all()).isNotEmpty();
    for (Model model : brand().models().all()) {
      if (model.noCredential().isPresent()) {
        assertThat(model.noCredential().get()).as(model.name()).isNotBlank();
        continue; // it is never sent a file
      }
      DeviceIdentity identity =
          new DeviceIdentity(
              first.mac(), first.brand(), model.name(), first.owner(), first.generation());
      Device device = BrandSample.withOneLine(identity, devices().get(0).lines().get(0));
      assertThat(brand().models().find(model.name().toLowerCase(Locale.ROOT))).isPresent();
      assertRolesAgree(identity);
      assertKeepsThePhone(BrandSample.of(brand(), device).proven(false).bytes());
      assertKeepsThePhone(BrandSample.of(brand(), device).bytes());
    }
  }

  @Test
  void map_ofAnyPhone_holdsNothingReserved() {
    for (Device device : devices()) {
      Parameters mapped = brand().renderer().map(everythingOn(device).rendering());
      assertThat(mapped.list())
          .extracting(Parameter::name)
          .noneMatch(name -> brand().renderer().reserves(name));
    }
  }

  @Test
  void reserved_inTheFile_comesLastAndAsItIs() {
    for (Device device : devices()) {
      BrandSample sample = everythingOn(device);
      List<Parameter> reserved = brand().renderer().reserved(sample.rendering()).list();
      assertThat(sample.parameters().list()).endsWith(reserved.toArray(new Parameter[0]));
      Map<String, List<String>> file = parse(sample.bytes());
      for (Parameter each : reserved) {
        if (!each.value().isEmpty()) {
          assertThat(file.get(each.name()))
              .as(each.name())
              .isEqualTo(
                  reserved.stream()
                      .filter(other -> other.name().equals(each.name()))
                      .map(Parameter::value)
                      .toList());
        }
      }
    }
  }

  @Test
  void reserved_everyParameter_isOutOfReachOfOverrides() {
    for (Device device : devices()) {
      BrandSample sample = BrandSample.of(brand(), device);
      byte[] untouched = sample.bytes();
      for (Parameter reserved : brand().renderer().reserved(sample.rendering()).list()) {
        for (String name : spellings(reserved.name())) {
          assertThat(brand().renderer().reserves(name)).as(name).isTrue();
          Entry override = new Entry(brand().id() + ":" + name, "https://evil.example/", "");
          assertThat(sample.with(override).bytes()).as(name).isEqualTo(untouched);
        }
      }
    }
  }

  @Test
  void withoutReserved_wholeConfigurationUploaded_keepsNothingReserved() {
    Renderer renderer = brand().renderer();
    for (Device device : devices()) {
      byte[] sent = BrandSample.of(brand(), device).bytes();
      Optional<byte[]> once = renderer.withoutReserved(sent.clone());
      Optional<byte[]> again = renderer.withoutReserved(sent);
      assertThat(again.isPresent()).isEqualTo(once.isPresent());
      if (once.isPresent()) {
        assertThat(again.get()).isEqualTo(once.get());
        assertThat(names(once.get())).noneMatch(renderer::reserves);
        assertThat(text(once.get()))
            .doesNotContain(BrandSample.URL_WITHOUT_SCHEME)
            .doesNotContain(BrandSample.PASSWORD);
      }
    }
  }

  @Test
  void withoutReserved_anyBytes_throwsNothing() {
    byte[] start = BrandSample.of(brand(), devices().get(0)).bytes();
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = start.clone();
      for (int j = 0; j < 20; j++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Optional<byte[]> fit = brand().renderer().withoutReserved(bytes);
      assertThat(fit.map(b -> b.length).orElse(0)).isLessThan(4 * bytes.length);
    }
  }

  @Test
  void hostileValue_inAnyField_isRefusedOrStaysAValue() {
    devices().forEach(new HostileLaws(this)::fields);
  }

  @Test
  void hostileValue_inAnySetting_isRefusedOrStaysAValue() {
    for (Device device : devices()) {
      new HostileLaws(this).settings(everythingOn(device).withoutOverrides());
    }
  }

  @Test
  void hostileValue_inAnyOverride_isRefusedOrStaysAValue() {
    for (Device device : devices()) {
      new HostileLaws(this).nativeValues(BrandSample.of(brand(), device).withoutOverrides());
    }
  }

  @Test
  void hostileName_ofAnOverride_isRefusedOrOneName() {
    new HostileLaws(this).nativeNames(BrandSample.of(brand(), devices().get(0)));
  }

  @Test
  void hostileCredentialAndUrl_areRefusedOrComeOutAsTheyWentIn() {
    new HostileLaws(this).credentialAndUrl(BrandSample.of(brand(), devices().get(0)));
  }

  private BrandSample everythingOn(Device device) {
    return new SettingSamples(samples()).everythingOn(BrandSample.of(brand(), device));
  }

  private static List<String> secrets(BrandSample phone) {
    List<String> secrets = new ArrayList<>(SettingSamples.secrets(phone));
    secrets.add(BrandSample.PASSWORD);
    secrets.addAll(BrandSample.PHONE_PASSWORDS.values());
    phone.device().lines().stream()
        .map(line -> line.password().reveal(SecretAccess.granted()))
        .filter(password -> !password.isEmpty())
        .forEach(secrets::add);
    return secrets;
  }

  private void assertRolesAgree(DeviceIdentity phone) {
    List<BootFile> files = brand().bootSequence().files(phone);
    assertThat(files).extracting(BootFile::role).contains(FileRole.DEVICE);
    for (BootFile file : files) {
      Optional<FileClaim> claim = brand().recogniser().file(last(file.name()));
      assertThat(claim.map(FileClaim::role)).as(file.name()).contains(file.role());
      Optional<MacAddress> mac = claim.flatMap(FileClaim::mac);
      assertThat(mac.orElse(phone.mac())).as(file.name()).isEqualTo(phone.mac());
    }
  }

  private void assertKeepsThePhone(byte[] file) {
    List<String> values = parse(file).values().stream().flatMap(List::stream).toList();
    for (String own :
        List.of(BrandSample.URL_WITHOUT_SCHEME, BrandSample.USERNAME, BrandSample.PASSWORD)) {
      assertThat(values).as(own).anyMatch(value -> value.contains(own));
    }
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }
}
