package org.latchkey.brand.yealink;

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
class YealinkPhoneBookTest {
  private static final URI LINK = URI.create("https://prov.example/cfg/t/x/1/0/phonebook.xml");
  private static final Contact HOSTILE =
      new Contact(
          "\u0000Anna\n<&>",
          List.of(new PhoneNumber(Kind.WORK, "100"), new PhoneNumber(Kind.MOBILE, "+491701")));

  private final Rendering rendering = Samples.phone("T46S", "").rendering();
  private final YealinkRenderer renderer = new YealinkRenderer();

  @Test
  void book_hostileName_isOneContact() {
    byte[] book = renderer.phoneBook(rendering, List.of(HOSTILE)).orElseThrow();
    assertThat(new String(book, UTF_8))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <YealinkIPPhoneDirectory>
              <DirectoryEntry>
                <Name>Anna &lt;&amp;&gt;</Name>
                <Telephone>100</Telephone>
                <Telephone>+491701</Telephone>
              </DirectoryEntry>
            </YealinkIPPhoneDirectory>
            """);
  }

  @Test
  void settings_ofAPhone_pointAtIt() {
    URI url = URI.create(renderer.phoneBookSettings(rendering, LINK).get("phonebook.1.url"));
    String[] path = url.getPath().split("/", -1);
    String name = path[path.length - 1];
    assertThat(renderer.isPhoneBook(name.toLowerCase(java.util.Locale.ROOT))).isTrue();
    assertThat(new YealinkBrand().recogniser().file(name).map(FileClaim::role))
        .contains(FileRole.FIRMWARE);
    assertThat(url.toString().toLowerCase(java.util.Locale.ROOT))
        .contains(rendering.device().identity().mac().toString());
  }
}
