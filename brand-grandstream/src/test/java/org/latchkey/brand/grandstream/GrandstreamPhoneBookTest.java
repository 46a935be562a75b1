package org.latchkey.brand.grandstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Rendering;
import org.latchkey.device.Contact;
import org.latchkey.device.Contact.Kind;
import org.latchkey.device.Contact.PhoneNumber;

/** A domain's phone book, byte for byte, and how a phone finds it. */
class GrandstreamPhoneBookTest {
  private static final URI LINK = URI.create("https://prov.example/cfg/t/x/1/0/phonebook.xml");
  private static final Contact HOSTILE =
      new Contact(
          "\u0000Anna\n<&>",
          List.of(new PhoneNumber(Kind.WORK, "100"), new PhoneNumber(Kind.MOBILE, "+491701")));

  private final Rendering rendering = Samples.phone().rendering();
  private final GrandstreamRenderer renderer = new GrandstreamRenderer();

  @Test
  void book_hostileName_isOneContact() {
    byte[] book = renderer.phoneBook(rendering, List.of(HOSTILE)).orElseThrow();
    assertThat(new String(book, UTF_8))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <AddressBook>
              <Contact>
                <LastName/>
                <FirstName>Anna &lt;&amp;&gt;</FirstName>
                <Phone type="Work">
                  <phonenumber>100</phonenumber>
                  <accountindex>1</accountindex>
                </Phone>
                <Phone type="Cell">
                  <phonenumber>+491701</phonenumber>
                  <accountindex>1</accountindex>
                </Phone>
              </Contact>
            </AddressBook>
            """);
  }

  @Test
  void settings_ofAPhone_pointAtIt() {
    URI url = URI.create(renderer.phoneBookSettings(rendering, LINK).get("phonebook.1.url"));
    String[] path = url.getPath().split("/", -1);
    String name = path[path.length - 1];
    assertThat(renderer.isPhoneBook(name.toLowerCase(java.util.Locale.ROOT))).isTrue();
    assertThat(new GrandstreamBrand().recogniser().file(name).map(FileClaim::role))
        .contains(FileRole.FIRMWARE);
    assertThat(url.toString().toLowerCase(java.util.Locale.ROOT))
        .contains(rendering.device().identity().mac().toString());
  }
}
