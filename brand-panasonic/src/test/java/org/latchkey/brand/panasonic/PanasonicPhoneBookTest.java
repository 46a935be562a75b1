package org.latchkey.brand.panasonic;

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
class PanasonicPhoneBookTest {
  private static final URI LINK = URI.create("https://prov.example/cfg/t/x/1/0/phonebook.xml");
  private static final Contact HOSTILE =
      new Contact(
          "\u0000Anna\n<&>",
          List.of(new PhoneNumber(Kind.WORK, "100"), new PhoneNumber(Kind.MOBILE, "+491701")));

  private final Rendering rendering = Samples.phone("KX-UTG200").rendering();
  private final PanasonicRenderer renderer = new PanasonicRenderer();

  @Test
  void book_hostileName_isOneContact() {
    byte[] book = renderer.phoneBook(rendering, List.of(HOSTILE)).orElseThrow();
    assertThat(new String(book, UTF_8))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <ppxml xmlns="http://panasonic/sip_phone">
              <Screen version="2.0">
                <PhoneBook version="2.0">
                  <Personnel id="1">
                    <Name>Anna &lt;&amp;&gt;</Name>
                    <PhoneNums>
                      <PhoneNum type="ext">100</PhoneNum>
                      <PhoneNum type="mobile">+491701</PhoneNum>
                    </PhoneNums>
                  </Personnel>
                </PhoneBook>
              </Screen>
            </ppxml>
            """);
  }

  @Test
  void settings_ofAPhone_pointAtIt() {
    URI url = URI.create(renderer.phoneBookSettings(rendering, LINK).get("phonebook.1.url"));
    String[] path = url.getPath().split("/", -1);
    String name = path[path.length - 1];
    assertThat(renderer.isPhoneBook(name.toLowerCase(java.util.Locale.ROOT))).isTrue();
    assertThat(new PanasonicBrand().recogniser().file(name).map(FileClaim::role))
        .contains(FileRole.FIRMWARE);
    assertThat(url.toString().toLowerCase(java.util.Locale.ROOT))
        .contains(rendering.device().identity().mac().toString());
  }
}
