package org.latchkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.admin.PhoneBookAdministration;
import org.latchkey.admin.UnknownNames;
import org.latchkey.caller.Caller;
import org.latchkey.caller.Caller.Scope;
import org.latchkey.config.LayerKey;
import org.latchkey.device.Contact;
import org.latchkey.device.Contact.Kind;
import org.latchkey.device.Contact.PhoneNumber;
import org.latchkey.device.Entry;
import org.latchkey.device.Owner;
import org.latchkey.error.ForbiddenException;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.LostRaceException;
import org.latchkey.error.NotFoundException;
import org.latchkey.error.UnsupportedActionException;
import org.latchkey.event.EventType;
import org.latchkey.files.FolderFiles;
import org.latchkey.memory.MemoryPhoneBooks;
import org.latchkey.secret.Credential;

/** Phone books: who gets them, who may change them, and when phones are pointed at them. */
class PhoneBookTest {
  private static final String BOOK = "/" + Gate.MAC + "-book.xml";
  private static final String URL = "phonebook.1.url";
  private static final Caller WEST =
      new Caller("w", Scope.RESELLER, Optional.of("west"), Optional.empty());
  private static final Caller EAST =
      new Caller("e", Scope.RESELLER, Optional.of("east"), Optional.empty());
  private static final Caller MANAGER =
      new Caller("m", Scope.OFFICE_MANAGER, Optional.of("west"), Optional.of("acme.example"));

  private final MemoryPhoneBooks stored = new MemoryPhoneBooks();
  private final Gate gate = new Gate(builder -> builder.phoneBooks(stored));
  private final PhoneBookAdministration books = gate.latchkey.administration().phoneBooks();

  private static Contact contact(String name, String number) {
    return new Contact(name, List.of(new PhoneNumber(Kind.WORK, number)));
  }

  private void put(String... names) {
    List<Contact> all = List.of(names).stream().map(name -> contact(name, "100")).toList();
    books.replace(Gate.ADMIN, Gate.OWNER, Optional.empty(), all);
  }

  private static String text(ProvisioningResponse response) {
    return new String(response.body(), UTF_8);
  }

  private String device(Credential credential) {
    return text(gate.get("/" + Gate.MAC + ".cfg").digest(credential).send());
  }

  @Test
  void book_ownCredential_isGivenAndKnownByItsTag() {
    put("Anna", "Bob");
    Credential own = gate.provisioned(Gate.MAC);
    ProvisioningResponse book = gate.get(BOOK).digest(own).send();
    assertThat(book.status()).isEqualTo(200);
    assertThat(text(book)).isEqualTo("Anna\nBob");
    assertThat(book.header("Content-Type")).contains("text/xml; charset=utf-8");
    String tag = book.header("ETag").orElseThrow();
    assertThat(gate.get(BOOK).digest(own).header("If-None-Match", tag).status()).isEqualTo(304);
    put("Anna");
    assertThat(gate.get(BOOK).digest(own).header("If-None-Match", tag).status()).isEqualTo(200);
  }

  @Test
  void book_globalPass_isNotThere() {
    put("Anna");
    gate.armed(Gate.MAC);
    assertThat(gate.get(BOOK).status()).isEqualTo(401);
    assertThat(gate.get(BOOK).digest(Gate.PASS).status()).isEqualTo(404);
    Credential next = gate.firstBoot(Gate.MAC);
    assertThat(gate.get(BOOK).digest(Gate.PASS).status()).isEqualTo(404);
    assertThat(gate.get(BOOK).digest(next).status()).as("stored by now").isEqualTo(200);
    assertThat(gate.state(Gate.MAC)).as("a phone book proves nothing").isEqualTo("issued");
  }

  @Test
  void book_anotherPhonesCredential_isRefused() {
    put("Anna");
    gate.provisioned(Gate.MAC);
    Credential others = gate.provisioned(Gate.OTHER);
    assertThat(gate.get(BOOK).digest(others).status()).isEqualTo(401);
  }

  /** Names that are the same for all phones may be those of the host's own files. */
  @Test
  void book_noMacInThePath_isTheHostsFile(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("the-book.xml"), "of the host");
    Gate hosting = new Gate(builder -> builder.phoneBooks(stored).files(new FolderFiles(folder)));
    put("Anna");
    Credential own = hosting.provisioned(Gate.MAC);
    assertThat(sent(hosting, "/the-book.xml", own)).isEqualTo("of the host");
    assertThat(sent(hosting, "/" + Gate.MAC + "/the-book.xml", own)).isEqualTo("Anna");
  }

  private static String sent(Gate gate, String path, Credential own) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    gate.get(path).digest(own).send().writeTo(out);
    return out.toString(UTF_8);
  }

  @Test
  void book_domainWithoutOne_isNotFound() {
    Credential own = gate.provisioned(Gate.MAC);
    books.replace(
        Gate.ADMIN,
        new Owner("blue.example", "west"),
        Optional.empty(),
        List.of(contact("B", "1")));
    assertThat(gate.get(BOOK).digest(own).status()).isEqualTo(404);
  }

  @Test
  void deviceFile_domainWithBook_pointsAtItAndNowhereElse() {
    Credential own = gate.provisioned(Gate.MAC);
    String without = device(own);
    assertThat(without).doesNotContain("phonebook");
    put("Anna");
    byte[] with = device(own).getBytes(UTF_8);
    assertThat(TestBrand.value(with, URL)).isEqualTo("https://prov.example/cfg" + BOOK);
    assertThat(TestBrand.value(with, "phonebook.1.user")).isEqualTo(own.username());
    books.replace(Gate.ADMIN, Gate.OWNER, Optional.empty(), List.of());
    assertThat(device(own)).as("byte for byte as before").isEqualTo(without);
  }

  @ParameterizedTest
  @ValueSource(strings = {URL, "phonebook.1.user", "phonebook.1.password"})
  void deviceFile_layerWithABookOfItsOwn_isLeftAlone(String parameter) {
    put("Anna");
    Credential own = gate.provisioned(Gate.MAC);
    String value = parameter.equals(URL) ? "https://other.example/book.xml" : "somebody";
    gate.latchkey
        .administration()
        .layers()
        .replace(
            Gate.ADMIN,
            LayerKey.domain(Gate.OWNER),
            Optional.empty(),
            List.of(new Entry(parameter, value, "")),
            UnknownNames.REFUSED);
    assertThat(device(own)).contains(parameter + " = " + value).doesNotContain(BOOK);
  }

  /** A password that the settings cannot say leaves the phone without the book, not without all. */
  @Test
  void deviceFile_credentialThatNoSettingTakes_isServedWithoutTheBook() {
    put("Anna");
    Credential own = gate.provisioned(Gate.MAC);
    Credential odd = Credential.of(own.username(), "x".repeat(100));
    gate.latchkey.administration().setCredential(Gate.ADMIN, Gate.MAC, odd, true);
    assertThat(device(odd)).contains("x".repeat(100)).doesNotContain(BOOK);
  }

  private String link() {
    gate.entered(Gate.MAC, "slow", true);
    Credential own = gate.firstBoot(Gate.MAC);
    gate.clock.advance(Duration.ofMinutes(1));
    ProvisioningResponse file = gate.get("/" + Gate.MAC + ".cfg").digest(own).send();
    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
    String path = URI.create(TestBrand.value(file.body(), URL)).getPath();
    return path.substring("/cfg".length());
  }

  @Test
  void link_right_opensTheBookWithoutACredential() {
    put("Anna");
    String link = link();
    assertThat(link).startsWith("/t/").endsWith("/" + Gate.MAC + "/phonebook.xml");
    ProvisioningResponse book = gate.get(link).send();
    assertThat(book.status()).isEqualTo(200);
    assertThat(text(book)).isEqualTo("Anna");
    String tag = book.header("ETag").orElseThrow();
    assertThat(gate.get(link).header("If-None-Match", tag).status()).isEqualTo(304);
    assertThat(gate.ask("PUT", link).status()).isEqualTo(405);
  }

  @Test
  void link_ofAnotherPhoneOrEntry_isNotFound() {
    put("Anna");
    String link = link();
    assertThat(gate.get(link.replace(Gate.MAC.toString(), Gate.OTHER.toString())).status())
        .isEqualTo(404);
    String token = link.split("/", -1)[2];
    assertThat(gate.get(link.replace(token, "A".repeat(token.length()))).status()).isEqualTo(404);
    String generation = link.split("/", -1)[3];
    assertThat(gate.get(link.replace(generation, "other")).status()).isEqualTo(404);
    assertThat(gate.get(link).status()).isEqualTo(200);
  }

  @Test
  void link_ofAPhoneThatWasEnteredAnew_isNotFound() {
    put("Anna");
    String former = link();
    gate.latchkey.administration().delete(Gate.ADMIN, Gate.MAC);
    String link = link();
    assertThat(link).isNotEqualTo(former);
    assertThat(gate.get(former).status()).isEqualTo(404);
    assertThat(gate.get(link).status()).isEqualTo(200);
  }

  @Test
  void link_ofAPhoneThatWasShutOut_isNotFound() {
    put("Anna");
    String link = link();
    gate.latchkey.administration().disable(Gate.ADMIN, Gate.MAC);
    assertThat(gate.get(link).status()).isEqualTo(404);
    gate.latchkey.administration().enable(Gate.ADMIN, Gate.MAC);
    assertThat(gate.get(link).status()).isEqualTo(200);
    gate.latchkey.administration().lock(Gate.ADMIN, Gate.MAC);
    assertThat(gate.get(link).status()).isEqualTo(404);
  }

  @Test
  void link_whileThePhoneGetsAnotherCredential_opensTheBook() {
    put("Anna");
    String link = link();
    gate.latchkey.administration().rotate(Gate.ADMIN, Gate.MAC);
    assertThat(gate.state(Gate.MAC)).isEqualTo("rotating");
    assertThat(gate.get(link).status()).isEqualTo(200);
  }

  @Test
  void source_manyPhones_askedOnceInFiveSeconds() {
    int[] asked = {0};
    Gate counted =
        new Gate(
            builder ->
                builder.phoneBooks(
                    owner -> {
                      asked[0]++;
                      return List.of(contact("Anna", "1"));
                    }));
    Credential own = counted.provisioned(Gate.MAC);
    counted.clock.advance(Duration.ofMinutes(1));
    asked[0] = 0;
    for (int i = 0; i < 10; i++) {
      assertThat(counted.get(BOOK).digest(own).status()).isEqualTo(200);
    }
    assertThat(asked[0]).isEqualTo(1);
    counted.clock.advance(Duration.ofSeconds(5));
    assertThat(counted.get(BOOK).digest(own).status()).isEqualTo(200);
    assertThat(asked[0]).isEqualTo(2);
  }

  @Test
  void replace_everyRole_asTheDesignSays() {
    List<Contact> all = List.of(contact("Anna", "1"));
    books.replace(WEST, Gate.OWNER, Optional.of(List.of()), all);
    assertThat(books.contacts(MANAGER, Gate.OWNER)).isEqualTo(all);
    assertThatThrownBy(() -> books.replace(MANAGER, Gate.OWNER, Optional.empty(), List.of()))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> books.contacts(EAST, Gate.OWNER))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> books.replace(EAST, Gate.OWNER, Optional.empty(), List.of()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> books.replace(WEST, Gate.OWNER, Optional.of(List.of()), List.of()))
        .isInstanceOf(LostRaceException.class);
    assertThat(stored.contacts(Gate.OWNER)).isEqualTo(all);
    assertThat(gate.told()).contains(EventType.PHONE_BOOK_CHANGED);
  }

  @Test
  void replace_sourceThatCannotBeChanged_isUnsupported() {
    PhoneBookAdministration fixed =
        new Gate(builder -> builder.phoneBooks(owner -> List.of()))
            .latchkey
            .administration()
            .phoneBooks();
    assertThat(fixed.canEdit()).isFalse();
    assertThatThrownBy(() -> fixed.replace(WEST, Gate.OWNER, Optional.empty(), List.of()))
        .isInstanceOf(UnsupportedActionException.class);
  }

  @Test
  void replace_tenThousandContacts_isTheMost() {
    Contact anna = contact("Anna", "1");
    List<Contact> most = Collections.nCopies(PhoneBookAdministration.MOST_CONTACTS, anna);
    books.replace(WEST, Gate.OWNER, Optional.empty(), most);
    Credential own = gate.provisioned(Gate.MAC);
    assertThat(gate.get(BOOK).digest(own).send().body()).hasSize(10_000 * 5 - 1);
    assertThatThrownBy(
            () ->
                books.replace(
                    WEST, Gate.OWNER, Optional.empty(), Collections.nCopies(10_001, anna)))
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.field()).isEqualTo("contacts"));
    assertThat(stored.contacts(Gate.OWNER)).hasSize(10_000);
  }
}
